"""How a person likes to be coached, as far as they have said so; never why.

`Preferences` is the one list of what is kept of it: each field names how it is written. What is written,
merged and exported follows from it.
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
    decode_fields,
    encode_fields,
    kept,
    one_of,
    row_of,
    table_of,
)
from skill.coach.person.practice_encoding import decode_manner, encode_manner
from skill.coach.practice.practice import Manner
from skill.errors import UnreadableStateError
from skill.library.records import Level


@dataclass(frozen=True)
class Preferences:
    """What a person has told the coach to remember."""

    level: Level = kept(one_of(Level), Level.STANDARD)
    levels: Mapping[str, Level] = kept(table_of(one_of(Level)), {})
    """Levels of single stretches."""
    holds: Mapping[str, float] = kept(table_of(NUMBER), {})
    """Seconds of single stretches' holds, as the person changed them."""
    manner: Manner = kept(Codec(encode_manner, decode_manner), Manner())
    audio: bool = kept(FLAG, default=False)
    """Answers are sent as APL for Audio: this person's device refused long pauses in speech."""
    choices: Mapping[str, str] = kept(table_of(TEXT), {})
    """Which of several namesakes was meant last: by `namesakes`, the stretch that was chosen."""
    left_out: tuple[str, ...] = kept(row_of(TEXT), ())
    """Stretches this person does not want in a routine; why is nobody's business."""
    declined: tuple[str, ...] = kept(row_of(TEXT), ())
    """Ids of practices offered and turned down: still there to be asked for, not offered again."""
    routines: Mapping[str, tuple[str, ...]] = kept(table_of(row_of(TEXT)), {})
    """The person's own: by the name they gave it, its stretches in their order."""
    cautioned: tuple[str, ...] = kept(row_of(TEXT), ())
    """Ids of the cautions this person has been told once; none of them says anything of the person."""
    introduced: bool = kept(FLAG, default=False)
    """Whether the first visit has been explained."""
    lessons: int = kept(WHOLE, 0)
    """How many of the first days' lessons have been given."""
    lesson_day: str = kept(TEXT, "")
    """The day of the last one, as ISO text."""
    taught: bool = kept(FLAG, default=False)
    """Whether the first practice has taught how to speak over the coach."""
    time_zone: str = kept(TEXT, "")
    """IANA name; empty until a device has told it."""


def encode_preferences(preferences: Preferences) -> Json:
    """Preferences as a table; what is as it is by default is left out.

    The same for the same preferences, read back or not: DynamoDB compares the text.
    """
    return encode_fields(preferences, sparsely=True)


def decode_preferences(value: Json) -> Preferences:
    """A table as preferences; a key this version does not know is passed over.

    Raises:
        UnreadableStateError: It is none.
    """
    try:
        return decode_fields(Preferences, value)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no preferences: {error}") from error
