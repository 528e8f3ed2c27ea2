"""What is played straight through on a device, and where it is kept."""
