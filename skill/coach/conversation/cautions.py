"""Cautions: which ones a practice has yet to tell, and which ones the person has heard."""

from dataclasses import replace

from skill.coach.conversation.scene import Scene
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice


def cautioned(scene: Scene, practice: Practice, place: Place) -> Practice:
    """A practice whose stretches ahead tell every caution that the person has not heard, each one once.

    Computed anew for every answer, since the stretch that was to tell a caution may have been skipped.
    """
    known = set(scene.profile.preferences.cautioned)
    items = list(practice.items)
    first = place.item + (place != practice.place_of(place.item))
    for number, item in enumerate(items[first:], first):
        new = tuple(c for c in scene.library.stretches[item.stretch].cautions if c not in known)
        known.update(new)
        if new != item.cautions:
            items[number] = replace(item, cautions=new)
    # The same object where nothing changes: caches find a practice by it.
    return replace(practice, items=tuple(items)) if items != list(practice.items) else practice


def cautions_missed(scene: Scene, practice: Practice, place: Place) -> str:
    """The cautions of a stretch that is taken up in the middle, as far as the person has not heard them.

    They do not count as heard: they are told again when that stretch is begun.
    """
    if practice.is_end(place) or place == practice.place_of(place.item):
        return ""
    known = scene.profile.preferences.cautioned
    cautions = scene.library.stretches[place.stretch].cautions
    texts = scene.words.language.cautions
    return " ".join(texts[c] for c in cautions if c in texts and c not in known)


def caution_heard(scene: Scene, *cautions: str) -> Scene:
    """The scene with these cautions noted as heard, so that they are not told again."""
    known = scene.profile.preferences.cautioned
    new = tuple(dict.fromkeys(caution for caution in cautions if caution not in known))
    return scene.with_preferences(cautioned=(*known, *new)) if new else scene
