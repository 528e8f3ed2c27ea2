"""The line of a script, or of a conversation that is typed, after which another voice speaks."""

from skill.errors import SettingError

VOICE = "!person"
"""Its first word; the name of whoever is recognised from there on may follow."""


def is_voice_line(text: str) -> bool:
    """Whether a line is meant to change the voice: nobody says an exclamation mark first."""
    return text.startswith("!")


def voice_in(text: str, where: str = "") -> str:
    """The name in a line that changes the voice; empty for nobody's.

    Args:
        text: The line.
        where: What a refusal begins with.

    Raises:
        SettingError: It begins with ! and says something else.
    """
    first, *name = text.split()
    if first != VOICE or len(name) > 1:
        raise SettingError(f"{where}{text!r} is no voice; write !person and one name, or !person alone")
    return name[0] if name else ""
