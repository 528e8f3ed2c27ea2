"""Timetables as JSON and back, and how they come from what was laid out."""

import json

from skill.coach.person.encoding import UNREADABLE, number_in
from skill.coach.person.practice_encoding import decode_place, encode_place
from skill.coach.practice.place import Place
from skill.coach.practice.playback.timetable import Mark, Timetable
from skill.errors import UnreadableStateError
from skill.sound.laying_out import Laid

VERSION = 1
"""Of how they are written; what was written otherwise counts as not there."""


def timetable_of(laid: Laid, start: Place, end: Place) -> Timetable:
    """The timetable of some cues in time.

    Args:
        laid: The cues.
        start: Where in the practice they begin.
        end: Where it stands after them.
    """
    marks = (Mark(round(s.at, 6), s.cue.place) for s in laid.sounds if s.cue.place is not None)
    return Timetable(tuple(marks), laid.seconds, start, end)


def encode_timetable(timetable: Timetable) -> str:
    """A timetable as JSON text."""
    return json.dumps(
        {
            "version": VERSION,
            "marks": [[mark.at, encode_place(mark.place)] for mark in timetable.marks],
            "seconds": timetable.seconds,
            "start": encode_place(timetable.start),
            "end": encode_place(timetable.end),
        },
        separators=(",", ":"),
    )


def decode_timetable(text: str) -> Timetable | None:
    """JSON text as a timetable; None for anything else."""
    try:
        value = json.loads(text)
        if value["version"] != VERSION:
            return None
        return Timetable(
            tuple(Mark(number_in(at), decode_place(place)) for at, place in value["marks"]),
            number_in(value["seconds"]),
            decode_place(value["start"]),
            decode_place(value["end"]),
        )
    except (UnreadableStateError, *UNREADABLE):
        return None
