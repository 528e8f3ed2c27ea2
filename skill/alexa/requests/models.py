"""JSON → the SDK's models, by the tables the models carry; what does not fit them is read as absent.

Own code: the SDK's deserializer refuses the whole of what it is given for one value of an enum that is
newer than itself, and lets through values of another type than the models say. Knows the SDK's tables
(`deserialized_types`, `attribute_map`, discriminators, enums) and no name of any field.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

Json = Any

Read = Callable[[Json], Any]
"""From a JSON value to what stands in the model: None for one that does not fit."""

LIST, TABLE = re.compile(r"list\[(.*)\]"), re.compile(r"dict\([^,]*, (.*)\)")
"""How the SDK writes that a field holds several values; what of, in the group."""

FIRST_YEAR, LAST_YEAR = 2014, 2200
"""Years between which a request can have been made: Alexa is not older, and sums still work."""

MOST = 1e300
"""Greater than any number in a request; infinity is, and so is what is no number."""

MILLISECONDS = 1e11
"""From here on a number that stands for a time counts milliseconds: in seconds it is the year 5138."""


@cache
def reader_of(kind: str) -> Read:
    """What reads values of a type, as the SDK's tables name types.

    Args:
        kind: Such as `str`, `list[ask_sdk_model.slot_value.SlotValue]`, `dict(str, object)`.
    """
    if several := LIST.fullmatch(kind):
        return _list_of(several[1])
    if several := TABLE.fullmatch(kind):
        return _table_of(several[1])
    if kind in PLAIN:
        return PLAIN[kind]
    module, _, name = kind.rpartition(".")
    model = getattr(import_module(module), name)
    if issubclass(model, Enum):
        return _member_of(model)
    return _one_of_several(model) if hasattr(model, "get_real_child_model") else _model(model)


def read_text(value: Json) -> str | None:
    """A text; a number is one, too."""
    if not isinstance(value, str):
        return str(value) if _is_number(value) else None
    # Half of a pair of surrogates can be sent in JSON, and be kept nowhere.
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def read_time(value: Json) -> datetime | None:
    """ISO 8601 text, or seconds or milliseconds since 1970 as a number or as digits.

    In UTC where no other zone is told: the time of day is what was told.
    """
    try:
        if isinstance(value, str) and not value.isdecimal():
            time = datetime.fromisoformat(value)
            time = time if time.tzinfo is not None else time.replace(tzinfo=UTC)
        else:
            number = _read_number(value)
            if number is None:
                return None
            time = datetime.fromtimestamp(number / 1000 if number >= MILLISECONDS else number, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return time if FIRST_YEAR <= time.year <= LAST_YEAR else None


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -MOST < value < MOST


def _read_number(value: Json) -> float | None:
    try:
        number = float(value) if isinstance(value, str) or _is_number(value) else math.nan
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _read_whole(value: Json) -> int | None:
    number = _read_number(value)
    return int(number) if number is not None else None


def _read_flag(value: Json) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower())
    return value if isinstance(value, bool) else None


PLAIN: Mapping[str, Read] = {
    "str": read_text,
    "bool": _read_flag,
    "int": _read_whole,
    "long": _read_whole,
    "float": _read_number,
    "datetime": read_time,
    "object": lambda value: value,
}
"""Types that are no model."""


def _list_of(kind: str) -> Read:
    def read(value: Json) -> list[Any] | None:
        if not isinstance(value, list):
            return None
        one = reader_of(kind)
        return [item for each in value if (item := one(each)) is not None]

    return read


def _table_of(kind: str) -> Read:
    def read(value: Json) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            return None
        one = reader_of(kind)
        return {name: item for name, each in value.items() if (item := one(each)) is not None}

    return read


def _member_of(kind: type[Enum]) -> Read:
    members = {member.value: member for member in kind}
    return lambda value: members.get(value) if isinstance(value, str) else None


def _one_of_several(kind: Any) -> Read:  # noqa: ANN401 - a class of the SDK's, which has no types
    """For a class whose JSON says which of its children it is: None for one the SDK does not have."""
    children = kind.discriminator_value_class_map

    def read(value: Json) -> Any:  # noqa: ANN401 - one of the children
        told = value.get(kind.json_discriminator_key) if isinstance(value, dict) else None
        child = children.get(told) if isinstance(told, str) else None
        return _child(child)(value) if child is not None else None

    return read


@cache
def _child(kind: str) -> Read:
    """What reads a class that has been chosen: its own fields, and no choice once more."""
    module, _, name = kind.rpartition(".")
    return _model(getattr(import_module(module), name))


def _model(kind: Any) -> Read:  # noqa: ANN401 - as above
    """For a class with fields of its own; what it has none for is kept under its own name.

    A field is looked up when it is met: to look all of them up would import every class of the SDK.
    """
    names = {kind.attribute_map.get(name, name): name for name in kind.deserialized_types}

    def read(value: Json) -> Any:  # noqa: ANN401 - of that class
        if not isinstance(value, dict):
            return None
        model = kind()
        for key, told in value.items():
            name = names.get(key)
            if name is not None:
                setattr(model, name, reader_of(kind.deserialized_types[name])(told))
            elif not hasattr(kind, key):
                setattr(model, key, told)
        return model

    return read
