"""Practising: pausing, navigation, adjustments."""
