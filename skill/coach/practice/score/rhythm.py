"""Whether there is time to do what is told: for every stretch, side, level and way.

`limber content check` reports where there is too little, and `limber content times` shows all of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.coach.practice.cues.cues import (
    Cue,
    Said,
    Silence,
    length,
)
from skill.coach.practice.cues.pauses import GETTING_DOWN, LIFTED_PAUSE, MOVEMENT
from skill.coach.practice.place import ARRIVED, WORK_PHASES, Phase
from skill.coach.practice.practice import Item, Practice
from skill.coach.practice.score.composing import cues_of
from skill.coach.practice.score.in_and_out import way_in
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import Segment, outline
from skill.library.records import Level, Library, Stretch
from skill.words import Words

LONGEST_TALK = 12.0
"""Seconds of words without a pause for moving, at most; ours."""

A_PAUSE = 2.0
"""Seconds from which a silence is one; ours."""

LONGEST_LEAD = 25.0
"""Seconds until somebody who lies there and knows a stretch holds it, at most; ours."""


@dataclass(frozen=True)
class Moment:
    """Something that is told to be done, and the time there is for it."""

    stretch: str
    phase: Phase
    text: str
    moves: int
    words: float
    """Seconds of the words."""
    given: float
    """Seconds until the next word."""
    needed: float
    """What the content says it takes, at least."""


@dataclass(frozen=True)
class Change:
    """What one stretch gives for its way in, its change of sides or repetition, and its way back."""

    stretch: str
    way_in: tuple[Moment, ...]
    change: tuple[Moment, ...]
    brief: tuple[Moment, ...]


def too_fast(library: Library, words: Words) -> Iterator[tuple[str, str]]:
    """What is told with too little time, or too much at once: the stretch's id, and what is wrong."""
    for practice in practices(library, words):
        score = Score(library, words, practice)
        stretch = practice.items[0].stretch
        for moment in _moments(score):
            if moment.given + 0.01 < moment.needed:
                gap = f"{moment.given:.1f} seconds, and takes {moment.needed:.1f}"
                yield stretch, f"{moment.text!r} is given {gap}"
        cues = part(score, practice.place_of(0), practice.end, practice.body)
        yield from ((stretch, wrong) for wrong in _long_talk(cues))
        lead = _lead(score)
        if practice.items[0].brief and practice.body == "lying_back" and lead > LONGEST_LEAD:
            yield stretch, f"leads {lead:.1f} seconds to its first hold, for whoever knows it"


def table(library: Library, words: Words) -> tuple[Change, ...]:
    """The time there is in every stretch at its standard dose."""
    rows = []
    for stretch in library.stretches.values():
        whole = _practice(stretch, Level.STANDARD, "", stretch.position, brief=False)
        score, segments = Score(library, words, whole), outline(whole)
        steps = next(each for each in segments if each.phase is Phase.STEP)
        changes = [s for s in segments if s.phase is Phase.SWITCH]
        changes += [s for s in segments[1:] if s.phase is Phase.SETTLE]
        rows.append(
            Change(
                stretch.id,
                tuple(_of(score, steps, cues_of(score, steps))),
                tuple(_of(score, changes[0], cues_of(score, changes[0]))) if changes else (),
                tuple(_of(score, steps, way_in(score, steps))),
            )
        )
    return tuple(rows)


def row(change: Change) -> str:
    """One stretch in one line: movements and seconds, a movement's share of them, and the way back."""
    parts = [f"{change.stretch:26}"]
    for name, moments in (
        *(("in", change.way_in), ("change", change.change)),
        ("back in", change.brief),
    ):
        moves = sum(max(1, moment.moves) for moment in moments)
        given = sum(moment.given for moment in moments)
        share = f"{given / moves:4.1f} each" if moves else ""
        parts.append(f"{name} {moves:2} moves {given:5.1f} s {share:9}")
    return " | ".join(parts).rstrip()


def practices(library: Library, words: Words) -> Iterator[Practice]:
    """Every stretch at every level and in every way, in full and in brief, from afar and in place."""
    for stretch in library.stretches.values():
        for level in Level:
            for way in ("", *words.language.stretches[stretch.id].ways):
                for brief in (False, True):
                    for body in ("standing", stretch.position):
                        yield _practice(stretch, level, way, body, brief=brief)


def _practice(stretch: Stretch, level: Level, way: str, body: str, *, brief: bool) -> Practice:
    dose = stretch.doses[level]
    repetitions = 1 if dose.kind == "movement" else dose.repetitions.value
    item = Item(stretch.id, dose.work, repetitions, stretch.sides, brief, (), way, stretch.at_a_time)
    return Practice("", stretch.id, (item,), body)


def _moments(score: Score) -> list[Moment]:
    found: list[Moment] = []
    for segment in outline(score.practice):
        if segment.phase not in WORK_PHASES:
            found += _of(score, segment, cues_of(score, segment))
    # After an interruption, the way back in.
    steps = outline(score.practice)[1]
    return found + list(_of(score, steps, way_in(score, steps)))


def _of(score: Score, segment: Segment, cues: tuple[Cue, ...]) -> Iterator[Moment]:
    """What is told to be done among some cues, with the time until the next word of that kind."""
    fillers = set(score.words.language.prompts["take_your_time"])
    stretch = score.library.stretches[segment.stretch]
    own = stretch.step_pause.value if stretch.step_pause is not None else MOVEMENT
    getting_down = segment.phase is Phase.SETTLE and segment.effort.repetition == 1
    each = GETTING_DOWN if getting_down else own
    for number, cue in enumerate(cues):
        if not isinstance(cue, Said) or cue.text in fillers:
            continue
        moves = score.words.moves_in(cue.text)
        waits = number + 1 < len(cues) and isinstance(cues[number + 1], Silence)
        if not moves and not waits:
            continue
        given = 0.0
        for after in cues[number + 1 :]:
            if isinstance(after, Said) and not _leaves_alone(after, fillers):
                break
            given += after.seconds
        needed = score.words.seconds_to_move(cue.text, each) if moves else 0.0
        lifts = stretch.one_leg and given == LIFTED_PAUSE
        needed = min(needed, LIFTED_PAUSE) if lifts else needed
        yield Moment(stretch.id, segment.phase, cue.text, moves, cue.seconds, given, needed)


def _leaves_alone(said: Said, fillers: set[str]) -> bool:
    """Whether one goes on moving meanwhile: a word between two silences, or what will be done."""
    arrived = said.place is not None and (said.place.phase, said.place.step) == (Phase.SETTLE, ARRIVED)
    return arrived or said.text in fillers


def _long_talk(cues: tuple[Cue, ...]) -> Iterator[str]:
    talk, begun = 0.0, ""
    for cue in cues:
        at_work = cue.place is not None and cue.place.phase in WORK_PHASES
        if at_work or isinstance(cue, Silence):
            talk = 0.0 if at_work or cue.seconds >= A_PAUSE else talk
            continue
        begun = begun if talk else cue.text
        talk += cue.seconds
        if talk > LONGEST_TALK:
            yield f"talks for {talk:.1f} seconds without a pause, from {begun!r}"
            talk = 0.0


def _lead(score: Score) -> float:
    """Seconds from the announcement to the first work."""
    segments = outline(score.practice)
    first = next(number for number, segment in enumerate(segments) if segment.phase in WORK_PHASES)
    return sum(length(cues_of(score, segment)) for segment in segments[:first])
