"""A routine of one's own while it is being made by voice: what it has, and how to go on.

Its name comes first, then its stretches, one by one. Nothing is kept before the end: if the person drops
it or the session runs out, nothing has changed.
"""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.events import Event, Pain
from skill.coach.conversation.scene import NAMED, Outcome, Scene
from skill.coach.conversation.state.questions import RoutineDraft
from skill.coach.topics.safety.pain import hurts

MOST_ROUTINES, MOST_STRETCHES = 10, 12
"""How many routines are kept, and how many stretches in each; more is too much to send with every
answer."""


def unasked(scene: Scene) -> RoutineDraft:
    """The draft without a question which stretch was meant."""
    return replace(scene.asked(RoutineDraft), pending=())


def what_it_has(scene: Scene, draft: RoutineDraft) -> str:
    """What the routine has: all names if they are few, else their number and the last name."""
    names = [scene.name_of(stretch) for stretch in draft.stretches]
    routine = draft.name or scene.say("own_nameless")
    if len(names) > NAMED:
        return scene.say("own_has_many", routine=routine, count=len(names), stretch=names[-1])
    return scene.say("own_has", routine=routine, stretches=scene.words.all_of(names))


def tell_how(scene: Scene, _: Event) -> Outcome:
    """What can be said while a routine is being made: after a request for help, or no answer."""
    return ask(scene, scene.say("own_how"), scene.say("own_next"), unasked(scene))


def unknown_stretch(scene: Scene, _: Event) -> Outcome:
    """Words that were not understood, mostly the name of a stretch that the library does not have."""
    told = f"{scene.say('own_unknown')} {scene.say('ask_list')}"
    return ask(scene, told, scene.say("own_next"), unasked(scene))


def hurts_meanwhile(scene: Scene, event: Pain) -> Outcome:
    """It hurts, which comes first; where nothing is under way, the routine goes on being made."""
    outcome = hurts(scene, event)
    if outcome.reply.ends_session or scene.is_practising:
        return outcome
    return inform(scene, scene.say("hurts_idle"))


def given_up(scene: Scene, told: str = "") -> Outcome:
    """Nothing is kept: what is said before that, and what the person would like instead."""
    text = " ".join(filter(None, (told, scene.say("own_not_kept"))))
    return ask(scene, text, scene.say("ask_what_next"))
