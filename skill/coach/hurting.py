"""When something hurts: out of the stretch first, then what there is to do. Nothing of it is kept.

The coach cannot tell what is wrong and does not try to. What it says depends only on which of three
groups a complaint is in; the groups are ours, drawn on the careful side.
"""

from dataclasses import replace

from skill.coach.composing import ask, close
from skill.coach.events import Pain
from skill.coach.resting import put_aside
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode

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


def hurts(scene: Scene, event: Pain) -> Turn:
    """Let the body out, and say what to do next."""
    if event.symptom in EMERGENCIES:
        number = scene.words.language.emergency
        return close(_given_up(scene), scene.say("hurts_emergency", number=number))
    if event.symptom == FALL:
        number = scene.words.language.emergency
        return close(_given_up(scene), scene.say("hurts_fall", number=number))
    if event.symptom in ENOUGH_FOR_TODAY:
        return close(_given_up(scene), scene.say("hurts_enough"))
    if not scene.state.under_way:
        return ask(scene, scene.say("hurts_idle"), scene.say("ask_what_next"))
    told = scene.say("hurts_rest")
    return ask(put_aside(scene), told, scene.say("hurts_choice"), mode=Mode.PAUSED)


def _given_up(scene: Scene) -> Scene:
    """The scene with its practice over: nobody is asked tomorrow whether to go on with it."""
    if not scene.state.under_way:
        return scene
    profile = scene.profile
    for saved in put_aside(scene).profile.practices:
        if saved.practice.id == scene.practice.id:
            profile = profile.with_practice(replace(saved, ended=True))
    return scene.with_profile(profile)
