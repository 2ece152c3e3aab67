"""A user's file → checked, typed frames. One module per source; only these parse what users hand in."""
