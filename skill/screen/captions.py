"""The words on a screen beside what is said: what is going on, which limb, what comes next."""

import re
from dataclasses import dataclass

from skill.coach.practice.place import WORK_PHASES, Phase, Place, Side
from skill.coach.practice.practice import Practice
from skill.coach.practice.timeline import index_of, outline
from skill.screen.timeline import Shot
from skill.words import Words

PLACE = re.compile(r"\{(side|other)\}(\w*)")
"""Where a side stands in a text, with the ending that it has there: "dein {side}es Knie"."""


@dataclass(frozen=True)
class Captions:
    """The captions of one practice in one language."""

    words: Words
    practice: Practice

    def of(self, key: str, **fill: object) -> str:
        """A word for the screen, such as `hold`."""
        return self.words.language.screen[key].format(**fill)

    def name(self, place: Place) -> str:
        """The stretch at a place, as a heading; at the practice's end, nothing."""
        return self.words.title(self.words.stretch(place.stretch).name) if place.stretch else ""

    def number(self, place: Place) -> str:
        """Which of how many stretches, and on which side; empty where there is one of each."""
        if self.practice.is_end(place):
            return ""
        told = []
        if self.practice.is_routine:
            told.append(self.of("stretch_of", number=place.item + 1, count=len(self.practice.items)))
        if place.side is not None:
            told.append(heading(self.of("side", side=self.words.side(place.side))))
        return " · ".join(told)

    def limb(self, shot: Shot | None) -> str:
        """Which limb is meant, its side in capitals; where none is, the side alone."""
        if shot is None:
            return ""
        text = self.words.language.figures[shot.stretch].limbs.get(shot.frame, "")
        if not text and shot.side is not None:
            text = self.words.language.screen["side"]
        return heading(self._loud(text, shot.side))

    def next(self, kind: str, place: Place) -> str:
        """What comes after what is done at a place; empty where the screen shows that by itself."""
        if self.practice.is_end(place) or kind not in (*WORK_PHASES, Phase.RELEASE):
            return ""
        segments = outline(self.practice)
        number = index_of(self.practice, place)
        following = segments[number + 1] if number + 1 < len(segments) else None
        if following is None or following.item != place.item or following.phase is Phase.RELEASE:
            return self._next_stretch(place)
        effort = following.effort
        if effort.side is not None and effort.side is not segments[number].effort.side:
            return self.of("then_side", side=self.words.side(effort.side))
        if following.phase in WORK_PHASES:
            return ""
        return self.of("then_round", number=effort.repetition)

    def _next_stretch(self, place: Place) -> str:
        after = self.practice.place_of(place.item + 1)
        if self.practice.is_end(after):
            return self.of("then_done")
        return self.of("then_stretch", stretch=self.words.stretch(after.stretch).name)

    def _loud(self, text: str, side: Side | None) -> str:
        """A text with its sides in capitals, the endings that they have in it included."""
        if side is None:
            return PLACE.sub("", text)
        sides = {"side": self.words.side(side), "other": self.words.side(side.other)}
        return PLACE.sub(lambda place: f"{sides[place[1]]}{place[2]}".upper(), text)


def heading(text: str) -> str:
    """A text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
