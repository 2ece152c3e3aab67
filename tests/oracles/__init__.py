"""Naive second implementations, written from DOMAIN's definitions with loops and fractions, that the code must agree with."""
