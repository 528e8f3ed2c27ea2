"""What hurts, and what is left out."""
