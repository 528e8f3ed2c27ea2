"""What every kind of event is, and how a stretch or a routine is named in one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A stretch or routine that was named in a request."""

    ids: tuple[str, ...] = ()
    """The ids of every entry that has the name: none for an unknown name, several for a shared one."""
    heard: str = ""
    """The words as understood; empty where no name was said."""

    @property
    def is_nameless(self) -> bool:
        """Whether no name was said."""
        return not self.ids and not self.heard


@dataclass(frozen=True)
class Event:
    """Something that a person wants, or that the shell reports; every kind is a class below.

    Kinds without fields of their own are plain classes: making each a dataclass would add 11 ms to a
    start.
    """


@dataclass(frozen=True)
class AboutStretch(Event):
    """An intention about a stretch; without a name, about the stretch in progress, if there is one."""

    stretch: Asked
    """The stretch that was named; nameless for the one in progress."""
