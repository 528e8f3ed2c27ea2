"""Alexa's services over the network: reminders, and the time zone of a device."""
