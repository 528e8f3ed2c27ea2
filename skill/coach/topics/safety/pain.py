"""When something hurts: out of the stretch first, then what there is to do. Nothing of it is kept.

The coach cannot tell what is wrong and does not try to. What it says depends only on which of three
groups a symptom is in; no article gives the groups, and this project drew them on the careful side. What
is remembered afterwards is that a stretch is eased or left out, never why.
"""

from dataclasses import replace

from skill.coach.conversation.answers import ask, ask_the_same, close
from skill.coach.conversation.coming_back import back_to, put_aside
from skill.coach.conversation.events import AdjustHold, AvoidStretch, ChangeLevel, Choose, Event, Pain
from skill.coach.conversation.questions import KindOfPain, PainRelief
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.practice.timeline import segment_at
from skill.coach.topics.coaching.adjustments import adjusted, redosed, wanted_seconds
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.safety.leaving_out import avoid_stretch, without
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
"""Symptoms that end the practice; the person is told to call for help at once."""

FALL = "fall"
"""A fall: the advice depends on whether the person can get up, and on their head."""

ENOUGH_FOR_TODAY = frozenset({"numbness", "tingling", "down_the_leg", "dizziness", "fever", "sharp"})
"""Symptoms that end the practice for today; the person is told to ask a doctor."""

TOO_MUCH = "too_much"
"""It is the stretch itself that is felt, only more than is good."""


def hurts(scene: Scene, event: Pain) -> Outcome:
    """Let the body out, and say what to do next; where the kind of pain is not clear, ask for it."""
    if event.symptom in (*EMERGENCIES, FALL, *ENOUGH_FOR_TODAY):
        return close(_given_up(scene), _what_to_do(scene, event.symptom))
    if not scene.is_practising:
        return ask(scene, scene.say("hurts_idle"), scene.say("ask_what_next"))
    asked = scene.state.question
    if event.symptom == TOO_MUCH or isinstance(asked, KindOfPain):
        known = isinstance(asked, KindOfPain | PainRelief)
        return _offer_relief(scene, "" if known else scene.say("hurts_rest"))
    told, question = scene.say("hurts_rest"), scene.say("hurts_which")
    return ask(put_aside(scene), told, question, KindOfPain())


def no_kind(scene: Scene, _: Event) -> Outcome:
    """Yes to "which kind?": that is no answer, so ask again."""
    return ask_the_same(scene, scene.say("hurts_one_of"))


def none_of_these(scene: Scene, _: Event) -> Outcome:
    """No to "which kind?": none of them."""
    return _offer_relief(scene)


def choose_kind(scene: Scene, event: Choose) -> Outcome:
    """The first, the second or the third kind."""
    kind = {"1": "sharp", "2": "down_the_leg", "3": TOO_MUCH}.get(event.ordinal)
    return hurts(scene, Pain(kind)) if kind else no_kind(scene, event)


def just_rest(scene: Scene, _: Event) -> Outcome:
    """No to everything that was offered: the person only rests."""
    return ask(scene, scene.say("hurts_no_hurry"), scene.say("ask_resume"))


def choose_relief(scene: Scene, event: Choose) -> Outcome:
    """The first, second or third of the offered ways to go on."""
    match event.ordinal:
        case "1" | "any":
            return _ease(scene)
        case "2":
            return shorter(scene, AdjustHold("shorter"))
        case "3" | "last":
            return leave_out(scene, event)
    return ask_the_same(scene, scene.say("once_more"))


def easier(scene: Scene, _: Event) -> Outcome:
    """An easier version of this stretch, now and from now on."""
    return _ease(scene)


def gentler(scene: Scene, event: ChangeLevel) -> Outcome:
    """A level as the answer: gentle means the easier version; others are refused for now."""
    if event.level == Level.GENTLE:
        return _ease(scene)
    return ask_the_same(scene, scene.say("hurts_not_now"))


def shorter(scene: Scene, event: AdjustHold) -> Outcome:
    """A shorter hold, now and from now on; a movement is made easier instead."""
    now = segment_at(scene.practice, scene.place).effort.seconds
    wanted = wanted_seconds(event, now)
    if wanted is not None and wanted >= now:
        return ask_the_same(scene, scene.say("hurts_not_now"))
    if isinstance(scene.practice.items[scene.place.item].work, Movement):
        return _ease(scene)
    scene, told = adjusted(scene, event)
    return back_to(scene, told)


def leave_out(scene: Scene, _: Event) -> Outcome:
    """Leave this stretch out, now and from now on, and go on with the next one."""
    stretch = scene.place.stretch
    told = scene.say("left_out_from_now", stretch=scene.name_of(stretch))
    return leave_this_one(without(scene, stretch), told)


def leave_out_named(scene: Scene, event: AvoidStretch) -> Outcome:
    """Leave out the stretch that hurts, named or not; another stretch is only noted as left out."""
    if event.stretch.is_nameless or scene.place.stretch in event.stretch.ids:
        return leave_out(scene, event)
    return avoid_stretch(scene, event)


def go_on(scene: Scene, _: Event) -> Outcome:
    """The person wants to go on: with care."""
    return back_to(scene, scene.say("hurts_go_on"))


def help_hurting(scene: Scene, _: Event) -> Outcome:
    """What to do when it is serious, and the question again."""
    number = scene.words.language.emergency
    return ask_the_same(scene, scene.say("help_hurting", number=number))


def once_more(scene: Scene, _: Event) -> Outcome:
    """Not understood, or opened again: ask the standing question again."""
    return ask_the_same(scene, scene.say("once_more"))


def _what_to_do(scene: Scene, symptom: str) -> str:
    number = scene.words.language.emergency
    if symptom in EMERGENCIES:
        return scene.say("hurts_emergency", number=number)
    return scene.say("hurts_fall", number=number) if symptom == FALL else scene.say("hurts_enough")


def _offer_relief(scene: Scene, told: str = "") -> Outcome:
    question = scene.say("hurts_choice")
    return ask(put_aside(scene), told, question, PainRelief())


def _ease(scene: Scene) -> Outcome:
    stretch = scene.place.stretch
    preferences = scene.profile.preferences
    holds = {s: seconds for s, seconds in preferences.holds.items() if s != stretch}
    levels = {**preferences.levels, stretch: Level.GENTLE}
    eased = redosed(scene.with_preferences(levels=levels, holds=holds), later_too=False)
    prompt = "eased" if scene.remembers else "eased_this_time"
    told = f"{scene.say(prompt, stretch=scene.name_of(stretch))} {scene.words.stretch(stretch).easier}"
    return back_to(eased, told)


def _given_up(scene: Scene) -> Scene:
    """The scene with its practice ended, so that it is never offered again."""
    if not scene.is_practising:
        return scene
    profile = scene.profile
    for saved in put_aside(scene).profile.practices:
        if saved.practice.id == scene.practice.id:
            profile = profile.with_practice(replace(saved, ended=True))
    return scene.with_profile(profile)
