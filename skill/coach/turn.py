"""One turn of the conversation: where the person is, what they want, what is answered."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from skill.coach.conversation.answers.answers import over
from skill.coach.conversation.answers.session_end import told_by_end
from skill.coach.conversation.care.cautions import as_heard
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.coming_back.coming_back import back_to_draft
from skill.coach.conversation.errands import Errand
from skill.coach.conversation.events import AskWords, Event, NotUnderstood, Repeat, SessionEnded
from skill.coach.conversation.reply import Limits, Reply
from skill.coach.conversation.scene import Outcome, Scene, finished_at
from skill.coach.conversation.state.fitting import known_event, known_profile, known_state
from skill.coach.conversation.state.questions import PlayOn
from skill.coach.conversation.state.state import Course, Running, State
from skill.coach.conversation.state.thread import (
    DRAFTING,
    IN_PASSING,
    NO_THREAD,
    draft_aside,
)
from skill.coach.machine import act
from skill.coach.person.change import Change
from skill.coach.person.profile import Leaving, Profile
from skill.coach.person.totals import Finished
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.place import ARRIVED, WORK_PHASES, Phase, Place
from skill.coach.practice.playback.hearing import HeardPart, hear
from skill.coach.practice.score.packing import body_at
from skill.coach.voices import is_about_nobody, refusal, unchanged_wishes
from skill.library.records import Library
from skill.words import Words

AGAIN = (AskWords, Repeat)
"""Wishes to hear what was said once more, of which nothing counts as heard that was not heard whole."""


@dataclass(frozen=True)
class Answer:
    """What a turn results in."""

    state: State
    """The conversation as it is now."""
    profile: Profile
    """The person as they are known now."""
    reply: Reply
    """What is said."""
    change: Change | None = None
    """What the store has to write; None where the turn changed nothing."""
    guest_change: Change | None = None
    """What the store has to write about the guest; None where nothing of theirs changed."""


def turn(
    library: Library,
    words: Words,
    profile: Profile,
    state: State,
    event: Event,
    now: datetime,
    *,
    speaker: str = "",
    guest: Profile | None = None,
    limits: Limits = Limits(),
    notice: tuple[Cue, ...] = (),
) -> Answer | Errand:
    """Answer one event.

    Args:
        library: The stretches and routines.
        words: The language.
        profile: What is known of whoever opened the session.
        state: The conversation so far.
        event: What is wanted.
        now: When that was said, in the opener's time zone.
        speaker: Who said it, as `Profile.person` has it; empty for whoever opened the session.
        guest: What is known of the person that `person_meant` names, where that is somebody else.
        limits: How much one answer may hold.
        notice: Words the shell adds in front of the answer.

    Returns:
        The answer; or an errand that the shell has to do first. Nothing has changed then, and the shell
        takes the turn again with the event that comes of the errand. What the library does not have is
        neither in the answer's profile nor in its changes: it stays as it is kept.
    """
    profile = known_profile(library, profile)
    guest = known_profile(library, guest) if guest is not None else None
    people = (profile,) if guest is None else (profile, guest)
    if limits.player and (state.straight or (state.practice is not None and state.practice.played)):
        limits = replace(limits, alone=True)
    scene = Scene(
        library,
        words,
        profile,
        known_state(library, state, people),
        now,
        guest=guest,
        remembers=speaker in ("", profile.person),
        limits=limits,
        notice=notice,
    )
    event = known_event(library, event, scene.own.preferences.routines)
    caught_up, finished = catch_up(_introduced(scene), event)
    caught_up = replace(caught_up, finished=finished)
    outcome = _act_for(caught_up, event, speaker or profile.person)
    if not isinstance(outcome, Outcome):
        return outcome
    outcome = _with_thread(caught_up, event, outcome)
    outcome = _with_player(caught_up, outcome)
    misheard = state.misheard + 1 if isinstance(event, NotUnderstood) else 0
    missed = outcome.state.missed if outcome.state.missed > state.missed else 0
    after = outcome.profile
    if not scene.remembers:
        after = replace(after, preferences=unchanged_wishes(profile.preferences, after.preferences))
    changed = _change(profile, after, finished + outcome.finished, now)
    return Answer(
        state=replace(
            outcome.state, turns=state.turns + 1, one_shot=False, misheard=misheard, missed=missed
        ),
        profile=after,
        reply=outcome.reply,
        change=None if changed.is_empty else changed,
        guest_change=_guest_change(guest, outcome.guest, now),
    )


def _introduced(scene: Scene) -> Scene:
    """The scene in which the explanation of the first visit counts, if it was heard to its end."""
    until = scene.state.explained
    if until is None:
        return scene
    scene = scene.with_state(explained=None)
    if scene.now < until:
        return scene
    return scene.with_preferences(introduced=True, lesson_day=scene.now.date().isoformat())


def _act_for(scene: Scene, event: Event, speaker: str) -> Outcome | Errand:
    """Do what an event means, as far as the voice that speaks can have it."""
    if prompt := refusal(scene, event, speaker):
        return inform(scene, scene.say(prompt))
    if is_about_nobody(scene, event, speaker):
        scene = scene.with_notice(scene.say("about_nobody"))
    return act(scene, event)


def _with_thread(scene: Scene, event: Event, outcome: Outcome) -> Outcome:
    """What an action left behind, with the thread of the conversation as it goes on from here.

    A routine that was being made is not lost by what was asked meanwhile: it is gone on with after that.
    What was last spoken of is dropped where something else has become the subject.
    """
    state = outcome.state
    if state.thread is scene.state.thread and not isinstance(event, IN_PASSING):
        state = replace(state, thread=NO_THREAD)
    state = replace(state, thread=state.thread.wishing(event))
    aside = draft_aside(scene.state.question, state.question)
    if aside is not None:
        state = replace(state, draft=aside)
    elif isinstance(state.question, DRAFTING) or state.course is Course.RUNNING:
        state = replace(state, draft=None)
    outcome = replace(outcome, state=state)
    if state.draft is None or state.question is not None or outcome.reply.ends_session:
        return outcome
    after = replace(scene, state=state, profile=outcome.profile, guest=outcome.guest)
    again = back_to_draft(after, state.told)
    reply = replace(again.reply, card=outcome.reply.card)
    return replace(again, reply=reply, finished=outcome.finished)


def _with_player(scene: Scene, outcome: Outcome) -> Outcome:
    """What an action left behind, and whether the player that had the practice is to stop.

    After the words it goes on by itself, and so it may where that is what was asked.
    """
    state, reply = outcome.state, outcome.reply
    if state.question is None and state.straight:
        outcome = replace(outcome, state=replace(state, straight=False))
    if not scene.is_played or reply.play is not None or isinstance(state.question, PlayOn):
        return outcome
    return replace(outcome, reply=replace(reply, stops_player=True))


def catch_up(scene: Scene, event: Event) -> tuple[Scene, tuple[Finished, ...]]:
    """Bring a running practice to where the person is, and count what they finished on the way."""
    running = scene.state.practice
    if running is not None and running.played:
        return replace(scene.with_state(body=_played_body(scene)), out=_was_let_out(scene)), ()
    if not isinstance(running, Running):
        return scene, ()
    practice = running.practice
    seconds = max(0.0, (scene.now - running.sent.at).total_seconds())
    if isinstance(event, SessionEnded):
        told = told_by_end(scene, running.sent, event)
        scene, seconds = scene.with_device(told.device), told.heard
    heard = hear(scene.score(practice), running.sent, seconds)
    finished = _finished(scene, running, heard)
    again = isinstance(event, AGAIN)
    scene, place = as_heard(scene, practice, running.sent.cautions, heard, again=again)
    counted = list(running.counted)
    for stretch in finished:
        if stretch.item not in counted:
            scene = scene.with_profile(scene.profile.with_finished(stretch))
            counted.append(stretch.item)
    if practice.is_end(heard.place):
        return replace(over(scene, practice), resting=True, out=True), finished
    worked = heard.worked.get(heard.place.item, 0.0)
    if heard.place.item == running.place.item:
        worked += running.worked
    body = _body(scene, running, heard)
    moved = replace(running, place=place, worked=worked, counted=tuple(counted))
    scene = scene.with_state(practice=moved, body=body)
    to_fetch = min(running.sent.fetch, max(0.0, running.sent.lead - seconds))
    begun = to_fetch < running.sent.fetch
    scene = replace(scene, to_fetch=to_fetch, fetch_begun=begun)
    return replace(scene, resting=heard.resting, out=heard.out), finished


def _finished(scene: Scene, running: Running, heard: HeardPart) -> tuple[Finished, ...]:
    finished = []
    for item, after in heard.done.items():
        seconds = heard.worked.get(item, 0.0)
        if item == running.place.item:
            seconds += running.worked
        if seconds <= 0:
            continue
        at = running.sent.at + timedelta(seconds=after)
        finished.append(finished_at(scene, running.practice, item, seconds, at))
    return tuple(finished)


def _body(scene: Scene, running: Running, heard: HeardPart) -> str:
    """The position the body is in now; while it is being told the way into one, still the one before."""
    practice = running.practice
    score = scene.score(practice)
    if heard.resting:
        return body_at(score, heard.place)
    place: Place = heard.place
    if practice.is_before(place) and place.step < ARRIVED:
        same_answer = practice.is_before(running.sent.start) and place.item == running.sent.start.item
        return scene.state.body if same_answer else score.body_before(place.item)
    if place.phase is Phase.RELEASE or place.phase in WORK_PHASES:
        return score.body_after(place.item)
    told = place.phase is Phase.STEP and place.step * 2 >= len(scene.words.stretch(place.stretch).steps)
    # A stretch that changes the position has done so half-way through its instructions.
    return score.body_after(place.item) if told else score.position_of(place.stretch)


def _was_let_out(scene: Scene) -> bool:
    """Whether somebody came out of the stretch when the player was told to wait."""
    kept = scene.profile.kept(scene.practice.id)
    return kept is not None and kept.leaving is not Leaving.NO_WORD


def _played_body(scene: Scene) -> str:
    """The position the body is in where a device's player has got to."""
    score, place = scene.score(scene.practice), scene.place
    if scene.practice.is_before(place) and place.step < ARRIVED:
        return score.body_before(place.item)
    told = place.phase is Phase.STEP
    return score.position_of(place.stretch) if told else score.body_after(place.item)


def _change(before: Profile, after: Profile, finished: tuple[Finished, ...], now: datetime) -> Change:
    known = set(before.practices)
    practices = tuple(saved for saved in after.practices if saved not in known)
    more = after.device != before.device and after.device.key
    device = after.device if more else None
    change = Change(now, None, practices, finished, before.generation, device=device)
    if after.preferences == before.preferences:
        return change
    return replace(change, preferences=after.preferences, known=before.preferences)


def _guest_change(before: Profile | None, after: Profile | None, now: datetime) -> Change | None:
    """What a guest's routines of their own have become; nothing else of theirs changes."""
    if before is None or after is None or after.preferences == before.preferences:
        return None
    return Change(now, after.preferences, generation=before.generation, known=before.preferences)
