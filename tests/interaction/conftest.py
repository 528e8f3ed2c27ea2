"""What the tests of intents have in common."""

from pathlib import Path

import pytest

from skill.library.loading import load_language

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def heard(library):
    """The words of English."""
    return load_language(ROOT / "content", "en", library).heard
