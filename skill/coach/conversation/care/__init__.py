"""What a body has, as far as it was said: what that means for each stretch, and what is told of it."""
