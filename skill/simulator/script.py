"""Scripts: a conversation as lines of text, answered with one JSON object for each line."""

import json
import re
from collections.abc import AsyncIterable, Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from skill.coach.practice.playback.stages import CurrentPhase
from skill.errors import SettingError
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.ear.interpretation import Interpretation
from skill.simulator.voice_line import is_voice_line, voice_in
from skill.speech.ssml import words_of

TIMED = re.compile(r"@(?P<seconds>\d{1,9}(?:\.\d+)?)\s+(?P<words>\S.*)")
SILENCE = "@silence"

Locate = Callable[[dict[str, Any]], CurrentPhase | None]
"""From session attributes: where the answer's coaching starts; None where it coaches nothing."""


async def play(
    lines: AsyncIterable[str], device: Device, locate: Locate, show: Callable[[str], object]
) -> None:
    """Play a script. At its end, or wherever it breaks off, the person has left.

    Args:
        lines: Utterances, `@12.5 words` for one that comes so many seconds after the current answer
            began, `@silence`, `!person ann` for the voice recognised from there on (`!person` alone:
            nobody's), and `# comments`.
        device: The device it is played on.
        locate: Tells where the coaching is.
        show: Is given one JSON object for everything that is said, silence included. An answer that it
            could not show was not heard.

    Raises:
        SettingError: A line begins with @ or ! but is none of these.
    """
    number, heard_until = 0, None
    try:
        async for line in lines:
            number += 1
            row = _row(line.strip(), number, device, locate)
            if row is not None:
                heard_until = device.now
                show(json.dumps(row, ensure_ascii=False))
                heard_until = None
    finally:
        device.leave(heard_until)


def _row(text: str, number: int, device: Device, locate: Locate) -> dict[str, Any] | None:
    """What comes of a line; None where nothing is said."""
    if not text or text.startswith("#"):
        return None
    if is_voice_line(text):
        device.recognise(voice_in(text, f"line {number}: "))
        return None
    if text == SILENCE:
        return _silent(device)
    return _answered(text, _said(text, number, device), locate)


def _said(text: str, number: int, device: Device) -> DeviceResponse:
    if not text.startswith("@"):
        return device.say(text)
    timed = TIMED.fullmatch(text)
    if timed is None:
        raise SettingError(
            f"line {number}: {text!r} is no utterance; write @12.5 and words, @silence, or words alone"
        )
    began = device.response.at if device.response is not None else device.now
    return device.say(
        timed["words"], max(device.now, began + timedelta(seconds=float(timed["seconds"])))
    )


def _answered(text: str, response: DeviceResponse, locate: Locate) -> dict[str, Any]:
    timed = TIMED.fullmatch(text)
    place = locate(response.attributes)
    return {
        "utterance": timed["words"] if timed is not None else text,
        "intent": response.heard.intent,
        "slots": slots_heard(response.heard),
        "tier": response.heard.tier,
        "speech": words_of(response.ssml),
        "ssml": response.ssml,
        "seconds": round(response.seconds, 1),
        "reprompt": words_of(response.reprompt_ssml),
        "reprompt_seconds": round(response.reprompt_seconds, 1),
        "session_ended": response.ends_session,
        "position": _position(place) if place is not None else None,
        "screen": response.screen,
        "audio": response.audio,
    }


def slots_heard(heard: Interpretation) -> dict[str, dict[str, Any]]:
    """The slots that something was said for, as they are shown."""
    return {
        name: {"heard": slot.heard, "value": slot.value, "ids": list(slot.ids)}
        for name, slot in heard.slots.items()
        if slot.heard
    }


def _silent(device: Device) -> dict[str, Any]:
    """What is heard when nobody speaks: the reprompt, and then the end of the session."""
    response = device.response
    open_session = device.session is not None
    device.run_out()
    ssml = response.reprompt_ssml if response is not None and open_session else ""
    seconds = response.reprompt_seconds if response is not None and open_session else 0.0
    return {
        "utterance": SILENCE,
        "intent": "SessionEndedRequest",
        "slots": {},
        "tier": "silence",
        "speech": words_of(ssml),
        "ssml": ssml,
        "seconds": round(seconds, 1),
        "reprompt": "",
        "reprompt_seconds": 0.0,
        "session_ended": True,
        "position": None,
        "screen": None,
        "audio": None,
    }


def _position(place: CurrentPhase) -> dict[str, Any]:
    """The phase alone: what is ahead is for whoever looks at a terminal."""
    position = asdict(place)
    del position["ahead"]
    return position
