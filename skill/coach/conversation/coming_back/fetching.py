"""What is needed for a practice, with time to fetch it."""

from dataclasses import dataclass

from skill.coach.conversation.scene import Scene
from skill.coach.practice.cues.cues import Cue, Said, length
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice
from skill.library.records import EVERYTHING

TO_FETCH, TO_PUT_READY = 15.0, 8.0
"""Seconds for fetching what a stretch cannot be done without, and for putting ready what a later one
needs; ours."""

NOT_FETCHED = frozenset({"bed", "wall"})
"""What one goes to, instead of fetching it: the way into the stretch has the time for that."""

FACED = frozenset({"wall"})
"""What the first step of a stretch at it says, with time to go there: named before a routine alone."""

TO_HEAR = 2.0
"""Seconds between what is said of things and the stretch; ours."""

AT_ONCE = 3
"""How many things one remembers at once; ours."""


@dataclass(frozen=True)
class _Things:
    """What is needed for the rest of a practice, and what only helps; ids of `EQUIPMENT`."""

    must: list[str]
    may: list[str]
    seconds: float
    """Seconds for fetching them; 0 where none has to be fetched."""


def fetching(scene: Scene, practice: Practice, place: Place) -> tuple[Cue, ...]:
    """What is needed for the rest of a practice, with time to fetch it, and what only helps.

    At most `AT_ONCE` things in all; what helps is not told to those who know the stretch.
    """
    things = _things(scene, practice, place)
    told = (
        *_named(scene, "helpful", things.may),
        *_named(scene, _needed(scene) if things.seconds else "needed", things.must),
        *(scene.quiet(things.seconds) if things.seconds else ()),
    )
    # No two silences touch. Of one stretch it takes no pause: the way into it has the time.
    pauses = practice.is_routine and told and isinstance(told[-1], Said)
    return (*told, *scene.quiet(TO_HEAR)) if pauses else told


def seconds_to_fetch(scene: Scene, practice: Practice, place: Place) -> float:
    """Seconds that `fetching` takes; 0 where nothing has to be fetched."""
    has_to = _things(scene, practice, place).seconds > 0
    return length(fetching(scene, practice, place)) if has_to else 0.0


def fetching_on(scene: Scene, more: float = 0.0) -> tuple[Cue, ...]:
    """What is left of that for whoever spoke before it was over: in short, once some of it was told.

    Args:
        scene: The scene.
        more: Seconds that are added to what is left, for whoever asked for time.
    """
    if not scene.to_fetch:
        return ()
    practice, place = scene.practice, scene.place
    if not scene.fetch_begun:
        return fetching(scene, practice, place)
    things = _things(scene, practice, place)
    seconds = min(things.seconds, scene.to_fetch + more)
    return (*_named(scene, "needed_short", things.must), *scene.quiet(max(TO_HEAR, seconds)))


def _things(scene: Scene, practice: Practice, place: Place) -> _Things:
    needed: dict[str, None] = {}
    helpful: dict[str, None] = {}
    for item in practice.items[place.item :]:
        stretch = scene.library.stretches[item.stretch]
        needed |= dict.fromkeys(stretch.equipment)
        way = stretch.ways.get(item.way)
        if way is not None or not item.brief:
            helpful |= dict.fromkeys(way.helpful if way is not None else stretch.helpful)
    missing = practice.wish.without if practice.wish is not None else ""
    there = [thing for thing in {**needed, **helpful} if missing not in (thing, EVERYTHING)]
    # Whoever knows a stretch at the wall is at the wall as soon as its name is said.
    one = not practice.is_routine and not practice.is_end(place)
    known = one and practice.items[place.item].brief
    gone_to = NOT_FETCHED if known else FACED if one else frozenset[str]()
    must = [thing for thing in there if thing in needed and thing not in gone_to][:AT_ONCE]
    # What helps is not told again to whoever has said that they have none.
    spare = [thing for thing in there if thing not in needed and not scene.state.lacks(thing)]
    may = spare[: AT_ONCE - len(must)]
    if set(must) <= NOT_FETCHED:
        return _Things(must, may, 0.0)
    first = scene.library.stretches[place.stretch].equipment if place.stretch else ()
    return _Things(must, may, TO_PUT_READY if set(first) <= NOT_FETCHED else TO_FETCH)


def _needed(scene: Scene) -> str:
    """The prompt for what has to be fetched; in a recording nobody says that they have it."""
    return "needed_alone" if scene.limits.alone else "needed_wait"


def _named(scene: Scene, prompt: str, things: list[str]) -> tuple[Cue, ...]:
    names = [scene.words.language.equipment[thing] for thing in things]
    return scene.said(scene.say(prompt, things=scene.words.all_of(names)) if names else "")
