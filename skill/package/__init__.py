"""The skill package, from which the ASK CLI (version 2) makes a skill; written from the content."""
