"""Naive second implementations, from the definitions, with loops and fractions: the code must agree with them."""
