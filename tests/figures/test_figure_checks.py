"""What the check says of a figure that is wrong: file, frame, key, and what would be right."""

import shutil
from pathlib import Path

import pytest

from helpers.content import CONTENT
from helpers.drawings import GALLERY
from skill.content_check.every_problem import every_problem
from skill.figures.checks.contrast import contrast, too_alike
from skill.figures.checks.every_figure import problems_of_figures
from skill.figures.shapes import Role

BRIDGE, TWIST, CHEST, KNEELING = (
    f"content/figures/{name}.toml"
    for name in ("bridge", "seated_spinal_twist", "knee_to_chest", "flexion_rotation")
)
SEEN = "content/locales/en/figures/bridge.toml"
PALETTE = "content/palette.toml"
NOT_ON = "touches nothing, the nearest thing is"

CASES = {
    "a limb is missing": (
        BRIDGE,
        'both = { foot = [81, 10, 6], toes = "up+0.3*out", hand = ["waist", -2, 8, 12],',
        'both = { foot = [81, 10, 6], toes = "up+0.3*out",',
        f"{BRIDGE}: frames.start.side.hand: is missing: say where the wrist is, or whose frame this",
    ),
    "a joint is unknown": (
        BRIDGE,
        'feel = [{ at = ["side.hip"',
        'feel = [{ at = ["side.hop"',
        f"{BRIDGE}: frames.hold.feel.1.at: 'side.hop' is no joint: chest, head, hips, ",
    ),
    "an arrow goes nowhere": (
        BRIDGE,
        'arrows = [[["hips", 0, 0, -26], ["hips", 0, 0, -13]]]',
        'arrows = [[["hips", 0, 0, -26]]]',
        f"{BRIDGE}: frames.hold.arrows: each must be a list of 2 to 6 places",
    ),
    "a direction is unknown": (
        BRIDGE,
        'toes = "ahead"',
        'toes = "forwards"',
        f"{BRIDGE}: frames.bent.both.toes: 'forwards' is no direction: up, down, ahead, behind, side,",
    ),
    "a prop is unknown": (
        BRIDGE,
        'kind = "mat"',
        'kind = "carpet"',
        f"{BRIDGE}: props.1.kind: 'carpet' is none of mat, wall, bed, pillow, chair",
    ),
    "a key is unknown": (
        BRIDGE,
        "head = { bend = 23 }",
        "haed = { bend = 23 }",
        f"{BRIDGE}: frames.hold.haed: is unknown; is it misspelt?",
    ),
    "a base is unknown": (
        BRIDGE,
        'body = "lying_back"',
        'body = "floating"',
        f"{BRIDGE}: frames.start.body: 'floating' is none of standing, sitting, kneeling, lying_back,",
    ),
    "a frame is like none": (
        BRIDGE,
        'like = "ready"',
        'like = "redy"',
        f"{BRIDGE}: frames.hold.like: 'redy' is no frame above this one: start, bent, ready",
    ),
    "a step has no frame": (
        BRIDGE,
        '"bent", "ready", "ready", "hold"]',
        '"bent", "ready", "hold"]',
        f"{BRIDGE}: steps: has 3 frames for 4 texts: say which one the body is in after 'Go no higher",
    ),
    "a frame is for a step that is gone": (
        BRIDGE,
        '"bent", "ready", "ready", "hold"]',
        '"bent", "ready", "ready", "hold", "hold"]',
        f"{BRIDGE}: steps: has 5 frames for 4 texts: 'hold' is for one that is gone",
    ),
    "a frame that is named is not there": (
        BRIDGE,
        'again = ["ready",',
        'again = ["raedy",',
        f"{BRIDGE}: again: 'raedy' is no frame of this file: start, bent, ready, hold",
    ),
    "a thing is used in a frame that is not there": (
        KNEELING,
        '"kneeling", "hands", "tall"] }',
        '"kneeing", "hands", "tall"] }',
        f"{KNEELING}: props.2.used: 'kneeing' is no frame of this file: start, seat, one_knee, kneel",
    ),
    "a frame is shown nowhere": (
        BRIDGE,
        "[frames.ready]",
        '[frames.spare]\nlike = "bent"\n\n[frames.ready]',
        f"{BRIDGE}: frames.spare: is shown nowhere: name it under `steps`, or take it out",
    ),
    "a way is none of the stretch": (
        BRIDGE,
        "[ways.gentle]",
        "[ways.gentler]",
        f"{BRIDGE}: ways.gentler: is no way of this stretch: feet_away, gentle",
    ),
    "the way out is missing": (
        BRIDGE,
        'release = ["ready"]',
        "",
        f"{BRIDGE}: release: is missing",
    ),
    "a hand is out of reach": (
        BRIDGE,
        "both = { hand = [3, 26, 4] }",
        "both = { hand = [40, 26, 4] }",
        f"{BRIDGE}: frames.ready.side.hand: is 34 cm out of reach: bring it nearer, or move the hips",
    ),
    "a foot stands on nothing": (
        CHEST,
        'free = ["side.foot"]',
        "",
        f"{CHEST}: frames.up.side.foot: {NOT_ON} ",
    ),
    "something is under the floor": (
        BRIDGE,
        "both = { hand = [3, 26, 4] }",
        "both = { hand = [3, 26, -4] }",
        f"{BRIDGE}: frames.ready.other.hand: is 8 cm under the floor",
    ),
    "a joint is bent too far": (
        BRIDGE,
        'toes = "ahead", knee = "up" }',
        'toes = "behind+up", knee = "up" }',
        f"{BRIDGE}: frames.bent.side ankle: bent by ",
    ),
    "the body would jump from side to side": (
        TWIST,
        ", stay = true",
        "",
        f"{TWIST}: view.stay: must be true: the body turns from side to side where it is",
    ),
    "a stretch with sides has no letter": (
        CHEST,
        "letter = [20, 41]\n",
        "",
        f"{CHEST}: letter: is missing: where on the floor the letter of the side lies, ",
    ),
    "a frame is not described": (
        SEEN,
        "ready = ",
        "raedy = ",
        f"{SEEN}: seen.raedy: is for no frame of this stretch: start, bent, ready, hold",
    ),
    "a description names a side that is none": (
        SEEN,
        '"hips up"',
        '"{side} hip up"',
        f"{SEEN}: limbs.hold: names a side, and the stretch has none",
    ),
    "a colour is none": (
        PALETTE,
        'top = "#24594d"',
        'top = "green"',
        f"{PALETTE}: light.top: 'green' is no colour: write it as #2c6b5d, in lower case",
    ),
    "two colours are too alike": (
        PALETTE,
        'skin = "#b5794f"',
        'skin = "#f0d0b0"',
        f"{PALETTE}: light.skin: has 1.38 to 1 against paper, and needs 3 to 1",
    ),
}


