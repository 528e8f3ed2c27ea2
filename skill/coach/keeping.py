"""What a person does not want, or wants again; why is never asked and never kept."""

from dataclasses import replace

from skill.coach.adjusting import carry_on
from skill.coach.asking import inform
from skill.coach.choosing import ask_nearest, ask_which
from skill.coach.composing import ask, coming_out, finish
from skill.coach.events import AllowStretch, AvoidStretch, StartStretch
from skill.coach.moving import leave_this_one
from skill.coach.scene import Scene, Turn
from skill.coach.starting import start_stretch
from skill.coach.state import Mode, Wanted


def avoid_stretch(scene: Scene, event: AvoidStretch) -> Turn:
    """Leave a stretch out of every routine from now on."""
    return _settle(scene, event, Wanted.AVOID)


def allow_stretch(scene: Scene, event: AllowStretch) -> Turn:
    """Take a stretch back in; one that was never left out is simply started."""
    ids = event.stretch.ids
    if ids and not set(ids) & set(scene.profile.preferences.left_out):
        return start_stretch(scene, StartStretch(event.stretch))
    return _settle(scene, event, Wanted.ALLOW)


def keep(scene: Scene, wanted: Wanted, stretch: str) -> Turn:
    """Remember that a stretch is left out, or no longer."""
    if wanted is Wanted.AVOID:
        return _leave_out(scene, stretch)
    others = tuple(each for each in scene.profile.preferences.left_out if each != stretch)
    told = scene.say("taken_back_in", stretch=scene.name_of(stretch))
    return inform(scene.with_preferences(left_out=others), told)


def _leave_out(scene: Scene, stretch: str) -> Turn:
    """Leave a stretch out from now on; from one in progress, go on to what comes after it."""
    told = scene.say("left_out_from_now", stretch=scene.name_of(stretch))
    kept = without(scene, stretch)
    if not scene.state.under_way:
        return inform(kept, told)
    if scene.place.stretch != stretch:
        return carry_on(kept, told)
    if scene.state.mode is Mode.PRACTISING:
        return leave_this_one(kept, f"{coming_out(scene)} {told}".strip())
    after = scene.practice.place_of(scene.place.item + 1)
    if scene.practice.is_end(after):
        return finish(kept, scene.practice, told)
    return carry_on(kept.with_state(place=after, worked=0.0), told)


def without(scene: Scene, stretch: str) -> Scene:
    """The scene with a stretch left out from now on, of what is still to come as well."""
    others = tuple(each for each in scene.profile.preferences.left_out if each != stretch)
    scene = scene.with_preferences(left_out=(*others, stretch))
    if not scene.state.under_way:
        return scene
    # What was done keeps its number: it is counted by it.
    done = max((scene.place.item, *scene.state.counted))
    items = scene.practice.items
    ahead = tuple(item for item in items[done + 1 :] if item.stretch != stretch)
    return scene.with_state(practice=replace(scene.practice, items=(*items[: done + 1], *ahead)))


def _settle(scene: Scene, event: AvoidStretch | AllowStretch, wanted: Wanted) -> Turn:
    ids = event.stretch.ids
    if len(ids) == 1:
        return keep(scene, wanted, ids[0])
    if ids:
        return ask_which(scene, wanted, ids)
    if event.stretch.is_nameless and scene.state.under_way:
        return keep(scene, wanted, scene.place.stretch)
    if event.stretch.is_nameless and scene.state.practice is not None:
        return keep(scene, wanted, scene.state.practice.items[-1].stretch)
    if event.stretch.is_nameless:
        question = scene.say("ask_for_a_name")
        return ask(scene, "", question, mode=Mode.CHOOSING, wanted=wanted)
    return ask_nearest(scene, wanted, event.stretch)
