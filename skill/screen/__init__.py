"""What a device with a screen shows beside an answer: the same cues, as an APL document and its data."""
