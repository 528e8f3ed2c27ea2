"""An interaction model file → what the ear needs of it: samples, slots and names of values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.errors import SettingError, in_one_line


@dataclass(frozen=True)
class NamedValue:
    """One value of a slot type."""

    id: str
    value: str
    names: tuple[str, ...]
    """The value itself, and its synonyms."""


@dataclass(frozen=True)
class HeardModel:
    """What the ear needs of an interaction model."""

    samples: Mapping[str, tuple[str, ...]]
    """Samples by intent, in the order of the model."""
    slots: Mapping[str, Mapping[str, str]]
    """By intent: the type of each slot, by the slot's name."""
    types: Mapping[str, tuple[NamedValue, ...]]
    """By slot type of the skill's own: its values."""


def read_model(path: Path) -> Mapping[str, Any]:
    """A model file's JSON.

    Raises:
        SettingError: The file is missing or no JSON.
    """
    try:
        model = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = f"{path} is missing: `limber models` writes it"
    except (OSError, ValueError, RecursionError) as error:
        message = f"{path} cannot be read ({error}): `limber models` writes it anew"
    else:
        if isinstance(model, Mapping):
            return model
        message = f"{path} is no interaction model: `limber models` writes it anew"
    raise SettingError(in_one_line(message))


def heard_model(model: Mapping[str, Any]) -> HeardModel:
    """What the ear needs of a model's JSON.

    Raises:
        SettingError: The JSON is not laid out as an interaction model.
    """
    try:
        language = model["interactionModel"]["languageModel"]
        return HeardModel(
            samples={
                _text(each["name"]): tuple(map(_text, each.get("samples", ())))
                for each in language["intents"]
            },
            slots={
                each["name"]: {
                    _text(slot["name"]): _text(slot["type"]) for slot in each.get("slots", ())
                }
                for each in language["intents"]
            },
            types={_text(each["name"]): _values(each) for each in language.get("types", ())},
        )
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        message = f"the interaction model is broken at {error}: `limber models` writes it anew"
        raise SettingError(in_one_line(message)) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} instead of text")
    return value


def _values(slot_type: Mapping[str, Any]) -> tuple[NamedValue, ...]:
    return tuple(
        NamedValue(
            id=_text(value.get("id", value["name"]["value"])),
            value=_text(value["name"]["value"]),
            names=(value["name"]["value"], *map(_text, value["name"].get("synonyms", ()))),
        )
        for value in slot_type["values"]
    )
