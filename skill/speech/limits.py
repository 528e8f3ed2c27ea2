"""How much Alexa takes in one answer; sources in `docs/platform.md`."""

from skill.coach.conversation.reply import Limits
from skill.coach.practice.packing import Budget

PER_BREAK = len('<break time="10000ms"/> ')
"""Characters that one silence takes in SSML, with the space after it."""

ANSWER = Budget(seconds=210.0, characters=7500, per_silence=PER_BREAK)
"""Amazon stops audio at 240 seconds and takes 8,000 characters. The rest is left for a slower voice
than predicted, and for the markup around the words."""

SPOKEN = Limits(answer=ANSWER, reprompt=ANSWER, card_characters=8000)
"""The limits of a speaker, for SSML and for APL for Audio."""
