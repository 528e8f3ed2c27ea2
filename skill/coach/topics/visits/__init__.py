"""Opening, taking up what was left, and leaving."""
