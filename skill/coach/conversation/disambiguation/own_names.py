"""Finding a person's own routine by the name they gave it, however they say it."""

import re

from skill.coach.conversation.events import Asked
from skill.coach.conversation.scene import Scene
from skill.coach.practice.practice import OWN


def own_named(scene: Scene, asked: Asked) -> str:
    """The name of the person's own routine that the words mean; empty where there is none."""
    names = {folded(name): name for name in scene.own.preferences.routines}
    ids = (folded(entry.removeprefix(OWN)) for entry in asked.ids if entry.startswith(OWN))
    said = (*ids, folded(asked.heard), bare(scene, asked.heard)) if asked.heard else tuple(ids)
    return next((names[each] for each in said if each in names), "")


def folded(name: str) -> str:
    """A name as it is compared: in small letters, without punctuation."""
    return " ".join(re.sub(r"[^\w ]", "", name.lower()).split())


def bare(scene: Scene, name: str) -> str:
    """A name without words that people say around it, such as "my" and "routine"."""
    around = scene.words.language.phrases.around_names
    return " ".join(word for word in folded(name).split() if word not in around)
