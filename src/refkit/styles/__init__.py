"""Formatted reference lists and notes, by CSL styles."""
