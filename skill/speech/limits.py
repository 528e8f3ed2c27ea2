"""How much Alexa takes in one answer and in its reprompt, by the way it reaches her: the one table.

What of it is known and from where is in `docs/platform.md`. All of it allows for what nobody knows: a
slower voice than predicted, what stands around the words.
"""

import math
from collections.abc import Mapping

from skill.coach.conversation.reply import Limits
from skill.coach.person.device import Rendering
from skill.coach.practice.score.packing import Budget

PER_BREAK = len('<break time="10000ms"/> ')
"""Characters that one silence takes in SSML, with the space after it."""

CHARACTERS = 7500
"""Amazon takes 8,000 in one output speech."""

CARD = 8000
"""Characters of a card, its title among them."""


def _budget(seconds: float, silent: float = math.inf) -> Budget:
    return Budget(seconds, CHARACTERS, PER_BREAK, silent)


LIMITS: Mapping[Rendering, Limits] = {
    # 240 seconds of audio in an answer, 90 in a reprompt, as Amazon says of <audio>.
    Rendering.BREAKS: Limits(_budget(210.0), _budget(80.0), card_characters=CARD),
    # 240 seconds in all of what is rendered.
    Rendering.AUDIO: Limits(
        _budget(140.0), _budget(70.0), together=Budget(seconds=210.0), card_characters=CARD
    ),
    # Ten seconds of silence, whether that is counted by the answer or by the whole response.
    Rendering.SHORT: Limits(
        _budget(210.0, silent=6.5),
        _budget(80.0, silent=3.3),
        together=Budget(silent=9.8),
        aloud=True,
        card_characters=CARD,
    ),
}
"""What one answer may hold, by how it is sent."""
