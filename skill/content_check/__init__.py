"""Everything that is wrong with the content, whichever part of the skill checks it."""
