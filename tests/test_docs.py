"""What the documentation says is so."""

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

import write_docs
from helpers.content import LIBRARY, WORDS
from helpers.ears import ear_of
from helpers.sam_template import template
from helpers.whole_skill import device_on
from skill.coach.conversation.state.state import Running
from skill.coach.conversation.state.state_encoding import decode_state
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.speech.ssml import words_of
from skill.stores.memory import MemoryStore

ROOT = Path(__file__).parent.parent
SKILL = ROOT / "skill"
PAGES = sorted(
    str(page.relative_to(ROOT))
    for pattern in ("*.md", "docs/*.md", "content/*.md", "tests/conversations/*.md", "pyproject.toml")
    for page in ROOT.glob(pattern)
)
MADE = {"build", "dist", "node_modules", "__pycache__"}
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "."} - MADE
WRITTEN = (".js", ".md", ".py", ".toml", ".txt", ".yaml")
"""How the files end that are in the repository and have names of their own."""


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    found = [*below, *(path for path in ROOT.iterdir() if path.is_file())]
    return tuple(path for path in found if not MADE & set(path.relative_to(ROOT).parts))


@cache
def names_of_modules() -> dict[str, set[str]]:
    """What the modules of one name define, methods too, by that name."""
    names = defaultdict(set)
    for path in SKILL.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    names[path.stem].add(name)
                case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                    names[path.stem].add(name)
    return names


def named(page: str) -> Iterator[str]:
    """Everything a page has between two backticks, without its blocks of code."""
    text = re.sub(r"(?ms)^ *```.*?^ *```", "", (ROOT / page).read_text(encoding="utf-8"))
    yield from re.findall(r"`([^`\n]+)`", text)


def is_there(name: str) -> bool:
    """Whether what looks like a file, a folder, a module or a name in one is there; else true."""
    pattern = re.sub(r"<[^>]*>", "*", name.rstrip("/"))
    is_path = re.fullmatch(r"[\w./*-]+", pattern) is not None
    if re.fullmatch(r"skill(\.\w+)+", name):
        path = ROOT / name.replace(".", "/")
        return path.is_dir() or path.with_suffix(".py").is_file()
    if is_path and "/" in name and name.partition("/")[0] in FOLDERS:
        return any(ROOT.glob(pattern))
    if is_path and name.endswith(WRITTEN):
        return any(path.match(pattern) for path in files())
    module, _, rest = name.partition(".")
    if module in names_of_modules() and re.match(r"\w", rest):
        return re.split(r"\W", rest)[0] in names_of_modules()[module]
    return True


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page):
    """Every file, folder and module between backticks, and every name that is said to be in one."""
    gone = {name for name in named(page) if not is_there(name)}
    assert not gone, ", ".join(sorted(gone))


def test_the_map_has_every_room():
    """docs/architecture.md names every room of skill/, and every module and topic of the coach."""
    told = set(named("docs/architecture.md"))
    rooms = {path.stem for path in SKILL.iterdir() if path.suffix in ("", ".py") and path.stem[0] != "_"}
    topics = {path.name for path in (SKILL / "coach/topics").iterdir() if path.name[0] != "_"}
    modules = {path.name for path in (SKILL / "coach").rglob("*.py") if path.name[0] != "_"}
    shown = {Path(name).name for name in told}
    assert rooms | topics <= told
    assert modules <= shown


@pytest.mark.parametrize("page", write_docs.PAGES, ids=lambda page: page.name)
def test_the_generated_pages_are_what_code_and_content_give(page):
    """The conversation's diagrams and rows, and the tables of care, are as they are now."""
    text = page.read_text(encoding="utf-8")

    assert write_docs.written(page) == text
    assert all(f"<!-- begin {part} -->" in text for part in write_docs.PAGES[page])


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


def _section(heading: str) -> str:
    """A section of the page on deploying, to the next heading."""
    page = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
    return page.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_the_steps_stand_in_the_order_in_which_they_are_done():
    """One to four, and then what comes later; the sounds are spoken once there is a bucket for them."""
    page = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
    headings = re.findall(r"(?m)^## (.*)$", page)
    steps = [heading for heading in headings if heading[0].isdigit()]
    assert [heading.partition(".")[0] for heading in steps] == ["1", "2", "3", "4"]
    assert headings.index(steps[-1]) + 1 == headings.index("Updating")
    assert "limber sounds build --bucket <SoundBucketName>" in _section(steps[-1])


