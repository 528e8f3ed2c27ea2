"""Every sentence of a language that what is played straight through may have."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from skill.coach.conversation.answers.playing import played_from
from skill.coach.conversation.personal_practice import practice_of
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.player import ALONE
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.composing import Arrival
from skill.library.records import Level, Library
from skill.sound.laying_out import sentences_in
from skill.words import Words

DAYS = 14
"""Over how many days in a row the wordings are gone through: they begin with another one each day."""


def every_sentence(library: Library, words: Words, now: datetime) -> tuple[str, ...]:
    """The sentences of every stretch and routine, at every level, known and new, on `DAYS` days.

    Somebody's own lengths and orders may need a few more: those are spoken when they are.
    """
    told: dict[str, None] = {}
    for practice, scene in _practices(library, words, now):
        told |= dict.fromkeys(sentences_in(_cues(scene, practice)))
    return tuple(told)


def _practices(library: Library, words: Words, now: datetime) -> Iterator[tuple[Practice, Scene]]:
    entries = {entry: (entry,) for entry in library.stretches} | {
        routine.id: routine.stretches for routine in library.routines.values()
    }
    for level in Level:
        for day in range(DAYS):
            scene = Scene(
                library, words, Profile(ACCOUNT), State(), now + timedelta(days=day), limits=ALONE
            )
            scene = scene.with_preferences(level=level, introduced=True, taught=True)
            for entry, stretches in entries.items():
                practice = practice_of(scene, entry, stretches)
                for brief in (False, True):
                    items = tuple(replace(item, brief=brief) for item in practice.items)
                    yield replace(practice, items=items), scene


def _cues(scene: Scene, practice: Practice) -> Iterator[Cue]:
    for number in range(len(practice.items)):
        place = practice.place_of(number)
        arrival = Arrival(place, practice.body) if number == 0 else None
        for piece in played_from(scene, practice, place, 0.0, "0", arrival).pieces:
            yield from piece.cues
