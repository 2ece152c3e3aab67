"""The measures: panels of whole numbers in, panels out. No I/O, no clock, no store."""
