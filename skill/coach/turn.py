"""One turn of the conversation: where the person is by now, what they want, what is answered."""

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from skill.coach import guiding
from skill.coach.answer import Heard, body_at, hear
from skill.coach.composing import over
from skill.coach.events import Ending, Event, SessionEnded
from skill.coach.fitting import known_event, known_profile, known_state
from skill.coach.machine import row_for
from skill.coach.practice import WORK_PHASES, Phase, Place, Practice
from skill.coach.preparing import caution_heard
from skill.coach.progress import Change, Finished, Profile
from skill.coach.scene import Remember, Scene, Turn, finished_at
from skill.coach.state import State
from skill.errors import IllegalEventError
from skill.library.records import Library
from skill.words import Words


def turn(
    library: Library, words: Words, profile: Profile, state: State, event: Event, now: datetime
) -> Turn:
    """Answer one event.

    Args:
        library: The stretches and routines.
        words: The language.
        profile: What is known of the person.
        state: The conversation so far.
        event: What the person wants.
        now: When they said so, in their time zone.

    Returns:
        The conversation and the profile as they are now, the reply, and what to keep. Where the
        shell is sent on an errand first, there is no reply yet and nothing has changed.
    """
    event = known_event(library, event)
    scene = Scene(library, words, known_profile(library, profile), known_state(library, state), now)
    caught_up, finished = catch_up(scene, event)
    try:
        outcome = row_for(caught_up.state.mode, event).action(caught_up, event)
    except IllegalEventError:
        outcome = guiding.illegal(caught_up)
    if outcome.effects:
        return Turn(state, profile, outcome.reply, outcome.effects)
    changed = _change(profile, outcome.profile, finished + outcome.finished, now)
    return replace(
        outcome,
        state=replace(outcome.state, turns=state.turns + 1, one_shot=False),
        effects=() if changed.is_empty else (Remember(changed),),
    )


def catch_up(scene: Scene, event: Event) -> tuple[Scene, tuple[Finished, ...]]:
    """Bring a running practice to where the person is by now, and count what they finished."""
    state = scene.state
    if state.practice is None or state.sent is None:
        return scene, ()
    practice = state.practice
    score = scene.score(practice)
    heard = hear(score, state.sent, _seconds_heard(state.sent.at, scene.now, event))
    finished = _finished(scene, practice, state.sent.at, heard)
    scene = caution_heard(scene, *_cautions_passed(practice, state.sent.start, heard.place))
    counted = list(state.counted)
    for stretch in finished:
        if stretch.item not in counted:
            scene = scene.with_profile(scene.profile.with_finished(stretch))
            counted.append(stretch.item)
    if practice.is_end(heard.place):
        scene = over(scene.with_state(counted=tuple(counted)), practice)
        return replace(scene, resting=True, out=True), finished
    worked = heard.worked.get(heard.place.item, 0.0)
    if heard.place.item == state.place_item:
        worked += state.worked
    body = _body(scene, practice, heard)
    moved = replace(state, place=heard.place, worked=worked, body=body, counted=tuple(counted))
    return replace(scene, state=moved, resting=heard.resting, out=heard.out), finished


def _seconds_heard(sent: datetime, now: datetime, event: Event) -> float:
    """How much of the last answer was heard; what is in doubt is taken as not heard."""
    if isinstance(event, SessionEnded) and event.why is Ending.BY_ERROR:
        return 0.0
    if isinstance(event, SessionEnded) and event.why is Ending.BY_SILENCE:
        return math.inf
    return max(0.0, (now - sent).total_seconds())


def _finished(scene: Scene, practice: Practice, sent: datetime, heard: Heard) -> tuple[Finished, ...]:
    finished = []
    for item, after in heard.done.items():
        seconds = heard.worked.get(item, 0.0)
        if item == scene.state.place_item:
            seconds += scene.state.worked
        if seconds <= 0:
            continue
        at = sent + timedelta(seconds=after)
        finished.append(finished_at(scene, practice, item, seconds, at))
    return tuple(finished)


def _cautions_passed(practice: Practice, start: Place, place: Place) -> Iterator[str]:
    """The cautions told on the way from one place to another; the one being told is not over yet."""
    for number, item in enumerate(practice.items[start.item : place.item + 1], start.item):
        begins = practice.place_of(number)
        if (number > start.item or start == begins) and place != begins:
            yield from item.cautions


def _body(scene: Scene, practice: Practice, heard: Heard) -> str:
    """The position the body is in by now; on the way into one, still the one before."""
    score = scene.score(practice)
    if heard.resting:
        return body_at(score, heard.place)
    place: Place = heard.place
    if place == practice.place_of(place.item):
        same_answer = scene.state.sent is not None and place == scene.state.sent.start
        return scene.state.body if same_answer else score.body_before(place.item)
    if place.phase is Phase.RELEASE or place.phase in WORK_PHASES:
        return score.body_after(place.item)
    told = place.phase is Phase.STEP and place.step * 2 >= len(scene.words.stretch(place.stretch).steps)
    # A stretch that moves the body elsewhere has done so half-way through its instructions.
    return score.body_after(place.item) if told else scene.library.stretches[place.stretch].position


def _change(before: Profile, after: Profile, finished: tuple[Finished, ...], now: datetime) -> Change:
    known = set(before.practices)
    practices = tuple(saved for saved in after.practices if saved not in known)
    change = Change(now, None, practices, finished, before.generation)
    if after.preferences == before.preferences:
        return change
    return replace(change, preferences=after.preferences, known=before.preferences)
