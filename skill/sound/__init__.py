"""Cues as one stream of sound: words by a voice, silences exact."""
