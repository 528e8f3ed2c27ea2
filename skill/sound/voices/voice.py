"""The port of a voice: a sentence as sound."""

from abc import ABC, abstractmethod

from skill.sound.formats.samples import Samples


class Voice(ABC):
    """Speaks one sentence at a time."""

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called; two that may sound differently have different names."""

    @abstractmethod
    def speak(self, text: str, locale: str) -> Samples:
        """A sentence as sound.

        Args:
            text: The sentence, in plain words: a voice that takes SSML writes it itself.
            locale: The language and country.

        Raises:
            VoiceError: It cannot be spoken; the message says what to do.
        """
