"""Pictures: both sides, the ways between, and the two writers."""

import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from helpers.content import CONTENT, LIBRARY, WORDS
from helpers.drawings import FRAMES, GALLERY, WAYS
from helpers.drawn_paths import to_line
from helpers.slivers import lies_on_the_letter, threads
from skill.figures.body.solving import solved
from skill.figures.captions import Captions
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.parts import parts_of
from skill.figures.gallery import Gallery
from skill.figures.records import View
from skill.figures.shapes import Box, Picture, Role, Shape
from skill.figures.vectors import cross, dot, mirrored, sub
from skill.figures.writers.avg import avg
from skill.figures.writers.png import png
from skill.figures.writers.svg import drawing, shown_box, style_of_all, svg
from skill.figures.writers.traced import traced
from skill.library.records import Sides

PIXELS = 96
"""Of a picture that is looked at here."""
CAPTIONS = Captions(GALLERY, WORDS.language)
SIDED = sorted(name for name, figure in GALLERY.figures.items() if figure.letter is not None)
PATH = re.compile(r"([MLAQZ][-0-9. ]*)+")
ONE_FRAME = 8 * 1024
"""The most bytes that a frame may take in an answer for a screen."""


def hands(camera, body):
    """Left and right of a body as a picture shows it: positive where its working side is its left."""
    facing = body.facing["hips"]
    right, down, eye = (
        sub(camera(axis), camera((0, 0, 0))) for axis in (facing.front, facing.up, facing.side)
    )
    return dot(cross(right, down), eye)


@pytest.mark.parametrize("name", sorted(GALLERY.figures))
def test_left_and_right_are_mirror_images_in_the_persons_own_sense(name):
    """The left picture shows a left side working, the right one a right side; nothing else differs."""
    figure, pictures = GALLERY.figures[name], GALLERY.pictures(name)
    left_camera, body = Camera(figure.view), solved(figure.frames["hold"])
    assert hands(left_camera, body) > 0
    left, right = pictures.still("hold", "left"), pictures.still("hold", "right")
    if figure.view.stay:
        right_camera = Camera(figure.view, reflected=True)
        assert hands(right_camera, body) < 0
        for place in body.at.values():
            assert right_camera(place) == left_camera(mirrored(place))
    elif figure.letter is None:
        assert left == right
    else:
        assert (left.turned_over, right.turned_over) == (False, True)
        assert left.shapes == right.shapes
        assert shown_box(right).x == pytest.approx(-left.box.x - left.box.wide)
    assert left.box == right.box


def test_what_goes_from_side_to_side_stays_where_it_is():
    """In one movement to both sides the chair does not jump: the body turns, the view does not."""
    for name, stretch in LIBRARY.stretches.items():
        assert GALLERY.figures[name].view.stay == (stretch.sides is Sides.IN_TURN)


@pytest.mark.parametrize(("name", "frame"), FRAMES)
def test_a_frame_is_svg_with_title_and_description(name, frame):
    """Every frame is well-formed, says what it shows, and has no colours of its own."""
    for side in CAPTIONS.sides(name):
        root = ET.fromstring(CAPTIONS.svg(name, frame, side))  # noqa: S314 - our own
        space = root.tag.removesuffix("svg")
        assert root.get("role") == "img"
        assert root.find(f"{space}title").text == CAPTIONS.title(name, side)
        told = root.find(f"{space}desc").text
        assert told
        assert "{" not in told + CAPTIONS.limb(name, frame, side)
        for path in root.iter(f"{space}path"):
            assert PATH.fullmatch(path.get("d"))
            assert set(path.get("class").split()) <= {*Role, "line", "halo"}


@pytest.mark.parametrize(("name", "frame"), FRAMES)
def test_a_frame_is_a_graphic_that_an_answer_can_carry(name, frame):
    """AVG 1.2 of few bytes: paths of M, L, A, Q and Z in one group, colours as parameters."""
    for side in CAPTIONS.sides(name):
        graphic = avg(GALLERY.pictures(name).still(frame, side), GALLERY.themes["dark"])
        assert len(json.dumps(graphic, separators=(",", ":"))) <= ONE_FRAME
        assert (graphic["type"], graphic["version"]) == ("AVG", "1.2")
        [group] = graphic["items"]
        assert re.fullmatch(r"(scale\(-1 1\) )?translate\(-?[\d.]+ -?[\d.]+\)", group["transform"])
        named = {each["name"]: each["default"] for each in graphic["parameters"]}
        for path in group["items"]:
            assert PATH.fullmatch(path["pathData"])
            assert {path.get("fill", ""), path.get("stroke", "")} - {""} <= {f"${{{n}}}" for n in named}
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in named.values())


