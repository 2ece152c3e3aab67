"""What services answered, with presentation's words, as files to hand on."""
