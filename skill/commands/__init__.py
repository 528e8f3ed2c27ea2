"""The commands, a module for each family: options, one call, what came of it."""
