"""A practice in words: the segments of its timeline as cues, from any place in a segment."""

from dataclasses import dataclass, replace
from functools import lru_cache

from skill.coach.practice.cautions import Caution
from skill.coach.practice.cues import Cue, Said
from skill.coach.practice.pauses import quiet
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.practice import Effort, Item, Practice, Talk
from skill.coach.practice.timeline import Segment, segment_at
from skill.coach.practice.work import breath_cues, hold_cues, movement_cues
from skill.library.language import StretchWords
from skill.library.records import Breaths, Library, Movement, Sides
from skill.words import Words

STEP_PAUSE = 2.5
"""Seconds of quiet after each step, for doing it; ours."""

BRIEF_PAUSE = 3.0
"""Seconds of quiet after brief instructions; ours."""

LIFTED_PAUSE = 3.0
"""Seconds of quiet once a foot is in the air: no longer for anybody, as they count on one leg; ours."""

RELEASE_PAUSE = 4.0
"""Seconds of quiet after coming out of a stretch; ours."""


@dataclass(frozen=True)
class Arrival:
    """How the coaching begins at a place that was not reached by the segment before."""

    place: Place
    """Where it begins."""
    body: str
    """The position the body is in: an id of `positions.toml`."""
    out: bool = True
    """Whether the body is out of the stretch and has to be told the way back in."""


