"""The browser coach: a page, and the JSON it lives on."""
