"""A practice as a file that can be taken along."""
