"""Cues as APL for Audio: a `Sequencer` of `Speech`, which holds SSML, and of `Silence`.

For devices that refuse long pauses in SSML; words and seconds are the same as there.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from skill.coach.practice.cues.cues import Cue, Said, Silence
from skill.speech import ssml

VERSION = "0.91"
"""The version of APL for Audio that the documents are written in (`docs/platform.md`)."""

SHORT_SILENCE = 1.0
"""Seconds up to which a silence between words is a `<break>` within one `Speech`: otherwise a count
of five would make ten components."""

Document = Mapping[str, Any]


def render(cues: Iterable[Cue]) -> Document:
    """The cues as one APL for Audio document."""
    items = [
        _silence(group[0].seconds) if isinstance(group[0], Silence) else _speech(group)
        for group in _grouped(cues)
    ]
    sequence = {"type": "Sequencer", "items": items}
    return {"type": "APLA", "version": VERSION, "mainTemplate": {"item": sequence}}


def as_ssml(document: Document) -> str:
    """The sound of a document as one SSML document; its breaks may be longer than SSML allows."""
    parts = []
    for item in document["mainTemplate"]["item"]["items"]:
        if item["type"] == "Silence":
            parts.append(f'<break time="{item["duration"]}ms"/>')
        else:
            parts.append(item["content"].removeprefix("<speak>").removesuffix("</speak>"))
    joined = f"<speak>{' '.join(parts)}</speak>"
    ET.fromstring(joined)  # noqa: S314 - made here; a document that does not parse must not pass
    return joined


def _grouped(cues: Iterable[Cue]) -> list[list[Cue]]:
    """Long silences by themselves; words together with the short silences after them."""
    groups: list[list[Cue]] = []
    for cue in cues:
        if cue.seconds < ssml.SHORTEST_BREAK and isinstance(cue, Silence):
            continue
        speaking = bool(groups) and isinstance(groups[-1][0], Said)
        short = isinstance(cue, Silence) and cue.seconds <= SHORT_SILENCE
        if speaking and (isinstance(cue, Said) or short):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    return groups


def _speech(cues: list[Cue]) -> Document:
    return {"type": "Speech", "contentType": "SSML", "content": ssml.render(cues)}


def _silence(seconds: float) -> Document:
    return {"type": "Silence", "duration": round(seconds * 1000)}
