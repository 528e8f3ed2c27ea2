"""What is wrong with a language beside the default one: what it lacks, and what was left untranslated.

That every file and every key is there, the library checks for each language by itself. Here two are
held side by side.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from skill.library.catalogue import CATALOGUES, Catalogue, read_catalogue
from skill.library.language import Language
from skill.library.languages import same_everywhere
from skill.library.reading import Problems
from skill.library.spoken import PLACEHOLDER, placeholders, spoken_texts
from skill.library.utterances import Utterances
from skill.simulator.ear.spotting.meanings import Meanings
from skill.simulator.ear.words.hearing import Hearing

OF_INTENTS = (
    "careful",
    "never_guessed",
    "decided",
    "ended",
    "spotted",
    "asked_instead",
    "below_a_minute",
)
"""What `hearing.toml` says of intents and not of words: the same in every language."""

ALONE = 1
"""A word that people say may be the same in two languages; two of them hardly are."""


@dataclass(frozen=True)
class Whole:
    """Everything of one language."""

    language: Language
    utterances: Utterances
    catalogues: Mapping[str, Catalogue]
    hearing: Hearing
    meanings: Meanings


@dataclass(frozen=True)
class Text:
    """A text of a language, and where it stands."""

    file: str
    """Below the folder of its language."""
    key: str
    text: str
    heard: bool = False
    """Whether people say it."""


def problems_of_translation(folder: Path, first: Whole, other: Whole) -> Iterator[str]:
    """What is wrong with a language, held beside the default one, as `file: key: problem`."""
    at = f"content/locales/{other.language.tag}"
    same = frozenset(map(_bare, same_everywhere(folder, Problems())))
    yield from (f"{at}/{line}" for line in _the_same(first, other, same))
    yield from (f"{at}/prompts.toml: {line}" for line in _places(first.language, other.language))
    for name in CATALOGUES:
        lines = _catalogue(first.catalogues[name], other.catalogues[name])
        yield from (f"{at}/{name}.toml: {line}" for line in lines)
    yield from (f"{at}/hearing.toml: {line}" for line in _of_intents(first.hearing, other.hearing))
    for rule in sorted(_rules(first.meanings) - _rules(other.meanings)):
        yield f"{at}/meanings.toml: rules: nothing is found as {rule!r}, as in {first.language.tag!r}"


def whole_catalogues(folder: Path, tag: str, problems: Problems) -> dict[str, Catalogue]:
    """What the page and the terminal show; problems of the files are noted."""
    return {name: read_catalogue(folder, tag, name, problems) for name in CATALOGUES}


def _the_same(first: Whole, other: Whole, same: Set[str]) -> Iterator[str]:
    """Texts that are word for word those of the default language: untranslated, or one of `same`."""
    there: dict[str, set[str]] = {}
    for each in _texts(first):
        there.setdefault(each.file, set()).add(_bare(each.text))
    for each in _texts(other):
        bare = _bare(each.text)
        alone = each.heard and bare.count(" ") < ALONE
        if bare in there.get(each.file, ()) and bare not in same and bare and not alone:
            yield f"{each.file}: {each.key}: {each.text!r} is the same as in {first.language.tag!r}"


def _bare(text: str) -> str:
    """The words of a text, without its places."""
    return " ".join(re.findall(r"[^\W\d_]+", PLACEHOLDER.sub(" ", text.casefold())))


def _texts(whole: Whole) -> Iterator[Text]:
    at = f"content/locales/{whole.language.tag}/"
    for spoken in spoken_texts(whole.language):
        yield Text(spoken.file.removeprefix(at), spoken.key, spoken.text)
    for key, text in whole.language.screen.items():
        yield Text("screen.toml", key, text)
    for folder, entries in (
        ("stretches", whole.language.stretches),
        ("routines", whole.language.routines),
    ):
        for entry, words in entries.items():
            yield from _heard(f"{folder}/{entry}.toml", "synonyms", words.synonyms)
    yield from _heard("shared_names.toml", "names", whole.language.shared_names)
    for intent, samples in whole.utterances.samples.items():
        yield from _heard(f"utterances/{intent}.toml", "samples", samples)
    for kind, values in whole.utterances.slot_words.items():
        for value, names in values.items():
            yield from _heard(f"slots/{kind}.toml", value, names)
    for name, catalogue in whole.catalogues.items():
        for key, text in catalogue.texts.items():
            yield Text(f"{name}.toml", key, text)


def _heard(file: str, key: str, texts: Iterable[str]) -> Iterator[Text]:
    return (Text(file, key, text, heard=True) for text in texts)


def _places(first: Language, other: Language) -> Iterator[str]:
    """Wordings without a place that every wording of the default language has."""
    for prompt, wordings in first.prompts.items():
        wanted = frozenset.intersection(*map(_places_of, wordings))
        for wording in other.prompts.get(prompt, ()):
            for place in sorted(wanted - _places_of(wording)):
                yield f"{prompt}: {wording!r} lacks {{{place}}}"


def _places_of(text: str) -> frozenset[str]:
    return frozenset(placeholders(text))


def _catalogue(first: Catalogue, other: Catalogue) -> Iterator[str]:
    for wanted, found in ((first.texts, other.texts), (first.lists, other.lists)):
        # A language may have more forms of a text that counts than the default one.
        for key in sorted(wanted.keys() - found.keys()):
            yield f"{key}: is missing"
        for key in sorted(found.keys() - wanted.keys()):
            if f"{key.rpartition('.')[0]}.other" not in wanted:
                yield f"{key}: is unknown in the default language"
    for key in first.texts.keys() & other.texts.keys():
        if _places_of(first.texts[key]) != _places_of(other.texts[key]):
            shown = " and ".join(f"{{{place}}}" for place in sorted(_places_of(first.texts[key])))
            yield f"{key}: must have {shown or 'no placeholder'}"


def _of_intents(first: Hearing, other: Hearing) -> Iterator[str]:
    for name in OF_INTENTS:
        wanted, found = frozenset(getattr(first, name)), frozenset(getattr(other, name))
        for intent in sorted(wanted ^ found):
            problem = "is missing" if intent in wanted else "is there only in this language"
            yield f"{name}: {intent}: {problem}"


def _rules(meanings: Meanings) -> Set[str]:
    """What is found by groups of words: signs and conditions, the urgent ones marked."""
    return {
        f"{rule.id}, urgent" if urgent else rule.id
        for urgent, rules in ((True, meanings.urgent), (False, meanings.others))
        for rule in rules
    }
