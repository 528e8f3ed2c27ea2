"""Going on with a practice that waits: after a question, a pause, or a week."""

from dataclasses import replace
from typing import TYPE_CHECKING

from skill.coach.conversation.answers.answers import ask, coach
from skill.coach.conversation.care.verdicts import suited, unsuited_from
from skill.coach.conversation.coming_back.fetching import fetching
from skill.coach.conversation.coming_back.recap import back_into, recap, way_down
from skill.coach.conversation.scene import Outcome, Scene, finished_at
from skill.coach.conversation.state.questions import RoutineName
from skill.coach.person.profile import Leaving, SavedPractice
from skill.coach.person.totals import Finished
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.timeline import index_of, outline, segment_at

if TYPE_CHECKING:
    from skill.coach.practice.cues.cues import Cue

NOTHING_LEFT, SHARE_LEFT = 5.0, 0.2
"""How much of a hold may be left for it to count as done: at most these seconds, and this share of
it."""

A_MOMENT = 30.0
"""Seconds for which whoever paused the steps of a stretch still knows those that were told; ours."""


def back_to(scene: Scene, *told: str) -> Outcome:
    """Go on with the practice that waits, after a few words; first with a routine that is being made."""
    if scene.state.draft is not None:
        return back_to_draft(scene, " ".join(filter(None, told)))
    return come_back(scene, scene.practice, scene.place, scene.worked, *told)


def back_to_draft(scene: Scene, text: str) -> Outcome:
    """Go on with the routine that was being made when something else was asked, after a few words."""
    draft = scene.state.draft
    question = scene.say("own_name" if isinstance(draft, RoutineName) else "own_next")
    return ask(scene.with_state(draft=None), text, question, draft)


def never_mind(scene: Scene) -> Outcome:
    """Drop the standing question, for which no means only that nothing is done."""
    return drop_question(scene, scene.say("never_mind"))


def drop_question(scene: Scene, told: str) -> Outcome:
    """After a few words, back to the practice that waits, or to "what next?"."""
    if scene.is_practising:
        return back_to(scene, told)
    return ask(scene, told, scene.say("ask_what_next"))


def come_back(scene: Scene, practice: Practice, place: Place, worked: float, *greeting: str) -> Outcome:
    """Take up a practice that was left, with a recap and with time to get down again."""
    left = place
    at_hand = scene.state.latest is not None and scene.state.latest.id == practice.id
    # Whoever was getting into position goes on with that, and whoever only asked something with what the
    # player was at; after a session, or a pause of more than a moment, it begins anew.
    in_steps = at_hand and _only_waited(scene, practice, place)
    stayed = in_steps or (at_hand and (practice.is_before(place) or (scene.plays and not scene.out)))
    place = place if stayed else _fresh(practice, place)
    unsuited = () if practice.is_end(place) else unsuited_from(scene, practice, place.item)
    if unsuited:
        names = scene.names_of(unsuited)
        # The answer to what was told of the body has named them already.
        if not any(names in text for text in greeting):
            greeting = (*greeting, scene.say("care_left_out_of_it", stretches=names))
        practice, place = suited(scene, practice, place)
    scene, finished = _counted(scene, practice, left, place, worked)
    if place.item != left.item:
        worked = 0.0
    if practice.is_end(place):
        return replace(coach(scene, practice, place, scene.said(*greeting)), finished=finished)
    lead = [*scene.said(*greeting), *(() if at_hand else fetching(scene, practice, place))]
    way_in: tuple[Cue, ...] = ()
    if not (practice.is_before(place) or in_steps):
        lead += scene.said(recap(scene, practice, place))
        lead += way_down(scene, practice, place)
        if place.phase in WORK_PHASES:
            begun = place.held > 0
            way_in = back_into(scene, practice, segment_at(practice, place), begun=begun)
    turn = coach(scene, practice, place, tuple(lead), worked, way_in=way_in)
    return replace(turn, finished=finished)


def _only_waited(scene: Scene, practice: Practice, place: Place) -> bool:
    """Whether the steps of a stretch were paused for no more than a moment, and the body has stayed."""
    kept = scene.profile.kept(practice.id)
    if place.phase is not Phase.STEP or kept is None or kept.leaving is not Leaving.PAUSED:
        return False
    stretch = scene.library.stretches[place.stretch]
    stayed = scene.state.body in (scene.score(practice).position_of(place.stretch), stretch.ends_in)
    return stayed and (scene.now - kept.saved_at).total_seconds() <= A_MOMENT


def _fresh(practice: Practice, place: Place) -> Place:
    """The place from which to begin again: what was over is not repeated.

    A stretch that the person was coming out of is done; a hold with next to nothing left counts as done;
    steps that were told in part are told again; a place that no longer exists becomes the start of its
    item.
    """
    segments = outline(practice)
    index = index_of(practice, place)
    if index == len(segments):
        return practice.end
    if not segments[index].holds(place):
        place = segments[index].place
    whole = segments[index].effort.seconds
    nothing_left = whole - place.held < min(NOTHING_LEFT, SHARE_LEFT * whole)
    if place.phase is Phase.HOLD and place.held > 0 and nothing_left:
        place = segments[index + 1].place
    if place.phase is Phase.RELEASE:
        return practice.place_of(place.item + 1)
    return replace(place, step=0)


def _counted(
    scene: Scene, practice: Practice, left: Place, fresh: Place, worked: float
) -> tuple[Scene, tuple[Finished, ...]]:
    """Count a stretch as finished if `_fresh` took its last hold, which was broken off, as done."""
    counted = scene.counted_of(practice)
    if left.phase is not Phase.HOLD or fresh.item == left.item or worked <= 0 or left.item in counted:
        return scene, ()
    finished = finished_at(scene, practice, left.item, worked, scene.now)
    scene = scene.with_profile(scene.profile.with_finished(finished))
    counted = (*counted, left.item)
    if scene.is_practising and scene.practice.id == practice.id:
        return scene.with_state(practice=replace(scene.under_way, counted=counted)), (finished,)
    saved = SavedPractice(practice, fresh, scene.now, counted=counted)
    return scene.with_profile(scene.profile.with_practice(saved)), (finished,)
