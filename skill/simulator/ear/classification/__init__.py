"""What an utterance probably means, by what was learned from the samples."""
