"""What is kept: progress told, exported, deleted."""
