"""German: "fünfundvierzig", "um achtzehn Uhr dreißig", "mit der sanften Kobra", "in einer Minute".

Names are feminine, neuter or without an article: so they are alike as subject and object, and only the
dative is a form of its own. Sides are stems, to which the content gives the ending: "link", "recht".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from skill.words.grammar.plain import Plain

DATIVE = "dativ"
ONES = frozenset({"ein", "eine", "einen", "einer"})
"""The word for one before a noun, by its gender and case; as a number by itself it is "eins"."""

ARTICLES = {"die": "der", "das": "dem"}
"""The articles of names, each in the dative."""
NEUTER, MASCULINE = "das", "der"
ENDINGS = {NEUTER: "s", MASCULINE: "r"}
"""What an adjective ends in after its -e where the article is left away."""

ONE = re.compile(r"\beine\b")

STEM_ALONE = re.compile(r"\{(?:side|other)\}(?!\w)")
IN_THE_DATIVE = re.compile(
    r"\b(?:ab|aus|außer|bei|gegenüber|mit|nach|seit|von|zu) \{(stretch|routine|practice|next|offered)\}"
)
"""A name as its subject or object after a word with which it would be another one."""


@dataclass(frozen=True)
class German(Plain):
    """German as it is spoken in every country."""

    FORMS = frozenset({DATIVE, *ONES})

    def inside(self, text: str) -> str:
        """The text as it is: its first word may be a noun."""
        return text

    def title(self, name: str) -> str:
        """A name without its article: "das hängende Bein" as "Hängendes Bein"."""
        article, _, rest = name.partition(" ")
        if not rest or article not in self.phrases.articles:
            return name[:1].upper() + name[1:]
        bare = _adjectives(rest, ENDINGS.get(article, ""))
        return bare[:1].upper() + bare[1:]

    def declined(self, text: str, value: str | float, form: str) -> str:
        """A name or a length of time in the dative, or one as it stands before a noun."""
        if form in ONES:
            return form if value == 1 else text
        if not isinstance(value, str):
            return ONE.sub("einer", text)
        article, _, rest = text.partition(" ")
        dative = ARTICLES.get(article.lower())
        return f"{dative} {_adjectives(rest, 'n')}" if dative else text

    def faults(self, text: str, *, sided: bool) -> Iterator[str]:
        """A stem without an ending, and a name after a word that wants it in the dative."""
        for stem in STEM_ALONE.findall(text) if sided else ():
            yield f"{stem} without an ending: it is a stem, as in {stem}e"
        for found in IN_THE_DATIVE.finditer(text):
            yield f"{found[0]!r}: the name must be in the dative, as {{{found[1]}:{DATIVE}}}"

    def _hundreds(self, hundreds: int, rest: int) -> str:
        many = self.phrases.numbers[hundreds] if hundreds > 1 else ""
        return self.phrases.hundred.format(number=many) + (self.number(rest) if rest else "")

    def _tens(self, tens: int, ones: int) -> str:
        head = self.phrases.tens[tens - 2]
        return f"{self._before(ones)}{self.phrases.both}{head}" if ones else head

    def _hour(self, hour: int) -> str:
        return self._before(hour)

    def _before(self, value: int) -> str:
        """A number that something follows: "ein" and not "eins"."""
        return self.number(value).removesuffix("s") if value == 1 else self.number(value)


def _adjectives(name: str, ending: str) -> str:
    """A name with an ending at each adjective before its noun, which is its first capital letter."""
    words = name.split(" ")
    noun = next((at for at, word in enumerate(words) if word[:1].isupper()), 0)
    told = (f"{word}{ending}" if word.endswith("e") else word for word in words[:noun])
    return " ".join((*told, *words[noun:]))
