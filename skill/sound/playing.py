"""Sentences through this machine's loudspeaker, by a program that plays a file and can be broken off."""

import asyncio
import shlex
import shutil
from contextlib import suppress
from dataclasses import dataclass

from skill.errors import SettingError, VoiceError
from skill.sound.keeping import KeptSentences

PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",), ("play", "-q"))
"""The programs that may be there, each taking a file: of PipeWire, PulseAudio, ALSA, macOS and sox."""

LONGEST = 60.0
"""Seconds that a player may take for one sentence; more than any sentence lasts."""


def chosen_player(written: str) -> tuple[str, ...]:
    """The program that is named, or the first that is here.

    Raises:
        SettingError: None is named, and none is here; or what is written cannot be read.
    """
    try:
        named = tuple(shlex.split(written))
    except ValueError as error:
        raise SettingError(f"--player {written} cannot be read: {error}") from None
    found = (player for player in PLAYERS if shutil.which(player[0]) is not None)
    player = named or next(found, ())
    if not player:
        known = ", ".join(player[0] for player in PLAYERS)
        raise SettingError(
            f"nothing here plays sound: install one of {known}, or give --player PROGRAM,"
            " which is given a WAV file"
        )
    return player


@dataclass(frozen=True)
class Mouth:
    """A voice and a loudspeaker."""

    sentences: KeptSentences
    player: tuple[str, ...]
    """The program that plays, and what it is told before the file."""

    async def say(self, text: str) -> None:
        """Say a sentence; whoever cancels this is heard at once, for then the player is ended.

        Raises:
            VoiceError: It cannot be spoken or played.
            SettingError: It cannot be kept.
        """
        file = await asyncio.to_thread(self.sentences.file, text)
        try:
            playing = await asyncio.create_subprocess_exec(
                *self.player,
                file,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        except OSError as error:
            raise VoiceError(
                f"cannot run {self.player[0]} ({error.strerror}): install it, or give another --player"
            ) from None
        try:
            status = await asyncio.wait_for(playing.wait(), LONGEST)
        except TimeoutError:
            raise VoiceError(
                f"{self.player[0]} took longer than {LONGEST:g} seconds for a sentence:"
                " give another --player"
            ) from None
        finally:
            if playing.returncode is None:
                with suppress(ProcessLookupError):
                    playing.kill()
        if status != 0:
            raise VoiceError(
                f"{self.player[0]} ended with status {status}: is there a loudspeaker?"
                " If there is, give another --player"
            )
