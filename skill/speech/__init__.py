"""Cues → what a device plays. Escaping and the platform's limits live here and nowhere else."""
