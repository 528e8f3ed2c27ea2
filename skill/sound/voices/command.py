"""Any program as a voice: it reads a sentence, and writes it as a WAV file."""

import shlex
from dataclasses import dataclass

from skill.errors import SettingError
from skill.sound.formats.samples import Samples
from skill.sound.voices.programs import LONGEST, spoken_by
from skill.sound.voices.voice import Voice

LOCALE = "{locale}"
"""What the language and country are put for in what the program is told."""


@dataclass(frozen=True)
class Command(Voice):
    """A program with what it is told."""

    line: str
    """As it would be typed; no shell reads it."""
    patience: float = LONGEST
    """Seconds it may take for one sentence."""

    def __post_init__(self) -> None:
        """Refuse a line that names no program.

        Raises:
            SettingError: It names none.
        """
        try:
            named = shlex.split(self.line)
        except ValueError as error:
            raise SettingError(f"--voice command:{self.line} cannot be read: {error}") from None
        if not named:
            raise SettingError(
                "--voice command: names no program: write it like --voice 'command:piper -m amy.onnx'"
            )

    @property
    def name(self) -> str:
        """The whole line: told otherwise it may sound otherwise."""
        return f"command:{self.line}"

    def speak(self, text: str, locale: str) -> Samples:
        """A sentence; see `Voice`."""
        command = [word.replace(LOCALE, locale) for word in shlex.split(self.line)]
        return spoken_by(command, f"{text}\n", command[0], self.patience)
