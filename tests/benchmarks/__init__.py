"""What is measured on demand, never asserted: see the README."""
