"""A practice to be taken along: spoken in the background, and sent as a file once all of it is there.

A routine that nobody has taken along takes a voice longer than a request may take. So the first request
begins it, and whoever asks meanwhile is told how far it is; what was spoken once is kept.
"""

from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread

from skill import bootstrap
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.topics.starting.straight_through import straight_through
from skill.errors import LimberError
from skill.sound.keeping import KeptSentences
from skill.sound.laying_out import sentences_in
from skill.sound.recordings.programmes import programme_of
from skill.sound.recordings.rendering import MP3, Programme, laid_for, written
from skill.sound.voices.voice import Voice

WAITED = 3.0
"""Seconds that a request waits for what is not spoken yet: less than it may take in all."""


@dataclass(frozen=True)
class Spoken:
    """How far a practice is."""

    title: str
    there: int
    """How many of its sentences are spoken."""
    of: int
    """How many it has."""
    file: bytes | None = None
    """The MP3, once all are."""


@dataclass
class Sounds:
    """Practices in one voice; one sentence is spoken at a time, whoever asks."""

    voice: Voice
    folder: Path
    """Where sentences are kept."""
    waited: float = WAITED
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    _speaking: dict[tuple[str, ...], Future[None]] = field(default_factory=dict)
    _asking: Lock = field(default_factory=Lock)
    _one_at_a_time: Lock = field(default_factory=Lock)

    def taken_along(self, entry: str, locale: str) -> Spoken:
        """A stretch or a routine, by its id, as it is done usually.

        Raises:
            LimberError: It cannot be spoken; the next who asks has it tried again.
        """
        programme = self._programme(entry, locale)
        kept = KeptSentences(self.folder, self.voice, locale)
        texts = sentences_in(programme.cues)
        if not all(map(kept.is_kept, texts)):
            self._speak(texts, kept)
        there = sum(map(kept.is_kept, texts))
        if there < len(texts):
            return Spoken(programme.title, there, len(texts))
        laid = laid_for(programme, kept, MP3, lambda *_: None)
        return Spoken(programme.title, there, there, b"".join(written(programme, laid, MP3)))

    def _speak(self, texts: tuple[str, ...], kept: KeptSentences) -> None:
        """Have them spoken, and wait a moment for it."""
        key = (kept.locale, *texts)
        with self._asking:
            speaking = self._speaking.get(key)
            if speaking is None:
                speaking = self._speaking[key] = Future()
                # A thread that the process does not wait for when it ends.
                Thread(target=self._speak_all, args=(texts, kept, speaking), daemon=True).start()
        wait([speaking], self.waited)
        if speaking.done():
            with self._asking:
                self._speaking.pop(key, None)
            speaking.result()

    def _speak_all(self, texts: tuple[str, ...], kept: KeptSentences, speaking: "Future[None]") -> None:
        try:
            with self._one_at_a_time:
                for text in texts:
                    kept.as_mp3(text)
        except Exception as error:  # noqa: BLE001 - raised again where it is asked for
            speaking.set_exception(error)
        else:
            speaking.set_result(None)

    def _programme(self, entry: str, locale: str) -> Programme:
        library, voices = bootstrap.content()
        words = voices[locale]
        scene = Scene(library, words, Profile(ACCOUNT), State(), self.now())
        straight = straight_through(scene, entry)
        if straight is None:
            raise LimberError(f"nothing is left of {entry}")
        return programme_of(straight, words)
