"""What is told of a body, found among other words."""
