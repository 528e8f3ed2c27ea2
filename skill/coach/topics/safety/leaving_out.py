"""Stretches that a person leaves out or takes back in; the reason is never asked and never kept."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import coming_out, finish
from skill.coach.conversation.care.verdicts import counting
from skill.coach.conversation.coming_back.aside import carry_on, inform
from skill.coach.conversation.disambiguation.asking import ask_for_a_name, ask_nearest, ask_which
from skill.coach.conversation.disambiguation.routines import stretches_of
from skill.coach.conversation.events import (
    Ahead,
    AllowStretch,
    AvoidStretch,
    Event,
    LeaveOut,
    SkipNext,
    StartRoutine,
    StartStretch,
)
from skill.coach.conversation.personal_practice import item_of, lacking, needs_missing
from skill.coach.conversation.scene import NotAnAnswer, Outcome, Scene
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.safety.in_practice import left_out_besides
from skill.coach.topics.safety.overview import over_now
from skill.coach.topics.starting.starts import start_stretch
from skill.library.records import Level


def avoid_stretch(scene: Scene, event: AvoidStretch) -> Outcome:
    """Leave a stretch out of every routine from now on."""
    stretch = _meant(scene, event)
    return _leave_out(scene, stretch) if isinstance(stretch, str) else stretch


def only_today(scene: Scene, _: Event) -> Outcome | NotAnAnswer:
    """What was just left out for good is so today only: it comes again in the next session."""
    stretch = scene.state.thread.avoided
    if not stretch:
        return NotAnAnswer()
    state = scene.state
    scene = taken_back(scene, stretch).with_state(
        thread=replace(state.thread, avoided=""), out_today=(*state.out_today, stretch)
    )
    return inform(scene, scene.say("only_today", stretch=scene.name_of(stretch)))


def tell_left_out(scene: Scene, _: Event) -> Outcome:
    """Which stretches are left out for good, and which only today."""
    left = scene.profile.preferences.left_out
    if left:
        told = scene.say("left_out_for_good", stretches=scene.names_of(left))
        return inform(scene, told)
    today = scene.state.out_today
    told = scene.say("only_left_out_today", stretches=scene.names_of(today)) if today else ""
    return inform(scene, f"{scene.say('nothing_left_out')} {told}".strip())


def leave_out_today(scene: Scene, event: LeaveOut) -> Outcome:
    """Leave a stretch that was named out of this practice, and what a condition said with it rules out.

    Of a condition that may mean several things the strictest counts: the question would be about
    another stretch than the one that is gone.
    """
    ids = event.stretch.ids
    if not ids:
        return ask_nearest(scene, LeaveOut, event.stretch)
    if not scene.is_practising:
        return inform(scene, scene.say("leave_out_of_what", stretch=scene.name_of(ids[0])))
    ahead = [item.stretch for item in scene.practice.items[scene.place.item :]]
    meant = next((stretch for stretch in ids if stretch in ahead), "")
    scene = counting(scene, event.condition)
    told = scene.say(
        "left_out_today" if meant else "not_to_come", stretch=scene.name_of(meant or ids[0])
    )
    besides = left_out_besides(scene, meant, "care_left_out_too" if meant else "care_left_out_of_it")
    told = f"{told} {besides}".strip()
    return go_on_without(dropped(scene, meant), meant, told) if meant else inform(scene, told)


def leave_next_out(scene: Scene, event: SkipNext) -> Outcome:
    """Leave out what comes after the stretch in progress, after that, or all of it.

    At a rest before a stretch, that one is the next.
    """
    announced, ahead = scene.is_announced, scene.ahead
    if announced and event.ahead is Ahead.NEXT:
        return leave_this_one(scene, "")
    meant = {Ahead.NEXT: ahead[:1], Ahead.AFTER_NEXT: ahead[1:2]}.get(event.ahead, ahead)
    if not meant:
        return inform(scene, scene.say("nothing_after_that" if ahead else "nothing_after_this"))
    told = scene.say("left_out_today", stretch=scene.names_of(list(dict.fromkeys(meant))))
    if announced and meant == ahead:
        return finish(scene, scene.practice, told)
    return carry_on(dropped(scene, *meant), told)


def drop_for_missing(scene: Scene, event: StartRoutine) -> Outcome | NotAnAnswer:
    """What is not there, said during a practice: go on without what needs it, here and in later plans.

    A wish that says anything else too is one for another practice; who joins in changes nothing.
    """
    if event.company and event.routine.is_nameless and event.wish is None:
        return carry_on(scene, scene.say("for_two"))
    if not event.missing:
        return NotAnAnswer()
    scene = lacking(scene, event.missing)
    ahead = dict.fromkeys(item.stretch for item in scene.practice.items[scene.place.item :])
    needing = [stretch for stretch in ahead if needs_missing(scene, stretch)]
    if not needing:
        return carry_on(scene, scene.say("nothing_needs_it"))
    told = scene.say("left_out_today", stretch=scene.names_of(needing))
    meant = scene.place.stretch if scene.place.stretch in needing else needing[0]
    return go_on_without(dropped(scene, *needing), meant, told)


def allow_stretch(scene: Scene, event: AllowStretch) -> Outcome:
    """Take a stretch back into routines; one that was not left out is started instead."""
    if event.stretch.is_nameless and scene.state.conditions:
        return over_now(scene)
    if event.stretch.is_nameless and not scene.is_practising and _is_restricted(scene):
        return inform(_unrestricted(scene), scene.say("all_back_in"))
    ids = event.stretch.ids
    if ids and not set(ids) & set(scene.profile.preferences.left_out):
        return start_stretch(scene, StartStretch(event.stretch))
    stretch = _meant(scene, event)
    return _take_back_in(scene, stretch) if isinstance(stretch, str) else stretch


def _is_restricted(scene: Scene) -> bool:
    """Whether anything is left out, or gentle while the rest is not."""
    known = scene.profile.preferences
    return bool(known.left_out) or Level.GENTLE in known.levels.values()


def _unrestricted(scene: Scene) -> Scene:
    """The scene with what is left out back in; where nothing is, with nothing gentle by itself."""
    known = scene.profile.preferences
    if known.left_out:
        return scene.with_preferences(left_out=())
    levels = {stretch: level for stretch, level in known.levels.items() if level != Level.GENTLE}
    return scene.with_preferences(levels=levels)


def _take_back_in(scene: Scene, stretch: str) -> Outcome:
    """Stop leaving a stretch out."""
    return inform(taken_back(scene, stretch), scene.say("taken_back_in", stretch=scene.name_of(stretch)))


def _leave_out(scene: Scene, stretch: str) -> Outcome:
    """Leave a stretch out from now on; if it is in progress, go on to the next one."""
    prompt = "left_out_from_now" if scene.remembers else "left_out_this_time"
    told = scene.say(prompt, stretch=scene.name_of(stretch))
    kept = without(scene, stretch)
    kept = kept.with_state(thread=replace(kept.state.thread, avoided=stretch))
    return go_on_without(kept, stretch, told) if scene.is_practising else inform(kept, told)


def go_on_without(scene: Scene, stretch: str, told: str) -> Outcome:
    """Go on without a stretch that is dropped already; where it is in progress, with the next one."""
    if scene.place.stretch != stretch:
        return carry_on(scene, told)
    if scene.runs:
        return leave_this_one(scene, f"{coming_out(scene)} {told}".strip())
    after = scene.practice.place_of(scene.place.item + 1)
    if scene.practice.is_end(after):
        return finish(scene, scene.practice, told)
    return carry_on(scene.at_place(after), told)


def without(scene: Scene, stretch: str) -> Scene:
    """The scene with a stretch left out from now on, also of what is to come in this practice."""
    others = taken_back(scene, stretch).profile.preferences.left_out
    return dropped(scene.with_preferences(left_out=(*others, stretch)), stretch)


def taken_back(scene: Scene, stretch: str) -> Scene:
    """The scene with a stretch left out no longer from now on."""
    left_out = scene.profile.preferences.left_out
    return scene.with_preferences(left_out=tuple(each for each in left_out if each != stretch))


def dropped(scene: Scene, *stretches: str) -> Scene:
    """The scene with stretches left out of what is to come in this practice, today only."""
    if not scene.is_practising:
        return scene
    # Items that were done keep their numbers, since the totals count them by number.
    done = max((scene.place.item, *scene.under_way.counted))
    items = scene.practice.items
    ahead = tuple(item for item in items[done + 1 :] if item.stretch not in stretches)
    return scene.with_practice(replace(scene.practice, items=(*items[: done + 1], *ahead)))


def put_back(scene: Scene, stretch: str) -> Scene:
    """The scene with a stretch back in this practice: where its routine has it, else next.

    What is under way or still to come is there already.
    """
    if not scene.is_practising or stretch in (item.stretch for item in scene.practice.items):
        return scene
    items = scene.practice.items
    first = max((scene.place.item, *scene.under_way.counted)) + 1
    order, place = stretches_of(scene, scene.practice.name), first
    if stretch in order:
        after = order[order.index(stretch) :]
        later = (n for n, item in enumerate(items) if n >= first and item.stretch in after)
        place = next(later, len(items))
    return scene.with_practice(
        replace(scene.practice, items=(*items[:place], item_of(scene, stretch), *items[place:]))
    )


def _meant(scene: Scene, event: AvoidStretch | AllowStretch) -> str | Outcome:
    """The stretch that is meant; or the question which one it is."""
    ids = event.stretch.ids
    if len(ids) == 1:
        return ids[0]
    if ids:
        return ask_which(scene, type(event), ids)
    if not event.stretch.is_nameless:
        return ask_nearest(scene, type(event), event.stretch)
    if scene.is_practising:
        return scene.place.stretch
    if scene.state.last is not None:
        return scene.state.last.items[-1].stretch
    return ask_for_a_name(scene, type(event))