@dataclass(frozen=True, eq=False)
class Score:
    """Turns the segments of one practice into cues, in one language."""

    library: Library
    words: Words
    practice: Practice
    cautions: tuple[Caution, ...] = ()
    """What is told before its stretches, for whom it concerns."""
    aloud: bool = False
    """Whether silence is so scarce that time is counted and breathed aloud."""

    def cues_of(self, segment: Segment, arrival: Arrival | None = None) -> tuple[Cue, ...]:
        """The cues of a segment.

        Args:
            segment: A segment of the practice's outline.
            arrival: Where and how to begin in it; None to go on from the segment before.
        """
        return _composed(self, segment, arrival)

    def compose(self, segment: Segment, arrival: Arrival | None) -> tuple[Cue, ...]:
        """The cues of a segment without the cache; arguments as in `cues_of`."""
        place = arrival.place if arrival is not None else segment.place
        match segment.phase:
            case Phase.SETTLE if segment.effort == self._item(segment).efforts[0]:
                body = arrival.body if arrival is not None else self.body_before(segment.item)
                return self._settle(segment, body, arrived=place.step > 0)
            case Phase.SETTLE | Phase.SWITCH:
                return self._change(segment, afresh=arrival is not None and arrival.out)
            case Phase.STEP:
                return self._steps(segment, place.step)
            case Phase.HOLD | Phase.MOVE:
                return self._work(segment, place.held)
            case Phase.RELEASE:
                return self._release(segment)

    def effort_at(self, place: Place) -> Effort:
        """The effort a place belongs to."""
        return segment_at(self.practice, place).effort

    def body_before(self, number: int) -> str:
        """The position the body is in before an item, given by its number from 0."""
        if number == 0:
            return self.practice.body
        return self.body_after(number - 1)

    def body_after(self, number: int) -> str:
        """The position the body is in after an item, given by its number from 0."""
        stretch = self.practice.items[number].stretch
        return self.library.stretches[stretch].ends_in or self.position_of(stretch)

    def position_of(self, stretch: str) -> str:
        """The position a stretch is done in, by its id; in bed where the practice is."""
        return self.library.position_of(stretch, in_bed=self.practice.in_bed)

    def get_in(self, start: str, end: str) -> str:
        """The words for getting from one position to another; empty where both are the same."""
        if start == end:
            return ""
        heights = (self.library.positions[start].height, self.library.positions[end].height)
        words = self.words.language.moves.get(heights, "")
        return f"{words} {self.words.position(end).get_in}".strip()

    def move_seconds(self, start: str, end: str) -> float:
        """Seconds that getting from one position to another takes, its words included."""
        if start == end:
            return 0.0
        return self.library.move_seconds[
            self.library.positions[start].height, self.library.positions[end].height
        ]

    def getting_in(self, segment: Segment) -> str:
        """The brief way into the work of a segment, for a person who is out of the stretch."""
        return sided(self.words, self._words(segment).brief, segment.effort.side)

    def coming_out(self, segment: Segment) -> str:
        """How to come out of a segment's stretch, in one sentence."""
        return sided(self.words, self._words(segment).release, segment.effort.side)

    def rest_after(self, place: Place) -> list[Cue]:
        """The quiet after coming out of a stretch."""
        return self._pause(RELEASE_PAUSE, place)

    def _item(self, segment: Segment) -> Item:
        return self.practice.items[segment.item]

    def _words(self, segment: Segment) -> StretchWords:
        return self.words.stretch(segment.stretch, self._item(segment).way)

    def _quiet(self, seconds: float, place: Place) -> list[Cue]:
        """Time to move, as long as the person's manner wants it."""
        seconds *= self.practice.manner.time_to_settle
        return self._pause(seconds, place, place.repetition + place.item)

    def _pause(self, seconds: float, place: Place, variant: int = 0) -> list[Cue]:
        return quiet(seconds, place, self.words, "take_your_time", variant, aloud=self.aloud)

    def _said(self, text: str, place: Place) -> Said:
        return Said(text, self.words.seconds(text), place)

    def _settle(self, segment: Segment, before: str, *, arrived: bool) -> tuple[Cue, ...]:
        position = self.position_of(segment.stretch)
        told = [self._announcement(segment.item)]
        if not arrived:
            minded = [each for each in self.cautions if each.item == segment.item]
            own = self.words.stretch(segment.stretch).caution
            told = [each.text for each in minded if each.is_of_several] + told
            told += [own] * bool(own) + [each.text for each in minded if not each.is_of_several]
        cues: list[Cue] = [self._said(text, segment.place) for text in told]
        way = self.get_in(before, position) if not arrived else ""
        if way:
            cues.append(self._said(way, segment.place))
            needed = self.move_seconds(before, position)
            cues += self._quiet(max(3.0, needed - cues[-1].seconds), segment.place)
        cues.append(self._said(self._dose(segment), _at_step(segment.place, 1)))
        return tuple(cues)

    def _announcement(self, number: int) -> str:
        name = self.words.stretch(self.practice.items[number].stretch).name
        if not self.practice.is_routine:
            return self.words.say("announce_only", stretch=name)
        if number == 0:
            return self.words.say("announce_first", stretch=name)
        if number == len(self.practice.items) - 1:
            return self.words.say("announce_last", stretch=name)
        return self.words.say("announce_next", number, stretch=name)

    def _dose(self, segment: Segment) -> str:
        item = self._item(segment)
        side = segment.effort.side
        told = dose_in_words(self.words, item)
        if side is None:
            return told
        key = "side_only" if item.only_side is side else "side_first"
        first = self.words.say(key, segment.item, side=self.words.side(side))
        return f"{told} {first}"

    def _change(self, segment: Segment, *, afresh: bool) -> tuple[Cue, ...]:
        if self._item(segment).at_a_time:
            return self._lifted(segment, afresh=afresh)
        words = self._words(segment)
        if afresh:
            text = f"{self._back_for(segment)} {self.getting_in(segment)}"
        elif segment.phase is Phase.SWITCH:
            switch = sided(self.words, words.switch, segment.effort.side)
            text = f"{self._turn_announced(segment)} {switch}"
        else:
            text = words.again
        rest = self.library.stretches[segment.stretch].rest.value
        return (self._said(text, segment.place), *self._quiet(rest, segment.place))

    def _lifted(self, segment: Segment, *, afresh: bool) -> tuple[Cue, ...]:
        """The foot comes down and rests, before anything else is said; then one is lifted."""
        words, cues = self._words(segment), list[Cue]()
        told = self._back_for(segment) if afresh else ""
        if not afresh:
            switched = segment.phase is Phase.SWITCH
            down = sided(self.words, words.switch if switched else words.again, segment.effort.side)
            cues.append(self._said(down, segment.place))
            cues += self._quiet(self.library.stretches[segment.stretch].rest.value, segment.place)
            told = self._turn_announced(segment) if switched else ""
        cues.append(self._said(f"{told} {self.getting_in(segment)}".strip(), segment.place))
        return (*cues, *self._pause(LIFTED_PAUSE, segment.place))

    def _back_for(self, segment: Segment) -> str:
        effort = segment.effort
        return self.words.say(
            "back_for_side" if effort.side is not None else "back_for_repetition",
            effort.repetition,
            side=self.words.side(effort.side) if effort.side is not None else "",
            repetition=self.words.ordinal(effort.repetition),
        )

    def _turn_announced(self, segment: Segment) -> str:
        effort = segment.effort
        assert effort.side is not None  # noqa: S101 - only a stretch with sides switches
        return self.words.say(
            "change_sides",
            effort.repetition + (effort.side is Side.LEFT),
            side=self.words.side(effort.side),
        )

    def _steps(self, segment: Segment, told: int) -> tuple[Cue, ...]:
        words = self._words(segment)
        brief = self._item(segment).brief
        texts = (words.brief,) if brief else words.steps
        own = self.library.stretches[segment.stretch].step_pause
        usual = own.value if own is not None else STEP_PAUSE
        rest = self.library.stretches[segment.stretch].rest.value
        pause = (max(BRIEF_PAUSE, rest) if brief else usual) * self.practice.manner.pace
        cues: list[Cue] = []
        for number, text in enumerate(texts):
            if number < min(told, len(texts) - 1):
                continue
            place = _at_step(segment.place, number)
            cues.append(self._said(sided(self.words, text, segment.effort.side), place))
            lifted = self._item(segment).at_a_time and number == len(texts) - 1
            cues += self._pause(LIFTED_PAUSE if lifted else pause, place, number)
        return tuple(cues)

    def _work(self, segment: Segment, held: float) -> tuple[Cue, ...]:
        item = self._item(segment)
        words = self._words(segment)
        match item.work:
            case Movement():
                texts = words.move if segment.effort.repetition == 1 else words.move_brief
                told = tuple(sided(self.words, text, segment.effort.side) for text in texts)
                counted = item.sides is not Sides.IN_TURN or segment.effort.side is Side.LEFT
                return movement_cues(
                    self.words,
                    segment.place,
                    segment.effort.seconds,
                    held,
                    told,
                    counted=counted,
                    aloud=self.aloud,
                )
            case Breaths(_, each):
                count = round(segment.effort.seconds / each)
                return breath_cues(self.words, segment.place, count, each, held, aloud=self.aloud)
            case _:
                quietly = self.practice.manner.talk is Talk.LITTLE
                felt = words.felt if segment.effort.repetition == 1 and not quietly else ""
                return hold_cues(
                    self.words,
                    segment.place,
                    segment.effort.seconds,
                    held,
                    felt,
                    opens=item.opens_round(segment.effort),
                    quietly=quietly,
                    aloud=self.aloud,
                )

    def _release(self, segment: Segment) -> tuple[Cue, ...]:
        return (
            self._said(self.coming_out(segment), segment.place),
            *self.rest_after(segment.place),
        )