REMOVALS = {
    "ProgressTable": ("ProgressTableName", "aws dynamodb delete-table --table-name <{}>"),
    "SoundBucket": ("SoundBucketName", "aws s3 rb s3://<{}> --force"),
}
"""What a stack that is removed leaves behind: the output with its name, and what deletes it."""


def test_what_a_removed_stack_leaves_is_removed_by_name():
    """Each name is read while the stack still has it, and each thing deleted once the stack is gone."""
    resources = template()["Resources"]
    left = {name for name in resources if resources[name].get("DeletionPolicy") == "Retain"}
    assert left == REMOVALS.keys()
    reads, removes = _section("Removing it").split("sam delete --stack-name")
    for output, command in REMOVALS.values():
        assert output in template()["Outputs"]
        assert f"OutputKey=='{output}'" in reads
        assert f"$ {command.format(output)}\n" in removes


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
    ear = ear_of("en-US")
    said = [phrase for row in _sheet() for phrase in re.findall(r'"([^"…]+)"', row[1])]
    assert len(said) > 15
    asked = [rest for opens, rest in map(ear.opening.opened_with, said) if rest or not opens]
    fragments = {"stay there", "hold it", "And hold it.", "one"}  # to be listened for, not said
    assert [
        words for words in asked if words not in fragments and ear.hear(words).tier == "fallback"
    ] == []


def test_what_the_sheet_has_people_listen_for_is_said():
    """A hold begins with words that vary: those of line 3 are some of them, and one is quoted whole."""
    begun = [text.lower() for text in WORDS.language.prompts["hold_begin"]]
    _, *listened, last = re.findall(r'"([^"]+)"', _sheet()[2][1])
    assert last == "one"
    assert listened[-1].lower() in begun
    assert all(any(words.lower() in text for text in begun) for words in listened)


def test_what_is_recorded_for_line_5_is_what_the_command_predicts():
    """The answer has three rounds, counted down to one each, and asks; the reprompt has the fourth."""
    device = device_on(MemoryStore(), "somebody")
    device.say("open limber back")
    answer = device.say(re.findall(r'"([^"]+)"', _sheet()[4][1])[0])
    rounds, more = (words_of(ssml).count("One.") for ssml in (answer.ssml, answer.reprompt_ssml))
    assert (rounds, more) == (3, 1)
    assert "to the end of the third round" in _sheet()[4][1]
    assert "the fourth is the reprompt's" in _section("The sheet")


def test_what_is_spoken_over_on_the_sheet_has_a_next_one():
    """Line 7 begins what "next" leads on in: child's pose alone would be over, and a next hold none."""
    device = device_on(MemoryStore(), "somebody")
    device.say("open limber back")
    began, moved, asked = re.findall(r'"([^"]+)"', _sheet()[6][1])
    started = device.say(began)
    skipped = device.say(moved, started.at + timedelta(seconds=started.seconds / 2))
    second = decode_state(skipped.attributes["state"]).practice
    assert isinstance(second, Running)
    assert second.place.item == 1
    assert LIBRARY.stretches[second.practice.items[1].stretch].doses["standard"].kind == "hold"
    left = device.say(asked, skipped.at + timedelta(seconds=skipped.seconds / 2))
    assert left.heard.intent == "TimeLeftIntent"
    assert isinstance(decode_state(left.attributes["state"]).practice, Running)


def test_what_the_sheet_leads_to_is_there():
    """Each setting it names is a parameter, and each file is where it says."""
    named = [name for row in _sheet() for name in re.findall(r"`([^`]+)`", row[-1])]
    parameters = {name for name in named if re.fullmatch(r"[A-Z][A-Za-z]+", name)}
    assert parameters == {"Holds", "AnswerDelay", "CarryOn"} <= template()["Parameters"].keys()
    assert LISTENING_GAP == 8
    for path in (name for name in named if name.startswith("skill/")):
        assert "LISTENING_GAP = 8.0" in (ROOT / path).read_text(encoding="utf-8")
