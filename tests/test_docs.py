"""What the documentation says is so."""

import importlib.util
import json
import re
import sys
from pathlib import Path

from helpers.sam_template import template
from skill.coach.practice.hearing import LISTENING_GAP
from skill.simulator.ear.ear import Ear
from skill.simulator.ear.model_file import read_model
from skill.simulator.opening import opened_with

ROOT = Path(__file__).parent.parent


def test_the_conversation_page_is_what_the_table_gives():
    """docs/conversation.md has the diagram and the rows of the transition table as they are."""
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "scripts" / "write_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["write_docs"] = module
    spec.loader.exec_module(module)
    page = module.PAGE.read_text(encoding="utf-8")
    assert module.written(page) == page


def test_the_pages_use_the_ask_cli_that_starts():
    """Every command with `ask` takes the pinned one, from the checkout or from `build` in it."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    blocks = "\n".join(re.findall(r"(?ms)^ *```.*?^ *```", pages))
    used = re.findall(r"(\S*)\bask (?:configure|deploy|smapi) ?", blocks)
    assert len(used) >= 8
    assert {path.removeprefix("../") for path in used} == {"tools/ask_cli/node_modules/.bin/"}


def test_the_ask_cli_is_locked_with_the_part_that_starts():
    """What its own lock installs is the release that the page names, and antlr4ts as overridden."""
    folder = ROOT / "tools/ask_cli"
    asked = json.loads((folder / "package.json").read_text())
    locked = json.loads((folder / "package-lock.json").read_text())["packages"]
    assert locked["node_modules/ask-cli"]["version"] == asked["dependencies"]["ask-cli"]
    assert locked["node_modules/antlr4ts"]["version"] == asked["overrides"]["antlr4ts"]


def _sheet() -> list[list[str]]:
    """The rows of the sheet that is filled in on a device: what, say, expected, here, then."""
    page = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
    sheet = page[page.index("## The sheet") :]
    return [
        [cell.strip() for cell in row.split("|")[2:-1]]
        for row in re.findall(r"^\| \d+ \|.*\|$", sheet, re.MULTILINE)
    ]


def test_what_the_sheet_has_people_say_is_understood():
    """Nobody on the mat is sent to say a sentence that the skill does not know."""
    ear = Ear(read_model(ROOT / "interaction_models/en-US.json"))
    said = [phrase for row in _sheet() for phrase in re.findall(r'"([^"…]+)"', row[1])]
    assert len(said) > 15
    asked = [rest for opens, rest in map(opened_with, said) if rest or not opens]
    fragments = {"stay there", "one"}  # what to listen for, not what to say
    assert [
        words for words in asked if words not in fragments and ear.hear(words).tier == "fallback"
    ] == []


def test_what_the_sheet_leads_to_is_there():
    """Each setting it names is a parameter, and each file is where it says."""
    named = [name for row in _sheet() for name in re.findall(r"`([^`]+)`", row[-1])]
    parameters = {name for name in named if re.fullmatch(r"[A-Z][A-Za-z]+", name)}
    assert parameters == {"Holds", "AnswerDelay"} <= template()["Parameters"].keys()
    assert LISTENING_GAP == 8
    for path in (name for name in named if name.startswith("skill/")):
        assert "LISTENING_GAP = 8.0" in (ROOT / path).read_text(encoding="utf-8")
