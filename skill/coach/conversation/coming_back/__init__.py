"""Putting a practice aside, and coming back to it."""
