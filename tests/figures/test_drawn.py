"""Figures as a build has them: drawn before, read in a turn."""

from pathlib import Path

import pytest

from helpers.content import CONTENT
from helpers.drawings import GALLERY
from import_graph import reachable
from skill.errors import ContentError
from skill.figures.drawn import read_drawn
from skill.figures.gallery import write_gallery

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Every figure, drawn into a folder."""
    folder = tmp_path_factory.mktemp("drawn")
    write_gallery(CONTENT, folder)
    return folder


def test_what_is_read_is_what_was_drawn(drawn):
    """A turn finds every frame of both sides, and which step leads to which."""
    for name, figure in GALLERY.figures.items():
        read = read_drawn(name, drawn)
        assert read == GALLERY.drawn(name)
        assert read.left.keys() == read.right.keys() == figure.frames.keys()
        assert read.way == figure.way


def test_a_build_gives_the_same_bytes_again(drawn, tmp_path):
    """The same content is the same artifact."""
    for path in write_gallery(CONTENT, tmp_path / "again"):
        assert path.read_bytes() == (drawn / path.name).read_bytes()


def test_a_damaged_or_missing_file_is_told(drawn, tmp_path):
    """One line that says what to do, and nothing is unpickled."""
    whole = (drawn / "bridge.pickle").read_bytes()
    (tmp_path / "bridge.pickle").write_bytes(whole[:-1])
    with pytest.raises(ContentError, match="is damaged: build the function again"):
        read_drawn("bridge", tmp_path)
    with pytest.raises(ContentError, match="cannot be read"):
        read_drawn("cobra", tmp_path)


def test_a_turn_needs_no_drawing_code():
    """Reading a drawn figure and writing it for a screen reaches no camera, no solver and no TOML."""
    reached = set()
    for module in ("drawn.py", "writers/avg.py"):
        reached |= reachable(ROOT / "skill/figures" / module, ROOT, "skill").keys()
    assert not {
        name for name in reached if name.startswith(("skill.figures.body", "skill.figures.reading"))
    }
    assert "skill.library.reading" not in reached
    assert {name for name in reached if name.startswith("skill.figures.drawing.")} == {
        "skill.figures.drawing.outlines"
    }
