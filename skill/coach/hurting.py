"""When something hurts: out of the stretch first, then what there is to do. Nothing of it is kept.

The coach cannot tell what is wrong and does not try to. What it says depends only on which of three
groups a complaint is in; the groups are ours, drawn on the careful side. What is remembered of it is
that a stretch is eased, or left out, and never why.
"""

from dataclasses import replace

from skill.coach.adjusting import adjusted, redosed, wanted_seconds
from skill.coach.composing import ask, ask_the_same, close, told_first
from skill.coach.events import AdjustHold, AvoidStretch, ChangeLevel, Choose, Event, Pain
from skill.coach.keeping import avoid_stretch, without
from skill.coach.moving import leave_this_one
from skill.coach.resting import back_to, put_aside
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode, Wanted
from skill.coach.timeline import segment_at
from skill.library.records import Level, Movement

EMERGENCIES = frozenset(
    {
        "weakness",
        "bladder_bowel",
        "saddle_numbness",
        "chest_pain",
        "breathless",
        "cant_get_up",
        "emergency",
    }
)
"""Help is called for at once, and the practice is over."""

FALL = "fall"
"""It depends on whether they can get up, and on their head."""

ENOUGH_FOR_TODAY = frozenset({"numbness", "tingling", "down_the_leg", "dizziness", "fever", "sharp"})
"""The practice is over for today, and a doctor is the one to ask."""

TOO_MUCH = "too_much"
"""It is a stretch, only more of it than is good."""


def hurts(scene: Scene, event: Pain) -> Turn:
    """Let the body out, and say what to do next; ask what kind of pain it is where that is open."""
    if event.symptom in (*EMERGENCIES, FALL, *ENOUGH_FOR_TODAY):
        return close(_given_up(scene), _what_to_do(scene, event.symptom))
    if not scene.state.under_way:
        return ask(scene, scene.say("hurts_idle"), scene.say("ask_what_next"))
    if event.symptom == TOO_MUCH or _is_asked(scene, Wanted.PAIN):
        known = scene.state.mode is Mode.HURTING
        return _offer_relief(scene, "" if known else scene.say("hurts_rest"))
    told, question = scene.say("hurts_rest"), scene.say("hurts_which")
    return ask(put_aside(scene), told, question, mode=Mode.HURTING, wanted=Wanted.PAIN)


def say_yes(scene: Scene, _: Event) -> Turn:
    """Yes: the first of what was offered; to "which kind", it is no answer."""
    if _is_asked(scene, Wanted.RELIEF):
        return _ease(scene)
    return ask_the_same(scene, scene.say("hurts_one_of"), scene.state.asked)


def say_no(scene: Scene, _: Event) -> Turn:
    """No: to "which kind", none of these; to what was offered, just a rest."""
    if _is_asked(scene, Wanted.PAIN):
        return _offer_relief(scene)
    return ask(scene, scene.say("hurts_no_hurry"), scene.say("ask_resume"), mode=Mode.PAUSED)


def choose(scene: Scene, event: Choose) -> Turn:
    """The first, the second or the third of what was asked or offered."""
    if _is_asked(scene, Wanted.PAIN):
        kinds = {"1": "sharp", "2": "down_the_leg", "3": TOO_MUCH}
        kind = kinds.get(event.ordinal)
        return hurts(scene, Pain(kind)) if kind else say_yes(scene, event)
    match event.ordinal:
        case "1" | "any":
            return _ease(scene)
        case "2":
            return shorter(scene, AdjustHold("shorter"))
        case "3" | "last":
            return leave_out(scene, event)
    return ask_the_same(scene, scene.say("once_more"), scene.state.asked)


def easier(scene: Scene, _: Event) -> Turn:
    """An easier version of this stretch, now and from now on."""
    return _ease(scene)


def gentler(scene: Scene, event: ChangeLevel) -> Turn:
    """A level: gentle is the easier version; more than that is not what a sore body needs now."""
    if event.level == Level.GENTLE:
        return _ease(scene)
    return ask_the_same(scene, scene.say("hurts_not_now"), scene.state.asked)


def shorter(scene: Scene, event: AdjustHold) -> Turn:
    """A shorter hold, now and from now on; a movement is eased instead."""
    now = segment_at(scene.practice, scene.place).effort.seconds
    wanted = wanted_seconds(event, now)
    if wanted is not None and wanted >= now:
        return ask_the_same(scene, scene.say("hurts_not_now"), scene.state.asked)
    if isinstance(scene.practice.items[scene.place.item].work, Movement):
        return _ease(scene)
    scene, told = adjusted(scene, event)
    return back_to(scene, told)


def leave_out(scene: Scene, _: Event) -> Turn:
    """Leave this one out, now and from now on, and go on with what comes after it."""
    stretch = scene.place.stretch
    told = scene.say("left_out_from_now", stretch=scene.name_of(stretch))
    return leave_this_one(without(scene, stretch), told)


def leave_out_named(scene: Scene, event: AvoidStretch) -> Turn:
    """The same for the stretch in progress, by its name or without; another one is only noted."""
    if event.stretch.is_nameless or scene.place.stretch in event.stretch.ids:
        return leave_out(scene, event)
    return avoid_stretch(scene, event)


def go_on(scene: Scene, _: Event) -> Turn:
    """They want to go on: carefully."""
    return back_to(scene, scene.say("hurts_go_on"))


def help_hurting(scene: Scene, _: Event) -> Turn:
    """What to do when it is serious, and the question again."""
    number = scene.words.language.emergency
    return ask_the_same(scene, scene.say("help_hurting", number=number), scene.state.asked)


def once_more(scene: Scene, _: Event) -> Turn:
    """Not understood, or opened again: the question that stands."""
    return ask_the_same(scene, scene.say("once_more"), scene.state.asked)


def _what_to_do(scene: Scene, symptom: str) -> str:
    number = scene.words.language.emergency
    if symptom in EMERGENCIES:
        return scene.say("hurts_emergency", number=number)
    return scene.say("hurts_fall", number=number) if symptom == FALL else scene.say("hurts_enough")


def _offer_relief(scene: Scene, told: str = "") -> Turn:
    question = scene.say("hurts_choice")
    return ask(put_aside(scene), told, question, mode=Mode.HURTING, wanted=Wanted.RELIEF)


def _ease(scene: Scene) -> Turn:
    stretch = scene.place.stretch
    preferences = scene.profile.preferences
    holds = {s: seconds for s, seconds in preferences.holds.items() if s != stretch}
    levels = {**preferences.levels, stretch: Level.GENTLE}
    eased = redosed(scene.with_preferences(levels=levels, holds=holds), later_too=False)
    told = f"{scene.say('eased', stretch=scene.name_of(stretch))} {scene.words.stretch(stretch).easier}"
    return told_first(scene, told, back_to(eased))


def _is_asked(scene: Scene, wanted: Wanted) -> bool:
    question = scene.state.question
    return scene.state.mode is Mode.HURTING and question is not None and question.wanted is wanted


def _given_up(scene: Scene) -> Scene:
    """The scene with its practice over: nobody is asked tomorrow whether to go on with it."""
    if not scene.state.under_way:
        return scene
    profile = scene.profile
    for saved in put_aside(scene).profile.practices:
        if saved.practice.id == scene.practice.id:
            profile = profile.with_practice(replace(saved, ended=True))
    return scene.with_profile(profile)
