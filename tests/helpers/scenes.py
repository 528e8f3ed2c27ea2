"""Scenes made by hand: a conversation as it stands, for tests of one action."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from helpers.content import LIBRARY, WORDS
from skill.coach.conversation.personal_practice import practice_of
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.state import Running, State, Waiting
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import Cue, Said, spoken_text
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.playback.hearing import Sent
from skill.coach.practice.practice import Practice

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
"""A Friday morning."""


def idle(**preferences: Any) -> Scene:
    """Nothing is under way, for somebody who has been here before."""
    profile = Profile(ACCOUNT, Preferences(introduced=True, taught=True, **preferences))
    return Scene(LIBRARY, WORDS, profile, State(), NOW)


def practice(*stretches: str, name: str = "", scene: Scene | None = None) -> Practice:
    """A practice of these stretches, as somebody would do it."""
    return practice_of(scene if scene is not None else idle(), name or stretches[0], stretches)


def spot(
    practice: Practice,
    phase: Phase,
    *,
    item: int = 0,
    repetition: int = 1,
    side: Side | None = None,
    held: float = 0.0,
) -> Place:
    """A place in a practice; without a side it is the left one, where there are sides."""
    if side is None:
        side = practice.items[item].efforts[0].side
    return Place(item, practice.items[item].stretch, phase, repetition, side, held=held)


def running(
    practice: Practice,
    place: Place | None = None,
    *,
    worked: float = 0.0,
    scene: Scene | None = None,
    **changes: Any,
) -> Scene:
    """A practice runs and has come to a place; its body is in the position of the stretch."""
    scene = scene if scene is not None else idle()
    place = place if place is not None else practice.place_of(0)
    body = LIBRARY.stretches[place.stretch].position
    sent = Sent(scene.now, body, 0.0, False, 0.0, place, practice.end)  # noqa: FBT003 - in its order
    under_way = Running(practice, place, worked, sent=sent)
    return replace(scene.with_state(practice=under_way, body=body), **changes)


def waiting(
    practice: Practice,
    place: Place | None = None,
    *,
    worked: float = 0.0,
    scene: Scene | None = None,
    **changes: Any,
) -> Scene:
    """A practice waits at a place; its body is still in the position of the stretch."""
    scene = scene if scene is not None else idle()
    place = place if place is not None else practice.place_of(0)
    body = LIBRARY.stretches[place.stretch].position
    scene = scene.with_state(practice=Waiting(practice, place, worked), body=body)
    return replace(scene, **changes)


def told(outcome: Outcome) -> str:
    """The words of an answer, its prompt included."""
    return spoken_text(outcome.reply.spoken)


def timed(cues: tuple[Cue, ...] | list[Cue], begins: float = 0.0) -> list[tuple[float, str]]:
    """What is said, each with the second at which it begins."""
    said, now = [], begins
    for cue in cues:
        if isinstance(cue, Said):
            said.append((round(now, 3), cue.text))
        now += cue.seconds
    return said
