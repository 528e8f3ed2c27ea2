"""A practice as this person does it: at their level, with their seconds, brief where they know it."""

from dataclasses import replace

from skill.coach.conversation.care.verdicts import as_eased, is_eased, is_for_bed
from skill.coach.conversation.scene import Scene
from skill.coach.person.encoding import encode_time
from skill.coach.practice.practice import Item, Practice, Talk
from skill.coach.practice.sides import in_the_same_turns
from skill.library.records import (
    BED,
    GENTLE,
    LONGEST_SECONDS,
    Dose,
    Level,
    Movement,
    Stretch,
)

KNOWN_AFTER = 2
"""How often a stretch was finished before its instructions become brief."""


DESK, SLEEP = "desk", "sleep"
"""Ids of the `PLACE` slot type that are no heights of the body."""

UPRIGHT = ("sitting", "standing")
"""The heights in which nothing is done on the floor, as `positions.toml` has them."""

LYING, KNEELING = "lying", "kneeling"
"""The heights of who lies and who kneels on the floor, as `positions.toml` has it."""

MOST_TIMES = 3
"""How often any hold may be done where nothing more is recommended; ours."""


def item_of(scene: Scene, stretch: str) -> Item:
    """A stretch as this person does it: at their level, with their seconds, brief where they know it.

    No kept length is longer than one may be: a hold of days would take minutes to put together.
    """
    record = scene.library.stretches[stretch]
    preferences = scene.liked
    level = preferences.levels.get(stretch, preferences.level)
    dose = record.doses[level]
    own = preferences.holds.get(stretch)
    rounds = dose.repetitions.value
    if level is not Level.GENTLE:
        rounds = preferences.rounds.get(stretch, rounds)
    talk = preferences.manner.talk
    known = scene.profile.times_done(stretch) >= KNOWN_AFTER
    usual = Item(
        stretch=stretch,
        work=dose.work,
        repetitions=1 if dose.kind == "movement" else rounds,
        sides=record.sides,
        brief=talk is Talk.LITTLE or (known and talk is not Talk.MUCH),
        changes=((0, min(own, LONGEST_SECONDS)),) if own is not None and dose.kind != "movement" else (),
        way=GENTLE if level is Level.GENTLE else "",
        at_a_time=record.at_a_time,
    )
    return as_eased(scene, usual)


def once_more_as(scene: Scene, old: Item) -> Item:
    """A stretch anew, as it was wished for when it was started: its sides, its length and number."""
    new = item_of(scene, old.stretch)
    if old.asked and new.way == old.way and new.sides is old.sides:
        new = replace(new, work=old.work, repetitions=old.repetitions, changes=(), asked=True)
    return in_the_same_turns(new, old)


def most_of(scene: Scene, stretch: str) -> tuple[float, int]:
    """The longest hold, in seconds, and how many repetitions somebody may wish for.

    What the longer level has, or what any hold and any stretch may have; where something that was said
    of the body asks for the easier way, no more than the gentle level has.
    """
    doses = scene.library.stretches[stretch].doses
    if is_eased(scene, stretch):
        return _effort_of(doses[Level.GENTLE]), doses[Level.GENTLE].repetitions.value
    return LONGEST_SECONDS, max(MOST_TIMES, doses[Level.LONGER].repetitions.value)


def _effort_of(dose: Dose) -> float:
    breaths = dose.breaths.value if dose.breaths is not None else 1
    return breaths * dose.seconds.value


def in_easier_way(scene: Scene) -> Scene:
    """The scene with the stretch in progress in its easier way; a way it is in already is kept.

    Steps that were told in part are other ones now: they are told from the first.
    """
    if scene.item.way:
        return scene
    eased = scene.with_item(replace(scene.item, way=GENTLE))
    return eased.with_state(practice=replace(eased.under_way, place=replace(eased.place, step=0)))


def differs(scene: Scene) -> str:
    """How the stretch in progress is easier than usual, in one sentence; it must be in some way."""
    return scene.words.stretch(scene.place.stretch).ways[scene.item.way].differs


def practice_of(scene: Scene, name: str, stretches: tuple[str, ...]) -> Practice:
    """A practice of these stretches that begins now, from the position the body is in."""
    return Practice(
        id=encode_time(scene.now),
        name=name,
        items=tuple(item_of(scene, stretch) for stretch in stretches),
        body=scene.state.body,
        manner=scene.liked.manner,
        in_bed=is_for_bed(scene),
    )


def is_done_at(scene: Scene, stretch: Stretch, place: str) -> bool:
    """Whether a stretch belongs to a place, an id of the `PLACE` slot type.

    It is a height, a position by its own id, or one of these: at a desk nothing is done on the floor;
    before sleep everything is done lying, and nothing moves.
    """
    position = scene.library.positions[stretch.position]
    if place == DESK:
        return position.height in UPRIGHT
    if place == SLEEP:
        moves = isinstance(item_of(scene, stretch.id).work, Movement)
        return position.height == LYING and not moves
    return place in (position.height, stretch.position) or (place == BED and stretch.is_for_bed)


def lacking(scene: Scene, missing: str) -> Scene:
    """The scene where something is not there, an id of the `EQUIPMENT` slot type; empty for nothing."""
    if not missing or missing in scene.state.missing:
        return scene
    return scene.with_state(missing=(*scene.state.missing, missing))


def needs_missing(scene: Scene, stretch: str, missing: str = "") -> bool:
    """Whether a stretch needs what is not there: what is named, or was said before in the session.

    Args:
        scene: The conversation.
        stretch: The id of the stretch.
        missing: An id of the `EQUIPMENT` slot type, or empty.
    """
    scene = lacking(scene, missing)
    return any(scene.state.lacks(thing) for thing in scene.library.stretches[stretch].equipment)


def minutes_of(seconds: float) -> int:
    """Whole minutes, as they are said of a practice; at least one."""
    return max(1, round(seconds / 60))
