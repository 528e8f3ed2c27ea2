"""A stand-in for Alexa: an ear, envelopes, and a device with a clock. The skill is passed in."""
