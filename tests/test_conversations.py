"""Conversations: the plays in `tests/conversations`, and that together they leave nothing out."""

import re
from functools import cache
from pathlib import Path

import pytest
from play import LIBRARY, LOCALE, MODES, WORDS, Play, plain, skill_in

from skill.library.loading import data_folder
from skill.simulator.model_file import read_model
from skill.words import numbers

PLAYS = sorted((Path(__file__).parent / "conversations").glob("*.txt"))
PHRASES = WORDS.language.phrases


@cache
def performed(path: Path) -> Play:
    """A play, performed once."""
    return Play(path.stem).perform(path.read_text(encoding="utf-8"))


@cache
def everything_heard() -> str:
    """Every sentence of every play, a line each."""
    return "\n".join(plain(words) for path in PLAYS for words in performed(path).heard)


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: path.stem)
def test_play(path):
    """What happens in a play is what it says happens."""
    assert not performed(path).mismatches, "\n" + "\n".join(performed(path).mismatches)


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: path.stem)
def test_promise(path):
    """A play begins with its promise, in one sentence."""
    assert re.match(r"# [A-Z\"].+\.\n[^#]", path.read_text(encoding="utf-8"))


def test_every_intent_is_used():
    """Every intent of the interaction model is understood in some play, and every launch."""
    model = read_model(data_folder("interaction_models") / f"{LOCALE}.json")
    intents = {intent["name"] for intent in model["interactionModel"]["languageModel"]["intents"]}
    used = set().union(*(performed(path).intents for path in PLAYS))
    assert intents | {"LaunchRequest"} <= used


def test_every_mode_is_reached():
    """Every mode of the conversation is reached in some play."""
    assert set().union(*(performed(path).modes for path in PLAYS)) >= MODES
