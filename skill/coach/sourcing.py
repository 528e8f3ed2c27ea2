"""Who says so: the articles by name, and honestly what is our own."""

from skill.coach.scene import Scene
from skill.library.records import OURS, Dose


def who_says_so(scene: Scene, stretch: str) -> str:
    """Where the figures of a stretch come from, at the person's level."""
    preferences = scene.profile.preferences
    level = preferences.levels.get(stretch, preferences.level)
    dose = scene.library.stretches[stretch].doses[level]
    length, often = _length_sources(dose), _articles(dose.repetitions.sources)
    name, articles = scene.name_of(stretch), named(scene, often)
    if dose.kind == "movement":
        if often:
            return scene.say("source_often", stretch=name, source=articles)
        return scene.say("source_often_ours", stretch=name)
    if length == often:
        if length:
            return scene.say("source_all", stretch=name, source=articles)
        return scene.say("source_all_ours", stretch=name)
    if not often:
        return scene.say("source_length", stretch=name, source=named(scene, length))
    if not length:
        return scene.say("source_often_only", stretch=name, source=articles)
    return scene.say("source_both", stretch=name, source=named(scene, length), often=articles)


def _length_sources(dose: Dose) -> tuple[str, ...]:
    """Who says how long: for a hold in breaths, who says how many."""
    return _articles((dose.breaths or dose.seconds).sources)


def _articles(sources: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source for source in sources if source != OURS)


def named(scene: Scene, sources: tuple[str, ...]) -> str:
    """Articles as they are named in a sentence."""
    return scene.words.all_of([scene.words.language.sources[source] for source in sources])
