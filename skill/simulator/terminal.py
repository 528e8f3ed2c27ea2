"""A conversation in the terminal, in real time: words appear as they are said, holds count down."""

import asyncio
import contextlib
import math
import shutil
import sys
import textwrap
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout

from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.coach.practice.playback.stages import Ahead, CurrentPhase
from skill.errors import SettingError
from skill.library.catalogue import Catalogue
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.ear_in_time import EarInTime
from skill.simulator.typed_lines import typed_lines
from skill.simulator.voice_line import is_voice_line, voice_in

Pieces = list[tuple[str, float]]
"""Texts, or an empty text for a silence, each with its seconds."""

REFRESH = 0.2
"""Seconds between two updates of the countdown."""

CARD_MARGIN = "  | "
"""The margin in front of each line of a card, to show that it is written and not spoken."""

LONGEST_BAR = 60
"""The most characters of the countdown's bar; one stands for each second."""

A_MINUTE = 60


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
    side_name: Callable[[str], str]
    """Gives the word for a side, as it stands alone."""
    shown: Catalogue
    """What is shown beside what is said."""
    speed: float = 1.0
    """How many times faster than real time the clock runs."""
    aloud: Callable[[str], Awaitable[None]] | None = None
    """Says a sentence through a loudspeaker, and falls silent when it is cancelled; None to only show
    it."""
    _ear: EarInTime = field(init=False)
    _began: tuple[datetime, float] = field(init=False)
    _due: datetime = field(init=False)
    """When the present text or silence ends."""
    _heard: datetime = field(init=False)
    """When the last text ended of which it is known that it was shown."""
    _conversing: asyncio.Task[None] | None = None
    """The conversation; it ends where an answer breaks."""
    _playing: asyncio.Task[None] | None = None
    """The answer that is being said, its reprompt and the listening included."""
    _trouble: BaseException | None = None
    """What broke the output, or an answer."""
    _said: bool = False
    """Whether the last answer was said to its end."""
    _alone: bool = False
    """Whether no more can be typed: then nothing is waited for after an answer."""
    _status: str = ""

    def __post_init__(self) -> None:
        self._ear = EarInTime(self.device.ear)
        self.device.ear = self._ear
        self._began = (self.device.now, time.monotonic())
        self._heard = self.device.now

    async def converse(self, source: TextIO) -> None:
        """Talk until the lines end.

        However it ends, the device then tells the skill that the person has left.

        Raises:
            KeyboardInterrupt: Ctrl-C was typed.
            OSError: What is said can be shown no more, or what is typed be read.
        """
        self._conversing = asyncio.current_task()
        try:
            if source.isatty() and sys.stdout.isatty():
                await self._at_keyboard()
            else:
                await self._from_lines(source)
        except asyncio.CancelledError:
            if self._trouble is not None:
                raise self._trouble from None
            raise
        finally:
            self._stop()
            # Nobody knows since when nothing can be shown: what is in doubt was not heard.
            self.device.leave(self._now() if self._trouble is None else self._heard)

    async def _at_keyboard(self) -> None:
        prompt: PromptSession[str] = PromptSession(
            f"{self.shown.text('talk.you')}: ", bottom_toolbar=self._toolbar, refresh_interval=REFRESH
        )
        with patch_stdout():
            self._show(self.shown.text("talk.hint"))
            self._open()
            with contextlib.suppress(EOFError):
                while True:
                    self._take((await prompt.prompt_async()).strip())

    async def _from_lines(self, source: TextIO) -> None:
        self._open()
        async for line in typed_lines(source):
            self._take(line.strip(), echo=True)
        self._alone = True
        if self._playing is not None and not self._said:
            await self._playing

    def _open(self) -> None:
        """Open the skill; while it greets, the ear gets ready for what is said to it."""
        self._answer(self._ear.opening.to_say)
        self._ear.get_ready()

    def _take(self, line: str, *, echo: bool = False) -> None:
        """Do what a line asks for."""
        if is_voice_line(line):
            self._recognise(line)
        elif line:
            self._stop()
            if echo:
                self._show(f"{self.shown.text('talk.you')}: {line}")
            self._answer(line)

    def _recognise(self, line: str) -> None:
        """Another voice from here on; what is being said goes on meanwhile."""
        try:
            person = voice_in(line)
        except SettingError as error:
            self._note(str(error))
            return
        self.device.recognise(person)
        told = self.shown.text("talk.voice" if person else "talk.no_voice", person=person)
        self._note(told)

    def _answer(self, words: str) -> None:
        response = self.device.say(words, self._now())
        self._said = False
        self._heard = response.at
        self._playing = asyncio.create_task(self._play(response))
        self._playing.add_done_callback(self._played)

    def _played(self, playing: asyncio.Task[None]) -> None:
        """End the conversation if an answer broke: nobody would hear the next one either."""
        if playing.cancelled() or (trouble := playing.exception()) is None:
            return
        self._trouble = trouble
        if self._conversing is not None:
            self._conversing.cancel()

    def _stop(self) -> None:
        """Fall silent."""
        if self._playing is not None:
            self._playing.cancel()

    async def _play(self, response: DeviceResponse) -> None:
        """Say an answer, listen, say its reprompt, listen again, and let the session end."""
        self._due = response.at
        await self._say(response.ssml)
        if response.card:
            self._show(response.card, CARD_MARGIN)
        self._said = True
        if response.ends_session:
            self._note(self.shown.text("talk.ended", open=self.device.ear.opening.to_say))
            return
        if self._alone:
            return
        for ssml in (response.reprompt_ssml, ""):
            self._status = self.shown.text("talk.listening")
            await self._pass(LISTENING_GAP)
            self._status = ""
            await self._say(ssml)
            if not ssml:
                break
        self.device.run_out()
        self._note(self.shown.text("talk.silent", open=self.device.ear.opening.to_say))

    async def _say(self, ssml: str) -> None:
        for sentence, seconds in self.sentences_of(ssml):
            if sentence:
                self._show(sentence)
            await self._sound(sentence, seconds)
            if sentence:
                self._heard = self._due

    async def _sound(self, sentence: str, seconds: float) -> None:
        """Let so many seconds pass while a sentence is said; a voice that takes longer has its time.

        What comes after it is as much later, so that nobody is spoken to by two voices.
        """
        if not sentence or self.aloud is None:
            await self._pass(seconds)
            return
        saying = asyncio.ensure_future(self.aloud(sentence))
        try:
            await self._pass(seconds)
            await saying
        finally:
            saying.cancel()
        self._due = max(self._due, self._now())

    async def _pass(self, seconds: float) -> None:
        """Wait, counted from the end of the last wait, so that the display keeps up with the clock."""
        self._due += timedelta(seconds=seconds)
        await asyncio.sleep(self._until(self._due))

    def _note(self, text: str) -> None:
        self._status = ""
        self._show(f"({text})")

    def _show(self, text: str, margin: str = "") -> None:
        """Show a text, its lines no wider than the terminal, and each with a margin before it."""
        columns = shutil.get_terminal_size().columns
        lines = (
            textwrap.fill(line, columns, initial_indent=margin, subsequent_indent=margin)
            for line in text.splitlines()
        )
        try:
            print("\n".join(lines), flush=True)
        except OSError as error:
            self._trouble = error
            raise

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
        side = ""
        if place.side is not None:
            side = self.shown.text("talk.side", side=self.side_name(place.side))
        left = math.ceil(place.seconds_left)
        bar = "█" * min(left, LONGEST_BAR)
        count = f"{self.shown.text(f'talk.phases.{place.phase}')} {left:>3} s"
        here = _fitting(
            f"{self.name_of(place.stretch)}{side}   {count}", f"{side.lstrip(', ')}   {count}", count
        )
        return f"{here}  {bar}\n{self._ahead(place.ahead)}"

    def _ahead(self, ahead: Ahead) -> str:
        """Where in the practice that is, what comes after it, and how much is left in all."""
        show = self.shown.text
        told = [show("talk.of", number=ahead.item, count=ahead.items)] if ahead.items > 1 else []
        coming = []
        if ahead.coming is not None:
            coming = [show("talk.next", stretch=self.name_of(ahead.coming))]
        minutes, seconds = divmod(math.ceil(ahead.seconds), A_MINUTE)
        left = show("talk.left", time=f"{minutes}:{seconds:02}")
        return _fitting("   ".join((*told, *coming, left)), "   ".join((*told, left)), left)


def _fitting(*lines: str) -> str:
    """The first of some lines that the terminal has room for; the last one where there is none."""
    columns = shutil.get_terminal_size().columns
    return next((line for line in lines if len(line) <= columns), lines[-1])
