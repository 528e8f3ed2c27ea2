"""Starting a practice: by name, by what it is to be like."""
