"""Deleting what is kept about a person: asked once, then done, and reported as far as it went."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask, close
from skill.coach.conversation.coming_back.coming_back import drop_question
from skill.coach.conversation.errands import Erased, EraseEverything, Erasure
from skill.coach.conversation.events import DeleteData, Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import DeleteEverything
from skill.coach.conversation.state.state import State

TOLD = {Erasure.DONE: "deleted", Erasure.BEGUN: "deleting", Erasure.FAILED: "delete_failed"}


def delete_data(scene: Scene, _: DeleteData) -> Outcome:
    """Asked to delete everything: ask again first, since it cannot be undone."""
    told, question = scene.say("delete_what"), scene.say("ask_delete")
    return ask(scene, told, question, DeleteEverything(of=scene.own.person))


def keep_all(scene: Scene, _: Event) -> Outcome:
    """No, or never mind: nothing is deleted, and that is said."""
    return drop_question(scene, scene.say("delete_declined"))


def delete_now(scene: Scene, _: Event) -> EraseEverything:
    """Yes, delete it."""
    return EraseEverything(scene.asked(DeleteEverything).of)


def tell_erased(scene: Scene, event: Erased) -> Outcome:
    """Say how far the deletion went; the session goes on if it was not about its opener."""
    told = scene.say(TOLD[event.erasure])
    if event.erasure is Erasure.FAILED or scene.guest is not None:
        return drop_question(scene, told)
    return close(replace(scene, state=State(turns=scene.state.turns)), told)
