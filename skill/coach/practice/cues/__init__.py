"""What answers are made of: words and silences, along a hold, a breath, a movement."""
