"""What can be talked about, a room each."""
