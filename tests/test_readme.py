"""The README's conversation is one that really happens."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from helpers.ears import ear_of
from skill.bootstrap import build, voices
from skill.settings import Settings
from skill.simulator.device import Device
from skill.simulator.envelope import Caller
from skill.speech.ssml import seconds_of, words_of
from skill.stores.memory import MemoryStore

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
LINE = re.compile(r"^(you|she|\d{4}-)", re.MULTILINE)
TIMED = re.compile(r"\s+\[(\d+) seconds in\]$")


def conversation() -> list[str]:
    """The lines of the transcript, each in one piece."""
    block = next(block for block in README.split("```")[1::2] if "\nyou " in block)
    starts = [match.start() for match in LINE.finditer(block)]
    pieces = [block[a:b] for a, b in zip(starts, [*starts[1:], len(block)], strict=True)]
    return [re.sub(r"\n\s+", " ", piece.strip()) for piece in pieces]


def test_the_transcript_is_what_is_heard():
    """Everything the README quotes is heard, in its order, when its lines are said again."""
    words = next(iter(voices().values()))
    store = MemoryStore()
    device = None
    heard = ""
    for line in conversation():
        if line[:2] == "20":
            at = datetime.strptime(f"{line}+0000", "%Y-%m-%d, %H:%M%z")
            device = Device(
                build(Settings(store="memory:", delay=0.0), store=store, zone=at.tzinfo),
                ear_of("en-US"),
                Caller(),
                at,
                lambda ssml: seconds_of(ssml, words),
            )
        elif line.startswith("you"):
            timed = TIMED.search(line)
            said = TIMED.sub("", line).removeprefix("you").strip()
            after = device.response.at + timedelta(seconds=int(timed[1])) if timed else None
            heard = words_of(device.say(said, after).ssml)
        else:
            for quoted in filter(None, map(str.strip, line.removeprefix("she").split("…"))):
                _, found, heard = heard.partition(quoted)
                assert found, quoted
