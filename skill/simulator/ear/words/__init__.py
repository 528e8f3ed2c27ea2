"""What the ear knows of a language, and an utterance as words."""
