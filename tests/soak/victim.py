"""A practice in a process of its own, told line by line as it goes on, until the process is ended.

It runs as `limber talk --json` does, by the same code, and is left in the same ways.

Its arguments: the SQLite file, when it begins, and the seed of its lots.
"""

import asyncio
import json
import random
import resource
import signal
import sys
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from helpers.content import LIBRARY
from helpers.whole_skill import device_on, words
from skill.coach.conversation.state.state import Course, Running, State
from skill.coach.conversation.state.state_encoding import decode_state
from skill.coach.person.profile_encoding import decode_sent_profile, encode_saved
from skill.coach.practice.playback.hearing import hear
from skill.coach.practice.score.shared_scores import score_of
from skill.commands.leaving import hold
from skill.commands.statuses import LEFT
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.script import play
from skill.stores.sqlite import SqliteStore

USER = "amzn1.ask.account.KILLED"

TURNS = ("next", "next", "skip", "how long left", "pause", "how long do i hold the cobra", "where am i")
"""What is said once a practice is under way; most of it after the answer has been heard out."""


def main() -> None:
    """Open the skill, go on where the last one was ended or begin, and practise."""
    path, start, seed = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3])
    # SIGQUIT leaves no file behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A shell has its background jobs ignore SIGINT and SIGQUIT, and this one with them.
    for number in (*LEFT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    device = device_on(SqliteStore(path), USER, start)
    lines = _lines(device, random.Random(seed))
    hold(play(lines, device, lambda _: None, lambda _: _tell(device.response)))


async def _lines(device: Device, lots: random.Random) -> AsyncIterator[str]:
    yield "open limber back"
    yield "yes"
    while True:
        await asyncio.sleep(0)  # a signal is heeded between two turns
        answer = device.response
        if _course(answer) == Course.RUNNING:
            share = lots.choice((0.3, 1.0, 1.0, 1.0))
            yield f"@{share * answer.seconds:.3f} {lots.choice(TURNS)}"
        elif device.session is None:
            yield "open limber back"
        else:
            yield "go on" if _course(answer) == Course.WAITING else "start the everyday back routine"


def _state(answer: DeviceResponse) -> State | None:
    state = answer.attributes.get("state")
    return decode_state(state) if state is not None else None


def _course(answer: DeviceResponse) -> Course:
    state = _state(answer)
    return state.course if state is not None else Course.NONE


def _tell(answer: DeviceResponse) -> None:
    """Say where the practice stands by the answer that has just gone out, and by its end."""
    profile = answer.attributes.get("profile")
    practices = decode_sent_profile(profile).practices if profile is not None else ()
    finished = sum(t.count for t in decode_sent_profile(profile).days.values()) if profile else 0
    more, reached = _when_heard(answer)
    told = {
        "at": answer.at.isoformat(),
        "practices": [encode_saved(saved) for saved in practices],
        "finished": finished,
        "due": finished + more,
        "reached": reached,
    }
    print(json.dumps(told), flush=True)


def _when_heard(answer: DeviceResponse) -> tuple[int, int | None]:
    """How many stretches an answer finishes if it is heard out, and the item it leads to, if any."""
    state = _state(answer)
    if state is None or answer.ends_session or not isinstance(state.practice, Running):
        return 0, None
    running = state.practice
    heard = hear(score_of(LIBRARY, words(), running.practice), running.sent, answer.seconds)
    worked = {item for item, seconds in heard.worked.items() if seconds > 0}
    if running.worked > 0:
        worked.add(running.place.item)
    return len((heard.done.keys() & worked) - set(running.counted)), heard.place.item
