"""`POST /alexa`: requests that are verified to be Alexa's, through Amazon's adapter."""
