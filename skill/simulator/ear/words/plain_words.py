"""Text → words, without what does not matter: case, punctuation, politeness, fillers."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from skill.simulator.ear.words.hearing import Hearing

MOST_CHARACTERS = 300
"""The most characters of an utterance; the rest is cut off first."""

SLOT = re.compile(r"\{(\w+)\}")
APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"))
NOT_A_WORD = re.compile(r"[^\w\s'.{}]")
DIGIT = re.compile(r"\d")
FRACTION = re.compile(r"(?:(\d+) ?)?\b([1-9])[/\u2044]([2-9])\b")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
RUN_TOGETHER = re.compile(r"(?<=\d)(?!(?:st|nd|rd|th)\b)(?=[^\W\d_])")
STOPS = re.compile(r"(?<!\d)\.+|\.+(?!\d)")
LONE_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


@dataclass(frozen=True)
class Token:
    """One word of an utterance, or a `{slot}` of a sample."""

    plain: str
    """For comparing: in lower case and without apostrophes; the spelling of samples, where it
    differs."""
    heard: str
    """For showing: as it was said, in lower case; empty for a later part of a word that was taken
    apart."""


Tokens = tuple[Token, ...]


def clean(text: str) -> Tokens:
    """The words of a text that was typed."""
    text = text[:MOST_CHARACTERS]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _with_spaces(text))
    text = text.lower().translate(APOSTROPHES)
    if DIGIT.search(text):
        text = RUN_TOGETHER.sub(" ", THOUSANDS.sub("", FRACTION.sub(_decimal, text)))
    text = NOT_A_WORD.sub(" ", text).replace("{", " ").replace("}", " ").replace("_", " ")
    return tuple(_words(text.split()))


def _with_spaces(text: str) -> str:
    """The text with a space before each fraction that is one character: "2½" is no twenty-one halves."""
    return "".join(
        f" {each}" if unicodedata.decomposition(each)[:10] == "<fraction>" else each for each in text
    )


def _decimal(fraction: re.Match[str]) -> str:
    """A fraction as a decimal number: "2 1/2" → "2.5"; what is none by its size is left as it is."""
    whole, part, parts = fraction.groups()
    if part >= parts:
        return fraction[0]
    return f"{int(whole or 0) + int(part) / int(parts):.4f}".rstrip("0")


def clean_sample(sample: str) -> Tokens:
    """The words of a sample, with its slots as they are."""
    return tuple(word for part in sample.split() for word in _sample_part(part))


@cache  # thousands of samples are made of far fewer words
def _sample_part(part: str) -> Tokens:
    alone = (Token(part, part),)
    return alone if SLOT.fullmatch(part) else clean(part) or alone


def plain_text(words: Iterable[Token]) -> str:
    """The words as one text, for comparing."""
    return " ".join(word.plain for word in words)


def heard_text(words: Iterable[Token]) -> str:
    """The words as one text, for showing."""
    return " ".join(word.heard for word in words if word.heard)


def _words(parts: Iterable[str]) -> Iterator[Token]:
    for part in parts:
        for piece in _between_stops(part) if "." in part else (part,):
            shown = piece.strip("'")
            if shown:
                yield Token(shown.replace("'", ""), shown)


def _between_stops(part: str) -> list[str]:
    if LONE_LETTERS.fullmatch(part):
        part = part.replace(".", "")  # "p.m." is one word, "pm"
    return STOPS.split(part)


class PhraseSet:
    """Phrases that are looked for at a place among words, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in sorted(phrases, key=len, reverse=True):
            words = tuple(word.plain for word in clean(phrase))
            self._by_first[words[0]].append(words)

    def length_at(self, words: Sequence[Token], place: int) -> int:
        """How many words the phrase has that starts at this place; 0 where none does."""
        if not 0 <= place < len(words):
            return 0
        for phrase in self._by_first.get(words[place].plain, ()):
            length = len(phrase)
            if tuple([word.plain for word in words[place : place + length]]) == phrase:
                return length
        return 0

    def stand_in(self, words: Sequence[Token]) -> bool:
        """Whether one of the phrases stands anywhere among these words."""
        return any(self.length_at(words, place) for place in range(len(words)))

    def places(self, words: Sequence[Token]) -> frozenset[int]:
        """The numbers of all words that stand in one of the phrases."""
        return frozenset(
            place
            for start in range(len(words))
            for place in range(start, start + self.length_at(words, start))
        )

    def length_before(self, words: Sequence[Token]) -> int:
        """How many words the longest phrase has with which the words end; 0 where there is none."""
        for place in range(len(words)):
            length = self.length_at(words, place)
            if length and place + length == len(words):
                return length
        return 0


