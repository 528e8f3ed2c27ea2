"""What several tests use: stand-ins, samples, and people who talk."""
