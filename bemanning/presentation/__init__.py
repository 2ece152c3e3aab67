"""Answers made visible: Swedish words and numbers, figures, cards and tables."""
