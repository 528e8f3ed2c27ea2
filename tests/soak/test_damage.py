"""Damaged SQLite files: a small share in every test, all of them in `make soak`."""

from soak.damage import read_damaged_files
from soak.figures import broken


def test_damaged_files(tmp_path):
    """A refusal with one line, or everything that is not damaged; by voice the coaching goes on."""
    assert broken(read_damaged_files(tmp_path, 200)) == []
