"""Welcoming people: what this is on the first visit, what was left unfinished on later ones."""

from skill.coach.conversation.answers import ask
from skill.coach.conversation.coming_back import back_to, come_back
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.person.profile import Leaving, SavedPractice
from skill.coach.topics.visits.greeting import hello
from skill.coach.topics.visits.household import is_shared, resumable
from skill.coach.topics.visits.unfinished import offer

STRAIGHT_BACK = 300.0
"""Seconds within which somebody whose session ran out is coached on without a question."""


def launch(scene: Scene, _: Event) -> Outcome:
    """Welcome: what this is on the first visit, what was left unfinished on later ones."""
    declined = scene.profile.preferences.declined
    offered = [saved for saved in resumable(scene) if saved.practice.id not in declined]
    if not scene.profile.preferences.introduced:
        today = scene.now.date().isoformat()
        scene = scene.with_preferences(introduced=True, lesson_day=today)
        if not offered:
            told = f"{scene.say('welcome_first')} {scene.say('disclaimer')}"
            return ask(scene, told, scene.say("ask_first"))
        return offer(scene, offered[0], scene.say("welcome_back"), scene.say("disclaimer"))
    if offered and _just_ran_out(scene, offered[0]):
        saved = offered[0]
        told = scene.say("welcome_straight_back")
        return come_back(scene, saved.practice, saved.place, saved.worked, told)
    scene, told = hello(scene)
    if offered:
        return offer(scene, offered[0], told, *_broken_off(scene, offered[0]))
    return ask(scene, told, scene.say("ask_what_next"))


def start_afresh(scene: Scene, event: Event) -> Outcome:
    """Opened once more while a question stands: back to what waits, or welcome."""
    if scene.is_practising:
        return back_to(scene, scene.say("never_mind"))
    return launch(scene.with_state(question=None), event)


def _just_ran_out(scene: Scene, saved: SavedPractice) -> bool:
    """Whether a practice was left by a session that ran out a moment ago: no questions then."""
    gone = (scene.now - saved.saved_at).total_seconds()
    ran_out = saved.leaving is Leaving.BY_SILENCE and gone <= STRAIGHT_BACK
    return ran_out and not is_shared(scene, saved)


def _broken_off(scene: Scene, saved: SavedPractice) -> tuple[str, ...]:
    """What is said of a session that broke off, or was never heard of again."""
    if saved.leaving in (Leaving.BY_ERROR, Leaving.NO_WORD) and not is_shared(scene, saved):
        return (scene.say("broken_off"),)
    return ()
