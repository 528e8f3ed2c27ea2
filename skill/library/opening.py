"""What opens the skill: the words that Alexa keeps for herself, so that the skill never hears them.

"Open limber back" is a launch, "ask limber back …" a one-shot. Alexa+ is told to answer a one-shot with
'To launch limber back, say "Open limber back skill"' (docs/platform.md): what she teaches opens it too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from skill.errors import ContentError
from skill.library.reading import Problems, Table, read_file

NAME = "{name}"
"""Where the skill's name stands in a phrase of `interaction.toml`."""

_WAKE_WORD = re.compile(r"^alexa\b[\s,]*", re.IGNORECASE)


@dataclass(frozen=True)
class Opening:
    """How the skill is opened in one language."""

    name: str
    """The name by which people open it."""
    launches: tuple[str, ...]
    """What opens it, with the place of its name: the first is what people are told to say."""
    names: tuple[str, ...]
    """How its name is said: with an article, with "skill" behind it."""
    joints: tuple[str, ...]
    """What may stand between the name and a wish, and is left away: "ask limber back for …"."""
    called: tuple[str, ...]
    """How the browser's page is called while it speaks, in place of Alexa's name."""

    @property
    def to_say(self) -> str:
        """What people are told to say."""
        return self.all_said[0]

    @property
    def all_said(self) -> tuple[str, ...]:
        """Everything that opens it, as it is said."""
        return tuple(launch.replace(NAME, self.name) for launch in self.launches)

    def opened_with(self, utterance: str) -> tuple[bool, str]:
        """Whether an utterance opens the skill, and what is left of it to be understood.

        The name alone opens it: that is how people answer when Alexa asks which.
        """
        words = _WAKE_WORD.sub("", " ".join(utterance.split()))
        if self._named.fullmatch(words):
            return True, ""
        opened = self._opened.fullmatch(words)
        if opened is None:
            return False, words
        wish = next(filter(None, opened.groups()), "").strip(" ,")
        return True, self._joint.sub("", wish, count=1)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return _pattern(rf"{self._name}[\s,.!?]*")

    @cached_property
    def _opened(self) -> re.Pattern[str]:
        return _pattern(_either(map(self._launch, self.launches)))

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        return _pattern(rf"{_either(map(re.escape, self.joints))}\s+")

    @cached_property
    def _name(self) -> str:
        said = sorted((each.replace(NAME, self.name) for each in self.names), key=len, reverse=True)
        return _either(map(_spaced, said))

    def _launch(self, launch: str) -> str:
        before, _, after = launch.partition(NAME)
        whole = f"{_spaced(before)}{self._name}{_spaced(after)}"
        return whole if after else rf"{whole}(?:[\s,.!?]+(.*))?"


def load_opening(folder: Path, tag: str) -> Opening:
    """How the skill is opened in one language.

    Raises:
        ContentError: With every problem of `interaction.toml`.
    """
    problems = Problems()
    opening = read_opening(read_file(folder, f"locales/{tag}/interaction.toml", problems))
    if problems.lines:
        raise ContentError(problems.lines)
    return opening


def read_opening(settings: Table) -> Opening:
    """How the skill is opened, from `interaction.toml`; problems are noted."""
    name, table = settings.text("invocation_name"), settings.table("opening")
    opening = Opening(name, *(table.texts(key) for key in ("launches", "names", "joints", "called")))
    table.close()
    for key, phrases in (("launches", opening.launches), ("names", opening.names)):
        for phrase in phrases:
            if phrase.count(NAME) != 1:
                table.note(key, f"{phrase!r} must have {NAME} once")
    return opening


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+")


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
