"""The body: its bones, how it is posed, how it moves from one frame to the next."""
