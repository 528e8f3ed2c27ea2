"""What is sent to a screen: valid by Amazon's schemas, constant, and small enough."""

import json

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.screens import (
    STRETCHES,
    bytes_of,
    coached,
    data_of,
    device_with_screen,
    screens,
    wrong_with,
)
from skill.alexa.responses.screen import screen_directive
from skill.coach.conversation.reply import Card, Entry, Listing, Reply
from skill.coach.conversation.state.state import State
from skill.coach.practice.cues.cues import Said
from skill.figures.checks.contrast import GRAPHICS, TEXT, contrast
from skill.figures.writers.avg import SLOTS
from skill.library.records import Level
from skill.screen.document import VERSION
from skill.screen.parts import SIZES, TIGHT
from skill.screen.practice_screen import MOST_BYTES
from skill.screen.screens import Seen
from skill.stores.memory import MemoryStore

MOST, USUAL = 100_000, 40_000
"""Bytes of a whole response: Amazon takes 120 kB; most are to be a third of that."""

SPOKEN = {
    "en-US": (
        "open limber back",
        {
            Level.GENTLE: "use the gentle level",
            Level.STANDARD: "use the standard level",
            Level.LONGER: "use the longer level",
        },
    ),
    "de-DE": (
        "öffne limber back",
        {
            Level.GENTLE: "nimm die sanfte stufe",
            Level.STANDARD: "nimm die normale stufe",
            Level.LONGER: "nimm die lange stufe",
        },
    ),
}
"""How the skill is opened, and how a level is asked for."""

SAID = (Said("Something is said.", 2.0),)


def others():
    """What is shown where nothing runs."""
    replies = [
        Reply(SAID, SAID),
        Reply(SAID, listing=Listing("stretches", tuple(Entry(s, s) for s in STRETCHES))),
        Reply(SAID, card=Card("How you are doing", "Today: nothing\n\nThis week: one stretch")),
    ]
    return [screens().shown_with(Seen(reply, State(), WORDS)) for reply in replies]


@pytest.fixture(name="schemas")
def fixture_schemas():
    """Amazon's schemas, from npm."""
    try:
        wrong_with([])
    except FileNotFoundError as error:
        pytest.skip(str(error))
    return wrong_with


def test_every_document_is_valid(schemas):
    """Amazon's own schemas find nothing in the documents of all stretches, lists and words."""
    shown = [coached(stretch)[2] for stretch in STRETCHES] + others()
    assert schemas(shown) == []


def test_the_check_finds_what_is_wrong(schemas):
    """The schemas are really asked: what a document must not have is named."""
    _, _, shown = coached("bridge")
    broken = json.loads(json.dumps(shown))
    broken["document"]["mainTemplate"]["items"][0]["onMount"][0]["type"] = "Sleep"
    broken["document"]["graphics"]["ring"]["items"][0].pop("pathData")
    wrong = schemas([shown, broken])
    assert wrong
    assert all(line.startswith("1 ") for line in wrong)
    assert any("Sleep" in line or "onMount" in line for line in wrong)
    assert any("pathData" in line for line in wrong)


def test_the_document_is_always_the_same():
    """What differs from answer to answer is in the data alone."""
    documents = {json.dumps(coached(stretch)[2]["document"]) for stretch in STRETCHES}
    documents |= {json.dumps(shown["document"]) for shown in others()}
    assert len(documents) == 1
    (document,) = map(json.loads, documents)
    assert document["version"] == VERSION
    assert bytes_of(document) < 16_000


def dp(size, wide, high):
    """A size in dp on a screen that is so wide and high."""
    whole = {"vw": wide, "vh": high}
    return float(size[:-2]) * whole[size[-2:]] / 100 if isinstance(size, str) else size


@pytest.mark.parametrize(
    ("number", "wide", "high"),
    [(0, 1280, 800), (1, 960, 480), (2, 960, 600), (3, 1920, 1080), (4, 960, 540), (5, 1080, 1920)],
    ids=["usual", "small", "medium", "large", "television", "upright"],
)
def test_the_parts_of_a_practice_have_room(number, wide, high):
    """Margins, title, figure, words and buttons fit into the screen, and four buttons side by side."""
    size = {name: dp(sizes[number], wide, high) for name, sizes in SIZES.items()}
    down = 2 * size["edge"] + 1.2 * size["title"] + size["middle"] + size["line"] + size["button"]
    assert down <= high
    assert size["ring"] + 6 + 2 * TIGHT * (size["limb"] + size["note"]) <= size["figure"]
    assert 4 * size["press_width"] + 3 * 16 <= wide - 2 * size["pad"]
    if number == 5:
        assert size["figure"] + size["figure"] <= size["middle"]
    else:
        assert size["body"] + size["side"] <= size["whole"] + 1


