"""Helping, listing, and making the best of words that were not understood."""

from skill.coach.answering import ask_again, not_answered
from skill.coach.asking import inform
from skill.coach.coming_back import aside
from skill.coach.composing import ask
from skill.coach.events import Event
from skill.coach.locating import time_left, whereabouts
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode


def what_then(scene: Scene, _: Event) -> Turn:
    """Yes to "what would you like next?": then which?"""
    return ask(scene, "", scene.say("ask_for_a_name"))


def tell_time_left(scene: Scene, _: Event) -> Turn:
    """How long is left?"""
    return inform(scene, time_left(scene))


def tell_where(scene: Scene, _: Event) -> Turn:
    """Where am I, and on which side?"""
    return inform(scene, whereabouts(scene))


def help_idle(scene: Scene, _: Event) -> Turn:
    """What can be said when nothing is under way."""
    told = f"{scene.say('help_idle')} {scene.say('disclaimer')}"
    return ask(scene, told, scene.say("ask_what_next"))


def help_practising(scene: Scene, _: Event) -> Turn:
    """What can be said during a practice; it carries on after."""
    return aside(scene, scene.say("help_practising"))


def help_paused(scene: Scene, _: Event) -> Turn:
    """What can be said while a practice waits."""
    return ask(scene, scene.say("help_paused"), scene.say("ask_resume"), mode=Mode.PAUSED)


def help_asked(scene: Scene, _: Event) -> Turn:
    """What can be said to the coach's question: the question again, and that no is an answer."""
    return ask_again(scene, scene.say("help_asked"))


def not_understood(scene: Scene, _: Event) -> Turn:
    """Words that fit nothing, outside a practice."""
    mode = scene.state.mode
    question = scene.say("ask_resume" if mode is Mode.PAUSED else "ask_what_next")
    return ask(scene, scene.say("not_understood"), question, mode=mode)


def not_understood_asked(scene: Scene, _: Event) -> Turn:
    """Words that do not answer the coach's question."""
    return not_answered(scene)


def illegal(scene: Scene) -> Turn:
    """A wish that makes no sense now: say what does; no practice is touched by it."""
    match scene.state.mode:
        case Mode.PRACTISING:
            return aside(scene, scene.say("not_now_practising"))
        case Mode.CHOOSING | Mode.CONFIRMING:
            return not_answered(scene)
        case Mode.HURTING | Mode.MAKING:
            return ask_again(scene)
        case Mode.PAUSED:
            return ask(scene, "", scene.say("ask_resume"), mode=Mode.PAUSED)
        case Mode.IDLE:
            return ask(scene, scene.say("nothing_running"), scene.say("ask_what_next"))


def not_understood_practising(scene: Scene, _: Event) -> Turn:
    """Words in the middle of a practice, mostly the television's: one short sentence, and on."""
    return aside(scene, scene.say("not_for_me"))
