"""Limber Back: a voice coach for back stretches."""
