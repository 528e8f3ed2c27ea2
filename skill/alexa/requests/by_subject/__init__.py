"""What the slots of intents mean, by what they are about."""
