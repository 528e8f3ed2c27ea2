"""Where in an answer or in a stream of sound somebody is at which second, and what is shown there."""
