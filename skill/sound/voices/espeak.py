"""espeak-ng: small, free, on every machine, and never taken for a person."""

import shutil
from dataclasses import dataclass

from skill.errors import VoiceError
from skill.sound.formats.samples import Samples
from skill.sound.voices.programs import LONGEST, spoken_by
from skill.sound.voices.voice import Voice

PROGRAM = "espeak-ng"

WORDS_A_MINUTE = 160
"""Its speed: the one that the lengths of words are predicted by (`skill.words.speaking`)."""

VOICES = {"en-US": "en-us", "en-CA": "en-us"}
"""Its voices by locale, where it is not the one of the language alone."""


@dataclass(frozen=True)
class Espeak(Voice):
    """espeak-ng as it is installed here."""

    patience: float = LONGEST
    """Seconds it may take for one sentence."""

    @property
    def name(self) -> str:
        """Its name, with the speed."""
        return f"{PROGRAM} {WORDS_A_MINUTE}"

    def speak(self, text: str, locale: str) -> Samples:
        """A sentence; see `Voice`."""
        if not is_installed():
            raise VoiceError(MISSING)
        voice = VOICES.get(locale, locale.partition("-")[0])
        command = (PROGRAM, "-v", voice, "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout")
        return spoken_by(command, text, PROGRAM, self.patience)


MISSING = (
    "there is no voice on this machine: install espeak-ng (apt-get install espeak-ng,"
    " brew install espeak-ng), or give --voice command:PROGRAM or --voice polly"
)


def is_installed() -> bool:
    """Whether it is on this machine."""
    return shutil.which(PROGRAM) is not None
