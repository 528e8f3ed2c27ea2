"""How long things take: what one answer holds, and how long a practice runs from word to word."""
