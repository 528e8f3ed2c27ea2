"""The web: `POST /alexa` with requests verified, and the browser coach at `/`."""
