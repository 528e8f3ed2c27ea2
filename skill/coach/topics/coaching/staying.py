"""Staying in a hold until the person says a word, as far as one answer can be long."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import coach
from skill.coach.conversation.coming_back.aside import carry_on, inform, onward
from skill.coach.conversation.coming_back.recap import back_into
from skill.coach.conversation.events import Event, Stop
from skill.coach.conversation.personal_practice import item_of
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.timeline import before_of, segment_at
from skill.coach.topics.coaching.pausing import pause, still_paused
from skill.library.records import Movement

AT_ONCE = 100.0
"""Seconds of a stay after which she asks: what every answer has room for, beside words before and
after it (`skill/speech/limits.py`)."""

LONGEST_STAY = 500.0
"""Seconds that one hold may last in all; less than what a session's attributes may have."""

A_MOMENT = 0.5
"""Seconds in which a stay ends, once a word was said."""


def stay(scene: Scene, event: Event) -> Outcome:
    """Hold on until a word, today and this once; at a rest after a hold, that hold again."""
    if not scene.is_practising:
        return inform(scene, scene.say("nothing_running"))
    if not scene.runs:
        return still_paused(scene, event)
    practice, place = scene.practice, scene.place
    if isinstance(scene.item.work, Movement):
        return carry_on(scene, scene.say("stay_movement"))
    over = place == practice.place_of(place.item) if scene.resting else place.phase is Phase.RELEASE
    if over:
        return pause(scene, event)
    if scene.resting:
        place = before_of(practice, place).place
        scene = scene.with_state(practice=replace(scene.under_way, place=place))
    item, held = scene.item, place.held
    number = item.number_at(place)
    until = item.whole_breaths(min(held + AT_ONCE, LONGEST_STAY))
    staying = scene.with_item(replace(item.with_seconds(number, until), stays=number + 1))
    told = scene.said(scene.say("stay_as_long"))
    out = scene.resting or scene.out
    segment = segment_at(staying.practice, place)
    way_in = back_into(staying, staying.practice, segment) if out and _works(place) else ()
    return coach(staying, staying.practice, place, told, scene.worked, out=out, way_in=way_in)


def end_stay(scene: Scene) -> Outcome:
    """A word, in a hold that lasts until one: it ends, and the practice goes on."""
    item = scene.item
    number = item.number_at(scene.place)
    ended = item.with_seconds(number, scene.place.held + A_MOMENT)
    told = scene.said(scene.say("stay_enough"))
    scene = scene.with_item(replace(ended, stays=0))
    return coach(scene, scene.practice, scene.place, told, scene.worked, out=scene.out)


def enough(scene: Scene, _: Event) -> Outcome | Instead:
    """Enough: the end of a hold that lasts until a word, also once it ran out; else of the session."""
    if scene.is_staying:
        return end_stay(scene)
    if scene.runs and not scene.resting and scene.item.stays == scene.item.number_at(scene.place) + 1:
        return _not_staying(scene)
    if scene.runs and scene.resting and _has_stayed(scene):
        place, worked = onward(scene)
        return coach(scene, scene.practice, place, scene.said(scene.say("stay_enough")), worked)
    return Instead(scene, Stop())


def _not_staying(scene: Scene) -> Outcome:
    """Enough of a hold that has not begun: it is as long as it usually is."""
    item = scene.item
    usual = item_of(scene, item.stretch).efforts[0].seconds
    ended = item.with_seconds(item.number_at(scene.place), usual)
    return carry_on(scene.with_item(replace(ended, stays=0)), scene.say("stay_enough"))


def _has_stayed(scene: Scene) -> bool:
    """Whether what was done last was a hold that lasted until a word."""
    before = before_of(scene.practice, scene.place)
    return scene.score(scene.practice).is_stay(before)


def _works(place: Place) -> bool:
    return place.phase in WORK_PHASES
