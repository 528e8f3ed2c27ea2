"""Welcoming people: the skill explained on the first visit, unfinished practices on later ones."""

from dataclasses import replace
from datetime import timedelta

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.coming_back.coming_back import back_to, come_back
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.person.profile import Leaving, SavedPractice
from skill.coach.topics.visits.greeting import hello
from skill.coach.topics.visits.household import is_shared, resumable
from skill.coach.topics.visits.unfinished import offer

STRAIGHT_BACK = timedelta(hours=1)
"""How long after a pause, or after a session ran out at a rest, the practice goes on without a question:
what is said there promises it; the figure is ours."""

TWICE = 2
"""How often a routine has run out when it is told how it would not; ours."""


def launch(scene: Scene, _: Event) -> Outcome:
    """Welcome: the skill explained on the first visit, an unfinished practice offered on later ones."""
    declined = scene.profile.preferences.declined
    offered = [saved for saved in resumable(scene) if saved.practice.id not in declined]
    first = not scene.profile.preferences.introduced
    if offered and _just_rested(scene, offered[0]):
        saved = offered[0]
        warned = scene.say("disclaimer") if first else ""
        first_words = (scene.say("welcome_straight_back"), warned, *_in_one_piece(scene, saved))
        return come_back(scene, saved.practice, saved.place, saved.worked, *first_words)
    if first:
        if not offered:
            told = f"{scene.say('welcome_first')} {scene.say('disclaimer')}"
            return _explained(scene, told, ask(scene, told, scene.say("ask_first")))
        told = f"{scene.say('welcome_back')} {scene.say('disclaimer')}"
        return _explained(scene, told, offer(scene, offered[0], told))
    scene, told = hello(scene)
    if offered:
        more = (*_broken_off(scene, offered[0]), *_in_one_piece(scene, offered[0]))
        return offer(scene, offered[0], told, *more)
    return ask(scene, told, scene.say("ask_what_next"))


def _explained(scene: Scene, told: str, outcome: Outcome) -> Outcome:
    """The first answer, with the moment at which what it explains has been heard."""
    until = scene.now + timedelta(seconds=scene.words.seconds(told))
    return replace(outcome, state=replace(outcome.state, explained=until))


def start_afresh(scene: Scene, event: Event) -> Outcome:
    """Opened again while a question stands: back to the practice that waits, or welcome."""
    if scene.is_practising:
        return back_to(scene, scene.say("never_mind"))
    return launch(scene.with_state(question=None), event)


def _just_rested(scene: Scene, saved: SavedPractice) -> bool:
    """Whether a practice was left for a rest within the hour: then nothing is asked."""
    resting = saved.leaving in (Leaving.PAUSED, Leaving.BY_SILENCE)
    return resting and scene.now - saved.saved_at <= STRAIGHT_BACK and not is_shared(scene, saved)


def _in_one_piece(scene: Scene, saved: SavedPractice) -> tuple[str, ...]:
    """Once, where a routine ran out for the second time: what would not stop; empty without a player."""
    again = saved.ran_out == TWICE and saved.leaving is Leaving.BY_SILENCE
    if scene.limits.player and saved.practice.is_routine and again:
        return (scene.say("offer_straight_through"),)
    return ()


def _broken_off(scene: Scene, saved: SavedPractice) -> tuple[str, ...]:
    """What is said of a practice whose session broke off or simply stopped; empty for any other."""
    if saved.leaving in (Leaving.BY_ERROR, Leaving.NO_WORD) and not is_shared(scene, saved):
        return (scene.say("broken_off"),)
    return ()