def test_rings_and_buttons_stand_out():
    """What has no words is seen as well: the ring on its track, and a button that is chosen."""
    colours = screens().shown_with(Seen(Reply(SAID), State(), WORDS))["document"]["resources"][0]
    colour = colours["colors"]
    for seen, on, least in (
        ("accent", "track", GRAPHICS),
        ("accent", "paper", GRAPHICS),
        ("ink", "key_on", TEXT),
        ("accent", "key_on", GRAPHICS),
    ):
        assert contrast(colour[seen], colour[on]) >= least, (seen, on)


def test_every_figure_fits_its_graphic():
    """No frame has more shapes than the graphic has paths."""
    for stretch in STRETCHES:
        assert max(len(frame["o"]) // 2 for frame in data_of(coached(stretch)[2])["frames"]) <= SLOTS


@pytest.mark.parametrize("stretch", STRETCHES)
def test_the_first_answer_of_a_stretch_is_small(stretch):
    """With its screen the whole response stays far under what Amazon takes."""
    assert response_bytes(stretch) <= MOST


def test_usual_answers_are_small():
    """The start of every stretch stays under 40 kB with everything."""
    assert max(response_bytes(stretch) for stretch in STRETCHES) <= USUAL


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_the_answers_of_every_routine_are_small(locale, level):
    """Every answer that begins a stretch, at every level, is under 40 kB, and never without a figure."""
    sizes = {routine: visit_bytes(routine, locale, level) for routine in LIBRARY.routines}
    assert sum(map(len, sizes.values())) >= 25
    assert max(max(each) for each in sizes.values()) <= USUAL, sizes


def test_several_stretches_leave_out_what_has_no_room():
    """A routine's answer shows every hold, and of the rest what there is room for."""
    _, _, shown = coached("flexion_rotation", "standing_hip_flexor", "cat_cow", "childs_pose")
    data = data_of(shown)
    assert bytes_of(data["paths"]) <= 2 * MOST_BYTES
    assert all(mark["f"] >= 0 for mark in data["marks"] if data["stages"][mark["s"]]["k"])
    assert bytes_of(shown) <= MOST


def sent_bytes(answer):
    """The bytes of a whole response as Lambda's client writes it: with spaces, but for a screen."""
    spaced = json.dumps(answer, ensure_ascii=False)
    for directive in answer["response"].get("directives", ()):
        for part in {"document", "datasources"} & directive.keys():
            long, short = (
                json.dumps(directive[part], ensure_ascii=False, separators=way)
                for way in ((", ", ": "), (",", ":"))
            )
            assert long in spaced
            spaced = spaced.replace(long, short)
    return len(spaced.encode())


def weighed(device):
    """The bytes of the whole responses to a device, as they come."""
    sizes, skill = [], device.skill

    def answered(envelope, context):
        answer = skill(envelope, context)
        sizes.append(sent_bytes(answer))
        return answer

    device.skill = answered
    return sizes


def started(device, practice):
    """Start a practice by a touch, with the strap at hand."""
    device.touch(f"start:{practice}")
    if data_of(device.response.screen)["kind"] != "practice":
        device.touch("yes")
    assert data_of(device.response.screen)["kind"] == "practice"


def response_bytes(stretch):
    """The bytes of the whole response to "start" with a stretch, from a device with a screen."""
    device = device_with_screen(MemoryStore())
    device.say("open limber back")
    sizes = weighed(device)
    started(device, stretch)
    return sizes[-1]


def visit_bytes(routine, locale, level):
    """The bytes of every response that begins a stretch, to the end of a routine."""
    opening, wish = SPOKEN[locale]
    device = device_with_screen(MemoryStore(), locale=locale)
    device.say(opening)
    device.say(wish[level])
    sizes = weighed(device)
    started(device, routine)
    coaching = []
    while device.response.screen and data_of(device.response.screen)["kind"] == "practice":
        coaching.append(sizes[-1])
        assert all(mark["f"] >= 0 for mark in data_of(device.response.screen)["marks"])
        device.touch("next")
    return coaching


def test_the_directive_is_what_the_device_is_sent():
    """RenderDocument, with the document inline and the data under the name the document asks for."""
    _, _, shown = coached("bridge")
    written = screen_directive("17.3", shown).written
    assert (written["type"], written["token"]) == ("Alexa.Presentation.APL.RenderDocument", "17.3")
    assert written["document"]["mainTemplate"]["parameters"] == list(written["datasources"])
