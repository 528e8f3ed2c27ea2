"""What a practice is and how it runs: frozen practice, place, cues, timeline. Knows no conversation."""
