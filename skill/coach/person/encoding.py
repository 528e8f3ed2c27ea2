"""Values and records as JSON and back.

Reading trusts nothing: a value that does not fit raises one of `UNREADABLE`, and the caller then goes on
without it. A kept field names its codec where it is declared, so that its record is written and read by
these declarations alone.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from skill.errors import UnreadableStateError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json = Any
"""A JSON value; checked as it is read."""

UNREADABLE = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError, RecursionError)
"""The errors that reading a malformed JSON value can raise."""

HIGHEST, MOST = 1e6, 10**9
"""Greater than any length in seconds, and than any count, that is kept; from here on it is refused."""

LEAST_SHARE, MOST_SHARE = 0.1, 10.0
"""How many times as usual a pause or a voice may be."""

FIRST_YEAR, LAST_YEAR = 1970, 2200
"""The years in which everything that is kept has happened; days can still be added to them."""

Record = TypeVar("Record", bound="DataclassInstance")


Content = Mapping[str, Container[str]]
"""The ids there are today, by what they are ids of."""


def _as_it_is(_: Content, value: Any) -> Any:  # noqa: ANN401 - a value of any type
    return value


@dataclass(frozen=True)
class Codec:
    """How a value is written as JSON, read back, and fitted to the content there is."""

    encode: Callable[[Any], Json]
    decode: Callable[[Json], Any]
    fit: Callable[[Content, Any], Any] = _as_it_is
    """The value without the ids nobody knows today; None where nothing is left of it."""


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


def readable_fields(kind: type[Record], value: Json) -> Record:
    """The same, but a field that cannot be read gets its default, too: the others still count.

    Args:
        kind: A dataclass all of whose fields have a default.
        value: What is kept; anything may be in it.

    Raises:
        UnreadableStateError: It is no table at all.
    """
    if not isinstance(value, dict):
        raise UnreadableStateError(f"no {kind.__name__}: {type(value).__name__} instead of a table")
    read = {}
    for each in fields(kind):
        try:
            if each.name in value:
                read[each.name] = _codec(each).decode(value[each.name])
        except (UnreadableStateError, *UNREADABLE):
            continue
    return kind(**read)


def fit_fields(record: Record, content: Content) -> Record:
    """A record whose kept fields have only ids there are; the very same where nothing had to change.

    A field of which nothing is left is as by default, and where it has no default, empty.
    """
    changes = {}
    for each in fields(record):
        value = getattr(record, each.name)
        fitted = _codec(each).fit(content, value)
        if fitted is None and value is not None:
            default = _default(each)
            fitted = "" if default is MISSING else default
        if fitted != value:
            changes[each.name] = fitted
    return replace(record, **changes) if changes else record


def _codec(each: Field[Any]) -> Codec:
    codec = each.metadata["codec"]
    assert isinstance(codec, Codec)  # noqa: S101 - `kept` puts nothing else there
    return codec


def _default(each: Field[Any]) -> Any:  # noqa: ANN401 - of the field's own type
    return each.default_factory() if each.default_factory is not MISSING else each.default


def text_in(value: Json) -> str:
    """A text; `TypeError` for anything else, `ValueError` for one that cannot be written."""
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} instead of text")
    if not value.isascii():
        value.encode()  # half of a pair of surrogates can be kept nowhere
    return value


def whole_in(value: Json) -> int:
    """A whole number from 0 that makes sense; `ValueError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < MOST:
        raise ValueError("no whole number")
    return value


def number_in(value: Json) -> float:
    """A number from 0 to `HIGHEST`; `ValueError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < HIGHEST:
        raise ValueError("no number")
    return float(value)


def share_in(value: Json) -> float:
    """How many times something usual; `ValueError` for anything that makes no sense."""
    if not LEAST_SHARE <= number_in(value) <= MOST_SHARE:
        raise ValueError(f"{value} times as usual")
    return number_in(value)


def flag_in(value: Json) -> bool:
    """Yes or no; `TypeError` for anything else."""
    if not isinstance(value, bool):
        raise TypeError(f"{type(value).__name__} instead of true or false")
    return value


@lru_cache(maxsize=1024)
def day_in(value: Json) -> str:
    """A day as ISO text; `ValueError` or `TypeError` for anything else."""
    day = date.fromisoformat(text_in(value))
    if day.isoformat() != value or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("no day on which anybody stretched")
    return day.isoformat()


TEXT = Codec(str, text_in)
WHOLE = Codec(int, whole_in)
NUMBER = Codec(float, number_in)
FLAG = Codec(bool, flag_in)


def id_of(kind: str) -> Codec:
    """A codec for an id of the content.

    Args:
        kind: What it is an id of, as `Content` names it.
    """
    return Codec(str, text_in, lambda content, value: value if value in content[kind] else None)


def one_of(kind: type[StrEnum]) -> Codec:
    """A codec for the members of an enumeration."""
    return Codec(lambda value: str(value.value), kind)


def row_of(codec: Codec) -> Codec:
    """A codec for any number of values, in their order."""
    return Codec(
        lambda values: [codec.encode(value) for value in values],
        lambda values: tuple(codec.decode(value) for value in _list_in(values)),
        lambda content, values: tuple(
            fitted for value in values if (fitted := codec.fit(content, value)) is not None
        ),
    )


def table_of(codec: Codec, keys: Codec = TEXT) -> Codec:
    """A codec for a table from names to values; an entry goes where its name or its value is unknown."""

    def encode(values: Mapping[str, Any]) -> Json:
        return {name: codec.encode(value) for name, value in values.items()}

    def decode(values: Json) -> dict[str, Any]:
        return {keys.decode(name): codec.decode(value) for name, value in values.items()}

    def fit(content: Content, values: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            name: fitted
            for name, value in values.items()
            if keys.fit(content, name) is not None
            and (fitted := codec.fit(content, value)) not in (None, ())
        }

    return Codec(encode, decode, fit)


def _list_in(value: Json) -> list[Any]:
    """A list; `TypeError` for anything else: a text is a row of letters, too."""
    if not isinstance(value, list | tuple):
        raise TypeError(f"{type(value).__name__} instead of a list")
    return list(value)


def encode_time(moment: datetime) -> str:
    """A moment as ISO text in UTC, to the millisecond; such texts sort by time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def decode_time(value: Json) -> datetime:
    """ISO text as a moment in UTC; `UnreadableStateError` for anything else."""
    try:
        moment = datetime.fromisoformat(value).astimezone(UTC)
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValueError(f"in the year {moment.year}")
    except UNREADABLE as error:
        raise UnreadableStateError(f"no moment: {error}") from error
    return moment
