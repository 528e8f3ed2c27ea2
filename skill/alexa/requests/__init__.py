"""Alexa's requests, turned into the coach's events."""
