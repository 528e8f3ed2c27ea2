"""What the documentation says is so."""

import importlib.util
import json
import re
import sys
from pathlib import Path

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
