"""What docs/conversation.md says of a word is what is heard."""

import re
from pathlib import Path

import pytest

from helpers.ears import ear_of

ROOT = Path(__file__).parents[2]
EAR = ear_of("en-US")
PAGE = (ROOT / "docs" / "conversation.md").read_text(encoding="utf-8")
ROWS = re.findall(r'^\| ("[^|]+) \| `([\w.]+)` \|', PAGE, re.MULTILINE)
SAID = [(said, intent) for cell, intent in ROWS for said in re.findall(r'"([^"]+)"', cell)]


@pytest.mark.parametrize(("said", "intent"), SAID)
def test_a_word_is_heard_as_the_page_says(said, intent):
    """Each word of the table is understood as the intent beside it."""
    assert EAR.hear(said).intent == intent


def test_the_page_has_its_table():
    """It is found, with at least a dozen words."""
    assert len(SAID) > 12
