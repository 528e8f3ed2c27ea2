"""A posed body seen by a camera, as flat shapes."""
