"""Answers as a device with a screen gets them."""

import json
import subprocess
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

from helpers import scenes
from helpers.content import CONTENT, LIBRARY, WORDS
from helpers.ears import ear_of
from helpers.whole_skill import LOCALE, START
from skill.bootstrap import build, voices
from skill.coach.conversation.answers import answers
from skill.coach.conversation.reply import Reply
from skill.coach.conversation.state.state import Running
from skill.coach.person.device import Rendering
from skill.coach.person.progress_store import ProgressStore
from skill.figures.gallery import Gallery
from skill.screen.screens import Screens, Seen
from skill.settings import Settings
from skill.simulator.device import Device
from skill.simulator.envelope import Caller
from skill.speech.limits import LIMITS
from skill.speech.ssml import seconds_of

NODE = Path(__file__).parents[1] / "node"


@cache
def screens() -> Screens:
    """What makes screens of the content's figures."""
    return Screens(Gallery(CONTENT).drawn)


@cache
def coached(*stretches: str, carries_on: bool = False) -> tuple[Reply, Running, dict[str, Any]]:
    """The first answer of a practice: the answer, what runs, and what is shown."""
    limits = replace(LIMITS[Rendering.BREAKS], carries_on=carries_on)
    scene = replace(scenes.idle(), limits=limits)
    practice = scenes.practice(*stretches)
    outcome = answers.coach(scene, practice, practice.place_of(0))
    shown = screens().shown_with(Seen(outcome.reply, outcome.state, WORDS, carries_on=carries_on))
    assert isinstance(outcome.state.practice, Running)
    return outcome.reply, outcome.state.practice, shown


def data_of(shown: dict[str, Any]) -> dict[str, Any]:
    """The data of what is shown."""
    return shown["datasources"]["coach"]


def bytes_of(value: object) -> int:
    """How long something is as JSON."""
    return len(json.dumps(value, separators=(",", ":")).encode())


def device_with_screen(
    store: ProgressStore,
    now: datetime = START,
    *,
    carry_on: bool = False,
    screen: bool = True,
    locale: str = LOCALE,
) -> Device:
    """A device with a screen, with the whole skill behind it."""
    handler = build(Settings("memory:", delay=0, carry_on=carry_on), store=store, zone=now.tzinfo)
    caller, words = Caller(locale=locale, screen=screen), voices()[locale]
    return Device(handler, ear_of(locale), caller, now, lambda ssml: seconds_of(ssml, words))


def wrong_with(directives: list[dict[str, Any]]) -> list[str]:
    """What Amazon's own schemas say about documents, a line each.

    Raises:
        FileNotFoundError: Node or its packages are not here.
    """
    node = which("node")
    if node is None or not (NODE / "node_modules/apl-suggester").is_dir():
        raise FileNotFoundError("apl-suggester is not here: install npm, then say make test again")
    checked = subprocess.run(  # noqa: S603 - ours
        [node, str(NODE / "check_apl.mjs")],
        input=json.dumps(directives),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return checked.stdout.splitlines()


STRETCHES = tuple(LIBRARY.stretches)
