"""One module per question that a page, an export or the command line asks; the only place where numbers meet data."""
