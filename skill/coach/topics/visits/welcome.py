"""Welcoming people: the skill explained on the first visit, unfinished practices on later ones."""

from skill.coach.conversation.answers import ask
from skill.coach.conversation.coming_back import back_to, come_back
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.person.profile import Leaving, SavedPractice
from skill.coach.topics.visits.greeting import hello
from skill.coach.topics.visits.household import is_shared, resumable
from skill.coach.topics.visits.unfinished import offer

STRAIGHT_BACK = 3600.0
"""Seconds after a session ran out within which the practice goes on without a question: what is said at
a pause promises it; the figure is ours."""


def launch(scene: Scene, _: Event) -> Outcome:
    """Welcome: the skill explained on the first visit, an unfinished practice offered on later ones."""
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
    """Opened again while a question stands: back to the practice that waits, or welcome."""
    if scene.is_practising:
        return back_to(scene, scene.say("never_mind"))
    return launch(scene.with_state(question=None), event)


def _just_ran_out(scene: Scene, saved: SavedPractice) -> bool:
    """Whether the session that left a practice ran out within the hour: then nothing is asked."""
    gone = (scene.now - saved.saved_at).total_seconds()
    ran_out = saved.leaving is Leaving.BY_SILENCE and gone <= STRAIGHT_BACK
    return ran_out and not is_shared(scene, saved)


def _broken_off(scene: Scene, saved: SavedPractice) -> tuple[str, ...]:
    """What is said of a practice whose session broke off or simply stopped; empty for any other."""
    if saved.leaving in (Leaving.BY_ERROR, Leaving.NO_WORD) and not is_shared(scene, saved):
        return (scene.say("broken_off"),)
    return ()
