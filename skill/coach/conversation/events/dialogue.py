"""What is said to whatever was just said: yes, no, a choice, once more, thanks; or nothing clear."""

from dataclasses import dataclass

from skill.coach.conversation.events.event import Event


class Other(Event):
    """Does not want what was just chosen or offered, but the other one, or something else."""


class More(Event):
    """Wants to hear what else there is."""


@dataclass(frozen=True)
class Choose(Event):
    """Answers "which one?" by position or number."""

    place: str = ""
    """An id of the `PLACE` slot type; empty where none was said."""
    ordinal: str = ""
    """An id of the `ORDINAL` slot type: a number from 1, `last` or `any`; empty where none was said."""


@dataclass(frozen=True)
class AskWords(Event):
    """Wants to hear again what was said; nothing is to be done again."""

    ordinal: str = ""
    """An id of the `ORDINAL` slot type: only that one of the last list; empty for all of it."""


class Greet(Event):
    """Says hello, or asks how the coach is."""


class AskAbout(Event):
    """Wants to know who made the coach, and by what right it speaks."""


class Thank(Event):
    """Says thank you, or that it feels good."""


class Yes(Event):
    """Says yes."""


class No(Event):
    """Says no."""


class Help(Event):
    """Wants to know what can be said."""


class NotUnderstood(Event):
    """The words fit nothing, or are an intent that this version does not have."""
