"""What is said, and the quiet after it: a text, a list of them with time to move, what is minded."""

from collections.abc import Iterator

from skill.coach.practice.cautions import Moment
from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.practice.cues.pauses import (
    BEFORE_LISTENING,
    LIFTED_PAUSE,
    MOVEMENT,
    TO_ANSWER,
    quiet,
)
from skill.coach.practice.place import Place
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import Segment
from skill.coach.practice.wordings.texts import sided


def say(score: Score, text: str, place: Place | None) -> Said:
    """A text as a cue; the place is None outside the practice's own time."""
    return Said(text, score.words.seconds(text), place)


def pause(score: Score, seconds: float, place: Place | None, variant: int = 0) -> list[Cue]:
    """Quiet as cues; `variant` says which wording of the filler comes first."""
    return quiet(seconds, place, score.words, "take_your_time", variant, aloud=score.aloud)


def minded(score: Score, segment: Segment, moment: Moment) -> tuple[str, ...]:
    """What is told at a moment before a segment's stretch."""
    here = (each for each in score.cautions if each.item == segment.item)
    return tuple(each.text for each in here if each.moment is moment)


def quiet_with(
    score: Score, told: tuple[str, ...], seconds: float, place: Place | None, variant: int = 0
) -> Iterator[Cue]:
    """Time to move, in which something may be told that nobody has to move for, and answered."""
    if not told:
        yield from pause(score, seconds, place, variant)
        return
    if seconds > 0:
        yield from pause(score, BEFORE_LISTENING, place, variant)
    for text in told:
        said = say(score, text, place)
        yield said
        seconds -= said.seconds
    yield from pause(score, max(TO_ANSWER, seconds - BEFORE_LISTENING), place, variant)


def told(
    score: Score,
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
    words = score.words_of(segment)
    texts: tuple[str, ...] = getattr(words, key)
    takes = words.takes.get(key, (0.0,) * len(texts))
    lifts = key in ("steps", "brief") and score.item_of(segment).at_a_time > 0
    for number, (text, own) in enumerate(zip(texts, takes, strict=True)):
        if number < min(start, len(texts) - 1):
            continue
        there = at_step(place, number) if place is not None and key == "steps" else place
        said = sided(score.words, text, segment.effort.side)
        yield say(score, f"{first} {said}" if first and number == before else said, there)
        # Where nobody is told to move, it takes no longer because the movements here are slow.
        moves = score.words.moves_in(said) > 0
        needed = score.words.seconds_to_move(said, score.movement(segment)) if moves else MOVEMENT
        seconds = max(own, needed * pace)
        lifted = lifts and number == len(texts) - 1
        at_the_wall = key == "steps" and number == 0
        besides = minded(score, segment, Moment.AT_THE_WALL) if at_the_wall else ()
        seconds = LIFTED_PAUSE if lifted else seconds
        yield from quiet_with(score, besides, seconds, there, number + segment.item)


def at_step(place: Place, step: int) -> Place:
    """The same place at a step of its phase."""
    return Place(place.item, place.stretch, place.phase, place.repetition, place.side, step)
