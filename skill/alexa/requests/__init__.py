"""Alexa's requests: read, and made into what the coach knows."""
