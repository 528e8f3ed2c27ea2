"""The interaction model as the ear reads it: samples, slots and their values."""
