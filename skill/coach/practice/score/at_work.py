"""What is said while a stretch is held, breathed or moved."""

from skill.coach.practice.cautions import Moment
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.cues.work import (
    FIVE,
    THREE,
    breath_cues,
    hold_cues,
    movement_cues,
    stay_cues,
)
from skill.coach.practice.score.saying import minded
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import Segment
from skill.coach.practice.wordings.texts import sided
from skill.library.language import StretchWords
from skill.library.records import Breaths, Movement, Sides


def work(score: Score, segment: Segment, held: float) -> tuple[Cue, ...]:
    """The cues along a segment's work, of which so many seconds are over."""
    item = score.item_of(segment)
    if score.is_stay(segment):
        seconds = segment.effort.seconds
        return stay_cues(score.words, segment.place, seconds, held, aloud=score.aloud)
    match item.work:
        case Movement():
            counted = item.sides is not Sides.IN_TURN or item.opens_round(segment.effort)
            return movement_cues(
                score.words,
                segment.place,
                segment.effort.seconds,
                held,
                _beats(score, segment),
                counted=counted,
                aloud=score.aloud,
            )
        case Breaths(_, each):
            breaths = score.dealt(segment).breathing(score.words, aloud=score.aloud)
            return breath_cues(score.words, segment.place, breaths, each, held, aloud=score.aloud)
        case _:
            return _hold(score, segment, held)


def _beats(score: Score, segment: Segment) -> tuple[str, ...]:
    """What is told along one repetition: both ends, or somebody waits at the far one."""
    words = score.words_of(segment)
    first = segment.effort.repetition == 1
    texts = words.move if first else _brief_beats(score, segment, words)
    return tuple(sided(score.words, text, segment.effort.side) for text in texts)


def _brief_beats(score: Score, segment: Segment, words: StretchWords) -> tuple[str, ...]:
    """The same in short; the last by turns in other words, so that it is not heard all the time."""
    *before, last = words.move_brief
    turn = score.item_of(segment).number_at(segment.place) % (len(words.move_other) + 1)
    return (*before, (last, *words.move_other)[turn])


def _hold(score: Score, segment: Segment, held: float) -> tuple[Cue, ...]:
    words, given, place = score.words_of(segment), score.dealt(segment), segment.place
    if given.begin is None:
        turn = place.repetition + score.turn(segment)
        begin = score.words.say(
            "hold_begin_again", turn, repetition=score.words.ordinal(place.repetition)
        )
    else:
        begin = given.begin.text(score.words)
    if given.felt and words.felt:
        begin = f"{begin} {words.felt}"
    marks = [(each.left, each.saying.text(score.words, words.ease, each.left)) for each in given.middle]
    if marks and segment.effort == score.item_of(segment).efforts[0]:
        left, text = marks[0]
        marks[0] = (left, " ".join((text, *minded(score, segment, Moment.IN_THE_HOLD))))
    return hold_cues(
        score.words,
        place,
        segment.effort.seconds,
        held,
        begin,
        marks,
        last=FIVE if given.counts else THREE,
        aloud=score.aloud,
    )
