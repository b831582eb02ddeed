"""Forms that formatted lists and notes are written in: one file each, which defines OUTPUT."""
