"""The coach: timeline, place, conversation, progress. Pure; it knows no clock, no I/O and no Alexa."""
