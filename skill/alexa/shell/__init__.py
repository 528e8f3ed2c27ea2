"""The shell around the coach: what a turn needs from outside, and what it leaves behind."""
