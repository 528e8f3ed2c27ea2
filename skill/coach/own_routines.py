"""Routines of a person's own: found by name, started, deleted."""

import re

from skill.coach.asking import inform
from skill.coach.beginning import begin_without_avoided
from skill.coach.choosing import scene_mode
from skill.coach.composing import ask
from skill.coach.events import Asked, DeleteRoutine
from skill.coach.practice import OWN
from skill.coach.scene import NAMED, Scene, Turn
from skill.coach.state import Mode, Wanted

ASK = "ask_delete_routine"
"""The question whether to delete a routine."""


def own_named(scene: Scene, asked: Asked) -> str:
    """The person's own routine of that name; empty where there is none."""
    names = {plain(name): name for name in scene.profile.preferences.routines}
    ids = (plain(entry.removeprefix(OWN)) for entry in asked.ids if entry.startswith(OWN))
    said = (*ids, plain(asked.heard), telling(scene, asked.heard)) if asked.heard else tuple(ids)
    return next((names[each] for each in said if each in names), "")


def begin_own(scene: Scene, name: str) -> Turn:
    """Start a routine of the person's own."""
    kept = scene.profile.preferences.routines[name]
    stretches = tuple(stretch for stretch in kept if stretch in scene.library.stretches)
    return begin_without_avoided(scene, OWN + name, stretches)


def delete(scene: Scene, event: DeleteRoutine) -> Turn:
    """Delete a routine of the person's own, after asking; ours stay."""
    if own := own_named(scene, event.routine):
        return ask_whether(scene, own)
    if event.routine.ids:
        return inform(scene, scene.say("own_not_yours", routine=scene.name_of(event.routine.ids[0])))
    names = list(scene.profile.preferences.routines)
    if not names:
        return inform(scene, scene.say("own_none"))
    heard = telling(scene, event.routine.heard) or event.routine.heard
    told = scene.say("unknown_routine", heard=heard) if heard else ""
    if len(names) > 1:
        question = scene.say("own_which", routines=scene.words.one_of(names[:NAMED]))
        options = tuple(names)
        return ask(scene, told, question, mode=Mode.CHOOSING, wanted=Wanted.FORGET, options=options)
    return ask_whether(scene, names[0], told, "own_only" if told else ASK)


def ask_whether(scene: Scene, name: str, told: str = "", prompt: str = ASK) -> Turn:
    """Ask whether a routine of the person's own is to be deleted."""
    question = scene.say(prompt, routine=name)
    return ask(scene, told, question, mode=Mode.CONFIRMING, wanted=Wanted.FORGET, options=(name,))


def delete_now(scene: Scene, name: str) -> Turn:
    """Yes, delete it."""
    kept = scene.profile.preferences.routines
    scene = scene.with_preferences(routines={n: s for n, s in kept.items() if n != name})
    scene = scene.with_state(question=None, mode=scene_mode(scene))
    return inform(scene, scene.say("own_deleted", routine=name))


def plain(name: str) -> str:
    """A name as it is compared: small letters, no signs."""
    return " ".join(re.sub(r"[^\w ]", "", name.lower()).split())


def telling(scene: Scene, name: str) -> str:
    """A name without what people say around names, such as "my" and "routine"."""
    around = scene.words.language.phrases.around_names
    return " ".join(word for word in plain(name).split() if word not in around)
