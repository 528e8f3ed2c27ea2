"""A practice as cues: from any place in it, as much as one answer carries, or piece by piece."""
