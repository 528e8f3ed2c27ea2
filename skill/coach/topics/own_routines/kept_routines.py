"""Deleting routines of a person's own that are not wanted any more."""

from skill.coach.conversation.answers.answers import ask, ask_again
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.disambiguation.own_names import bare, own_named
from skill.coach.conversation.disambiguation.picking import chosen_by
from skill.coach.conversation.events import (
    Asked,
    Choose,
    DeleteRoutine,
    Event,
    StartRoutine,
    StartStretch,
)
from skill.coach.conversation.scene import NAMED, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import DeleteRoutineForGood, WhichRoutineToDelete

ASK = "ask_delete_routine"
"""The prompt that asks whether to delete a routine."""


def delete(scene: Scene, event: DeleteRoutine) -> Outcome:
    """Delete a routine of the person's own, after asking; the library's routines cannot be deleted."""
    if own := own_named(scene, event.routine):
        return _ask_whether(scene, own)
    if event.routine.ids:
        return inform(scene, scene.say("own_not_yours", routine=scene.name_of(event.routine.ids[0])))
    names = list(scene.own.preferences.routines)
    if not names:
        return inform(scene, scene.say("own_none"))
    heard = bare(scene, event.routine.heard) or event.routine.heard
    told = scene.say("unknown_routine", heard=heard) if heard else ""
    if len(names) > 1:
        question = scene.say("own_which", routines=scene.words.one_of(names[:NAMED]))
        return ask(scene, told, question, WhichRoutineToDelete(tuple(names), of=scene.own.person))
    return _ask_whether(scene, names[0], told, "own_only" if told else ASK)


def choose(scene: Scene, event: Choose) -> Outcome:
    """Which routine to delete, by its number."""
    picked = chosen_by(scene, event, scene.asked(WhichRoutineToDelete).names)
    return _ask_whether(scene, picked[0]) if picked else ask_again(scene)


def choose_by_name(scene: Scene, event: StartRoutine | StartStretch) -> Outcome | NotAnAnswer:
    """Which routine to delete, by its name; the name of anything else starts that."""
    asked: Asked = event.routine if isinstance(event, StartRoutine) else event.stretch
    if own := own_named(scene, asked):
        return _ask_whether(scene, own)
    return NotAnAnswer()


def _ask_whether(scene: Scene, name: str, told: str = "", prompt: str = ASK) -> Outcome:
    """Ask whether a routine of the person's own is to be deleted."""
    question = scene.say(prompt, routine=name)
    return ask(scene, told, question, DeleteRoutineForGood(name, of=scene.own.person))


def delete_now(scene: Scene, _: Event) -> Outcome:
    """Yes, delete it."""
    name = scene.asked(DeleteRoutineForGood).name
    kept = scene.own.preferences.routines
    scene = scene.with_routines({n: s for n, s in kept.items() if n != name})
    scene = scene.with_state(question=None)
    return inform(scene, scene.say("own_deleted", routine=name))
