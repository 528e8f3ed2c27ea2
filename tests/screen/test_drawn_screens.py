"""What the screens look like, drawn by Amazon's own renderer: every word is there to be read.

Pictures are left in build/screens, to be looked at.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from PIL import Image

from helpers import scenes
from helpers.apl_engine import BUNDLE, DISPLAYS, Engine
from helpers.coach_page import CHROMIUM, FLAGS, NEEDS_CHROMIUM
from helpers.content import CONTENT, LIBRARY, WORDS
from helpers.screens import STRETCHES, data_of, screens
from helpers.web_servers import ROOT
from skill.coach.conversation.answers import answers
from skill.coach.conversation.reply import Card, Entry, Listing, Reply
from skill.coach.conversation.state.state import State
from skill.coach.person.device import Rendering
from skill.coach.practice.cues.cues import Said
from skill.figures.checks.contrast import TEXT, contrast
from skill.library.loading import load_language
from skill.screen.screens import Seen
from skill.speech.limits import LIMITS
from skill.words import Words

pytestmark = [
    NEEDS_CHROMIUM,
    pytest.mark.skipif(not BUNDLE.is_file(), reason="needs Amazon's renderer: scripts/node_packages"),
]

Shown = dict[str, Any]
Moment = tuple[Shown, int]
"""What is shown, and the number of a mark in it."""

LANGUAGES = {"en": WORDS, "de": Words(load_language(CONTENT, "de", LIBRARY))}
PICTURES = ROOT / "build" / "screens"
LONGEST = ("half_kneeling_hip_flexor", "knee_to_opposite_shoulder")
WORK_AND_REST = {"hold", "movement", "rest"}
RING = 0.92
"""The middle of a round screen's ring, as a share of its radius."""
SHORT = 80
"""Characters of a sentence that stands under the figure of a round screen."""


