"""The stretches and routines of Limber Back, as records; it knows nothing of coaching or of Alexa."""
