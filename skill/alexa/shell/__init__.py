"""The shell around the coach: what a turn needs from outside, and what is done with its outcome."""
