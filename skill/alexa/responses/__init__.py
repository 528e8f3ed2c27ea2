"""Responses to Alexa: the coach's replies, and the names that Alexa recognises for a session."""
