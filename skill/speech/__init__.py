"""Cues → what a device plays. Escaping and the platform's limits are found in this package only."""
