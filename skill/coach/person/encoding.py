"""Values and records as JSON and back.

Reading trusts nothing: a value that does not fit raises one of `UNREADABLE`, and the caller then goes on
without it. A kept field names its codec where it is declared, so that its record is written and read by
these declarations alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from skill.errors import UnreadableStateError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json = Any
"""A JSON value; checked as it is read."""

UNREADABLE = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError)
"""The errors that reading a malformed JSON value can raise."""

HIGHEST = 1e6
"""Greater than any number that is kept; a value from here on is refused."""

Record = TypeVar("Record", bound="DataclassInstance")


@dataclass(frozen=True)
class Codec:
    """How a value is written as JSON, and read back."""

    encode: Callable[[Any], Json]
    decode: Callable[[Json], Any]


def kept(codec: Codec, default: Any = MISSING) -> Any:  # noqa: ANN401 - stands for a field of any type
    """A dataclass field with its codec; a default of `{}` is made anew for every record."""
    metadata = {"codec": codec}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


def encode_fields(record: Any, *, sparsely: bool = False) -> dict[str, Json]:  # noqa: ANN401
    """A record's kept fields as a table.

    Args:
        record: A dataclass whose fields are declared by `kept`.
        sparsely: Leave out the fields that have their default value.
    """
    return {
        each.name: _codec(each).encode(value)
        for each in fields(record)
        if (value := getattr(record, each.name)) != _default(each) or not sparsely
    }


def decode_fields(kind: type[Record], value: Json) -> Record:
    """A table as a record: a missing field gets its default, a key that is no field is ignored."""
    known = {each.name: _codec(each) for each in fields(kind)}
    return kind(**{name: known[name].decode(told) for name, told in value.items() if name in known})


def _codec(each: Field[Any]) -> Codec:
    codec = each.metadata["codec"]
    assert isinstance(codec, Codec)  # noqa: S101 - `kept` puts nothing else there
    return codec


def _default(each: Field[Any]) -> Any:  # noqa: ANN401 - of the field's own type
    return each.default_factory() if each.default_factory is not MISSING else each.default


def text_in(value: Json) -> str:
    """A text; `TypeError` for anything else."""
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} instead of text")
    return value


def whole_in(value: Json) -> int:
    """A whole number from 0; `ValueError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("no whole number")
    return value


def number_in(value: Json) -> float:
    """A number from 0 to `HIGHEST`; `ValueError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < HIGHEST:
        raise ValueError("no number")
    return float(value)


TEXT = Codec(str, text_in)
WHOLE = Codec(int, whole_in)
NUMBER = Codec(float, number_in)
FLAG = Codec(bool, bool)


def one_of(kind: type[StrEnum]) -> Codec:
    """A codec for the members of an enumeration."""
    return Codec(lambda value: str(value.value), kind)


def row_of(codec: Codec) -> Codec:
    """A codec for any number of values, in their order."""
    return Codec(
        lambda values: [codec.encode(value) for value in values],
        lambda values: tuple(codec.decode(value) for value in values),
    )


def table_of(codec: Codec) -> Codec:
    """A codec for a table from names to values."""

    def encode(values: Mapping[str, Any]) -> Json:
        return {name: codec.encode(value) for name, value in values.items()}

    def decode(values: Json) -> dict[str, Any]:
        return {text_in(name): codec.decode(value) for name, value in values.items()}

    return Codec(encode, decode)


def encode_time(moment: datetime) -> str:
    """A moment as ISO text in UTC, to the millisecond; such texts sort by time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def decode_time(value: Json) -> datetime:
    """ISO text as a moment in UTC; `UnreadableStateError` for anything else."""
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no moment: {error}") from error
