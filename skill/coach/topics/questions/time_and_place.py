"""Where a person is in their practice, and how much of it is left."""

from skill.coach.conversation.answers import coming
from skill.coach.conversation.coming_back import inform, recap
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.practice.cues import length
from skill.coach.practice.packing import part
from skill.coach.practice.place import WORK_PHASES, Phase, Side
from skill.words.numbers import roughly

A_MINUTE = 60


def tell_time_left(scene: Scene, _: Event) -> Outcome:
    """How long is left?"""
    return inform(scene, time_left(scene))


def tell_where(scene: Scene, _: Event) -> Outcome:
    """Where am I, and on which side?"""
    return inform(scene, whereabouts(scene))


def time_left(scene: Scene) -> str:
    """What is left of this hold and of the practice, in round figures."""
    practice, place = scene.practice, scene.place
    whole = length(part(scene.score(practice), place, practice.end, scene.state.body))
    in_all = scene.say("left_in_all", time=_rounded(scene, whole))
    if place.phase is not Phase.HOLD or scene.resting:
        return in_all
    effort = scene.score(practice).effort_at(place)
    held = roughly(effort.seconds - place.held)
    this = scene.say("left_of_hold", seconds=held)
    return this if whole < A_MINUTE else f"{this} {in_all}"


def whereabouts(scene: Scene) -> str:
    """The stretch, repetition, side and what is left; before the work, which of how many stretches.

    During a hold it is short: nobody should have to come out of it to hear where they are.
    """
    practice, place = scene.practice, scene.place
    if scene.resting:
        return scene.say("where_resting", next=coming(scene, practice, place))
    here = recap(scene, practice, place, whole=True)
    if not practice.is_routine or place.phase in WORK_PHASES:
        return here
    number = scene.words.ordinal(place.item + 1)
    told = scene.say("where_in_routine", number=number, count=len(practice.items))
    return f"{here} {told}"


def how_many_more(scene: Scene) -> str:
    """Which repetition this is, and how many come after it."""
    practice, place = scene.practice, scene.place
    item = practice.items[place.item]
    more = item.rounds - place.repetition
    repetition = scene.words.ordinal(place.repetition)
    if item.rounds == 1:
        return scene.say("only_once_each" if place.side is not None else "only_once")
    if more == 0 and _other_side_follows(scene):
        other = scene.words.side(Side.RIGHT)
        return scene.say("last_on_this_side", repetition=repetition, count=item.rounds, side=other)
    if more == 0:
        return scene.say("last_repetition")
    return scene.say("repetitions_left", repetition=repetition, count=item.rounds, more=more)


def _other_side_follows(scene: Scene) -> bool:
    efforts = scene.practice.items[scene.place.item].efforts
    return scene.place.side is Side.LEFT and efforts[-1].side is Side.RIGHT


def _rounded(scene: Scene, seconds: float) -> str:
    if seconds < A_MINUTE * 2:
        return scene.words.duration(roughly(seconds))
    return scene.words.duration(round(seconds / A_MINUTE) * A_MINUTE)
