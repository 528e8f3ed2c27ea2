"""The skill package: what the ASK CLI (version 2) makes a skill of, written from the content."""
