"""The words of one language, ready to be spoken; knows no practice and no platform."""

from skill.words.wording import Words

__all__ = ["Words"]
