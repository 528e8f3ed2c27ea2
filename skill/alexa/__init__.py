"""Alexa: the only home of Amazon's SDK. Requests become events, replies become responses."""