# Packing an answer, saying it, and finding the place in it one turn later go along the same segments:
# composing them each time took half of a turn's work. A whole practice has six hundred segments.
@lru_cache(maxsize=2048)
def _composed(score: Score, segment: Segment, arrival: Arrival | None) -> tuple[Cue, ...]:
    return score.compose(segment, arrival)


@lru_cache(maxsize=64)
def score_of(
    library: Library,
    words: Words,
    practice: Practice,
    cautions: tuple[Caution, ...] = (),
    *,
    aloud: bool = False,
) -> Score:
    """The score of a practice; one object for all practices that differ in id, name and wish alone."""
    return _shared(library, words, replace(practice, id="", name="", wish=None), cautions, aloud)


@lru_cache(maxsize=16)
def _shared(
    library: Library,
    words: Words,
    practice: Practice,
    cautions: tuple[Caution, ...],
    aloud: bool,  # noqa: FBT001 - a cache's key
) -> Score:
    return Score(library, words, practice, cautions, aloud)


def sided(words: Words, text: str, side: Side | None) -> str:
    """A text of a stretch with the side's words filled in; as it is for a stretch without sides."""
    if side is None:
        return text
    return text.format(side=words.side(side), other=words.side(side.other))


def dose_in_words(words: Words, item: Item) -> str:
    """What is going to be done, as it is announced: seconds, sides, repetitions."""
    sided = bool(item.efforts[0].side) and item.only_side is None
    match item.work:
        case Movement(repetitions, _):
            key = "dose_movement_each" if sided else "dose_movement"
            return words.say(key, times=repetitions)
        case Breaths(_, each):
            breaths = round(item.efforts[0].seconds / each)
            return words.say("dose_breaths", breaths=breaths, times=item.repetitions)
        case _:
            key = "dose_hold_each" if sided else "dose_hold"
            once = "_once" if item.repetitions == 1 else ""
            seconds = item.efforts[0].seconds
            return words.say(key + once, seconds=seconds, times=item.repetitions)


def _at_step(place: Place, step: int) -> Place:
    return Place(place.item, place.stretch, place.phase, place.repetition, place.side, step)
