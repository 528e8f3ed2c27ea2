"""What there is: stretches, for a part of the body or in a place, and routines."""

from skill.coach.asking import inform
from skill.coach.events import Event, ListStretches
from skill.coach.scene import Scene, Turn
from skill.library.records import Stretch

LISTED = 3
"""How many stretches are named in one answer: nobody remembers a fourth."""


def list_stretches(scene: Scene, event: ListStretches) -> Turn:
    """Some of the stretches that fit, others each time."""
    fitting = [s for s in scene.library.stretches.values() if _fits(scene, s, event)]
    if not fitting:
        return inform(scene, scene.say("list_none"))
    first = scene.state.turns * LISTED % len(fitting)
    turned = fitting[first:] + fitting[:first]
    names = scene.words.all_of([scene.name_of(stretch.id) for stretch in turned[:LISTED]])
    return inform(scene, _told(scene, event, len(fitting), names))


def list_routines(scene: Scene, _: Event) -> Turn:
    """The routines, by name."""
    names = [words.name for words in scene.words.language.routines.values()]
    told = scene.say("list_routines", count=len(names), routines=scene.words.all_of(names))
    return inform(scene, told)


def _told(scene: Scene, event: ListStretches, count: int, names: str) -> str:
    more = scene.say("ask_again_for_more") if count > LISTED else ""
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
    lying_in_bed = event.place == "bed" and position.id == "lying_back" and not stretch.equipment
    wanted = scene.library.areas_meant(event.area)
    return (there or lying_in_bed) and (not event.area or bool(wanted & set(stretch.areas)))
