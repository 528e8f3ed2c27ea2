"""What stands between two turns: a practice, a question, what was last spoken of."""
