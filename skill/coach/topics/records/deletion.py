"""Deleting what is kept about a person: asked once, then done, and reported as far as it went."""

from dataclasses import replace

from skill.coach.conversation.answers import ask, close
from skill.coach.conversation.coming_back import back_to
from skill.coach.conversation.errands import EraseEverything
from skill.coach.conversation.events import DeleteData, Erased, Erasure, Event
from skill.coach.conversation.questions import DeleteEverything
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state import State


def delete_data(scene: Scene, _: DeleteData) -> Outcome:
    """Asked to delete everything: ask again first, since it cannot be undone."""
    told, question = scene.say("delete_what"), scene.say("ask_delete")
    return ask(scene, told, question, DeleteEverything())


def delete_now(_: Scene, __: Event) -> EraseEverything:
    """Yes, delete it."""
    return EraseEverything()


def tell_erased(scene: Scene, event: Erased) -> Outcome:
    """Say how far the deletion went."""
    if event.erasure is Erasure.FAILED:
        told = scene.say("delete_failed")
        if scene.is_practising:
            return back_to(scene, told)
        return ask(scene, told, scene.say("ask_what_next"))
    told = scene.say("deleted" if event.erasure is Erasure.DONE else "deleting")
    return close(replace(scene, state=State(turns=scene.state.turns)), told)
