"""What is meant by a name on the command line."""

import pytest

from helpers.content import LIBRARY, WORDS
from skill.commands.named import practice_called, stretch_called


@pytest.mark.parametrize("entry", [*LIBRARY.stretches, *LIBRARY.routines])
def test_an_id_is_itself(entry):
    """Also one that is a name which several have, such as piriformis."""
    assert practice_called(entry, WORDS.language, ()) == entry
    if entry in LIBRARY.stretches:
        assert stretch_called(entry, WORDS.language) == entry
