"""What was meant by what was just said: another stretch, or another length."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask_again
from skill.coach.conversation.events import (
    AdjustHold,
    AllowStretch,
    Asked,
    AvoidStretch,
    ChangeTimes,
    LeaveOut,
    MeantLength,
    MeantStretch,
    NameStretch,
    StartRoutine,
)
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.conversation.state.questions import HowLong, OfferedPlan
from skill.coach.topics.safety.leaving_out import put_back, taken_back, without
from skill.library.records import SHORTEST_SECONDS, Movement

A_MINUTE = 60.0


def correct_stretch(scene: Scene, event: MeantStretch) -> Instead:
    """What was wanted a moment ago, of the stretch that is meant; what it did to the other is undone.

    Where nothing was wanted of any, the stretch is named and no more.
    """
    thread, meant = scene.state.thread, event.stretch
    if not meant.ids or not thread.wish_of:
        return Instead(scene, NameStretch(meant))
    return Instead(_undone(scene), thread.wish(meant))


def answer_with(scene: Scene, event: MeantStretch) -> Instead:
    """The stretch that is meant, while a question stands: it is the answer."""
    return Instead(scene, NameStretch(event.stretch))


def _undone(scene: Scene) -> Scene:
    """The scene without what the last wish did to the stretch that was not meant; that is said."""
    wish, stretch = scene.state.thread.wish, scene.state.thread.wish_of
    if wish is AllowStretch:
        begun = scene.is_practising and scene.place.stretch == stretch
        return scene if begun else without(scene, stretch)
    if wish is AvoidStretch and stretch in scene.profile.preferences.left_out:
        scene = taken_back(scene, stretch)
    elif wish is not LeaveOut:
        return scene
    told = scene.say("taken_back_in", stretch=scene.name_of(stretch))
    return put_back(scene, stretch).with_notice(told)


def correct_length(scene: Scene, event: MeantLength) -> Instead:
    """Another length than the one that was just said: of the practice that has begun, or of the hold.

    A bare number in a movement is how often it is done; of a hold it is minutes where no hold has so few
    seconds: "a minute", "no, I meant two".
    """
    begun = scene.is_practising and scene.state.thread.begun == scene.practice.id
    wish = scene.practice.wish if begun else None
    minutes = _as_minutes(event)
    if wish is not None and minutes:
        return Instead(scene, StartRoutine(Asked(), replace(wish, seconds=minutes)))
    moves = scene.is_practising and isinstance(scene.item.work, Movement)
    if event.number is not None and moves:
        return Instead(scene, ChangeTimes(round(event.number)))
    length = event.seconds if event.seconds is not None else event.number
    if event.number is not None and 0 < event.number < SHORTEST_SECONDS:
        length = event.number * A_MINUTE
    return Instead(scene, AdjustHold("", length))


def correct_offered(scene: Scene, event: MeantLength) -> Outcome | Instead:
    """Another length than the one that the offered plan was for, or that is asked for."""
    question, minutes = scene.state.question, _as_minutes(event)
    if not minutes or not isinstance(question, OfferedPlan | HowLong):
        return ask_again(scene)
    wish = replace(question.wish, seconds=minutes)
    return Instead(scene.with_state(question=None), StartRoutine(Asked(), wish))


def _as_minutes(event: MeantLength) -> float:
    """The length of a practice, in seconds, that is meant; 0 for what can only be that of a hold."""
    if event.number is not None:
        return event.number * A_MINUTE
    return event.seconds if event.seconds is not None and event.seconds >= A_MINUTE else 0.0
