"""Who says so: the articles by name, and plainly which figures are ours."""

from skill.coach.conversation.care.verdicts import care_for, with_it
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import Counted
from skill.library.records import OURS, Dose


def who_says_so(scene: Scene, stretch: str) -> str:
    """Where the figures of a stretch come from, and first what was said of it with a condition."""
    with_conditions = [_about(scene, counted, stretch) for counted in scene.state.conditions]
    return " ".join((*filter(None, with_conditions), _figures(scene, stretch)))


def _about(scene: Scene, counted: Counted, stretch: str) -> str:
    """Whom the coach goes by in what one condition means for a stretch; empty where it says nothing."""
    care = care_for(scene, stretch, [counted])
    if care is None or not care.sources:
        return ""
    told = {"stretch": scene.name_of(stretch), "condition": with_it(scene, counted.condition)}
    return scene.say("care_source", source=named(scene, care.sources), **told)


def _figures(scene: Scene, stretch: str) -> str:
    """Where the figures of a stretch come from, at the person's level."""
    preferences = scene.liked
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
    """Articles and published pages as they are named in a sentence; this project where there is none."""
    pages = {**scene.words.language.sources, **scene.words.language.care_sources}
    known = dict.fromkeys(pages[source] for source in sources if source != OURS)
    return scene.words.all_of([*known]) if known else scene.say("ourselves")
