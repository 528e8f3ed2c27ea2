"""The browser coach: a page, and the JSON interface that it uses."""
