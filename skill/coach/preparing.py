"""A practice as this person does it: their level, their own seconds, and how well they know it."""

from dataclasses import replace

from skill.coach.answer import part
from skill.coach.cues import length
from skill.coach.encoding import encode_time
from skill.coach.practice import Item, Place, Practice, Talk
from skill.coach.scene import Scene
from skill.words.numbers import roughly

KNOWN_AFTER = 2
"""How often a stretch was finished before its instructions become brief."""


def item_of(scene: Scene, stretch: str) -> Item:
    """A stretch as this person does it: their level, their own seconds, and how well they know it."""
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
    """A practice of these stretches, begun now, for a body that is where it is."""
    return Practice(
        id=encode_time(scene.now),
        name=name,
        items=tuple(item_of(scene, stretch) for stretch in stretches),
        body=scene.state.body,
        manner=scene.profile.preferences.manner,
    )


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


def seconds_of(scene: Scene, practice: Practice) -> float:
    """Seconds a practice takes from here, as its timeline really runs."""
    cues = part(scene.score(practice), practice.place_of(0), practice.end, scene.state.body)
    return length(cues)


def minutes_of(seconds: float) -> int:
    """Whole minutes, as they are said of a practice; never none."""
    return max(1, round(roughly(seconds) / 60))
