"""Stretches that are taken out of a routine again while it is being made."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.events import Asked, AvoidStretch, Event, LeaveOut
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import RoutineDraft
from skill.coach.topics.own_routines.drafts import tell_how, unasked


def remove(scene: Scene, event: AvoidStretch | LeaveOut) -> Outcome:
    """Take a stretch out of the routine again: the one named or just spoken of, or the last."""
    draft = unasked(scene)
    told_of = scene.state.thread.stretch
    meant = (told_of,) if event.stretch.is_nameless else event.stretch.ids
    named = [stretch for stretch in draft.stretches if stretch in meant]
    gone = draft.stretches[-1:] if event.stretch.is_nameless and not named else tuple(named[:1])
    if not gone:
        return ask(scene, scene.say("own_not_in_it"), scene.say("own_next"), draft)
    told = scene.say("own_removed", stretch=scene.name_of(gone[0]))
    left = tuple(stretch for stretch in draft.stretches if stretch not in gone)
    return ask(scene, told, scene.say("own_next"), replace(draft, stretches=left))


def take_out_it(scene: Scene, _: Event) -> Outcome:
    """Take it out: the stretch that was just spoken of, or the one put in last."""
    return remove(scene, LeaveOut(Asked()))


def take_back(scene: Scene, _: Event) -> Outcome:
    """Not that one: take out again what was put in last; where it was not clear which, ask how."""
    draft = scene.asked(RoutineDraft)
    if draft.pending or not draft.stretches:
        return tell_how(scene, _)
    return remove(scene, LeaveOut(Asked()))
