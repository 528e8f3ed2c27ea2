"""Deleting what is kept about a person: asked once, then done, and said only as far as it is true."""

from skill.coach.composing import ask, close
from skill.coach.events import DeleteData, Erased, Erasure
from skill.coach.resting import back_to
from skill.coach.scene import EraseEverything, Scene, Turn, ask_the_shell
from skill.coach.state import Mode, State, Wanted


def delete_data(scene: Scene, _: DeleteData) -> Turn:
    """Asked to delete everything: once more, since it cannot be undone."""
    told, question = scene.say("delete_what"), scene.say("ask_delete")
    return ask(scene, told, question, mode=Mode.CONFIRMING, wanted=Wanted.DELETE)


def delete_now(scene: Scene) -> Turn:
    """Yes, delete it."""
    return ask_the_shell(scene, EraseEverything())


def tell_erased(scene: Scene, event: Erased) -> Turn:
    """Say how far it went; where nothing could be deleted, nothing is lost either."""
    if event.erasure is Erasure.FAILED:
        told = scene.say("delete_failed")
        if scene.state.under_way:
            return back_to(scene, told)
        return ask(scene, told, scene.say("ask_what_next"))
    told = scene.say("deleted" if event.erasure is Erasure.DONE else "deleting")
    return close(scene.with_state(**vars(State(turns=scene.state.turns))), told)
