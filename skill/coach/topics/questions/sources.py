"""Who says so: the articles by name, and plainly which figures are ours."""

from skill.coach.conversation.scene import Scene
from skill.library.records import OURS, Dose


def who_says_so(scene: Scene, stretch: str) -> str:
    """Where the figures of a stretch come from, at the person's level."""
    preferences = scene.profile.preferences
    level = preferences.levels.get(stretch, preferences.level)
    dose = scene.library.stretches[stretch].doses[level]
    often = _articles(dose.repetitions.sources)
    length = often if dose.kind == "movement" else _length_sources(dose)
    name = scene.name_of(stretch)
    if length == often and not often:
        return scene.say("source_all_ours", stretch=name)
    if length == often:
        return scene.say("source_all", stretch=name, source=named(scene, often))
    return scene.say("source_both", stretch=name, source=named(scene, length), often=named(scene, often))


def _length_sources(dose: Dose) -> tuple[str, ...]:
    """The articles that say how long: for a hold in breaths, how many breaths."""
    return _articles((dose.breaths or dose.seconds).sources)


def _articles(sources: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source for source in sources if source != OURS)


def named(scene: Scene, sources: tuple[str, ...]) -> str:
    """Articles as they are named in a sentence; this project where there is none."""
    if not sources:
        return scene.say("ourselves")
    return scene.words.all_of([scene.words.language.sources[source] for source in sources])