class Trimmer:
    """Takes away what is said around a wish; in the same way from samples and from utterances."""

    def __init__(self, hearing: Hearing) -> None:
        self._spelled_out = {
            word: tuple(instead.split()) for word, instead in hearing.spelled_out.items()
        }
        self._small = hearing.small_words
        self._fillers = PhraseSet(hearing.fillers)
        self._openers = PhraseSet(hearing.openers)
        self._no_openers = PhraseSet(hearing.no_openers)
        self._interjections = PhraseSet(hearing.interjections)
        self._closers = PhraseSet(hearing.closers)
        self._grammar = hearing.grammar

    def trim(self, words: Tokens) -> Tokens:
        """The words without fillers, and without polite phrases at the start."""
        spelled = self.spelled_out(words)
        return self._strip_start(self._drop_fillers(spelled) or spelled, self._openers)

    def begun(self, words: Tokens) -> Tokens:
        """The words without what they begin with politely or by the way, but with every other word.

        "And just the left" is no longer "the left".
        """
        return self._strip_start(self._strip_start(words, self._interjections), self._openers)

    def variants(self, words: Tokens) -> Iterator[Tokens]:
        """The words trimmed, then trimmed more and more; only those that differ."""
        spelled = self.spelled_out(words)
        trimmed = self.trim(words)
        bare = self._drop_fillers(spelled) or spelled
        headless = self._strip_start(self._strip_start(bare, self._interjections), self._openers)
        seen = set()
        for variant in (
            trimmed,
            headless,
            self._strip_last(trimmed),
            self._strip_last(headless),
            self._strip_end(trimmed),
            self._strip_start(self._strip_end(headless), self._openers),
            self.trim(self._apart(words)),
        ):
            if variant not in seen:
                seen.add(variant)
                yield variant

    def spelled_out(self, words: Tokens) -> Tokens:
        """The words with what is run together taken apart: "I'm" as "I am"."""
        spelled: list[Token] = []
        for word in words:
            if word.plain in self._spelled_out:
                first, *rest = self._spelled_out[word.plain]
                spelled.append(Token(first, word.heard))
                spelled.extend(Token(more, "") for more in rest)
            else:
                spelled.append(word)
        return tuple(spelled)

    def spelled_text(self, text: str) -> str:
        """The plain words of a text, taken apart, as one text."""
        return plain_text(self.spelled_out(clean(text)))

    def with_verbs(self, words: Tokens) -> Tokens:
        """The words taken apart, "my leg's numb" as "my leg is numb"."""
        return self.spelled_out(self._apart(words))

    def _apart(self, words: Tokens) -> Tokens:
        """The words with what the language's grammar takes apart."""
        found: list[Token] = []
        for word in words:
            first, *rest = self._grammar.apart(word.heard)
            found.append(Token(first.replace("'", ""), word.heard) if rest else word)
            found.extend(Token(more, "") for more in rest)
        return tuple(found)

    def _drop_fillers(self, words: Tokens) -> Tokens:
        kept = []
        place = 0
        while place < len(words):
            length = self._fillers.length_at(words, place)
            if not length:
                kept.append(words[place])
            place += length or 1
        return tuple(kept)

    def _strip_start(self, words: Tokens, phrases: PhraseSet) -> Tokens:
        while (length := phrases.length_at(words, 0)) and self._means_something(words[length:]):
            if self._no_openers.length_at(words, 0) > length:
                break
            words = words[length:]
        return words

    def _strip_last(self, words: Tokens) -> Tokens:
        """The words without the last phrase that may be left away: what is before it may end in one."""
        length = self._closers.length_before(words)
        return words[:-length] if length and self._means_something(words[:-length]) else words

    def _strip_end(self, words: Tokens) -> Tokens:
        while (length := self._closers.length_before(words)) and self._means_something(words[:-length]):
            words = words[:-length]
        return words

    def _means_something(self, words: Tokens) -> bool:
        """Whether more than small words are left: "I think so" must not be trimmed to "so"."""
        return any(word.plain not in self._small for word in words)
