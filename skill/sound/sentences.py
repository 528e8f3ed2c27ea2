"""The port to sentences that were spoken, as parts of streams."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from skill.sound.formats.form import Form
from skill.sound.laying_out import Spoken


class Sentences(ABC):
    """Gives sentences as they are spoken, and speaks what is not kept yet."""

    @abstractmethod
    def spoken(self, texts: Sequence[str], locale: str, seconds: float) -> Mapping[str, Spoken]:
        """Sentences by their text; without those that cannot be had within so many seconds."""

    @abstractmethod
    def form_of(self, spoken: Mapping[str, Spoken]) -> Form:
        """How these are written."""
