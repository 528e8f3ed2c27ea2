"""What can be talked about, one package for each subject."""
