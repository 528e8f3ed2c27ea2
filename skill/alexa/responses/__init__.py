"""Responses to Alexa: what the coach replies, and what it teaches her for a session."""
