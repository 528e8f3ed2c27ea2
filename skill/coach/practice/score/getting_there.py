"""Getting from one position to another, such as from standing to lying on the back."""

from skill.coach.practice.cues.cues import Cue, length
from skill.coach.practice.cues.pauses import GETTING_DOWN
from skill.coach.practice.place import GETTING_IN, LAST_MOVE, Place
from skill.coach.practice.score.saying import at_step, quiet_with, say
from skill.coach.practice.score.score import Score
from skill.coach.practice.wordings.texts import sentences


def get_in(score: Score, start: str, end: str) -> str:
    """The words for getting from one position to another; empty where both are the same."""
    if start == end:
        return ""
    heights = (score.library.positions[start].height, score.library.positions[end].height)
    words = score.words.language.moves.get(heights, "")
    return f"{words} {score.words.position(end).get_in}".strip()


def get_in_cues(
    score: Score,
    start: str,
    end: str,
    place: Place | None = None,
    done: int = 0,
    told: tuple[str, ...] = (),
) -> tuple[Cue, ...]:
    """Getting from one position to another, one sentence at a time, each with time for it.

    Args:
        score: The practice.
        start: The position the body is in.
        end: The one it gets into.
        place: The place in the practice; None outside its own time.
        done: How many of the sentences are over.
        told: What nobody has to move for, said in the first quiet on the way: what is to be minded
            is heard before anybody kneels down.
    """
    way = list(enumerate(sentences(get_in(score, start, end))))
    last = len(way) - 1
    way = way[min(done, max(0, last)) :]
    pace = score.practice.manner.time_to_settle
    first = way[0][0] if way else 0
    cues: list[Cue] = []
    for number, sentence in way:
        step = LAST_MOVE if number == last else GETTING_IN + number
        there = at_step(place, step) if place is not None else None
        cues.append(say(score, sentence, there))
        meanwhile = told if number == first else ()
        needed = score.words.seconds_to_move(sentence, GETTING_DOWN) * pace
        cues += quiet_with(score, meanwhile, needed, there, number)
    return tuple(cues)


def move_seconds(score: Score, start: str, end: str) -> float:
    """Seconds that getting from one position to another takes, its words included."""
    return length(get_in_cues(score, start, end))
