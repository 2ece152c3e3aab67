"""Small deterministic answers and stand-in services for tests of what is shown."""
