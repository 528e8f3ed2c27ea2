"""The web service: Alexa's requests at `POST /alexa`, verified, and the browser coach at `/`."""
