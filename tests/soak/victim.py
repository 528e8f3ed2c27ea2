"""A practice in a process of its own, told line by line as it goes on, until the process is killed.

python -m soak.victim <SQLite file> <when it begins> <seed>
"""

import json
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

from helpers.whole_skill import device_on
from skill.coach.conversation.state import Course, decode_state
from skill.coach.person.profile_encoding import decode_profile, encode_saved
from skill.simulator.device import DeviceResponse
from skill.stores.sqlite import SqliteStore

USER = "amzn1.ask.account.KILLED"

TURNS = ("next", "next", "skip", "how long left", "pause", "how long do i hold the cobra", "where am i")
"""What is said once a practice is under way; most of it after the answer has been heard out."""


def main(path: Path, start: datetime, seed: int) -> None:
    """Open the skill, go on where the last one was killed or begin, and practise."""
    lots = random.Random(seed)
    device = device_on(SqliteStore(path), USER, start)
    _tell(device.say("open limber back"))
    answer = _tell(device.say("yes"))
    while True:
        if _course(answer) == Course.RUNNING:
            share = lots.choice((0.3, 1.0, 1.0, 1.0))
            moment = answer.at + timedelta(seconds=share * answer.seconds)
            answer = _tell(device.say(lots.choice(TURNS), moment))
        elif device.session is None:
            answer = _tell(device.say("open limber back"))
        else:
            wanted = "go on" if _course(answer) == Course.WAITING else "start the everyday back routine"
            answer = _tell(device.say(wanted))


def _course(answer: DeviceResponse) -> Course:
    state = answer.attributes.get("state")
    return decode_state(state).course if state is not None else Course.NONE


def _tell(answer: DeviceResponse) -> DeviceResponse:
    """Say where the practice stands by the answer that has just gone out."""
    profile = answer.attributes.get("profile")
    practices = decode_profile(profile).practices if profile is not None else ()
    told = {
        "at": answer.at.isoformat(),
        "practices": [encode_saved(saved) for saved in practices],
        "finished": sum(t.count for t in decode_profile(profile).days.values()) if profile else 0,
    }
    print(json.dumps(told), flush=True)
    return answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3]))
