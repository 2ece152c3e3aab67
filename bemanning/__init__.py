"""Bemanning: see, explain and bring down a region's dependence on agency staff."""
