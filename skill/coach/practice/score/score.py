"""A practice in words: the segments of its timeline as cues, from any place in a segment."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from skill.coach.practice.cautions import Caution, Moment
from skill.coach.practice.cues.cues import (
    Cue,
    Said,
    Silence,
    length,
)
from skill.coach.practice.cues.pauses import (
    A_MOMENT,
    BEFORE_LISTENING,
    GETTING_DOWN,
    LIFTED_PAUSE,
    MOVEMENT,
    RELEASE_PAUSE,
    TO_ANSWER,
    TO_LISTEN,
    quiet,
)
from skill.coach.practice.cues.work import (
    FIVE,
    THREE,
    breath_cues,
    hold_cues,
    movement_cues,
    stay_cues,
)
from skill.coach.practice.place import (
    ALL_TOLD,
    ALSO_FIRST,
    ANNOUNCING,
    ARRIVED,
    GETTING_IN,
    LAST_MOVE,
    OF_ITS_OWN,
    TELLING,
    WORK_PHASES,
    Phase,
    Place,
)
from skill.coach.practice.practice import Effort, Item, Practice
from skill.coach.practice.timeline import Segment, segment_at
from skill.coach.practice.wordings.announcing import announcement, dose
from skill.coach.practice.wordings.dealing import Dealt, dealt
from skill.coach.practice.wordings.texts import sentences, sided
from skill.library.language import StretchWords
from skill.library.records import Breaths, Library, Movement, Sides
from skill.words import Words


@dataclass(frozen=True)
class Arrival:
    """How the coaching begins at a place that was not reached by the segment before."""

    place: Place
    """Where it begins."""
    body: str
    """The position the body is in: an id of `positions.toml`."""
    out: bool = True
    """Whether the body is out of the stretch and has to be told the way back in."""


@dataclass(frozen=True)
class Telling:
    """A text that is told before a stretch, by the steps of `Phase.SETTLE`."""

    sentences: tuple[str, ...]
    first: int
    """The step of its first sentence."""
    seconds: float
    """Seconds to answer each sentence."""
    over: int
    """The step that is past it."""

    def step_of(self, number: int) -> int:
        """The step of one of its sentences, by its number from 0."""
        return min(self.first + number, self.over - 1)


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
                return self._settle(segment, body, place.step)
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

    def is_stay(self, segment: Segment) -> bool:
        """Whether a segment is the work that is held until the person says a word."""
        working = segment.phase in WORK_PHASES
        return working and self._item(segment).is_stay(segment.effort)

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

    def get_in_cues(
        self, start: str, end: str, place: Place | None = None, done: int = 0, told: tuple[str, ...] = ()
    ) -> tuple[Cue, ...]:
        """Getting from one position to another, one sentence at a time, each with time for it.

        Args:
            start: The position the body is in.
            end: The one it gets into.
            place: The place in the practice; None outside its own time.
            done: How many of the sentences are over.
            told: What nobody has to move for, said in the first quiet on the way: what is to be minded
                is heard before anybody kneels down.
        """
        way = list(enumerate(sentences(self.get_in(start, end))))
        last = len(way) - 1
        way = way[min(done, max(0, last)) :]
        pace = self.practice.manner.time_to_settle
        first = way[0][0] if way else 0
        cues: list[Cue] = []
        for number, sentence in way:
            step = LAST_MOVE if number == last else GETTING_IN + number
            there = _at_step(place, step) if place is not None else None
            cues.append(self._said(sentence, there))
            meanwhile = told if number == first else ()
            needed = self.words.seconds_to_move(sentence, GETTING_DOWN) * pace
            cues += self._quiet_with(meanwhile, needed, there, number)
        return tuple(cues)

    def move_seconds(self, start: str, end: str) -> float:
        """Seconds that getting from one position to another takes, its words included."""
        return length(self.get_in_cues(start, end))

    def getting_in(self, segment: Segment) -> str:
        """The brief way into the work of a segment, for a person who is out of the stretch."""
        return sided(self.words, " ".join(self._words(segment).brief), segment.effort.side)

    def way_in(self, segment: Segment) -> tuple[Cue, ...]:
        """The same with time for each movement, outside the practice's own time."""
        return tuple(self._told("brief", segment, None, self.practice.manner.time_to_settle))

    def coming_out(self, segment: Segment) -> str:
        """How to come out of a segment's stretch, in one sentence."""
        return sided(self.words, self._words(segment).release, segment.effort.side)

    def rest_after(self, segment: Segment, place: Place) -> list[Cue]:
        """The quiet after coming out of a segment's stretch."""
        needed = self.words.seconds_to_move(self.coming_out(segment), self._movement(segment))
        return self._pause(max(RELEASE_PAUSE, needed), place)

    def _item(self, segment: Segment) -> Item:
        return self.practice.items[segment.item]

    def _words(self, segment: Segment) -> StretchWords:
        way = self._item(segment).way
        return self.words.stretch(segment.stretch, way, in_bed=self.practice.is_on_a_bed)

    def _movement(self, segment: Segment) -> float:
        """Seconds that one movement takes in a segment's stretch."""
        own = self.library.stretches[segment.stretch].step_pause
        return own.value if own is not None else MOVEMENT

    def _dealt(self, segment: Segment) -> Dealt:
        return dealt(self.practice)[segment.place]

    def _pause(self, seconds: float, place: Place | None, variant: int = 0) -> list[Cue]:
        return quiet(seconds, place, self.words, "take_your_time", variant, aloud=self.aloud)

    def _minded(self, segment: Segment, moment: Moment) -> tuple[str, ...]:
        """What is told at a moment before a segment's stretch."""
        here = (each for each in self.cautions if each.item == segment.item)
        return tuple(each.text for each in here if each.moment is moment)

    def _quiet_with(
        self, told: tuple[str, ...], seconds: float, place: Place | None, variant: int = 0
    ) -> Iterator[Cue]:
        """Time to move, in which something may be told that nobody has to move for, and answered."""
        if not told:
            yield from self._pause(seconds, place, variant)
            return
        if seconds > 0:
            yield from self._pause(BEFORE_LISTENING, place, variant)
        for text in told:
            said = self._said(text, place)
            yield said
            seconds -= said.seconds
        yield from self._pause(max(TO_ANSWER, seconds - BEFORE_LISTENING), place, variant)

    def _said(self, text: str, place: Place | None) -> Said:
        return Said(text, self.words.seconds(text), place)

    def _told(
        self,
        key: str,
        segment: Segment,
        place: Place | None,
        pace: float,
        first: str = "",
        before: int = 0,
        start: int = 0,
    ) -> Iterator[Cue]:
        """The texts of a list of the stretch from the one numbered `start`, each with time to move.

        `first` is said before the one numbered `before`, and `place` is None outside the practice's own
        time.
        """
        words = self._words(segment)
        texts: tuple[str, ...] = getattr(words, key)
        takes = words.takes.get(key, (0.0,) * len(texts))
        lifts = key in ("steps", "brief") and self._item(segment).at_a_time > 0
        for number, (text, own) in enumerate(zip(texts, takes, strict=True)):
            if number < min(start, len(texts) - 1):
                continue
            there = _at_step(place, number) if place is not None and key == "steps" else place
            said = sided(self.words, text, segment.effort.side)
            yield self._said(f"{first} {said}" if first and number == before else said, there)
            # Where nobody is told to move, it takes no longer because the movements here are slow.
            moves = self.words.moves_in(said) > 0
            needed = self.words.seconds_to_move(said, self._movement(segment)) if moves else MOVEMENT
            seconds = max(own, needed * pace)
            lifted = lifts and number == len(texts) - 1
            at_the_wall = key == "steps" and number == 0
            minded = self._minded(segment, Moment.AT_THE_WALL) if at_the_wall else ()
            seconds = LIFTED_PAUSE if lifted else seconds
            yield from self._quiet_with(minded, seconds, there, number + segment.item)

    def _settle(self, segment: Segment, before: str, heard: int) -> tuple[Cue, ...]:
        """What is told before a stretch, the way into its position, and what is going to be done.

        Whoever was interrupted on the way goes on with the sentence that was being said.
        """
        place, position = segment.place, self.position_of(segment.stretch)
        cues: list[Cue] = []
        if heard < GETTING_IN:
            cues += self._told_before(segment, heard)
        if heard < ARRIVED:
            told = self._minded(segment, Moment.ON_THE_WAY)
            cues += self.get_in_cues(before, position, place, max(0, heard - GETTING_IN), told)
        moving = cues.pop() if _is_quiet_on_the_way(cues) else None
        return (*cues, *self._told_on_arrival(segment, moving))

    def _told_on_arrival(self, segment: Segment, moving: Cue | None) -> Iterator[Cue]:
        """What is going to be done, said in the time for the last movement of the way in, if any."""
        item, there = self._item(segment), _at_step(segment.place, ARRIVED)
        told = self._said(dose(self.words, item, self._turn(segment)), there)
        after = 0.0 if item.brief else TO_LISTEN
        if moving is not None:
            yield Silence(A_MOMENT, moving.place)
            after = max(after, moving.seconds - A_MOMENT - told.seconds)
        yield told
        yield from self._pause(after, there)

    def tellings(self, segment: Segment) -> tuple[Telling, ...]:
        """What is told before a segment's stretch, in its order: its name, and what is to be minded."""
        own = self.words.stretch(segment.stretch).caution
        cautions = enumerate(self._minded(segment, Moment.BEFORE))
        texts = [
            *((0, text, TO_ANSWER) for text in self._minded(segment, Moment.AT_THE_START)),
            *((ALSO_FIRST, text, TO_ANSWER) for text in self._minded(segment, Moment.ALSO_AT_THE_START)),
            (ANNOUNCING, announcement(self.words, self.practice, segment.item), 0.0),
            *([(OF_ITS_OWN, own, TO_ANSWER)] if own else []),
            *((TELLING + number * ALSO_FIRST, text, TO_ANSWER) for number, text in cautions),
        ]
        overs = [*(first for first, *_ in texts[1:]), ALL_TOLD]
        texts[0] = (0, *texts[0][1:])  # whatever it is: the stretch begins with it
        return tuple(
            Telling(tuple(sentences(text)), first, seconds, over)
            for (first, text, seconds), over in zip(texts, overs, strict=True)
        )

    def telling_at(self, place: Place) -> Telling | None:
        """The text that is told at a place before a stretch; None where none is."""
        if not self.practice.is_before(place) or place.step >= ALL_TOLD:
            return None
        told = self.tellings(segment_at(self.practice, place))
        return next(each for each in told if place.step < each.over)

    def _told_before(self, segment: Segment, heard: int) -> Iterator[Cue]:
        """The announcement and the cautions, a sentence at a time; with time to answer each caution.

        A caution that was broken off is told whole; the quiet after its last word is past it.
        """
        for telling in self.tellings(segment):
            for number, sentence in enumerate(telling.sentences if heard < telling.over else ()):
                there = _at_step(segment.place, telling.step_of(number))
                yield self._said(sentence, there)
                if telling.seconds:
                    last = number + 1 == len(telling.sentences)
                    past = _at_step(segment.place, telling.over) if last else there
                    yield from self._pause(telling.seconds, past)

    def _turn(self, segment: Segment) -> int:
        return segment.item + self.practice.day

    def _change(self, segment: Segment, *, afresh: bool) -> tuple[Cue, ...]:
        words, given = self._words(segment), self._dealt(segment)
        pace = self.practice.manner.time_to_settle
        told = partial(self._told, segment=segment, place=segment.place, pace=pace)
        if afresh:
            return tuple(told("brief", first=self._back_for(segment)))
        one_leg = self._item(segment).at_a_time > 0
        if segment.phase is Phase.SWITCH:
            # Nobody hears of the new side while the limb of the old one is still up.
            change = self._turn_announced(given)
            if one_leg:
                return (*told("switch"), *told("brief", first=change))
            return tuple(told("switch", first=change, before=1))
        if words.again:
            other = bool(words.again_other) and given.again % 2 == 1
            out = tuple(told("again_other" if other else "again"))
        else:  # the other side is left out: out of it, and in again on the same one
            out = (*self._release(segment), *told("brief"))
        # One leg at a time: the foot is down and has rested before anything of the next is said.
        return (*out, *told("brief")) if one_leg else out

    def _back_for(self, segment: Segment) -> str:
        effort = segment.effort
        return self.words.say(
            "back_for_side" if effort.side is not None else "back_for_repetition",
            effort.repetition + self._turn(segment),
            side=self.words.side(effort.side) if effort.side is not None else "",
            repetition=self.words.ordinal(effort.repetition),
        )

    def _turn_announced(self, given: Dealt) -> str:
        assert given.change is not None  # noqa: S101 - only sides are switched
        return given.change.text(self.words)

    def _steps(self, segment: Segment, told: int) -> tuple[Cue, ...]:
        key = "brief" if self._item(segment).brief else "steps"
        return tuple(self._told(key, segment, segment.place, self.practice.manner.pace, start=told))

    def _work(self, segment: Segment, held: float) -> tuple[Cue, ...]:
        item = self._item(segment)
        words = self._words(segment)
        if self.is_stay(segment):
            seconds = segment.effort.seconds
            return stay_cues(self.words, segment.place, seconds, held, aloud=self.aloud)
        match item.work:
            case Movement():
                counted = item.sides is not Sides.IN_TURN or item.opens_round(segment.effort)
                return movement_cues(
                    self.words,
                    segment.place,
                    segment.effort.seconds,
                    held,
                    self._beats(segment),
                    counted=counted,
                    aloud=self.aloud,
                )
            case Breaths(_, each):
                breaths = self._dealt(segment).breathing(self.words, aloud=self.aloud)
                return breath_cues(self.words, segment.place, breaths, each, held, aloud=self.aloud)
            case _:
                return self._hold(segment, words, held)

    def _beats(self, segment: Segment) -> tuple[str, ...]:
        """What is told along one repetition: both ends, or somebody waits at the far one."""
        words = self._words(segment)
        texts = words.move if segment.effort.repetition == 1 else self._brief_beats(segment, words)
        return tuple(sided(self.words, text, segment.effort.side) for text in texts)

    def _brief_beats(self, segment: Segment, words: StretchWords) -> tuple[str, ...]:
        """The same in short; the last by turns in other words, so that it is not heard all the time."""
        *before, last = words.move_brief
        turn = self._item(segment).number_at(segment.place) % (len(words.move_other) + 1)
        return (*before, (last, *words.move_other)[turn])

    def _hold(self, segment: Segment, words: StretchWords, held: float) -> tuple[Cue, ...]:
        given, place = self._dealt(segment), segment.place
        if given.begin is None:
            turn = place.repetition + self._turn(segment)
            begin = self.words.say(
                "hold_begin_again", turn, repetition=self.words.ordinal(place.repetition)
            )
        else:
            begin = given.begin.text(self.words)
        if given.felt and words.felt:
            begin = f"{begin} {words.felt}"
        marks = [
            (each.left, each.saying.text(self.words, words.ease, each.left)) for each in given.middle
        ]
        if marks and segment.effort == self._item(segment).efforts[0]:
            left, text = marks[0]
            marks[0] = (left, " ".join((text, *self._minded(segment, Moment.IN_THE_HOLD))))
        return hold_cues(
            self.words,
            place,
            segment.effort.seconds,
            held,
            begin,
            marks,
            last=FIVE if given.counts else THREE,
            aloud=self.aloud,
        )

    def _release(self, segment: Segment) -> tuple[Cue, ...]:
        return (
            self._said(self.coming_out(segment), segment.place),
            *self.rest_after(segment, segment.place),
        )


# Packing an answer, saying it, and finding the place in it one turn later go along the same segments:
# composing them each time took half of a turn's work. A whole practice has six hundred segments.
@lru_cache(maxsize=2048)
def _composed(score: Score, segment: Segment, arrival: Arrival | None) -> tuple[Cue, ...]:
    return score.compose(segment, arrival)


def _is_quiet_on_the_way(cues: list[Cue]) -> bool:
    """Whether some cues end with the time for a movement into a position."""
    last = cues[-1] if cues else None
    on_the_way = last is not None and last.place is not None and last.place.step >= GETTING_IN
    return on_the_way and isinstance(last, Silence) and last.seconds > A_MOMENT


def _at_step(place: Place, step: int) -> Place:
    return Place(place.item, place.stretch, place.phase, place.repetition, place.side, step)
