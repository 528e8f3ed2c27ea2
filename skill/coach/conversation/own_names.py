"""Routines of a person's own by the names they gave them, as people say names."""

import re

from skill.coach.conversation.events import Asked
from skill.coach.conversation.scene import Scene
from skill.coach.practice.practice import OWN


def own_named(scene: Scene, asked: Asked) -> str:
    """The person's own routine of that name; empty where there is none."""
    names = {folded(name): name for name in scene.profile.preferences.routines}
    ids = (folded(entry.removeprefix(OWN)) for entry in asked.ids if entry.startswith(OWN))
    said = (*ids, folded(asked.heard), bare(scene, asked.heard)) if asked.heard else tuple(ids)
    return next((names[each] for each in said if each in names), "")


def folded(name: str) -> str:
    """A name as it is compared: small letters, no signs."""
    return " ".join(re.sub(r"[^\w ]", "", name.lower()).split())


def bare(scene: Scene, name: str) -> str:
    """A name without what people say around names, such as "my" and "routine"."""
    around = scene.words.language.phrases.around_names
    return " ".join(word for word in folded(name).split() if word not in around)
