"""Sound as bytes: samples, WAV, MP3, and what a file says of itself."""
