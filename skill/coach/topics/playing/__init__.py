"""Straight through: a practice that a device's player plays without a break."""
