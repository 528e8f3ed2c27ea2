"""The words of one language, ready to be said; it knows no practice and no platform."""

from skill.words.wording import Words

__all__ = ["Words"]
