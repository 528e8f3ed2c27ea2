"""Routines of a person's own."""
