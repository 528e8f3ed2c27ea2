"""The rules of the ways to do a stretch: each is reached by something, and is easier than usual."""

from collections.abc import Iterator

from skill.library.language import Language, StretchWords, WayWords
from skill.library.reading import Problems
from skill.library.records import (
    GENTLE,
    LIFTING,
    MOST_ON_ONE_LEG,
    OURS,
    Level,
    Library,
    Movement,
    Sides,
    Stretch,
)


def check_ways(library: Library, problems: Problems) -> None:
    """The rules of the language-neutral files."""
    named = {
        (stretch, care.way)
        for cares in library.care.values()
        for stretch, care in cares.items()
        if care.way
    }
    for stretch in library.stretches.values():
        file = f"content/stretches/{stretch.id}.toml"
        if problems.has(file, "file"):
            continue
        told = {way for each, way in named if each == stretch.id}
        for key, problem in (*_wrong_ways(library, stretch, told), *_wrong_balance(stretch)):
            if not problems.has(file, key):
                problems.note(file, key, problem)
    for column, cares in library.care.items():
        for entry, care in cares.items():
            ways = library.stretches[entry].ways if entry in library.stretches else {}
            if care.way not in ("", GENTLE) and ways and care.way not in ways:
                file = f"content/care/{column}.toml"
                problems.note(file, "verdicts", f"{entry!r} has no way called {care.way!r}")


def check_way_words(library: Library, language: Language, problems: Problems) -> None:
    """The rules of one language's files."""
    for stretch in library.stretches.values():
        words = language.stretches.get(stretch.id)
        neutral = f"content/stretches/{stretch.id}.toml"
        file = f"content/locales/{language.tag}/stretches/{stretch.id}.toml"
        if words is None or problems.has(file, "file", "ways") or problems.has(neutral, "file", "ways"):
            continue
        for way in stretch.ways.keys() - words.ways.keys():
            problems.note(file, f"ways.{way}", "is missing")
        for way in words.ways.keys() - stretch.ways.keys():
            problems.note(file, f"ways.{way}", f"is no way of {neutral}")
        for way, own in words.ways.items():
            for key, problem in _wrong_words(words, own):
                if not key or not problems.has(file, key.removeprefix(".")):
                    problems.note(file, f"ways.{way}{key}", problem)
        gentle = words.ways.get(GENTLE)
        if gentle and not problems.has(neutral, "doses") and not _is_less(stretch, gentle):
            problems.note(
                file,
                f"ways.{GENTLE}",
                "must be less than usual: fewer seconds or times, or other steps",
            )


def _wrong_ways(library: Library, stretch: Stretch, named: set[str]) -> Iterator[tuple[str, str]]:
    ways = stretch.ways
    if GENTLE not in ways:
        yield "ways", f"must have {GENTLE!r}"
    parts = {sign.part for sign in library.signs.values()} - {""}
    known = {*library.sources, *library.care_sources, OURS}
    spared = [part for way in ways.values() for part in way.spares]
    for way, each in ways.items():
        if way not in (GENTLE, *named) and not each.spares:
            yield f"ways.{way}", "is reached by nothing: no part is spared, and no verdict names it"
        for part in each.spares:
            if parts and part not in parts:
                yield f"ways.{way}.spares", f"{part!r} is named by no sign"
            if spared.count(part) > 1:
                yield f"ways.{way}.spares", f"{part!r} is spared by two ways"
        for source in each.sources:
            if library.sources and library.care_sources and source not in known:
                yield f"ways.{way}.sources", f"{source!r} is unknown"
    # The page that shows a stretch names the articles of its easier way.
    if GENTLE in ways and library.sources and set(ways[GENTLE].sources) & library.care_sources.keys():
        yield f"ways.{GENTLE}.sources", "must be articles or ours"


def _wrong_balance(stretch: Stretch) -> Iterator[tuple[str, str]]:
    if not stretch.one_leg:
        return
    works = [dose.work for dose in stretch.doses.values()]
    if stretch.sides is not Sides.EACH or not all(isinstance(work, Movement) for work in works):
        yield "one_leg", "is only for a movement with sides: the foot has to come down"
    for level, dose in stretch.doses.items():
        if dose.seconds.value > MOST_ON_ONE_LEG - LIFTING:
            yield f"doses.{level}.seconds", f"are over {MOST_ON_ONE_LEG - LIFTING} on one leg"


def _wrong_words(words: StretchWords, way: WayWords) -> Iterator[tuple[str, str]]:
    """Changed is what the stretch has, and for whoever knows it as for whoever does not."""
    for key in ("again", "again_other", "switch", "move", "move_brief", "move_other", "felt", "ease"):
        if getattr(way, key) and not getattr(words, key):
            yield f".{key}", "is never spoken for this stretch"
    for one, other in (("steps", "brief"), ("move", "move_brief")):
        if bool(getattr(way, one)) != bool(getattr(way, other)):
            yield "", f"must change both of `{one}` and `{other}`, or neither"
    changed = words.in_way("")
    if way.move and len(way.move) != len(changed.move):
        yield ".move", f"must hold {len(changed.move)} texts, as the usual one does"
    if len(way.move) != len(way.move_brief):
        yield ".move_brief", f"must hold {len(way.move)} texts, as `move` does"


def _is_less(stretch: Stretch, gentle: WayWords) -> bool:
    """Whether somebody at the gentle level can tell: by what is done, or by how often and how long."""
    return bool(gentle.steps) or _seconds(stretch, Level.GENTLE) < _seconds(stretch, Level.STANDARD)


def _seconds(stretch: Stretch, level: Level) -> int:
    dose = stretch.doses[level]
    breaths = dose.breaths.value if dose.breaths is not None else 1
    return dose.repetitions.value * dose.seconds.value * breaths
