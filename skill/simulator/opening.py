"""What opens the skill: the words that Alexa keeps for herself, so that the skill never hears them.

"Open limber back" is a launch, "ask limber back …" a one-shot. Alexa+ is told to answer a one-shot with
'To launch limber back, say "Open limber back skill"' (docs/platform.md): what she teaches opens it too.
"""

import re

INVOCATION = "limber back"
OPENERS = ("open", "start", "launch", "begin", "resume", "ask", "tell")
JOINTS = ("to", "for", "and", "about")
"""What may stand between the name and a wish: "ask limber back for ten minutes"."""

_NAME = rf"(?:the\s+)?{INVOCATION}(?:\s+skill)?"
_OPENED = re.compile(rf"(?:{'|'.join(OPENERS)})\s+{_NAME}(?:[\s,.!?]+(?P<wish>.*))?", re.IGNORECASE)
_NAMED = re.compile(rf"{_NAME}[\s,.!?]*", re.IGNORECASE)
_WAKE_WORD = re.compile(r"^alexa\b[\s,]*", re.IGNORECASE)
_JOINT = re.compile(rf"(?:{'|'.join(JOINTS)})\s+", re.IGNORECASE)


def opened_with(utterance: str) -> tuple[bool, str]:
    """Whether an utterance opens the skill, and what is left of it to be understood.

    The name alone opens it, with "skill" or without: that is how people answer when Alexa asks which.
    """
    words = _WAKE_WORD.sub("", " ".join(utterance.split()))
    if _NAMED.fullmatch(words):
        return True, ""
    opened = _OPENED.fullmatch(words)
    if opened is None:
        return False, words
    return True, _JOINT.sub("", (opened["wish"] or "").strip(" ,"), count=1)
