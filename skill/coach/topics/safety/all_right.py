"""Two things that were not understood in a row: perhaps the person is not all right.

Alexa gives no words for what she did not understand, so an emergency can be among them. Without any
practice in the session nothing is asked: a session has no silence longer than half a minute, so whoever
has practised in it did so moments ago.
"""

from skill.coach.conversation.answers.answers import ask, ask_what_next
from skill.coach.conversation.coming_back.aside import aside, put_aside
from skill.coach.conversation.events import Event, Pain
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import AllRight
from skill.coach.topics.help import help as helping
from skill.coach.topics.safety.pain import hurts, ready


def not_understood(scene: Scene, _: Event) -> Outcome:
    """One short sentence, and on; the second time running, out of the stretch and a question."""
    if not scene.state.misheard:
        return aside(scene, scene.say("not_for_me"))
    return ask(put_aside(scene), "", scene.say("all_right"), AllRight())


def not_understood_at_rest(scene: Scene, event: Event) -> Outcome:
    """What can be said; the second time running, soon after a practice, the same question."""
    if scene.state.misheard and scene.state.latest is not None:
        return ask(scene, "", scene.say("all_right"), AllRight())
    return helping.not_understood(scene, event)


def all_right(scene: Scene, event: Event) -> Outcome:
    """Yes: on with the practice that waits, or to what is next."""
    return ready(scene, event) if scene.is_practising else ask(scene, "", scene.say("ask_what_next"))


def not_all_right(scene: Scene, _: Event) -> Outcome:
    """No: then it hurts, or something is wrong."""
    return hurts(scene.with_state(question=None), Pain())


def still_unclear(scene: Scene, _: Event) -> Outcome:
    """Not understood again: the number, once, and the practice waits."""
    number = scene.words.language.emergency
    return ask_what_next(scene, scene.say("all_right_number", number=number))
