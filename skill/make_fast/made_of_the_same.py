"""What was made of some objects, found again while they are the very same objects.

Tables cannot be keys of a cache, and comparing them would take as long as making something of them.
Objects that were read by a cached reader are the same in every turn.

Worth: 0.15 ms of a warm turn of 4, of somebody who has practised for a year (November 2026).
Take it out: call `make` where `made` is called.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class MadeOfTheSame(Generic[Made]):
    """The last things that were made, by what they were made of: objects that nobody changes."""

    def __init__(self, remembered: int) -> None:
        self._remembered = remembered
        # Replaced as a whole: another thread may be reading it.
        self._known: tuple[tuple[tuple[object, ...], Made], ...] = ()

    def made(self, parts: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What is made of some parts."""
        for known, before in self._known:
            if all(part is same for part, same in zip(parts, known, strict=True)):
                return before
        new = make()
        self._known = ((parts, new), *self._known[: self._remembered - 1])
        return new
