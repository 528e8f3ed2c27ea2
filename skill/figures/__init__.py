"""Drawn figures: one body in three dimensions, posed in `content/figures/`, drawn flat."""
