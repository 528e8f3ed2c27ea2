"""The one document that every answer is sent with; what differs from answer to answer is in its data.

It is constant: a device has seen it before, and a test can hold it against Amazon's schemas. Its clock
is `elapsedTime`, in milliseconds from when it was drawn, which is when the first word is said.
https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/
"""

from skill.figures.shapes import Role, Theme
from skill.screen import parts
from skill.screen.clockwork import paged, running, still
from skill.screen.layouts import entries, practice, words
from skill.screen.parts import Part
from skill.screen.round_practice import round_practice

VERSION = "1.8"
"""The version of APL that it is written in, and that a device must have at least: of 2021."""


def document(theme: Theme) -> Part:
    """The document, in the colours of a theme."""
    return {
        "type": "APL",
        "version": VERSION,
        "theme": "dark",
        "background": theme[Role.PAPER],
        "resources": [parts.colours(theme), *parts.resources()],
        "styles": parts.STYLES,
        "graphics": parts.graphics(),
        "layouts": {
            parts.FIGURE: {"items": [parts.figure()]},
            parts.HEAD: {"parameters": ["title", "note"], "items": [parts.head()]},
            parts.KEYS: {
                "parameters": [{"name": "shown", "default": "normal"}],
                "items": [parts.keys()],
            },
        },
        "mainTemplate": {
            "parameters": ["coach"],
            "items": [
                running(round_practice(), practice(), f"{{{_is('practice')}}}"),
                still(entries(), f"{{{_is('list')}}}"),
                paged(words(), "{true}"),
            ],
        },
    }


def _is(kind: str) -> str:
    return f"coach.kind == '{kind}'"
