"""The page's words: all of them come from the content, and every one of it is shown."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from skill.library.catalogue import PAGE, load_catalogue
from skill.library.loading import data_folder
from skill.web.coach import api
from skill.web.coach.reading import CHOSEN

HERE = Path(api.__file__).parent
SOURCES = sorted(
    (
        *HERE.glob("templates/*"),
        *HERE.glob("static/*.js"),
        *HERE.glob("static/*.css"),
        *HERE.glob("*.py"),
    )
)
ENGLISH = load_catalogue(data_folder("content"), "en-US", PAGE)
BY_SERVICE = {"called", "name"}
"""What `texts.py` adds for the modules."""

KEY = re.compile(r"""["'`]([a-z_]+\.[a-z_.]*)["'`$]""")
FILES = {path.name for path in SOURCES}
SHOWN_TO_DEVELOPERS = {"drawer.js"}
WORDS = re.compile(r"""["'`>](?=[^"'`<>{}]*[a-z])([A-Z][a-z’']+(?: [\w’',]+)+[.?]?)["'`<]""")
"""Something with a capital and a space, as only sentences have it."""


def used() -> set[str]:
    """The keys that templates and modules name, or what these begin with."""
    return {key for path in SOURCES for key in KEY.findall(path.read_text(encoding="utf-8"))}


def known() -> set[str]:
    """The keys of the texts; of those that count, without their forms."""
    counted = {key.removesuffix(".one").removesuffix(".other") for key in ENGLISH.texts}
    return counted | ENGLISH.lists.keys()


def test_every_text_is_shown_somewhere():
    """None is left over from something that is gone."""
    named = used()
    assert [key for key in sorted(known()) if not {key, f"{key.rpartition('.')[0]}."} & named] == []


def test_every_text_that_is_named_is_there():
    """No page fails for want of a word."""
    told = known()
    tables = {key.partition(".")[0] for key in told}
    named = {key for key in used() - FILES if key.partition(".")[0] in tables}
    wanting = {key for key in named if not any(each.startswith(key) for each in told)}
    assert wanting == set()
    assert {key for key in named if not key.endswith(".")} <= told


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_sentence_stands_in_the_page_itself(path):
    """But for the developers' drawer, which speaks English as the code does."""
    told = path.read_text(encoding="utf-8")
    told = re.sub(r"<aside id=.drawer.*?</aside>", "", told, flags=re.DOTALL)
    if path.suffix == ".py" or path.name in SHOWN_TO_DEVELOPERS:
        return
    if path.suffix == ".css":
        assert re.findall(r"content: \"[^\"]*[a-z]", told) == []
        return
    assert WORDS.findall(told) == []


def texts_in(page: str) -> dict[str, object]:
    """The texts that a page brings along."""
    (found,) = re.findall(r'<script type="application/json" id="texts">(.*?)</script>', page)
    return json.loads(found)


def test_a_page_brings_its_texts_along(coach):
    """For its modules, as they are in the content."""
    page = coach.get("/").get_data(as_text=True)
    assert texts_in(page) == {
        **ENGLISH.texts,
        **{key: list(texts) for key, texts in ENGLISH.lists.items()},
        "called": ["limber", "hey limber", "ok limber", "okay limber"],
        "name": "limber back",
    }
    assert ENGLISH.text("stage.hello") in unescape(page)


@pytest.mark.parametrize(
    ("asked", "chosen", "lang"),
    [
        ("en-GB,en;q=0.5", "", "en-GB"),
        ("en", "", "en-US"),
        ("tlh, en-AU", "", "en-AU"),
        ("tlh", "", "en-US"),
        ("en-GB", "en-IN", "en-IN"),
        ("en-GB", "nonsense", "en-GB"),
    ],
)
def test_a_page_is_in_the_language_that_was_chosen_or_the_browsers(coach, asked, chosen, lang):
    """What is chosen in the settings stays, in a cookie that nothing else is kept in."""
    if chosen:
        coach.set_cookie(CHOSEN, chosen)
    page = coach.get("/", headers={"Accept-Language": asked})
    assert f'<html lang="{lang}"' in page.get_data(as_text=True)
    assert f'<option value="{lang}" lang="{lang}" selected>' in page.get_data(as_text=True)
    assert "Set-Cookie" not in page.headers
