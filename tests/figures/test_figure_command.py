"""`limber figure`, as somebody types it."""

import json
import xml.etree.ElementTree as ET

import pytest

import write_docs
from helpers.command_line import Desk, refusal
from helpers.drawings import FRAMES, GALLERY

NEITHER = "name a stretch, such as bridge, or say --sheet DIR for all of them"


@pytest.fixture
def desk(tmp_path):
    """A machine with nothing set on it."""
    return Desk(tmp_path)


def drawn(desk, *arguments):
    """What the command writes."""
    result = desk.limber("figure", *arguments)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_a_stretch_is_drawn_by_its_id_and_by_every_name(desk):
    """An id or a spoken name, in whatever case; the hold of the left side unless said otherwise."""
    by_id = drawn(desk, "knee_to_chest")
    assert by_id == drawn(desk, "The Knee to Chest Stretch", "--side", "left", "--frame", "hold")
    title, told = list(ET.fromstring(by_id))[:2]  # noqa: S314 - our own
    assert title.text == "The knee to chest stretch, left"
    assert "the left knee hugged to the chest" in told.text
    assert "the right knee hugged" in drawn(desk, "knee_to_chest", "--side", "right")


def test_a_stretch_without_sides_has_the_same_picture_for_both(desk):
    """`--side` changes nothing where there are no sides, and is no error."""
    assert drawn(desk, "bridge", "--side", "left") == drawn(desk, "bridge", "--side", "right")


def test_themes_and_vector_graphics(desk):
    """The colours are those of the theme; the same frame as Alexa's graphics is JSON."""
    dark = drawn(desk, "bridge", "--theme", "dark")
    assert dark != drawn(desk, "bridge")
    graphic = json.loads(drawn(desk, "bridge", "--avg", "--theme", "dark"))
    assert graphic["type"] == "AVG"
    assert all(each["default"] in dark for each in graphic["parameters"])


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ((), NEITHER),
        (
            ("bridge", "--sheet", "x"),
            "name a stretch, such as bridge, or say --sheet DIR for all of them",
        ),
        (("brigde",), "there is no stretch 'brigde': it may be such as bridge"),
        (
            ("hamstring",),
            "'hamstring' may be supine_hamstring_strap or standing_hamstring: ",
        ),
        (("bridge", "--frame", "top"), "bridge has no frame 'top': it can be start, bent, ready, "),
        (("bridge", "--side", "up"), "Invalid value for '--side': 'up' is not one of 'left', 'right'."),
        (("bridge", "--theme", "pink"), "Invalid value for '--theme'"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_one_line(desk, arguments, line):
    """One line that says what would be right, and status 2."""
    result = desk.limber("figure", *arguments)
    assert result.returncode == 2
    assert line in refusal(result)


def test_the_sheet_has_every_frame(desk, tmp_path):
    """A file for each frame and side, two pages to look at them, and one line about it."""
    (written,) = drawn(desk, "--sheet", tmp_path / "sheet").splitlines()
    names = {path.name for path in (tmp_path / "sheet").iterdir()}
    assert written == f"wrote {len(names) - 2} figures; {tmp_path / 'sheet/index.html'} shows them all"
    assert {"index.html", "sheet.svg", "bridge-hold.svg", "piriformis-crossed-right.svg"} <= names
    sided = sum(GALLERY.figures[name].letter is not None for name, _ in FRAMES)
    assert len(names) == len(FRAMES) + sided + 2
    for path in (tmp_path / "sheet").glob("*.svg"):
        ET.parse(path)  # noqa: S314 - our own


def test_the_sheet_of_the_readme_is_what_the_content_gives():
    """docs/figures.svg is drawn from the figures as they are now, and no large file."""
    text = write_docs.SHEET.read_text(encoding="utf-8")
    assert text == write_docs.written_sheet()
    assert len(text) < 120_000