@pytest.fixture(scope="module", name="engine")
def fixture_engine() -> Iterator[Engine]:
    """One renderer for all the tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Engine(browser)
        browser.close()


def coached(words: Words, *stretches: str, item: int = 0) -> Shown:
    """What is shown with the coaching that begins at an item of a practice."""
    scene = replace(scenes.idle(), limits=LIMITS[Rendering.BREAKS], words=words)
    practice = scenes.practice(*stretches, scene=scene)
    outcome = answers.coach(scene, practice, practice.place_of(item))
    return screens().shown_with(Seen(outcome.reply, outcome.state, words))


@cache
def moments(language: str) -> dict[str, Moment]:
    """A hold, a movement and a rest; and of every kind of words the longest that there is."""
    words = LANGUAGES[language]
    answered = [coached(words, stretch) for stretch in STRETCHES]
    for routine in LIBRARY.routines.values():
        own = tuple(routine.stretches)
        answered += [coached(words, *own, item=item) for item in range(len(own))]
    found: dict[str, tuple[float, Moment]] = {}
    for shown in answered:
        data = data_of(shown)
        for number, mark in enumerate(data["marks"]):
            for name, size in sizes(data, mark):
                if size > found.get(name, (0.0,))[0]:
                    found[name] = (size, (shown, number))
    return {name: moment for name, (_, moment) in found.items()}


def sizes(data: Shown, mark: Shown) -> Iterator[tuple[str, float]]:
    """How long what is shown at a mark is, by what it is."""
    stage = data["stages"][mark["s"]]
    head = data["heads"][stage["h"]]
    limb = data["frames"][mark["f"]]["l"] if mark["f"] >= 0 else ""
    following = len(stage.get("x", ""))
    yield "short words" if len(mark["t"]) <= SHORT else "long words", len(mark["t"])
    yield "title", len(head["n"]) + len(head["p"])
    if stage["k"]:
        yield "movement" if stage["k"] == 2 else "hold", following + len(limb) / 4
        yield "limb", len(limb) + following / 40
        yield "limb's longest word", max(map(len, limb.split()), default=0) + following / 40
    elif following == 0 and stage["t"] == data["stages"][-1]["t"]:
        yield "rest", len(mark["t"])


@pytest.mark.parametrize("display", DISPLAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_practice_can_be_read(engine, language, display):
    """The longest words of every kind are whole, on the screen, and not over each other."""
    found = {}
    for name, (shown, mark) in moments(language).items():
        found[name] = engine.draw(shown, mark, DISPLAYS[display])
        engine.keep(PICTURES / f"{name.replace(' ', '-')}-{display}-{language}.png")
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert engine.complaints == []


def still(words: Words) -> dict[str, Moment]:
    """A list, how somebody is doing, a question, and every page of a long answer with its question."""
    names = sorted((words.stretch(stretch).name for stretch in STRETCHES), key=len)[-3:]
    said = Said(words.stretch("bridge").steps[0], 2.0)
    long = tuple(Said(step, 4.0) for stretch in LONGEST for step in words.stretch(stretch).steps)
    replies = {
        "list": Reply((said,), listing=Listing("stretches", tuple(Entry(name, name) for name in names))),
        "card": Reply((said,), card=Card(words.language.screen["title"], "\n\n".join(names))),
        "question": Reply((said,), (said,)),
        "answer": Reply((said,) * 4, (said,)),
        "long answer": Reply(long, (said,)),
    }
    shown = {name: screens().shown_with(Seen(reply, State(), words)) for name, reply in replies.items()}
    found: dict[str, Moment] = {name: (each, 0) for name, each in shown.items()}
    for page in range(len(data_of(shown["long answer"])["round"])):
        found[f"long answer {page}"] = (shown["long answer"], page)
    return found


@pytest.mark.parametrize("display", DISPLAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_still_screen_can_be_read(engine, language, display):
    """A list, how somebody is doing, a question, and a long answer are whole, too."""
    found = {}
    for name, (shown, mark) in still(LANGUAGES[language]).items():
        found[name] = engine.draw(shown, mark, DISPLAYS[display])
        engine.keep(PICTURES / f"{name.replace(' ', '-')}-{display}-{language}.png")
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert engine.complaints == []


def test_pages_turn_by_themselves(engine):
    """A round screen comes to the end of a long answer, and to its question, by its own clock."""
    long = [
        Said(f"Sentence {n} is so long that it fills a page by itself, or nearly.", 0.1) for n in "abc"
    ]
    asked = "Shall we?"
    shown = screens().shown_with(Seen(Reply(tuple(long), (Said(asked, 0.1),)), State(), WORDS))
    assert len(data_of(shown)["round"]) == len(long)
    told = engine.follow(shown, DISPLAYS["round"], asked)
    assert told == [WORDS.language.screen["title"], long[-1].text, asked]
    # The size of letters changes with a page, which this engine cannot yet.
    assert all("fontSize" in each for each in engine.complaints)
    engine.complaints.clear()


@pytest.mark.parametrize("display", DISPLAYS)
def test_words_stand_out_whatever_theme_a_device_has(engine, display):
    """Every text has a contrast of 4.5 to 1; a device that is set to light shows the same."""
    found = {name: moment for name, moment in still(WORDS).items() if "long" not in name}
    found |= {name: moment for name, moment in moments("en").items() if name in WORK_AND_REST}
    for name, (shown, mark) in found.items():
        seen = {}
        for theme in ("dark", "light"):
            engine.draw(shown, mark, DISPLAYS[display], theme)
            engine.keep(PICTURES / theme / f"{name}-{display}.png")
            seen[theme] = engine.inks()
        assert seen["dark"], name
        assert seen["light"] == seen["dark"], name
        pale = {text: on for text, *on in seen["dark"] if contrast(*on) < TEXT}
        assert pale == {}, name


def test_nothing_lies_over_the_ring_of_a_round_screen(engine):
    """The ring around a figure is whole, whatever the figure is."""
    display = DISPLAYS["round"]
    colours = data_colours(("track", "accent"))
    for stretch in STRETCHES:
        shown = coached(WORDS, stretch)
        data = data_of(shown)
        held = next(n for n, mark in enumerate(data["marks"]) if data["stages"][mark["s"]]["k"])
        engine.draw(shown, held, display)
        engine.keep(PICTURES / "ring" / f"{stretch}.png")
        with Image.open(PICTURES / "ring" / f"{stretch}.png") as picture:
            dots = picture.convert("RGB")
        other = []
        for angle in range(0, 360, 3):
            way = math.radians(angle)
            at = tuple(round(display.wide * (1 + RING * f(way)) / 2) for f in (math.sin, math.cos))
            if "#" + bytes(dots.getpixel(at)).hex() not in colours:
                other.append(angle)
        assert len(other) <= 2, (stretch, other)  # the two ends of the part that is filled


def data_colours(names: tuple[str, ...]) -> set[str]:
    """The document's own colours of these names."""
    colours = coached(WORDS, "bridge")["document"]["resources"][0]["colors"]
    return {colours[name] for name in names}


def test_what_cannot_be_read_is_found(engine):
    """The look at a screen finds what is cut, and what lies over something else."""
    shown = coached(WORDS, "bridge")
    broken = {
        **shown,
        "document": {**shown["document"], "resources": list(shown["document"]["resources"])},
    }
    broken["document"]["resources"].append({"dimensions": {"ring": 40, "line": 10, "words": 60}})
    assert engine.draw(shown, 0, DISPLAYS["usual"]) == []
    assert any(told.startswith("cut") for told in engine.draw(broken, 0, DISPLAYS["usual"]))
