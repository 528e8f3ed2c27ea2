"""What is answered: the kinds of answer, how much of a practice one holds, and how things end."""
