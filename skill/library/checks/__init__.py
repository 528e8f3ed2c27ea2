"""What is wrong with the content: the rules between files, and those of what is said."""
