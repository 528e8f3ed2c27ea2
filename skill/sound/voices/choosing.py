"""Which voice is meant by what somebody writes, or by nothing."""

from collections.abc import Callable, Mapping

from skill.errors import SettingError, VoiceError
from skill.sound.voices.command import Command
from skill.sound.voices.espeak import MISSING, Espeak, is_installed
from skill.sound.voices.programs import LONGEST
from skill.sound.voices.voice import Voice

VOICES = "espeak-ng, polly, polly:<name> or command:<program and what it is told>"
"""What can be written."""


def _polly(name: str, _: float) -> Voice:
    from skill.sound.voices.polly import Polly  # botocore takes 300 ms, and only Polly needs it

    return Polly(name)


_KINDS: Mapping[str, Callable[[str, float], Voice]] = {
    "polly": _polly,
    "command": Command,
}


def chosen_voice(written: str, patience: float = LONGEST) -> Voice:
    """The voice of that name; espeak-ng where none is named.

    Args:
        written: See `VOICES`; empty for the one of this machine.
        patience: Seconds that a program may take for one sentence.

    Raises:
        SettingError: There is no such voice.
        VoiceError: It is not installed.
    """
    kind, colon, rest = written.partition(":")
    if not written or written == "espeak-ng":
        if not is_installed():
            raise VoiceError(MISSING)
        return Espeak(patience)
    if kind not in _KINDS or bool(colon) != bool(rest.strip()):
        raise SettingError(f"the voice {written!r} is none of {VOICES}")
    return _KINDS[kind](rest.strip(), patience)
