"""The ear: utterances → intents and slots, by the interaction model that Alexa gets."""
