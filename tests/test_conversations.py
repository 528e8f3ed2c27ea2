"""Conversations: the plays in `tests/conversations`, and that together they leave nothing out."""

import os
import pickle
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from helpers.plays import LIBRARY, LOCALE, SITUATIONS, WORDS, Performed, Play, plain
from helpers.scenes import idle
from skill.assembly import WITHOUT_ALEXA
from skill.coach.practice.cues.cues import spoken_text
from skill.coach.topics.starting.straight_through import straight_through
from skill.library.loading import data_folder
from skill.library.records import Breaths, Hold, Movement, Sides
from skill.simulator.ear.model.model_file import read_model

HERE = Path(__file__).parent / "conversations"
PLAYS = sorted(HERE.glob("*.txt"))
GERMAN, IN_GERMAN = sorted((HERE / "de").glob("*.txt")), "de-DE"

ABOUT_A_STRETCH = """\
At 2026-11-20T08:00:00+00:00
You: ask limber back how long do i hold {name}
She: {length}
[the session ends]
You: ask limber back how often do i do {name}
She: {often}
[the session ends]
You: ask limber back how do i do {name}
She: {steps}
[the session ends]
You: open limber back
You: start {name}
She: {name}
     {length}
     {steps}
[practising, {stretch}]
{goes_on}(silence)
[the session ends, 1 finished]
"""

LONG = {"half_kneeling_hip_flexor": 1, "knee_to_opposite_shoulder": 1, "standing_hamstring": 2}
"""What one answer and its reprompt do not hold the whole of: how often one has to say "go on".

Each is four holds of thirty seconds and four ways in and out, four and a half minutes and more. An
answer and its reprompt have 290 seconds, keep some for their ends, and are cut only between two holds.
"""


@pytest.fixture(scope="session")
def performed(tmp_path_factory) -> Callable[[Path], Performed]:
    """Performs a play, once for all tests and in one of their processes."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # of all the workers

    @cache
    def perform(path: Path) -> Performed:
        kept = folder / f"{path.stem}.play"
        if kept.exists():
            return pickle.loads(kept.read_bytes())  # noqa: S301 - of these tests
        play = Play(path.stem).perform(path.read_text(encoding="utf-8")).performed
        being_written = kept.with_suffix(f".{os.getpid()}")
        being_written.write_bytes(pickle.dumps(play))
        being_written.replace(kept)
        return play

    return perform


def check(play: Performed) -> None:
    """A play has gone as it is written."""
    if play.mismatches:
        pytest.fail("\n".join(play.mismatches), pytrace=False)


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: path.stem)
def test_play(path, performed):
    """What happens in a play is what it says happens."""
    check(performed(path))


@pytest.mark.parametrize("path", GERMAN, ids=lambda path: path.stem)
def test_german_play(path):
    """The main promises are kept in German as well."""
    play = Play(path.stem, IN_GERMAN)
    check(play.perform(path.read_text(encoding="utf-8")).performed)


@pytest.mark.parametrize("path", [*PLAYS, *GERMAN], ids=lambda path: path.stem)
def test_promise(path):
    """A play begins with its promise, in one line."""
    assert re.match(r'# [A-Z"].+\.\n[^#]', path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("stretch", LIBRARY.stretches)
def test_stretch(stretch):
    """A stretch answers with its figures (as `test_figures.py` has them), and is coached by them."""
    words = WORDS.stretch(stretch)
    each = LIBRARY.stretches[stretch].sides is not Sides.NONE
    length, often = standard(stretch)
    steps = "\n     ".join(words.steps).format(side="left", other="right")
    text = ABOUT_A_STRETCH.format(
        stretch=stretch,
        name=words.name,
        length=f"{length}\n     on each side" if each else length,
        often=f"{often} on each side" if each else often,
        steps=steps,
        goes_on="You: go on\n" * LONG.get(stretch, 0),
    )
    check(Play(stretch).perform(text).performed)


def standard(stretch: str) -> tuple[str, str]:
    """What is held at the level "standard", and how often, as it is spoken."""
    dose = LIBRARY.stretches[stretch].doses["standard"]
    often = WORDS.grammar.times(dose.repetitions.value)
    match dose.work:
        case Hold(seconds):
            return WORDS.duration(seconds), often
        case Breaths(count, _):
            return f"{WORDS.number(count)} slow breaths", often
        case Movement():
            return "slowly", often


def test_every_intent_is_used(performed):
    """Every intent of the interaction model is understood in some play."""
    model = read_model(data_folder("interaction_models") / f"{LOCALE}.json")
    intents = {intent["name"] for intent in model["interactionModel"]["languageModel"]["intents"]}
    unused = intents.difference(*(performed(path).intents for path in PLAYS))
    assert not unused, ", ".join(sorted(unused))


def test_every_situation_is_reached(performed):
    """Every question the coach can ask is asked in some play, and a practice runs, waits and ends."""
    missed = SITUATIONS.difference(*(performed(path).situations for path in PLAYS))
    assert not missed, ", ".join(sorted(missed))


WRITTEN = {"sound_before"}
"""Prompts that nobody hears: the title of a chapter in a file of sound."""


def recorded() -> list[str]:
    """What is said in recordings, of every stretch and routine, to somebody new."""
    scene = idle().with_preferences(cautioned=(), introduced=False, taught=False)
    straight = (straight_through(scene, entry) for entry in (*LIBRARY.stretches, *LIBRARY.routines))
    return [spoken_text(each.cues) for each in straight if each is not None]


def test_every_prompt_is_heard(performed):
    """Every prompt is heard in some play or recording, in one of its wordings.

    Plays are with Alexa: those said in the place of others without her are heard in their own test.
    """
    told = [" ".join(performed(path).heard) for path in PLAYS]
    heard = "\n".join(map(plain, (*told, *recorded())))
    prompts = WORDS.language.prompts.keys() - WRITTEN - {*WITHOUT_ALEXA.values()}
    unheard = [key for key in prompts if not any(re.search(p, heard) for p in patterns(key))]
    assert not unheard, ", ".join(unheard)


def patterns(prompt: str) -> list[str]:
    """A pattern for each wording of a prompt, in plain words."""
    kinds = WORDS.language.placeholders[prompt]
    found = []
    for wording in WORDS.language.prompts[prompt]:
        parts = []
        for literal, name, _, _ in Formatter().parse(wording):
            parts += [plain(literal).strip(), fillings(name, kinds[name]) if name else ""]
        found.append(f" {' '.join(filter(None, parts))} ")
    return found


@cache
def fillings(name: str, kind: str) -> str:
    """A pattern for what a placeholder can be filled with."""
    entries = (*WORDS.language.stretches.values(), *WORDS.language.routines.values())
    known = {
        "seconds": [WORDS.duration(seconds) for seconds in range(1, 181)],
        "minutes": [WORDS.duration(60 * minutes) for minutes in range(1, 120)],
        "stretches": [WORDS.grammar.stretches(number) for number in range(1, 100)],
        "number": [WORDS.number(number) for number in range(1, 100)],
        "times": [WORDS.grammar.times(number) for number in range(1, 20)],
        "stretch": [entry.name for entry in entries],
    }
    texts = known.get(kind) or (known[name] if name == "stretch" else ())
    return f"(?:{'|'.join(plain(text).strip() for text in texts)})" if texts else "[a-z0-9 ]{1,150}?"
