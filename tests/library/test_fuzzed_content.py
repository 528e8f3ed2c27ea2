"""Content with anything in it: problems that are told, a line each, and no exception of a library's."""

import random
import shutil
from pathlib import Path

import pytest

from helpers.content import CONTENT
from skill.figures.checks.every_figure import problems_of_figures
from skill.library.loading import problems_of

TREES = 6
"""Copies of the content; in each of them every file is another one than it was."""

VALUES = (
    *("1", "-1", "1.5", "nan", "inf", "1e400", "9" * 5_000, "true", '""', '"x"', '"\\u0000"', "'''x'''"),
    *(
        "1979-05-27",
        "07:32:00",
        "1979-05-27T07:32:00Z",
        "[]",
        "[1]",
        '["x"]',
        '["x", "x"]',
        "[[]]",
        "{}",
    ),
    *("{ a = 1 }", "[{}]", "{ value = -1, sources = [] }", '{ value = "x", sources = [1] }'),
    "[" * 2_000,
)
"""What a key may have become."""


def cut(text: bytes, lots: random.Random) -> bytes:
    """The file up to some byte."""
    return text[: lots.randrange(len(text))]


def bytes_changed(text: bytes, lots: random.Random) -> bytes:
    """A few bytes are others."""
    changed = bytearray(text)
    for _ in range(3):
        changed[lots.randrange(len(changed))] = lots.randrange(256)
    return bytes(changed)


def value_changed(text: bytes, lots: random.Random) -> bytes:
    """One key has another value."""
    lines = text.decode().split("\n")
    numbers = [number for number, line in enumerate(lines) if "=" in line]
    if numbers:
        number = lots.choice(numbers)
        lines[number] = f"{lines[number].partition('=')[0]}= {lots.choice(VALUES)}"
    return "\n".join(lines).encode()


def line_gone(text: bytes, lots: random.Random) -> bytes:
    """One line is missing."""
    lines = text.split(b"\n")
    del lines[lots.randrange(len(lines))]
    return b"\n".join(lines)


@pytest.mark.parametrize("mutated", [cut, bytes_changed, value_changed, line_gone])
def test_content_with_anything_in_it(tmp_path, mutated):
    """Each of some thousand changed files is read to its end, or named with what is wrong."""
    lots = random.Random(mutated.__name__)
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    files = sorted(path.relative_to(CONTENT) for path in Path(CONTENT).rglob("*.toml"))
    for _ in range(TREES):
        for file in files:
            (folder / file).write_bytes(mutated((CONTENT / file).read_bytes(), lots))
        problems = problems_of(folder) + problems_of_figures(folder)
        assert problems
        assert all(line.isprintable() for line in problems)
