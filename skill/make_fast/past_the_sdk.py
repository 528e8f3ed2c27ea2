"""Session attributes and screens go past the SDK, which would copy them deeply and walk through them.

Worth: 0.25 ms of a turn (profile of a warm turn in one process, on Python 3.13, 2 cores, November 2026);
more than a millisecond of one with a screen, whose 30 kB the SDK would walk through.
Take it out: in `skill.alexa.requests.envelopes` use a plain table in its place, and drop `serialize`; in
`skill.alexa.responses.screen` use the SDK's RenderDocumentDirective.
"""

from typing import Any


class NeverCopied(dict[str, Any]):
    """A table that `copy.deepcopy` gives back as it is: what is in it is read, and never changed."""

    def __deepcopy__(self, memo: object) -> "NeverCopied":
        return self


class AsWritten:
    """A directive that is JSON already: it is put into the answer as it is."""

    def __init__(self, written: dict[str, Any]) -> None:
        self.written = written
        self.object_type = written["type"]