@given(way=st.sampled_from(WAYS), side=st.sampled_from(("left", "right")), count=st.integers(1, 12))
def test_the_way_between_two_frames_is_as_many_pictures_as_asked_for(way, side, count):
    """Frames tween on either side, without marks, and the box goes from the one to the other."""
    name, start, end = way
    pictures = GALLERY.pictures(name)
    between = list(pictures.between(start, end, side, count=count))
    assert len(between) == count
    ends = (pictures.still(start, side).box, pictures.still(end, side).box)
    for picture in between:
        assert not {Role.GLOW, Role.ARROW} & {shape.role for shape in picture.shapes}
        assert min(e.wide for e in ends) - 0.01 <= picture.box.wide <= max(e.wide for e in ends) + 0.01


def test_the_letter_of_the_side_is_where_the_side_is():
    """From the head, left is on the left of the picture, and right on its right."""
    pictures = GALLERY.pictures("lumbar_rotation")
    assert GALLERY.figures["lumbar_rotation"].view.round == -90
    assert pictures.still("hold", "left").letter[0] < 0 < pictures.still("hold", "right").letter[0]
    assert ">L</text>" in CAPTIONS.svg("lumbar_rotation", "hold", "left")
    assert ">R</text>" in CAPTIONS.svg("lumbar_rotation", "hold", "right")
    assert "<text" not in CAPTIONS.svg("bridge", "hold", "right")


@pytest.mark.parametrize("name", SIDED)
def test_nothing_lies_on_the_letter_of_the_side(name):
    """It can be read in every frame, for either side: no limb and no edge of one covers a part of it."""
    for side in ("left", "right"):
        for frame in GALLERY.figures[name].frames:
            assert lies_on_the_letter(GALLERY.pictures(name).still(frame, side)) == set(), (frame, side)


@pytest.mark.parametrize(("name", "frame"), FRAMES)
def test_the_head_of_an_arrow_is_open(name, frame):
    """Neither of its barbs lies on its shaft, from either side: it is seen where an arrow goes."""
    for side in ("left", "right"):
        for shape in GALLERY.pictures(name).still(frame, side).shapes:
            if shape.role is Role.ARROW:
                shaft, (one, _, other) = traced(shape.path)
                assert min(to_line(each, shaft) for each in (one, other)) > 2.5, side


def test_the_same_files_give_the_same_bytes():
    """Two readings of the content draw the same, whatever order a set has."""
    again = Gallery(CONTENT)
    for name, frame in FRAMES:
        assert drawing(again.pictures(name).still(frame)) == drawing(GALLERY.pictures(name).still(frame))


def test_a_thumbnail_shows_its_frame_as_large_as_can_be():
    """A close picture shows the same body in a box that is no larger."""
    for name, frame in FRAMES:
        pictures = GALLERY.pictures(name)
        close, usual = pictures.still(frame, close=True), pictures.still(frame)
        assert close.shapes == usual.shapes
        assert close.box.wide <= usual.box.wide + 0.01
        assert close.box.high <= usual.box.high + 0.01


def test_what_is_of_no_use_is_not_drawn():
    """The chair that one got down by is seen until the hands are down, and not in the hold."""
    pictures = GALLERY.pictures("flexion_rotation")
    in_use, afterwards = (
        {shape.role for shape in picture.shapes[: picture.things]}
        for picture in (pictures.still("kneeling"), pictures.still("hold"))
    )
    assert {Role.PROP, Role.PROP_EDGE} <= in_use
    assert afterwards == {Role.MAT, Role.MAT_EDGE}
    for picture in pictures.between("hands", "back", count=3):
        assert Role.PROP in {shape.role for shape in picture.shapes}


@pytest.mark.parametrize(
    ("name", "frame", "role", "shadows"),
    [
        ("standing_leg_rotation", "float", Role.MAT_EDGE, 1),
        ("standing_leg_rotation", "wall", Role.MAT_EDGE, 0),
        ("standing_hamstring", "hold", Role.PROP_EDGE, 1),
        ("standing_hamstring", "start", Role.PROP_EDGE, 0),
        ("knee_to_chest", "hold", Role.MAT_EDGE, 0),
    ],
)
def test_what_floats_and_what_holds_has_a_shadow(name, frame, role, shadows):
    """A foot in the air leaves one on the floor of who stands, a hand one on its wall; nothing else."""
    picture = GALLERY.pictures(name).still(frame)
    assert sum(shape.role is role for shape in picture.shapes[picture.things :]) == shadows


def test_a_glow_on_the_trunk_lies_under_the_limbs_before_it():
    """Felt in the waist, it does not glow on an arm; felt in a leg, it is over everything."""
    roles = [shape.role for shape in GALLERY.pictures("seated_spinal_twist").still("hold").shapes]
    assert Role.TOP in roles[roles.index(Role.GLOW) :]
    roles = [shape.role for shape in GALLERY.pictures("piriformis").still("hold").shapes]
    assert set(roles[roles.index(Role.GLOW) :]) == {Role.GLOW, Role.PAPER, Role.ARROW}


