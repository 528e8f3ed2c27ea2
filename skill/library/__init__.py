"""The stretches and routines Limber Back knows, as records; it knows nothing of coaching or of Alexa."""
