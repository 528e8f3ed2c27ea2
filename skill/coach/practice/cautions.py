"""What is told before a stretch, for whom it concerns.

It depends on what a body has, so it is no part of the practice: a practice is kept, this is not.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Caution:
    """What is to be minded about one stretch, or about all that follow."""

    item: int
    """The number of the practice's item before which it is told, from 0."""
    text: str
    about: tuple[str, ...] = ()
    """Ids of the stretches of which nothing of the kind needs to be told again, once it was heard."""

    @property
    def is_of_several(self) -> bool:
        """Whether it is about all that is to come, and is told before the first of them is named."""
        return len(self.about) > 1
