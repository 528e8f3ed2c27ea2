"""Finding a routine by its name, the person's own before the library's, and what is in it."""

from skill.coach.conversation.disambiguation.own_names import own_named
from skill.coach.conversation.events import Asked
from skill.coach.conversation.scene import Scene
from skill.coach.practice.practice import OWN


def routine_named(scene: Scene, asked: Asked) -> str:
    """The entry of the routine that is meant, as a practice is called after it; empty for none."""
    own = own_named(scene, asked)
    return OWN + own if own else next((id_ for id_ in asked.ids if not id_.startswith(OWN)), "")


def stretches_of(scene: Scene, entry: str) -> tuple[str, ...]:
    """The stretches of a routine, the person's own or one of the library's, in order; of others none."""
    if entry.startswith(OWN):
        return scene.own.preferences.routines.get(entry.removeprefix(OWN), ())
    routine = scene.library.routines.get(entry)
    return routine.stretches if routine is not None else ()
