"""`POST /alexa`: verified requests from Alexa, through Amazon's adapter."""
