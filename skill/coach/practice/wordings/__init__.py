"""What is said where along a practice: how a stretch is announced, and which words a hold gets."""
