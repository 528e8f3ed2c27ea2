"""Opening the skill, taking up an unfinished practice, and leaving."""
