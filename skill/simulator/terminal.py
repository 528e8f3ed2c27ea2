"""A conversation in the terminal, in real time: words appear as they are said, holds count down."""

import asyncio
import contextlib
import math
import shutil
import sys
import textwrap
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout

from skill.coach.practice.hearing import LISTENING_GAP
from skill.coach.practice.stages import CurrentPhase
from skill.errors import SettingError
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.voice_line import is_voice_line, voice_in

Pieces = list[tuple[str, float]]
"""Texts, or an empty text for a silence, each with its seconds."""

REFRESH = 0.2
"""Seconds between two updates of the countdown."""

CARD_MARGIN = "  | "
"""The margin in front of each line of a card, to show that it is written and not spoken."""

LONGEST_BAR = 60
"""The most characters of the countdown's bar; one stands for each second."""

HINT = 'Type what you would say, for example "start child\'s pose". Ctrl-D leaves.'


@dataclass
class Terminal:
    """A person at a keyboard, a device, and a clock that may run faster than real time."""

    device: Device
    sentences_of: Callable[[str], Pieces]
    """Splits an SSML document into texts and silences."""
    locate: Callable[[dict[str, Any], float], CurrentPhase | None]
    """Tells where the coaching is, from session attributes and the seconds since the answer began."""
    name_of: Callable[[str], str]
    """Gives the spoken name of a stretch."""
    speed: float = 1.0
    """How many times faster than real time the clock runs."""
    _began: tuple[datetime, float] = field(init=False)
    _due: datetime = field(init=False)
    """When the present text or silence ends."""
    _said: bool = False
    """Whether the last answer was said to its end."""
    _alone: bool = False
    """Whether no more can be typed: then nothing is waited for after an answer."""
    _status: str = ""

    def __post_init__(self) -> None:
        self._began = (self.device.now, time.monotonic())

    async def converse(self, source: TextIO) -> None:
        """Talk until the lines end."""
        if source.isatty() and sys.stdout.isatty():
            await self._at_keyboard()
        else:
            await self._from_lines(source)

    async def _at_keyboard(self) -> None:
        prompt: PromptSession[str] = PromptSession(
            "you: ", bottom_toolbar=self._toolbar, refresh_interval=REFRESH
        )
        with patch_stdout():
            print(HINT)
            playing = self._answer("open limber back")
            with contextlib.suppress(EOFError, KeyboardInterrupt):
                while True:
                    line = (await prompt.prompt_async()).strip()
                    if is_voice_line(line):
                        self._recognise(line)
                    elif line:
                        _stop(playing)
                        playing = self._answer(line)
            _stop(playing)

    async def _from_lines(self, source: TextIO) -> None:
        playing = self._answer("open limber back")
        while line := await asyncio.to_thread(source.readline):
            if is_voice_line(line.strip()):
                self._recognise(line.strip())
            elif line.strip():
                _stop(playing)
                print(f"you: {line.strip()}", flush=True)
                playing = self._answer(line.strip())
        self._alone = True
        if self._said:
            _stop(playing)
        else:
            await playing

    def _recognise(self, line: str) -> None:
        """Another voice from here on; what is being said goes on meanwhile."""
        try:
            person = voice_in(line)
        except SettingError as error:
            self._note(str(error))
            return
        self.device.recognise(person)
        self._note(
            f"The voice of {person} is recognised now." if person else "No voice is recognised now."
        )

    def _answer(self, words: str) -> asyncio.Task[None]:
        response = self.device.say(words, self._now())
        self._said = False
        return asyncio.create_task(self._play(response))

    async def _play(self, response: DeviceResponse) -> None:
        """Say an answer, listen, say its reprompt, listen again, and let the session end."""
        self._due = response.at
        await self._say(response.ssml)
        if response.card:
            print(textwrap.indent(response.card, CARD_MARGIN), flush=True)
        self._said = True
        if response.ends_session:
            self._note("The session has ended. Say open limber back to come again.")
            return
        if self._alone:
            return
        for ssml in (response.reprompt_ssml, ""):
            self._status = "listening"
            await self._pass(LISTENING_GAP)
            self._status = ""
            await self._say(ssml)
            if not ssml:
                break
        self.device.run_out()
        self._note("Nobody spoke, and the session has ended. Say open limber back to go on.")

    async def _say(self, ssml: str) -> None:
        for sentence, seconds in self.sentences_of(ssml):
            if sentence:
                print(textwrap.fill(sentence, shutil.get_terminal_size().columns), flush=True)
            await self._pass(seconds)

    async def _pass(self, seconds: float) -> None:
        """Wait, counted from the end of the last wait, so that the display keeps up with the clock."""
        self._due += timedelta(seconds=seconds)
        await asyncio.sleep(self._until(self._due))

    def _note(self, text: str) -> None:
        self._status = ""
        print(f"({text})", flush=True)

    def _now(self) -> datetime:
        began, at = self._began
        return began + timedelta(seconds=(time.monotonic() - at) * self.speed)

    def _until(self, moment: datetime) -> float:
        """Seconds of real time until a moment of the device's clock."""
        return max(0.0, (moment - self._now()).total_seconds() / self.speed)

    def _toolbar(self) -> str:
        response = self.device.response
        if response is None or self._status:
            return self._status
        place = self.locate(response.attributes, (self._now() - response.at).total_seconds())
        if place is None:
            return ""
        side = f", {place.side} side" if place.side is not None else ""
        left = math.ceil(place.seconds_left)
        bar = "█" * min(left, LONGEST_BAR)
        return f"{self.name_of(place.stretch)}{side}   {place.phase} {left:>3} s  {bar}"


def _stop(playing: asyncio.Task[None]) -> None:
    """Fall silent. An error that broke the answer, such as a closed output, is raised here."""
    if not playing.cancel():
        playing.result()
