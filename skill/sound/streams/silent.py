"""A shelf and a voice that cost nothing: for a device that keeps the time and makes no sound.

Sentences take as long as is predicted for them. So the simulator and the tests know where a player is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from skill.coach.practice.playback.timetable import Timetable
from skill.library.locales import Locales
from skill.sound.formats.form import Form, mp3
from skill.sound.laying_out import Spoken
from skill.sound.sentences import Sentences
from skill.sound.streams.shelf import Shelf
from skill.words import Words


@dataclass
class MemoryShelf(Shelf):
    """Keeps the timetables of streams in this process."""

    _timetables: dict[str, Timetable] = field(default_factory=dict)

    def timetable(self, name: str) -> Timetable | None:
        """See `Shelf`."""
        return self._timetables.get(name)

    def put(self, name: str, data: bytes, timetable: Timetable) -> None:  # noqa: ARG002 - nobody hears it
        """See `Shelf`."""
        self._timetables[name] = timetable

    def picture(self, stretch: str) -> str:  # noqa: ARG002 - nobody looks
        """See `Shelf`; there is none."""
        return ""

    def address(self, name: str) -> str:
        """See `Shelf`; nothing is there, so the address tells what a device would find: its length."""
        found = self._timetables.get(name)
        return f"https://sounds.invalid/{name}.mp3#{found.seconds if found is not None else 0}"


@dataclass(frozen=True)
class SilentSentences(Sentences):
    """Sentences as long as is predicted."""

    voices: Locales[Words]
    """The words for every locale."""

    def spoken(self, texts: Sequence[str], locale: str, seconds: float) -> Mapping[str, Spoken]:  # noqa: ARG002 - it takes none
        """See `Sentences`."""
        words, form = self.voices.near(locale), mp3()
        return {text: _silent(words.seconds(text), form) for text in texts}

    def form_of(self, spoken: Mapping[str, Spoken]) -> Form:  # noqa: ARG002 - all have the same
        """See `Sentences`."""
        return mp3()


def _silent(seconds: float, form: Form) -> Spoken:
    units = -int(-seconds // form.seconds)
    return Spoken(form.silence * units, seconds)
