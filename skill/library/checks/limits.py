"""The rule that a limit comes before its movement: "shoulders down", and then "roll your knees".

Which words limit which movement stands in a language's `limits.toml`, for every stretch. It is held
against all that anybody is told on the way in, in full, in short and to the other side, in every way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from skill.library.checks.coaching import first_of
from skill.library.language import Language, StretchWords
from skill.library.reading import Problems, Table
from skill.library.records import Library


@dataclass(frozen=True)
class Limit:
    """A movement, and what limits it."""

    goes: tuple[str, ...]
    """Words that tell the movement, in one way of the stretch or another."""
    only: tuple[str, ...]
    """Words of which one is said before it, or in the same text."""


Limits = Mapping[str, tuple[Limit, ...]]
"""What limits the movements of each stretch, by its id."""


def read_limits(table: Table) -> Limits:
    """A language's `limits.toml`."""
    limits = {
        stretch: tuple(Limit(row.texts("goes"), row.texts("only")) for row in table.rows(stretch))
        for stretch in table.names()
    }
    table.close()
    return limits


def check_limits(library: Library, language: Language, limits: Limits, problems: Problems) -> None:
    """Hold the way into every stretch, in every way, against what limits its movements."""
    at = f"content/locales/{language.tag}"
    file = f"{at}/limits.toml"
    if problems.has(file, "file"):
        return
    for unknown in limits.keys() - library.stretches.keys():
        problems.note(file, unknown, "is no stretch")
    for stretch in library.stretches.values():
        words, told = language.stretches.get(stretch.id), f"{at}/stretches/{stretch.id}.toml"
        if words is None or problems.has(told, "file", "ways", "steps", "brief", "switch", "move"):
            continue
        ways = {way: words.in_way(way) for way in ("", *words.ways)}
        if not limits.get(stretch.id):
            problems.note(file, stretch.id, "is missing: nothing limits its movements")
        for limit in limits.get(stretch.id, ()):
            for way, said in ways.items():
                for key, problem in _unlimited(said, limit, one_leg=stretch.one_leg):
                    problems.note(told, f"ways.{way}.{key}" if way else key, problem)
            for word in _never_said(ways.values(), limit, one_leg=stretch.one_leg):
                problems.note(file, stretch.id, f"{word!r} is said nowhere")


def _unlimited(words: StretchWords, limit: Limit, *, one_leg: bool) -> Iterator[tuple[str, str]]:
    for key, texts in _ways_in(words, one_leg=one_leg).items():
        heard = ""
        for text in texts:
            heard = f"{heard} {text}"
            if moved := first_of(text, limit.goes):
                if not first_of(heard, limit.only):
                    yield key, f"says {moved!r}, and before it none of {', '.join(limit.only)}"
                break
        else:
            yield key, f"tells none of {', '.join(limit.goes)}, which `limits.toml` limits"


def _ways_in(words: StretchWords, *, one_leg: bool) -> dict[str, tuple[str, ...]]:
    """All that is said until the work is under way, by the list that it begins with."""
    brief = (*words.brief, *words.move)
    ways = {"steps": (*words.steps, *words.move), "brief": brief}
    if words.switch:
        # On one leg the foot is set down, and the short way in follows.
        ways["switch"] = (*words.switch, *(brief if one_leg else ()))
    return ways


def _never_said(ways: Iterable[StretchWords], limit: Limit, *, one_leg: bool) -> Iterator[str]:
    """The words of a limit that no way in has: nobody is held to them any more."""
    said = " ".join(
        text for words in ways for texts in _ways_in(words, one_leg=one_leg).values() for text in texts
    )
    yield from (word for word in (*limit.goes, *limit.only) if not first_of(said, (word,)))
