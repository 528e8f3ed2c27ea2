"""Welcoming people, and taking up what they left unfinished."""

from datetime import datetime

from skill.coach.asking import inform
from skill.coach.coming_back import come_back
from skill.coach.composing import ask, coming_out
from skill.coach.events import Event, ResumePractice
from skill.coach.greeting import hello
from skill.coach.household import is_shared, resumable
from skill.coach.moving import go_on
from skill.coach.practice import Practice
from skill.coach.preparing import cautions_missed
from skill.coach.progress import Leaving, SavedPractice
from skill.coach.resting import back_to, put_aside
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode, Wanted

STRAIGHT_BACK = 300.0
"""Seconds within which somebody whose session ran out is coached on without a question."""

NIGHT_ENDS = 5
"""The hour before which what was done today was done "last night"."""

A_WEEK = 7
"""Days for which a weekday's name says which day is meant."""


def launch(scene: Scene, _: Event) -> Turn:
    """Welcome: what this is on the first visit, what was left unfinished on later ones."""
    declined = scene.profile.preferences.declined
    offered = [saved for saved in resumable(scene) if saved.practice.id not in declined]
    if not scene.profile.preferences.introduced:
        today = scene.now.date().isoformat()
        scene = scene.with_preferences(introduced=True, lesson_day=today)
        if not offered:
            told = f"{scene.say('welcome_first')} {scene.say('disclaimer')}"
            return ask(scene, told, scene.say("ask_first"))
        return _offer(scene, offered[0], scene.say("welcome_back"), scene.say("disclaimer"))
    if offered and _just_ran_out(scene, offered[0]):
        saved = offered[0]
        told = scene.say("welcome_straight_back")
        return come_back(scene, saved.practice, saved.place, saved.worked, told)
    scene, told = hello(scene)
    if offered:
        return _offer(scene, offered[0], told, *_broken_off(scene, offered[0]))
    return ask(scene, told, scene.say("ask_what_next"))


def resume_practice(scene: Scene, event: ResumePractice) -> Turn:
    """Go on with an earlier practice: the one of that day, of that name, or the newest."""
    if scene.state.under_way and _means_this_one(scene, event):
        return _stay_with_it(scene, event)
    running = scene.practice.id if scene.state.under_way else ""
    unfinished = [saved for saved in resumable(scene) if saved.practice.id != running]
    unknown = bool(event.routine.heard) and not event.routine.ids
    fitting = [
        saved
        for saved in unfinished
        if not unknown
        and _is_of(scene, saved, event.day)
        and (not event.routine.ids or saved.practice.name in event.routine.ids)
    ]
    if len({saved.practice.name for saved in fitting}) > 1 and event.day not in ("", "last_time"):
        return _ask_which_practice(scene, fitting)
    if fitting:
        return _take_up(scene, fitting[0])
    if unfinished:
        return _offer(scene, unfinished[0], _nothing_there(scene, event))
    if running:
        return inform(scene, _nothing_there(scene, event))
    return ask(scene, scene.say("nothing_unfinished"), scene.say("ask_what_next"))


def resume_anything(scene: Scene, _: Event) -> Turn:
    """Asked to go on with nothing under way: the newest unfinished practice."""
    return resume_practice(scene, ResumePractice())


def take_up_named(scene: Scene, practice: str) -> Turn:
    """Take up an unfinished practice by its id."""
    for saved in resumable(scene):
        if saved.practice.id == practice:
            return _take_up(scene, saved)
    return ask(scene, scene.say("nothing_unfinished"), scene.say("ask_what_next"))


def _nothing_there(scene: Scene, event: ResumePractice) -> str:
    if event.routine.ids and event.routine.ids[0] in scene.library.routines:
        return scene.say("not_unfinished", practice=scene.name_of(event.routine.ids[0]))
    if event.routine.heard:
        return scene.say("unknown_routine", heard=event.routine.heard)
    return scene.say("nothing_that_day")


def _means_this_one(scene: Scene, event: ResumePractice) -> bool:
    """Whether somebody who wants to go on means the practice that is under way."""
    named = event.routine.ids
    today = scene.now.strftime("%A").lower()
    return event.day in ("", "today", "last_time", today) and (not named or scene.practice.name in named)


