"""An ear that gets ready before it is needed: its first sentence takes seconds, and every other none."""

from threading import Lock, Thread
from typing import Protocol

from skill.library.opening import Opening
from skill.simulator.ear.interpretation import Interpretation


class Hears(Protocol):
    """What understands utterances."""

    @property
    def opening(self) -> Opening:
        """How the skill is opened."""

    def hear(self, text: str) -> Interpretation:
        """What these words mean."""

    def a_name_of(self, kind: str) -> str:
        """Any name that the values of a slot type have."""

    def slots_of(self, intent: str) -> tuple[str, ...]:
        """The names of all slots of an intent."""


class EarInTime:
    """The same ear, for a conversation: it gets ready while the greeting is being said.

    Whoever speaks before it is ready waits for it. It does so in a thread that ends with the process:
    who leaves meanwhile waits for nothing.
    """

    def __init__(self, ear: Hears) -> None:
        """Take an ear that has heard nothing yet."""
        self._ear = ear
        self._starting = Lock()
        self._thread: Thread | None = None

    @property
    def opening(self) -> Opening:
        """How the skill is opened."""
        return self._ear.opening

    def get_ready(self) -> None:
        """Begin to make ready what the first sentence needs; does nothing the second time."""
        self._begun()

    def hear(self, text: str) -> Interpretation:
        """What these words mean."""
        self._begun().join()
        return self._ear.hear(text)

    def a_name_of(self, kind: str) -> str:
        """Any name that the values of a slot type have."""
        return self._ear.a_name_of(kind)

    def slots_of(self, intent: str) -> tuple[str, ...]:
        """The names of all slots of an intent."""
        return self._ear.slots_of(intent)

    def _begun(self) -> Thread:
        with self._starting:
            if self._thread is None:
                # No sample is these words: all ways of understanding are tried, and so made ready.
                words = (self._ear.opening.to_say,)
                self._thread = Thread(target=self._ear.hear, args=words, daemon=True)
                self._thread.start()
            return self._thread