def changed(folder, file, old, new):
    """A copy of the content with one thing changed where it stands first."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return content


@pytest.mark.parametrize(("file", "old", "new", "line"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_named_with_its_file_and_its_key(tmp_path, file, old, new, line):
    """One mistake is told in a line of its own that says what would be right."""
    lines = problems_of_figures(changed(tmp_path, file, old, new))
    assert [each for each in lines if each.startswith(line)], lines
    assert {Path(each.partition(":")[0]).name for each in lines} == {Path(file).name}


def test_the_real_figures_are_sound():
    """What is shipped has no problem, and the check of the content includes them."""
    assert problems_of_figures(CONTENT) == []


def test_a_stretch_without_a_figure_and_a_figure_without_a_stretch_are_told(tmp_path):
    """A file that is missing, or misnamed, is named; through the check of the whole content, too."""
    content = changed(tmp_path, BRIDGE, "release", "release")
    (tmp_path / BRIDGE).rename(content / "figures/brigde.toml")
    assert sorted(every_problem(content)) == [
        f"{BRIDGE}: file: is missing: every stretch has a figure",
        "content/figures/brigde.toml: file: is for no stretch: is its name misspelt?",
    ]


def test_every_theme_can_be_told_apart():
    """Each theme keeps the contrast that graphics need; the measure is that of WCAG."""
    for theme in GALLERY.themes.values():
        assert list(too_alike(theme)) == []
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    black = dict.fromkeys(Role, "#000000")
    assert {role for role, _ in too_alike(black)} >= {Role.TOP, Role.WORK, Role.SKIN, Role.LETTER}
