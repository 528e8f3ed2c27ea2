"""The voices that can speak a sentence: programs on this machine, and Amazon Polly."""
