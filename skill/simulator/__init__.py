"""A stand-in for Alexa: her ear, her envelopes, a device with a clock. It is handed the skill."""
