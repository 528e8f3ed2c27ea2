"""Finding out which stretch or routine is meant: asking, and hearing the answer."""
