"""How the page plays a turn: the page's own player under node, on a clock of its own."""

import json
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.web.application import create_app
from skill.web.coach import api

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="needs node: apt-get install nodejs")

TICK = 0.1
"""Seconds within which the player looks at its clock."""


@pytest.fixture(scope="module")
def turn() -> dict:
    """A stretch on both sides, twice."""
    settings = Settings("memory:", browser_coach=True, secret="of these tests")  # noqa: S106 - nobody's
    service = create_app(settings, MemoryStore(), None, desk_host="127.0.0.1").test_client()
    body = {"start": "supine_hip_flexor", "at": "2026-11-20T08:00:00+00:00", "zone": "UTC"}
    return service.post("/api/turn", json=body, headers={"X-Limber-User": "me"}).json


@pytest.fixture(scope="module")
def play(turn, tmp_path_factory):
    """Plays the turn with a voice that takes so many milliseconds a letter; tells what happened when."""
    folder = tmp_path_factory.mktemp("player")
    static = Path(api.__file__).parent / "static"
    for module in (static / "clock.js", static / "player.js", Path(__file__).with_name("play.js")):
        shutil.copy(module, folder)
    (folder / "package.json").write_text('{"type": "module"}')
    return lambda per_letter: played(folder, turn, per_letter)


def played(folder: Path, turn: dict, per_letter: int) -> dict:
    """What happened when, as node tells it."""
    done = subprocess.run(  # noqa: S603
        [NODE, folder / "play.js"],
        input=json.dumps({"turn": turn, "perLetter": per_letter}),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return json.loads(done.stdout)


def holds(told: dict) -> list[tuple[str, float]]:
    """Each hold's side, and how long it lasted."""
    stages = told["stages"]
    return [
        (stage["side"], after["at"] - stage["at"])
        for stage, after in pairwise(stages)
        if stage["phase"] == "hold"
    ]


@pytest.mark.parametrize("per_letter", [0, 20, 60, 95])
def test_a_hold_lasts_its_seconds_whatever_the_voice(play, per_letter):
    """None at all, a quick one, a slow one: thirty seconds last thirty seconds, on both sides."""
    lasted = holds(play(per_letter))
    assert [side for side, _ in lasted] == ["left", "right"]
    assert [seconds for _, seconds in lasted] == pytest.approx([30] * 2, abs=3 * TICK)


def test_silence_carries_on_to_the_reprompt(play, turn):
    """Eight seconds of listening after the answer, then the next part, eight more, and it is over."""
    told = play(0)
    answer, reprompt = turn["answer"]["seconds"], turn["reprompt"]["seconds"]
    first, second = told["listened"]
    assert first == pytest.approx(answer, abs=1)
    assert second == pytest.approx(answer + LISTENING_GAP + reprompt, abs=1)
    assert told["over"] == pytest.approx(answer + reprompt + 2 * LISTENING_GAP, abs=1)


def test_every_sentence_is_said_in_its_order(play, turn):
    """Nothing is left out, and nothing is said twice."""
    parts = turn["answer"]["parts"] + turn["reprompt"]["parts"]
    assert [text for _, text in play(95)["said"]] == [p["text"] for p in parts if p["text"]]


def test_the_real_pauses_are_kept(play, turn):
    """The silence between two sentences is the one that was written, to a tenth of a second."""
    said = dict(reversed([(text, at) for at, text in play(0)["said"]]))
    clock = 0.0
    for part in turn["answer"]["parts"][:30]:
        if part["text"] and clock:
            assert said[part["text"]] == pytest.approx(clock, abs=4 * TICK)
        clock += part["seconds"]
