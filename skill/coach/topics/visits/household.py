"""Practices that others of the household left unfinished, offered to a voice that may be theirs.

Nobody is named, and nobody's adjustments show: a shared practice is done at the gentle level, from the
repetition it had reached.
"""

from dataclasses import replace
from datetime import timedelta

from skill.coach.conversation.personal_practice import item_of, minutes_of
from skill.coach.conversation.scene import Scene
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile, SavedPractice
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.practice import OWN, Manner, Practice, plan_name
from skill.coach.topics.starting.first_answer import seconds_of
from skill.library.records import Level

SHARED_FOR = timedelta(days=2)
"""How long a practice is offered to others of the household after it was left."""


def resumable(scene: Scene) -> tuple[SavedPractice, ...]:
    """Every practice that this person can go on with, the newest first."""
    own = {saved.practice.id for saved in scene.profile.practices}
    shared = [
        _gentle(scene, saved)
        for saved in scene.profile.household
        if saved.practice.id not in own and scene.now - saved.saved_at <= SHARED_FOR
    ]
    both = (*scene.profile.unfinished, *shared)
    return tuple(sorted(both, key=lambda saved: saved.saved_at, reverse=True))


def is_shared(scene: Scene, saved: SavedPractice) -> bool:
    """Whether another person of the household left it."""
    return all(own.practice.id != saved.practice.id for own in scene.profile.practices)


def _gentle(scene: Scene, saved: SavedPractice) -> SavedPractice:
    """A practice without anybody's adjustments, at the place nearest to the one it had reached."""
    anybody = scene.with_profile(Profile(scene.profile.person, Preferences(level=Level.GENTLE)))
    items = tuple(item_of(anybody, item.stretch) for item in saved.practice.items)
    # The name that a person gave to a routine is not shown to others.
    name = saved.practice.name
    if name.startswith(OWN):
        name = plan_name(minutes_of(seconds_of(anybody, replace(saved.practice, items=items))))
    practice = replace(saved.practice, name=name, items=items, manner=Manner())
    return replace(
        saved, practice=practice, place=_nearest(practice, saved.place), worked=0.0, counted=()
    )


def _nearest(practice: Practice, place: Place) -> Place:
    """The same repetition and side, or the last there is, with its hold from the beginning."""
    if practice.is_end(place) or place.phase not in (*WORK_PHASES, Phase.SWITCH):
        return practice.place_of(place.item)
    repetition = min(place.repetition, practice.items[place.item].rounds)
    return replace(place, repetition=repetition, held=0.0)
