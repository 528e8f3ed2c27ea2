"""Steering a practice: what of it is done, from where on, and in which order."""
