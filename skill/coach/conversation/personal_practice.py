"""A practice as this person does it: at their level, with their seconds, brief where they know it."""

from skill.coach.conversation.scene import Scene
from skill.coach.person.encoding import encode_time
from skill.coach.practice.cues import length
from skill.coach.practice.packing import part
from skill.coach.practice.practice import Item, Practice, Talk
from skill.words.numbers import roughly

KNOWN_AFTER = 2
"""How often a stretch was finished before its instructions become brief."""


def item_of(scene: Scene, stretch: str) -> Item:
    """A stretch as this person does it: at their level, with their seconds, brief where they know it."""
    record = scene.library.stretches[stretch]
    preferences = scene.profile.preferences
    dose = record.doses[preferences.levels.get(stretch, preferences.level)]
    own = preferences.holds.get(stretch)
    talk = preferences.manner.talk
    known = scene.profile.times_done(stretch) >= KNOWN_AFTER
    return Item(
        stretch=stretch,
        work=dose.work,
        repetitions=1 if dose.kind == "movement" else dose.repetitions.value,
        sides=record.sides,
        brief=talk is Talk.LITTLE or (known and talk is not Talk.MUCH),
        changes=((0, own),) if own is not None and dose.kind != "movement" else (),
    )


def practice_of(scene: Scene, name: str, stretches: tuple[str, ...]) -> Practice:
    """A practice of these stretches that begins now, from the position the body is in."""
    return Practice(
        id=encode_time(scene.now),
        name=name,
        items=tuple(item_of(scene, stretch) for stretch in stretches),
        body=scene.state.body,
        manner=scene.profile.preferences.manner,
    )


def seconds_of(scene: Scene, practice: Practice) -> float:
    """Seconds that a practice takes by its timeline, from the position the body is in."""
    cues = part(scene.score(practice), practice.place_of(0), practice.end, scene.state.body)
    return length(cues)


def minutes_of(seconds: float) -> int:
    """Whole minutes, as they are said of a practice; at least one."""
    return max(1, round(roughly(seconds) / 60))
