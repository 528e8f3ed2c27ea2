"""What can be wrong with a figure, without anybody looking at it."""
