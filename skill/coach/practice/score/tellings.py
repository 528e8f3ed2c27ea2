"""What is told before a stretch: its name, and what is to be minded, by the steps of `Phase.SETTLE`."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.coach.practice.cautions import Moment
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.cues.pauses import TO_ANSWER
from skill.coach.practice.place import (
    ALL_TOLD,
    ALSO_FIRST,
    ANNOUNCING,
    OF_ITS_OWN,
    TELLING,
    Place,
)
from skill.coach.practice.score.saying import at_step, minded, pause, say
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import Segment, segment_at
from skill.coach.practice.wordings.announcing import announcement
from skill.coach.practice.wordings.texts import sentences


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


def tellings(score: Score, segment: Segment) -> tuple[Telling, ...]:
    """What is told before a segment's stretch, in its order: its name, and what is to be minded."""
    own = score.words.stretch(segment.stretch).caution
    cautions = enumerate(minded(score, segment, Moment.BEFORE))
    also_first = minded(score, segment, Moment.ALSO_AT_THE_START)
    texts = [
        *((0, text, TO_ANSWER) for text in minded(score, segment, Moment.AT_THE_START)),
        *((ALSO_FIRST, text, TO_ANSWER) for text in also_first),
        (ANNOUNCING, announcement(score.words, score.practice, segment.item), 0.0),
        *([(OF_ITS_OWN, own, TO_ANSWER)] if own else []),
        *((TELLING + number * ALSO_FIRST, text, TO_ANSWER) for number, text in cautions),
    ]
    overs = [*(first for first, *_ in texts[1:]), ALL_TOLD]
    texts[0] = (0, *texts[0][1:])  # whatever it is: the stretch begins with it
    return tuple(
        Telling(tuple(sentences(text)), first, seconds, over)
        for (first, text, seconds), over in zip(texts, overs, strict=True)
    )


def telling_at(score: Score, place: Place) -> Telling | None:
    """The text that is told at a place before a stretch; None where none is."""
    if not score.practice.is_before(place) or place.step >= ALL_TOLD:
        return None
    told = tellings(score, segment_at(score.practice, place))
    return next(each for each in told if place.step < each.over)


def told_before(score: Score, segment: Segment, heard: int) -> Iterator[Cue]:
    """The announcement and the cautions, a sentence at a time; with time to answer each caution.

    A caution that was broken off is told whole; the quiet after its last word is past it.

    Args:
        score: The practice.
        segment: The first of the stretch.
        heard: The step that is heard first.
    """
    for telling in tellings(score, segment):
        for number, sentence in enumerate(telling.sentences if heard < telling.over else ()):
            there = at_step(segment.place, telling.step_of(number))
            yield say(score, sentence, there)
            if telling.seconds:
                last = number + 1 == len(telling.sentences)
                past = at_step(segment.place, telling.over) if last else there
                yield from pause(score, telling.seconds, past)
