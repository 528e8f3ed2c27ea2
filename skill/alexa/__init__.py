"""Alexa: the package that speaks with Amazon's SDK. Requests become events, replies become responses."""
