"""Starting a stretch or a routine by its name, or a practice by what it is to be like."""

from skill.coach.beginning import begin, begin_without_avoided
from skill.coach.choosing import ask_nearest, ask_which
from skill.coach.composing import ask, told_first
from skill.coach.events import Asked, StartRoutine, StartStretch
from skill.coach.own_routines import begin_own, own_named
from skill.coach.planned import start_planned
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode, Wanted
from skill.library.records import Routine


def start_stretch(scene: Scene, event: StartStretch) -> Turn:
    """Start the stretch that was named, once it is clear which."""
    ids = event.stretch.ids
    if len(ids) == 1:
        return begin(scene, ids[0], ids)
    if ids:
        return ask_which(scene, Wanted.START, ids)
    if own := own_named(scene, event.stretch):
        return begin_own(scene, own)
    return ask_nearest(scene, Wanted.START, event.stretch)


def start_routine(scene: Scene, event: StartRoutine) -> Turn:
    """Start the routine that was named, the person's own before ours; or what is wished for."""
    if own := own_named(scene, event.routine):
        return begin_own(scene, own)
    if event.routine.ids:
        return _start_ours(scene, scene.library.routines[event.routine.ids[0]], event)
    if event.wish is not None and not event.routine.heard:
        return start_planned(scene, event.wish)
    return _unknown_routine(scene, event.routine)


def start_routine_named(scene: Scene, routine: str) -> Turn:
    """Start a routine by its id."""
    return start_routine(scene, StartRoutine(Asked((routine,), routine)))


def start_with_equipment(scene: Scene, routine: str, *, there: bool) -> Turn:
    """Start a routine after the answer about what it asks for; without it, leave out what needs it."""
    record = scene.library.routines[routine]
    return _begin_without(scene, record, "" if there else record.asks_for or "")


def _start_ours(scene: Scene, routine: Routine, event: StartRoutine) -> Turn:
    missing = event.wish.without if event.wish is not None else ""
    if routine.asks_for is None or missing:
        return _begin_without(scene, routine, missing)
    thing = scene.words.language.equipment[routine.asks_for]
    return ask(
        scene,
        "",
        scene.say("ask_equipment", thing=thing),
        mode=Mode.CONFIRMING,
        wanted=Wanted.EQUIPMENT,
        options=(routine.id,),
    )


def _begin_without(scene: Scene, routine: Routine, missing: str) -> Turn:
    """Start a routine without what needs a thing that is not there; what is left out is said."""
    needing = [s for s in routine.stretches if _needs(scene, s, missing)]
    kept = tuple(s for s in routine.stretches if s not in needing)
    if not needing:
        return begin_without_avoided(scene, routine.id, kept)
    left = [scene.name_of(stretch) for stretch in needing]
    told = scene.say("left_out", stretches=scene.words.all_of(left))
    return begin_without_avoided(scene, routine.id, kept, told)


def _needs(scene: Scene, stretch: str, missing: str) -> bool:
    needed = scene.library.stretches[stretch].equipment
    return missing in needed or (missing == "everything" and bool(needed))


def _unknown_routine(scene: Scene, asked: Asked) -> Turn:
    told = scene.say("unknown_routine", heard=asked.heard) if asked.heard else ""
    return told_first(scene, told, ask_which(scene, Wanted.START, tuple(scene.library.routines)))
