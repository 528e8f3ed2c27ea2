"""Starting a practice: by name, or by a wish."""
