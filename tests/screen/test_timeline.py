"""The screen goes by the cues: what it shows when, beside what is heard when."""

import re

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.screens import STRETCHES, coached, data_of
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.coach.practice.playback.stages import stages_of
from skill.library.records import Breaths
from skill.speech.ssml import pieces_of, render

SOON = 60
"""Milliseconds that nobody sees."""

SENTENCE_END = re.compile(r"(?<=[.?!]) ")

ROUTINE = ("childs_pose", "cat_cow", "piriformis", "bridge")


def sentences(reply):
    """Every sentence that is heard, with the millisecond at which it begins, from the SSML alone."""
    found, now = [], 0.0
    for ssml in (render(reply.spoken), render(reply.reprompt)):
        for text, seconds in pieces_of(ssml, WORDS):
            for sentence in SENTENCE_END.split(text) if text else []:
                found.append((round(now * 1000), sentence))
                now += WORDS.seconds(sentence)
            now += seconds if not text else 0.0
        now += LISTENING_GAP
    return found


def beginnings(stretch):
    """The first sentences of holds, breaths and repetitions, as patterns."""
    prompts, words = WORDS.language.prompts, WORDS.stretch(stretch)
    begun = ("hold_begin", "hold_begin_breath", "hold_begin_again", "breathe_in", "movement_count")
    texts = [text for key in begun for text in prompts[key]] + [*words.move[:1]]
    for text in words.move_brief[:1]:
        brief = text.format(side="left", other="right")
        cue = f"{brief[:1].lower()}{brief[1:]}"
        texts += [counted.replace("{cue}", cue) for counted in prompts["movement_counted"]]
    first = [SENTENCE_END.split(text)[0] for text in texts]
    return [
        re.compile(re.sub(r"\\{\w+\\}", r"[\\w ]+", re.escape(text)), re.IGNORECASE) for text in first
    ]


@pytest.mark.parametrize("stretch", STRETCHES)
def test_a_hold_is_shown_while_it_is_heard(stretch):
    """Each hold begins on the screen with its first word, and lasts as long as it is told."""
    reply, running, shown = coached(stretch)
    heard = sentences(reply)
    holds = [stage for stage in data_of(shown)["stages"] if stage["k"]]
    assert holds
    for hold in holds:
        said = [text for at, text in heard if abs(at - hold["a"]) <= SOON]
        assert any(p.match(text) for p in beginnings(stretch) for text in said), (hold, said)
        efforts = {round(effort.seconds * 1000) for effort in running.practice.items[0].efforts}
        assert hold["w"] in efforts
        assert hold["b"] == hold["a"]


@pytest.mark.parametrize("stretch", STRETCHES)
def test_the_count_on_the_screen_is_the_count_that_is_heard(stretch):
    """Whoever hears "three" sees the three come: the last seconds are counted aloud."""
    reply, running, shown = coached(stretch)
    heard = sentences(reply)
    breathed = isinstance(running.practice.items[0].work, Breaths)
    for hold in (stage for stage in data_of(shown)["stages"] if stage["k"] == 1):
        end = hold["b"] + hold["w"]
        counted = [(at, text) for at, text in heard if end - 5500 < at < end and text in COUNTED]
        assert counted or breathed or hold["w"] < 8000
        for at, text in counted:
            assert abs((end - at) - 1000 * COUNTED[text]) <= SOON


COUNTED = {WORDS.say("count", number=number): number for number in range(1, 6)}


@pytest.mark.parametrize("stretches", [(stretch,) for stretch in STRETCHES] + [ROUTINE])
def test_screen_and_page_have_the_same_stages(stretches):
    """What is held or moved when is found twice, and is the same to the millisecond."""
    _, running, shown = coached(*stretches)
    stages = stages_of(LIBRARY, WORDS, running.practice, running.sent)
    page = [
        (round(stage.at * 1000), round(stage.whole * 1000))
        for stage in stages
        if stage.phase in WORK_PHASES
    ]
    screen = [(stage["a"], stage["w"]) for stage in data_of(shown)["stages"] if stage["k"]]
    assert len(page) == len(screen)
    for (at, whole), (seen_at, seen_whole) in zip(page, screen, strict=True):
        assert abs(at - seen_at) <= 2
        assert whole == seen_whole


@pytest.mark.parametrize("stretches", [(stretch,) for stretch in STRETCHES] + [ROUTINE])
def test_marks_are_in_their_order_and_whole(stretches):
    """Every mark has a stage, a frame and words of this answer, and none comes before another."""
    _, _, shown = coached(*stretches)
    data = data_of(shown)
    times = [mark["a"] for mark in data["marks"]]
    assert times == sorted(times)
    assert times[0] == 0
    assert times[-1] < data["over"]
    assert [s["a"] for s in data["stages"]] == sorted(s["a"] for s in data["stages"])
    for mark in data["marks"]:
        assert 0 <= mark["s"] < len(data["stages"])
        assert data["stages"][mark["s"]]["a"] <= mark["a"]
        assert -1 <= mark["f"] < len(data["frames"])
        assert "{" not in mark["t"] + data["frames"][mark["f"]]["l"]
    used = {mark["f"] for mark in data["marks"]} - {-1}
    assert used == set(range(len(data["frames"])))
    for first, of in enumerate(("paths", "looks")):
        drawn = {number for frame in data["frames"] for number in frame["o"][first::2]}
        assert drawn == set(range(len(data[of])))


def test_a_rest_shows_what_comes_next():
    """Between two parts the body is shown as it will be, under the name of what comes."""
    _, running, shown = coached(*ROUTINE)
    data = data_of(shown)
    rests = [n for n, stage in enumerate(data["stages"]) if stage["t"] == "Rest"]
    assert rests
    following = WORDS.title(WORDS.stretch(running.sent.cut.stretch).name)
    assert data["heads"][data["stages"][rests[0]]["h"]]["n"].lower() == following.lower()
    assert any(mark["s"] == rests[0] and mark["f"] >= 0 for mark in data["marks"])
