"""The way into the work of a stretch in brief, out of it, and over to its other side."""

from functools import partial

from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.cues.pauses import RELEASE_PAUSE
from skill.coach.practice.place import Phase, Place
from skill.coach.practice.score.saying import pause, say, told
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import Segment
from skill.coach.practice.wordings.dealing import Dealt
from skill.coach.practice.wordings.texts import sided


def getting_in(score: Score, segment: Segment) -> str:
    """The brief way into the work of a segment, for a person who is out of the stretch."""
    return sided(score.words, " ".join(score.words_of(segment).brief), segment.effort.side)


def way_in(score: Score, segment: Segment) -> tuple[Cue, ...]:
    """The same with time for each movement, outside the practice's own time."""
    return tuple(told(score, "brief", segment, None, score.practice.manner.time_to_settle))


def coming_out(score: Score, segment: Segment) -> str:
    """How to come out of a segment's stretch, in one sentence."""
    return sided(score.words, score.words_of(segment).release, segment.effort.side)


def release(score: Score, segment: Segment, place: Place) -> tuple[Cue, ...]:
    """The way out of a segment's stretch, and the quiet after it."""
    text = coming_out(score, segment)
    needed = score.words.seconds_to_move(text, score.movement(segment))
    return (say(score, text, place), *pause(score, max(RELEASE_PAUSE, needed), place))


def change(score: Score, segment: Segment, *, afresh: bool) -> tuple[Cue, ...]:
    """To the next repetition or the other side; where it begins afresh, in from outside."""
    words, given = score.words_of(segment), score.dealt(segment)
    pace = score.practice.manner.time_to_settle
    list_of = partial(told, score, segment=segment, place=segment.place, pace=pace)
    if afresh:
        return tuple(list_of("brief", first=_back_for(score, segment)))
    one_leg = score.item_of(segment).at_a_time > 0
    if segment.phase is Phase.SWITCH:
        # Nobody hears of the new side while the limb of the old one is still up.
        turn = _turn_announced(score, given)
        if one_leg:
            return (*list_of("switch"), *list_of("brief", first=turn))
        return tuple(list_of("switch", first=turn, before=1))
    if words.again:
        other = bool(words.again_other) and given.again % 2 == 1
        out = tuple(list_of("again_other" if other else "again"))
    else:  # the other side is left out: out of it, and in again on the same one
        out = (*release(score, segment, segment.place), *list_of("brief"))
    # One leg at a time: the foot is down and has rested before anything of the next is said.
    return (*out, *list_of("brief")) if one_leg else out


def _back_for(score: Score, segment: Segment) -> str:
    effort = segment.effort
    return score.words.say(
        "back_for_side" if effort.side is not None else "back_for_repetition",
        effort.repetition + score.turn(segment),
        side=score.words.side(effort.side) if effort.side is not None else "",
        repetition=score.words.ordinal(effort.repetition),
    )


def _turn_announced(score: Score, given: Dealt) -> str:
    assert given.change is not None  # noqa: S101 - only sides are switched
    return given.change.text(score.words)
