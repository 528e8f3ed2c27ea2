"""What a practice is and how it runs: practice, place, cues, timeline. Knows no conversation."""
