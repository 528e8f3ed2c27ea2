"""How a person likes to be coached, as far as they have said so; the reasons are not kept.

`Preferences` lists everything that is kept of this: each field names how it is written, and writing,
merging and export go by these fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from skill.coach.person.encoding import (
    FLAG,
    NUMBER,
    TEXT,
    UNREADABLE,
    WHOLE,
    Codec,
    Json,
    day_in,
    decode_fields,
    encode_fields,
    id_of,
    kept,
    one_of,
    row_of,
    table_of,
    text_in,
    whole_in,
)
from skill.coach.person.practice_encoding import MOST_REPETITIONS, decode_manner, encode_manner
from skill.coach.practice.practice import Manner
from skill.errors import UnreadableStateError
from skill.library.records import Level

STRETCH = id_of("stretch")


def _name_in(value: Json) -> str:
    """What somebody calls a routine: Alexa takes no empty name."""
    if not text_in(value).strip():
        raise ValueError("no name")
    return str(value)


OWN_NAME = Codec(str, _name_in)
A_DAY = Codec(str, day_in)


def _rounds_in(value: Json) -> int:
    rounds = whole_in(value)
    if not 1 <= rounds <= MOST_REPETITIONS:
        raise ValueError("nobody does it so often")
    return rounds


ROUNDS = Codec(int, _rounds_in)
DAY = Codec(str, lambda value: day_in(value) if value != "" else "")


@dataclass(frozen=True)
class Preferences:
    """What a person has told the coach to remember."""

    level: Level = kept(one_of(Level), Level.STANDARD)
    """How much is done of every stretch that is not in `levels`."""
    levels: Mapping[str, Level] = kept(table_of(one_of(Level), STRETCH), {})
    """The levels of single stretches, by the stretch's id."""
    holds: Mapping[str, float] = kept(table_of(NUMBER, STRETCH), {})
    """Seconds of a hold as the person changed them, by the stretch's id."""
    rounds: Mapping[str, int] = kept(table_of(ROUNDS, STRETCH), {})
    """Repetitions of a stretch as they have grown, by the stretch's id."""
    grown: Mapping[str, str] = kept(table_of(A_DAY, STRETCH), {})
    """The day on which more of a stretch was last offered, or first thought of, as ISO text."""
    manner: Manner = kept(Codec(encode_manner, decode_manner), Manner())
    """Pace, time to settle, and how much is said."""
    choices: Mapping[str, str] = kept(table_of(STRETCH), {})
    """The stretch that was meant last by a name that several share; the key is made by `namesakes`."""
    left_out: tuple[str, ...] = kept(row_of(STRETCH), ())
    """Ids of stretches that the person does not want in a routine; the reason is never kept."""
    declined: tuple[str, ...] = kept(row_of(TEXT), ())
    """Ids of practices that were offered and declined: they are not offered again, but can be asked
    for."""
    routines: Mapping[str, tuple[str, ...]] = kept(table_of(row_of(STRETCH), OWN_NAME), {})
    """The person's own routines: the ids of the stretches, in order, by the name the person gave."""
    cautioned: tuple[str, ...] = kept(row_of(STRETCH), ())
    """Ids of the stretches of which the person has heard who should leave them out."""
    introduced: bool = kept(FLAG, default=False)
    """Whether the person has heard the explanation of the first visit."""
    lessons: int = kept(WHOLE, 0)
    """How many of the lessons of the first days the person has heard."""
    lesson_day: str = kept(DAY, "")
    """The day of the last lesson, or of the first visit, as ISO text; empty before that visit."""
    taught: bool = kept(FLAG, default=False)
    """Whether the person has heard, in the first practice, how to speak over the coach."""


def encode_preferences(preferences: Preferences) -> Json:
    """Preferences as a table; fields with their default value are left out.

    Equal preferences give equal text, before and after reading: DynamoDB compares the text.
    """
    return encode_fields(preferences, sparsely=True)


def decode_preferences(value: Json) -> Preferences:
    """A table as preferences; a key that this version does not know is ignored.

    Raises:
        UnreadableStateError: The value is no table of preferences.
    """
    try:
        return decode_fields(Preferences, value)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no preferences: {error}") from error
