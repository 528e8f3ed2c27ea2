"""Utterances that are a sample, word for word or nearly."""
