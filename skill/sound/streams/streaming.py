"""Streams for a device's player: made of what is spoken, kept under a hash of all there is in them."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from skill.coach.conversation.reply import Play
from skill.coach.practice.cues.cues import Cue, Silence
from skill.coach.practice.place import Place
from skill.coach.practice.playback.timetable import Timetable
from skill.coach.practice.score.pieces import Piece
from skill.errors import SoundError
from skill.sound.joining import joined
from skill.sound.laying_out import Spoken, lay_out, sentences_in
from skill.sound.sentences import Sentences
from skill.sound.streams.shelf import Shelf
from skill.sound.streams.timetables import encode_timetable, timetable_of
from skill.words import Words

log = logging.getLogger(__name__)

AFTER = Silence(1.0)
"""What follows the last word of a practice, so that no player cuts it off; ours."""

NAME = 32
"""Letters of a stream's name: 128 bits of its hash."""

KNOWN = 64
"""How many timetables a process remembers: those of one practice, for a few people at a time."""


@dataclass(frozen=True)
class Stream:
    """What a player is given."""

    name: str
    """What it is kept under."""
    address: str
    timetable: Timetable
    picture: str = ""
    """Where a picture of its first stretch is fetched; empty for none."""


@dataclass
class Streams:
    """Makes streams, and knows the places in them."""

    shelf: Shelf
    sentences: Sentences
    _known: dict[str, Timetable] = field(default_factory=dict)

    def made(self, play: Play, words: Words, seconds: float) -> Stream:
        """What is to be played, as far as it can be had in time.

        Args:
            play: What is to be played.
            words: The language.
            seconds: How long sentences may take that are not kept yet.

        Raises:
            SoundError: Nothing of it can be had, or be kept.
        """
        texts = sentences_in(cue for piece in play.pieces for cue in piece.cues)
        spoken = self.sentences.spoken(texts, words.locale, seconds)
        ready = _ready(play.pieces, spoken)
        cues, end = tuple(cue for piece in ready for cue in piece.cues), ready[-1].end
        if play.practice.is_end(end):
            cues += (AFTER,)
        return self._kept(cues, play.start, end, spoken, words)

    def timetable(self, name: str) -> Timetable | None:
        """The timetable of a stream that was made; None where it is gone.

        Raises:
            SoundError: It cannot be looked up now.
        """
        found = self._known.get(name) or self.shelf.timetable(name)
        return self._remembered(name, found) if found is not None else None

    def _kept(
        self, cues: tuple[Cue, ...], start: Place, end: Place, spoken: Mapping[str, Spoken], words: Words
    ) -> Stream:
        pause = words.language.speaking.sentence
        laid = lay_out(cues, self.sentences.form_of(spoken), lambda text: spoken[text], pause)
        timetable, data = timetable_of(laid, start, end), b"".join(joined(laid))
        hashed = sha256(data)
        hashed.update(encode_timetable(timetable).encode())
        name = hashed.hexdigest()[:NAME]
        if self.timetable(name) is None:
            self.shelf.put(name, data, timetable)
        known = self._remembered(name, timetable)
        return Stream(name, self.shelf.address(name), known, self._picture(start.stretch))

    def _picture(self, stretch: str) -> str:
        """Where a picture is; that there is none now is no reason to be silent."""
        try:
            return self.shelf.picture(stretch)
        except SoundError as error:
            log.warning("no picture is shown: %s", error)
            return ""

    def _remembered(self, name: str, timetable: Timetable) -> Timetable:
        while len(self._known) >= KNOWN and name not in self._known:
            del self._known[next(iter(self._known))]
        self._known[name] = timetable
        return timetable


def _ready(pieces: tuple[Piece, ...], spoken: Mapping[str, Spoken]) -> tuple[Piece, ...]:
    """The first of some pieces, up to the first sentence that is not there.

    Raises:
        SoundError: Not even the first is there.
    """
    for number, piece in enumerate(pieces):
        if any(text not in spoken for text in sentences_in(piece.cues)):
            pieces = pieces[:number]
            break
    if not pieces:
        raise SoundError("the first sentences are not spoken in time: run limber sounds build")
    return pieces
