"""Cautions: which are still to be told in a practice, and which were heard."""

from dataclasses import replace

from skill.coach.conversation.scene import Scene
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice


def cautioned(scene: Scene, practice: Practice, place: Place) -> Practice:
    """A practice whose stretches ahead tell the cautions that were not heard yet, each of them once.

    Worked out anew with every answer: what was to tell one may have been skipped, or left out.
    """
    known = set(scene.profile.preferences.cautioned)
    items = list(practice.items)
    first = place.item + (place != practice.place_of(place.item))
    for number, item in enumerate(items[first:], first):
        new = tuple(c for c in scene.library.stretches[item.stretch].cautions if c not in known)
        known.update(new)
        if new != item.cautions:
            items[number] = replace(item, cautions=new)
    # The very same where nothing changes: what was made of it is found by that.
    return replace(practice, items=tuple(items)) if items != list(practice.items) else practice


def cautions_missed(scene: Scene, practice: Practice, place: Place) -> str:
    """What there is to mind about a stretch that somebody takes up in the middle and has not heard.

    It does not count as heard: it is told once more when that stretch is begun.
    """
    if practice.is_end(place) or place == practice.place_of(place.item):
        return ""
    known = scene.profile.preferences.cautioned
    cautions = scene.library.stretches[place.stretch].cautions
    texts = scene.words.language.cautions
    return " ".join(texts[c] for c in cautions if c in texts and c not in known)


def caution_heard(scene: Scene, *cautions: str) -> Scene:
    """The scene in which these cautions were heard: they do not come again."""
    known = scene.profile.preferences.cautioned
    new = tuple(dict.fromkeys(caution for caution in cautions if caution not in known))
    return scene.with_preferences(cautioned=(*known, *new)) if new else scene
