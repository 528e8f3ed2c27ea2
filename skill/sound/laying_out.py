"""Cues laid out in time, as they sound in one voice.

The coach knows how long silences and holds are, and only about how long words take. Here each word takes
as long as this voice takes for it. Silence after it is as long as the coach wants it. Within a hold or a
movement words begin where they are to begin, and what follows it begins when its seconds are over:
a word that would come too late for that, or not be over in time, is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.wordings.texts import sentences
from skill.sound.formats.form import Form

LATE = 0.5
"""Seconds that words in a hold may come late, because those before them still sound; ours."""


Pieces = tuple[tuple[int, bytes], ...]
"""Sentences, each with the unit at which it begins."""


@dataclass(frozen=True)
class Spoken:
    """A sentence as it is written."""

    data: bytes
    """Whole units of its form."""
    seconds: float
    """How long it is heard; what comes after that in its last units is silence."""


@dataclass(frozen=True)
class Sound:
    """One cue as it sounds."""

    cue: Cue
    at: float
    """Seconds from the beginning."""
    pieces: Pieces = ()
    """Its sentences; silence is what is between them."""

    @property
    def is_left_out(self) -> bool:
        """Whether its words are not said."""
        return isinstance(self.cue, Said) and not self.pieces


@dataclass(frozen=True)
class Laid:
    """Some cues in time."""

    form: Form
    sounds: tuple[Sound, ...]
    units: int
    """How many units they take in all."""

    @property
    def seconds(self) -> float:
        """How long they take in all."""
        return self.units * self.form.seconds


Speak = Callable[[str], Spoken]
"""Gives a sentence as it is written."""


def sentences_in(cues: Iterable[Cue]) -> tuple[str, ...]:
    """Every sentence that is said in some cues, once."""
    told = (sentence for cue in cues if isinstance(cue, Said) for sentence in sentences(cue.text))
    return tuple(dict.fromkeys(told))


def lay_out(cues: Iterable[Cue], form: Form, speak: Speak, pause: float) -> Laid:
    """The cues in time.

    Args:
        cues: What is said, and the silences.
        form: How it is written.
        speak: Gives a sentence.
        pause: Seconds between two sentences.
    """
    clock = _Clock(form, speak, pause)
    sounds = list[Sound]()
    for effort, group in groupby(cues, _effort):
        together = tuple(group)
        sounds += clock.freely(together) if effort is None else clock.effort(together)
    return Laid(form, tuple(sounds), max(clock.written, form.nearest(clock.now)))


@dataclass
class _Clock:
    """Time as the coach counts it, and as it is written: a sentence begins at the nearest unit."""

    form: Form
    speak: Speak
    pause: float
    now: float = 0.0
    """Seconds from the beginning to where the next cue is due."""
    written: int = 0
    """Units up to the end of the last sentence."""
    speaking: bool = False
    """Whether the last cue was words: the next words come after a pause."""

    def freely(self, cues: Iterable[Cue]) -> Iterator[Sound]:
        """Cues whose words take the time that they take."""
        for cue in cues:
            if isinstance(cue, Said):
                self._breathe()
                pieces, over = self._said(cue, self.now)
                yield Sound(cue, self.now, pieces)
                self._wrote(pieces)
                self.now, self.speaking = over, True
            else:
                yield Sound(cue, self.now)
                self.now, self.speaking = self.now + cue.seconds, False

    def effort(self, cues: Sequence[Cue]) -> Iterator[Sound]:
        """A hold, or one repetition of a movement, that lasts exactly as long as it is to."""
        self._breathe()
        begins, due = self.now, self.now
        ends = begins + sum(cue.seconds for cue in cues)
        for cue in cues:
            pieces = self._said(cue, due)[0] if isinstance(cue, Said) else ()
            if not self._is_in_time(pieces, due, ends):
                pieces = ()
            yield Sound(cue, due, pieces)
            self._wrote(pieces)
            due += cue.seconds
        self.now, self.speaking = ends, False

    def _is_in_time(self, pieces: Pieces, due: float, ends: float) -> bool:
        if not pieces:
            return False
        (first, _), (last, data) = pieces[0], pieces[-1]
        late = first * self.form.seconds - due > LATE
        return not late and last + self.form.units(data) <= self.form.nearest(ends)

    def _breathe(self) -> None:
        self.now += self.pause if self.speaking else 0.0

    def _said(self, said: Said, due: float) -> tuple[Pieces, float]:
        """Its sentences, the first at a moment or once the words before are over; and its end."""
        pieces, over = list[tuple[int, bytes]](), self.written * self.form.seconds
        for sentence in sentences(said.text):
            spoken = self.speak(sentence)
            begins = max(due, over)
            pieces.append((self.form.nearest(begins), spoken.data))
            over = begins + self.form.units(spoken.data) * self.form.seconds
            due = begins + spoken.seconds + self.pause
        return tuple(pieces), due - self.pause

    def _wrote(self, pieces: Pieces) -> None:
        if pieces:
            at, data = pieces[-1]
            self.written = at + self.form.units(data)


def _effort(cue: Cue) -> tuple[object, ...] | None:
    """What the cues of one hold, or of one repetition, have in common; None for all others."""
    place = cue.place
    if place is None or place.phase not in WORK_PHASES:
        return None
    return place.item, place.phase, place.repetition, place.side
