"""Alexa: the only home of Amazon's SDK. Requests become events, replies become responses."""

from skill.alexa import services_on_demand

services_on_demand.install()
