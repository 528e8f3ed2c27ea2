"""Which words every hold, breath and change of a practice gets, so that they are not always the same.

Everything depends on the practice alone and on the day it began: a place that is come back to says the
same again, and nothing has to be kept. Wordings are dealt in turn over the whole practice: one comes
back when all the others have been heard. Never varied is what keeps somebody safe: ways out, limits,
how to move.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from skill.coach.practice.place import Phase, Place
from skill.coach.practice.practice import Item, Practice, Talk
from skill.coach.practice.timeline import outline
from skill.library.records import Breaths
from skill.words import Words

MARK_EVERY = 10
"""Seconds between two marks of a hold: as much as `pauses.LONGEST_SILENCE` allows."""

WORTH_A_WORD = 15.0
"""The shortest hold, in seconds, in whose middle anything is said; ours."""

OWN = "ease"
"""Instead of a prompt: what the stretch itself says may be let go."""

BREATH, EASE, TIME, TEN, HALF = (
    *("hold_breathe", "hold_ease", "hold_left"),
    *("hold_ten_left", "hold_halfway"),
)

SHORT = ((EASE,), (TEN,), (BREATH,))
MIDDLE = ((EASE, BREATH), (BREATH, TEN), (BREATH, EASE), (TIME, BREATH))
"""What is said in the middle of a hold that is not the first of its stretch, by turns: with room for one
word, and for two."""

LONG = (BREATH, EASE, TIME)
"""By turns, every ten seconds of a longer one."""


@dataclass(frozen=True)
class Saying:
    """A prompt in one of its wordings."""

    prompt: str
    turn: int = 0

    def text(self, words: Words, own: str = "", left: int = 0) -> str:
        """It as it is said; what is a stretch's own is given."""
        return own if self.prompt == OWN else words.say(self.prompt, self.turn, seconds=left)


@dataclass(frozen=True)
class Middle:
    """What is said in the middle of a hold."""

    left: int
    """Seconds that are left then."""
    saying: Saying


@dataclass(frozen=True)
class Dealt:
    """The words that one segment of a practice gets."""

    begin: Saying | None = None
    """Of a hold; None where its number is said instead."""
    felt: bool = False
    """Whether it is said where the hold should be felt."""
    middle: tuple[Middle, ...] = ()
    """In their order."""
    change: Saying | None = None
    """Of a change of sides."""
    again: int = 0
    """How many repetitions went before that had the same way out and in: for every other time."""
    breaths: tuple[tuple[Saying, Saying], ...] = ()
    """In and out, of a hold that is counted in breaths."""
    counts: bool = True
    """Whether the last five seconds are counted, and not only three."""

    def breathing(self, words: Words, *, aloud: bool) -> list[tuple[str, str]]:
        """Each breath in and out; where it is counted aloud, always in the same words."""
        if aloud:
            return [(words.say("breathe_in"), words.say("breathe_out"))] * len(self.breaths)
        return [(inward.text(words), out.text(words)) for inward, out in self.breaths]


@lru_cache(maxsize=256)
def dealt(practice: Practice) -> Mapping[Place, Dealt]:
    """The words of every segment that has a choice, by the place at which it begins."""
    dealer = _Dealer(practice)
    return {segment.place: dealer.deal(segment.place) for segment in outline(practice)}


class _Dealer:
    """Goes along a practice once."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.said: Counter[str] = Counter()
        self.eased: set[int] = set()

    def deal(self, place: Place) -> Dealt:
        """The words of the next segment."""
        item = self.practice.items[place.item]
        if place.phase is Phase.SWITCH:
            return Dealt(change=self._next("change_sides"))
        if place.phase is Phase.SETTLE and place.repetition > 1:
            self.said[f"again {place.item}"] += 1
            return Dealt(again=self.said[f"again {place.item}"] - 1)
        if place.phase is not Phase.HOLD:
            return Dealt()
        if isinstance(item.work, Breaths):
            return Dealt(breaths=self._breaths(item, place, item.work))
        return self._hold(item, place)

    def _next(self, prompt: str) -> Saying:
        turn = self.said[prompt] + self.practice.day
        self.said[prompt] += 1
        return Saying(prompt, turn)

    def _hold(self, item: Item, place: Place) -> Dealt:
        effort = item.efforts[item.number_at(place)]
        first = item.number_at(place) == 0
        numbered = effort.repetition > 1 and item.opens_round(effort)
        quietly = self.practice.manner.talk is Talk.LITTLE
        lefts = _marks(effort.seconds)
        kinds = self._kinds(effort.seconds, first=first, numbered=numbered, quietly=quietly)
        middle = tuple(
            Middle(left, self._of_kind(kind, place.item))
            for left, kind in zip(lefts, kinds, strict=True)
        )
        breathes = BREATH in kinds or quietly
        begin = None if numbered else self._next("hold_begin" if breathes else "hold_begin_breath")
        counts = first or TEN not in kinds
        felt = first and not quietly and effort.seconds >= WORTH_A_WORD
        return Dealt(begin=begin, felt=felt, middle=middle, counts=counts)

    def _kinds(self, seconds: float, *, first: bool, numbered: bool, quietly: bool) -> tuple[str, ...]:
        """What kind of word each mark of a hold gets."""
        lefts = _marks(seconds)
        if quietly:
            return tuple(_time(left, seconds) for left in lefts)
        turn = self.said["a hold"]
        self.said["a hold"] += not first
        match len(lefts):
            case 0:
                return ()
            case 1:
                return (BREATH,) if first or numbered else SHORT[turn % len(SHORT)]
            case 2:
                return (BREATH, TEN) if first else MIDDLE[turn % len(MIDDLE)]
            case _:
                told = [LONG[(turn + number) % len(LONG)] for number in range(len(lefts))]
                for number, left in enumerate(lefts):
                    time = _time(left, seconds)
                    told[number] = told[number] if time == TIME else time
                return (BREATH, *told[1:]) if first or numbered else tuple(told)

    def _of_kind(self, kind: str, item: int) -> Saying:
        if kind == EASE and item not in self.eased:
            self.eased.add(item)
            return Saying(OWN)
        return self._next(kind)

    def _breaths(self, item: Item, place: Place, work: Breaths) -> tuple[tuple[Saying, Saying], ...]:
        count = round(item.efforts[item.number_at(place)].seconds / work.seconds_each)
        return tuple(
            (
                self._next("breathe_in_last" if count > 1 and number == count - 1 else "breathe_in"),
                self._next("breathe_out"),
            )
            for number in range(count)
        )


def _marks(seconds: float) -> tuple[int, ...]:
    """The seconds that are left where something is said, the most first."""
    if seconds < WORTH_A_WORD:
        return ()
    return tuple(range(MARK_EVERY, int(seconds - 0.001), MARK_EVERY))[::-1]


def _time(left: int, seconds: float) -> str:
    """How it is said how much is left: halfway and the last ten have words of their own."""
    if left == MARK_EVERY:
        return TEN
    return HALF if left * 2 == seconds else TIME