def test_a_trunk_that_works_has_the_colour_of_what_works():
    """Where no limb works, the trunk does; the arms before it keep theirs."""
    roles = {shape.role for shape in GALLERY.pictures("seated_spinal_twist").still("hold").shapes}
    assert {Role.WORK, Role.TOP, Role.LEGS} <= roles


def test_from_behind_a_collar_is_closed():
    """A nape is seen over it, and no more: an open collar is a front."""
    body = solved(GALLERY.figures["standing_leg_rotation"].frames["start"])
    front, back = (parts_of(body, from_behind=each)["neckpart"].hulls[0][0][0] for each in (False, True))
    assert front[2] < body.at["neck"][2] < back[2]


def test_a_wall_has_a_board_along_its_foot():
    """It tells a wall from a door: one more shape than a mat has, as low as the floor."""
    picture = GALLERY.pictures("standing_hamstring").still("hold")
    roles = [shape.role for shape in picture.shapes[: picture.things]]
    assert roles == [Role.MAT_EDGE, Role.MAT, Role.PROP_EDGE, Role.PROP, Role.PROP_EDGE]


@pytest.mark.parametrize("name", sorted(GALLERY.figures))
def test_nothing_is_left_of_a_part_but_a_thread(name):
    """What lies behind is hidden, or seen as what it is: a hair's breadth of it looks like a fault."""
    pictures = GALLERY.pictures(name)
    sides = ("left", "right") if GALLERY.figures[name].view.stay else ("left",)
    for side in sides:
        for frame in GALLERY.figures[name].frames:
            assert list(threads(pictures.still(frame, side))) == [], (frame, side)


def test_a_thread_is_found():
    """The measure of threads sees one where there is one, and none where a part is thick."""
    thick, thin = Shape("M0 0L20 0L20 9L0 9Z", Role.TOP), Shape("M0 12L20 12L20 12.5L0 12.5Z", Role.LEGS)
    picture = Picture((thick, thin), Box(-5, -5, 30, 30))
    assert [role for role, *_ in threads(picture)] == [Role.LEGS]


def test_words_are_escaped():
    """What somebody writes into a description breaks no picture."""
    picture = GALLERY.pictures("bridge").still("hold")
    written = svg(picture, title="<b>", told="a & b", letter="<")
    root = ET.fromstring(written)  # noqa: S314 - our own
    assert [each.text for each in list(root)[:2]] == ["<b>", "a & b"]


def test_a_page_can_have_every_theme_at_once():
    """One style sheet goes by what the reader's device asks for: dark, or more contrast."""
    style = style_of_all(GALLERY.themes)
    for theme in GALLERY.themes.values():
        assert f".work{{color:{theme[Role.WORK]}}}" in style
    assert "@media(prefers-color-scheme:dark)" in style
    assert "@media(prefers-contrast:more)" in style


def test_from_above_a_camera_looks_down():
    """The heights of the camera are those of the file: 0 level with the floor, 90 from above."""
    assert Camera(View(0, 0)).from_above == pytest.approx(0)
    assert Camera(View(30, 90)).from_above == pytest.approx(1)
    assert Camera(View(0, 0))((0, 0, 10))[1] == pytest.approx(-10)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_png_is_a_square_with_the_whole_figure(theme):
    """On the theme's paper, in its colours, and nothing of the body beyond its edge."""
    colours = GALLERY.themes[theme]
    for name in ("half_kneeling_hip_flexor", "lumbar_rotation"):
        data = png(GALLERY.pictures(name).still("hold"), colours, PIXELS)
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == ("PNG", (PIXELS, PIXELS))
            dots = image.convert("RGB")
        seen = {"#" + bytes(each).hex() for _, each in dots.getcolors(PIXELS * PIXELS)}
        assert {colours[role] for role in (Role.PAPER, Role.WORK, Role.SKIN, Role.MAT)} <= seen
        edge = [(n, e) for n in range(PIXELS) for e in (0, PIXELS - 1)]
        around = {"#" + bytes(dots.getpixel(at)).hex() for x, y in edge for at in ((x, y), (y, x))}
        assert not {colours[role] for role in (Role.WORK, Role.SKIN, Role.TOP)} & around


def test_a_png_that_is_turned_over_is_the_mirror_image():
    """Sides look at each other; so they do in a square."""
    name = "half_kneeling_hip_flexor"
    left, right = (
        Image.open(
            io.BytesIO(png(GALLERY.pictures(name).still("hold", side), GALLERY.themes["dark"], PIXELS))
        )
        for side in ("left", "right")
    )
    apart = ImageChops.difference(ImageOps.mirror(left.convert("RGB")), right.convert("RGB"))
    assert sum(each > 40 for each in apart.convert("L").tobytes()) < PIXELS
