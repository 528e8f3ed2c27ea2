"""Lists: the stretches for a part of the body or in a place, and the routines."""

from skill.coach.conversation.care.verdicts import counting, is_refused
from skill.coach.conversation.coming_back import inform
from skill.coach.conversation.events import Event, ListStretches
from skill.coach.conversation.scene import NAMED, Outcome, Scene
from skill.library.records import BED, Stretch


def list_stretches(scene: Scene, event: ListStretches) -> Outcome:
    """Name some of the stretches that fit, others each time."""
    scene = counting(scene, event.condition)
    fitting = [s for s in scene.library.stretches.values() if _fits(scene, s, event)]
    if not fitting:
        return inform(scene, scene.say("list_none"))
    names = _in_turn(scene, [scene.name_of(stretch.id) for stretch in fitting])
    return inform(scene, _told(scene, event, len(fitting), scene.words.all_of(names)))


def list_routines(scene: Scene, _: Event) -> Outcome:
    """Name the person's own routines, then some of the library's, others each time."""
    own = _own(scene)
    names = [words.name for words in scene.words.language.routines.values()]
    prompt = "list_ours_too" if own else "list_routines"
    routines = scene.words.all_of(_in_turn(scene, names))
    told = scene.say(prompt, count=len(names), routines=routines)
    return inform(scene, f"{own} {told} {scene.say('ask_again_for_more')}".strip())


def _own(scene: Scene) -> str:
    """The names of the first few of the person's own routines; empty where there are none."""
    names = list(scene.own.preferences.routines)
    told = scene.words.all_of(_in_turn(scene, names))
    if len(names) > NAMED:
        return scene.say("list_own_many", count=len(names), routines=told)
    return scene.say("list_own", routines=told) if names else ""


def _in_turn(scene: Scene, names: list[str]) -> list[str]:
    """The names that one answer lists, others each time."""
    first = scene.state.turns * NAMED % len(names) if len(names) > NAMED else 0
    return (names[first:] + names[:first])[:NAMED]


def _told(scene: Scene, event: ListStretches, count: int, names: str) -> str:
    more = scene.say("ask_again_for_more") if count > NAMED else ""
    if event.area:
        area = scene.words.language.areas[event.area]
        told = scene.say("list_for_area", area=area, stretches=names)
    elif event.place:
        told = scene.say("list_in_place", stretches=names)
    else:
        told = scene.say("list_stretches", count=count, stretches=names)
    return f"{told} {more}".strip()


def _fits(scene: Scene, stretch: Stretch, event: ListStretches) -> bool:
    position = scene.library.positions[stretch.position]
    there = event.place in ("", position.height, position.place)
    lying_in_bed = event.place == BED and stretch.is_for_bed
    if is_refused(scene, stretch.id):
        return False
    wanted = scene.library.areas_meant(event.area)
    return (there or lying_in_bed) and (not event.area or bool(wanted & set(stretch.areas)))
