"""Which of the locales answers whom, and what each of them has, which is made once it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import TypeVar

Spoken = TypeVar("Spoken")


def nearest(wanted: Iterable[str], known: Sequence[str]) -> str:
    """The locale that answers somebody: for the first language they want that is there, or the default.

    Args:
        wanted: Locales or languages, such as de-AT, en or pt_BR.UTF-8; also none, or empty ones.
        known: The locales that there are, the default one first; those of a language in its own order.
    """
    return next((there for each in wanted if (there := _like(each, known))), known[0])


def _like(wanted: str, known: Sequence[str]) -> str:
    """This locale, or the first one of its language; empty where there is none."""
    asked = wanted.partition(".")[0].replace("_", "-").lower()
    same = [each for each in known if _language(each) == _language(asked)]
    return next((each for each in same if each.lower() == asked), same[0] if same else "")


def _language(locale: str) -> str:
    return locale.partition("-")[0].lower()


class Locales(Mapping[str, Spoken]):
    """What every locale has, the default locale first; that of a language is made once it is asked for.

    A process that is never asked for a language never reads its files.
    """

    def __init__(self, tags: Mapping[str, str], load: Callable[[str], Mapping[str, Spoken]]) -> None:
        """Nothing is loaded yet.

        Args:
            tags: The language of each locale, the default locale first.
            load: Gives what the locales of a language have, by locale.
        """
        self.tags = tags
        self._load = load
        self._loaded: dict[str, Mapping[str, Spoken]] = {}
        self._lock = Lock()

    def __getitem__(self, locale: str) -> Spoken:
        """What a locale has."""
        return self.of(self.tags[locale])[locale]

    def __iter__(self) -> Iterator[str]:
        """The locales."""
        return iter(self.tags)

    def __len__(self) -> int:
        """How many locales there are."""
        return len(self.tags)

    def of(self, tag: str) -> Mapping[str, Spoken]:
        """What the locales of a language have."""
        with self._lock:  # each is one and the same to everybody: words are compared by identity
            if tag not in self._loaded:
                self._loaded[tag] = self._load(tag)
            return self._loaded[tag]

    def near(self, wanted: str) -> Spoken:
        """What the locale has that answers somebody; see `nearest`."""
        return self[wanted if wanted in self.tags else nearest((wanted,), tuple(self.tags))]

    @property
    def first(self) -> Spoken:
        """What the default locale has."""
        return self[next(iter(self.tags))]
