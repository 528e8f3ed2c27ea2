"""What a figure file says, as records."""
