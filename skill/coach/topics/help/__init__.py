"""Help, and words that were not understood."""
