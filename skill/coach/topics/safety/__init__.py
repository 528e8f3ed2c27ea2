"""What to do when something hurts, and stretches that are left out."""
