"""Conversations: what is said, and what must be heard."""
from pathlib import Path
import pytest
from play import Play

FOLDER = Path(__file__).parent / "conversations"
PLAYS = sorted(FOLDER.glob("*.txt"))

def performed(path):
    return Play(path.stem).perform(path.read_text())

@pytest.mark.parametrize("path", PLAYS, ids=lambda path: path.stem)
def test_play(path):
    """Everything in the play is heard as written."""
    play = performed(path)
    assert not play.mismatches, "\n" + "\n".join(play.mismatches)