def _stay_with_it(scene: Scene, event: Event) -> Turn:
    if scene.state.mode is Mode.PRACTISING:
        return go_on(scene, event)
    return back_to(scene, scene.say("resuming"))


def _just_ran_out(scene: Scene, saved: SavedPractice) -> bool:
    """Whether a practice was left by a session that ran out a moment ago: no questions then."""
    gone = (scene.now - saved.saved_at).total_seconds()
    ran_out = saved.leaving is Leaving.BY_SILENCE and gone <= STRAIGHT_BACK
    return ran_out and not is_shared(scene, saved)


def _offer(scene: Scene, saved: SavedPractice, *told: str) -> Turn:
    practice, place = saved.practice, saved.place
    shared = "_shared" if is_shared(scene, saved) else ""
    if practice.is_routine:
        where = scene.say(
            f"offer_routine{shared}",
            day=day_of(scene, saved.saved_at),
            routine=_name(scene, practice),
            stretch=scene.name_of(place.stretch),
            number=scene.words.ordinal(place.item + 1),
            count=len(practice.items),
        )
    else:
        where = scene.say(
            f"offer_stretch{shared}", day=day_of(scene, saved.saved_at), stretch=_name(scene, practice)
        )
    return ask(
        scene,
        " ".join((*told, where)),
        scene.say("ask_go_on"),
        mode=Mode.CONFIRMING,
        wanted=Wanted.RESUME,
        options=(practice.id,),
    )


def _broken_off(scene: Scene, saved: SavedPractice) -> tuple[str, ...]:
    """What is said of a session that broke off, or was never heard of again."""
    if saved.leaving in (Leaving.BY_ERROR, Leaving.NO_WORD) and not is_shared(scene, saved):
        return (scene.say("broken_off"),)
    return ()


def _ask_which_practice(scene: Scene, fitting: list[SavedPractice]) -> Turn:
    names = [_name(scene, saved.practice) for saved in fitting]
    return ask(
        scene,
        "",
        scene.say("which_practice", choices=scene.words.one_of(names)),
        mode=Mode.CHOOSING,
        wanted=Wanted.RESUME,
        options=tuple(saved.practice.id for saved in fitting),
    )


def _take_up(scene: Scene, saved: SavedPractice) -> Turn:
    practice = saved.practice
    declined = scene.profile.preferences.declined
    scene = scene.with_preferences(declined=tuple(p for p in declined if p != practice.id))
    if practice.is_routine:
        told = scene.say("taking_up", practice=_name(scene, practice))
    else:
        told = scene.say("resuming")
    gently = scene.say("taking_up_shared") if is_shared(scene, saved) else ""
    minded = cautions_missed(scene, practice, saved.place)
    lead = (coming_out(scene), told, gently, minded)
    return come_back(put_aside(scene), practice, saved.place, saved.worked, *lead)


def day_of(scene: Scene, moment: datetime) -> str:
    """When something was, as people say it."""
    days = (scene.now.date() - moment.astimezone(scene.now.tzinfo).date()).days
    if days <= 0:
        return scene.say("day_today")
    if days == 1:
        return scene.say("day_yesterday")
    if days < A_WEEK:
        weekday = moment.astimezone(scene.now.tzinfo).strftime("%A").lower()
        return scene.say(f"day_{weekday}")
    return scene.say("day_long_ago")


def _is_of(scene: Scene, saved: SavedPractice, day: str) -> bool:
    """Whether a practice was last done on the day that is meant."""
    if day in ("", "last_time"):
        return True
    when = saved.saved_at.astimezone(scene.now.tzinfo)
    days = (scene.now.date() - when.date()).days
    if day == "today":
        return days == 0
    if day == "yesterday":
        return days == 1
    if day == "last_night":
        return days == 1 or (days == 0 and when.hour < NIGHT_ENDS)
    return when.strftime("%A").lower() == day and days <= A_WEEK


def _name(scene: Scene, practice: Practice) -> str:
    return scene.name_of(practice.name)
