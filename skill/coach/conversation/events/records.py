"""Wishes about what is kept: progress told, exported, deleted."""

from dataclasses import dataclass

from skill.coach.conversation.events.event import AboutStretch, Event


@dataclass(frozen=True)
class AskProgress(Event):
    """Wants to know how they are doing."""

    period: str = ""
    """An id of the `PERIOD` slot type; empty where none was named."""


@dataclass(frozen=True)
class AskDone(AboutStretch):
    """Wants to know when, or how often, a stretch was done."""

    period: str = ""
    """An id of the `PERIOD` slot type; empty for all the time."""


class AskLongestRow(Event):
    """Wants to know on how many days in a row they stretched, at the most."""


class ExportData(Event):
    """Wants to know what is kept about them."""


class DeleteData(Event):
    """Wants everything deleted that is kept about them."""
