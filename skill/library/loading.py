"""Content files → records. Nothing is handed out unless all of it is sound."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from skill.errors import ContentError, SettingError
from skill.library.checks import check_language, check_library
from skill.library.compiled import Content
from skill.library.countries import (
    Country,
    check_countries,
    load_countries,
    localised,
    read_countries,
)
from skill.library.reading import Problems, Table, names_in, read_file
from skill.library.records import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    Dose,
    Language,
    Level,
    Library,
    Phrases,
    Planning,
    Position,
    PositionWords,
    Routine,
    RoutineWords,
    Sides,
    Source,
    Speaking,
    Stretch,
    StretchWords,
)
from skill.library.utterances import check_utterances

PACKAGE = Path(__file__).resolve().parent.parent

WORK = ("hold", "breaths", "movement")

NUMBERS, TENS = 20, 8
"""How many of the words for nought to nineteen and twenty to ninety a language must have."""
DURATIONS = ("minute_and_a_half", "and")
COUNTED = ("second", "minute", "hour", "stretch")
TIMES = ("once", "twice", "times")
SIDES = ("left", "right")
CLOCK = (
    *("noon", "midnight", "past", "to", "quarter", "half"),
    *("exact", "nought", "at", "at_part"),
)
PARTS = ("night", "morning", "afternoon", "evening")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RECURRENCES = ("daily", "weekdays", "weekends", "each", "today", "tomorrow", "on")

Record = TypeVar("Record")


def data_folder(name: str) -> Path:
    """Where `content` or `interaction_models` lies: inside an installed package, or beside it.

    Raises:
        SettingError: The folder is in neither place.
    """
    for folder in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    message = f"{name}/ is missing: it belongs beside {PACKAGE} or in {PACKAGE / '_data'}"
    raise SettingError(message)


def load_library(folder: Path) -> Library:
    """The language-neutral half.

    Raises:
        ContentError: With every problem of every file.
    """
    problems = Problems()
    library = _read_library(folder, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return library


def load_language(folder: Path, tag: str, library: Library, locale: str = "") -> Language:
    """The words of one language as one country speaks it, for a library that is sound.

    Args:
        folder: The content.
        tag: The language.
        library: Its language-neutral half.
        locale: The country's locale; without it the first of the language.

    Raises:
        ContentError: With every problem of every file.
        SettingError: The language has no such locale.
    """
    spoken = load_locales(folder, tag, library)
    if locale and locale not in spoken:
        raise SettingError(f"the locale {locale!r} is unknown: it can be {', '.join(spoken)}")
    return spoken[locale] if locale else next(iter(spoken.values()))


def load_locales(folder: Path, tag: str, library: Library) -> dict[str, Language]:
    """One language as each of its countries speaks it, by their locales.

    Raises:
        ContentError: With every problem of every file.
    """
    problems = Problems()
    language = _read_language(folder, tag, library, problems)
    countries = read_countries(folder, tag, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return {locale: localised(language, country) for locale, country in countries.items()}


def problems_of(folder: Path) -> list[str]:
    """Every problem of every file of the content, words of all languages included."""
    problems = Problems()
    library = _read_library(folder, problems)
    tags = languages(folder)
    if not tags:
        problems.note("content/locales", "folder", "holds no language")
    spoken = {tag: _read_language(folder, tag, library, problems) for tag in tags}
    countries = {tag: read_countries(folder, tag, problems) for tag in tags}
    said = check_utterances(folder, tags, problems)
    if not problems.lines:  # otherwise a word may stand where nothing could be read
        for tag in tags:
            check_countries(countries[tag].values(), spoken[tag], said[tag], problems)
    return problems.lines


def languages(folder: Path) -> tuple[str, ...]:
    """The languages there are words in."""
    return tuple(sorted(path.name for path in (folder / "locales").glob("*") if path.is_dir()))


def load_content(folder: Path) -> Content:
    """All of it: the library, and the words for every locale.

    Raises:
        ContentError: With every problem of every file.
    """
    library = load_library(folder)
    return library, {
        locale: language
        for tag in languages(folder)
        for locale, language in load_locales(folder, tag, library).items()
    }


def locales(folder: Path) -> dict[str, Country]:
    """The countries that the skill is offered in, by their Alexa locales.

    Raises:
        ContentError: One of the languages' `countries.toml` has problems.
    """
    return {
        locale: country
        for tag in languages(folder)
        for locale, country in load_countries(folder, tag).items()
    }


def _read_library(folder: Path, problems: Problems) -> Library:
    positions, move_seconds = _positions(read_file(folder, "positions.toml", problems))
    library = Library(
        stretches=_each(folder, "stretches", _stretch, problems),
        routines=_each(folder, "routines", _routine, problems),
        positions=positions,
        sources=_sources(read_file(folder, "sources.toml", problems)),
        move_seconds=move_seconds,
        cautions=_ids(read_file(folder, "cautions.toml", problems), "cautions"),
        areas=_ids(read_file(folder, "areas.toml", problems), "areas"),
        equipment=_ids(read_file(folder, "equipment.toml", problems), "equipment"),
    )
    check_library(library, problems)
    return library


def _read_language(folder: Path, tag: str, library: Library, problems: Problems) -> Language:
    """A language as it is written, before any country has put in its own words."""

    def file(name: str) -> Table:
        return read_file(folder, f"locales/{tag}/{name}.toml", problems)

    positions, moves = _position_words(file("positions"))
    prompts = file("prompts")
    language = Language(
        tag=tag,
        locale=tag,
        emergency="",
        stretches=_each(folder, f"locales/{tag}/stretches", _stretch_words, problems),
        routines=_each(folder, f"locales/{tag}/routines", _routine_words, problems),
        positions=positions,
        moves=moves,
        shared_names=_shared_names(file("shared_names")),
        cautions=_flat(file("cautions")),
        areas=_flat(file("areas")),
        equipment=_flat(file("equipment")),
        sources=_flat(file("sources")),
        prompts={key: prompts.texts(key) for key in prompts.names()},
        placeholders=_placeholders(read_file(folder, "prompts.toml", problems)),
        phrases=_phrases(file("phrases")),
        speaking=_speaking(file("speaking")),
    )
    check_language(library, language, problems)
    return language


def _each(
    folder: Path, name: str, read: Callable[[str, Table], Record], problems: Problems
) -> dict[str, Record]:
    records = {}
    entries = names_in(folder / name)
    if not entries:
        problems.note(f"content/{name}", "folder", "holds no TOML files")
    for entry in entries:
        table = read_file(folder, f"{name}/{entry}.toml", problems)
        records[entry] = read(entry, table)
        table.close()
    return records


def _stretch(entry: str, table: Table) -> Stretch:
    work = table.one_of("work", WORK)
    doses = table.table("doses")
    read = Stretch(
        id=entry,
        position=table.text("position"),
        sides=table.choice("sides", Sides),
        doses={level: _dose(doses.table(level), work) for level in Level},
        rest=table.figure("rest", 1, 20),
        areas=table.texts("areas"),
        benefit_sources=table.texts("benefit_sources"),
        step_sources=table.texts("step_sources"),
        easier_sources=table.texts("easier_sources"),
        equipment=table.texts("equipment", optional=True),
        helpful=table.texts("helpful", optional=True),
        cautions=table.texts("cautions", optional=True),
        own_caution_sources=table.texts("own_caution_sources", optional=True),
        planning=table.choice("planning", Planning),
        step_pause=table.figure("step_pause", 1, 10) if "step_pause" in table.names() else None,
        ends_in=table.text("ends_in", optional=True) or None,
    )
    doses.close()
    return read


def _dose(table: Table, work: str) -> Dose:
    in_breaths = work == "breaths" or (not work and "breaths" in table.names())
    breaths = table.figure("breaths", 1, 10) if in_breaths else None
    dose = Dose(
        repetitions=table.figure("repetitions", 1, 30),
        seconds=table.figure("seconds", SHORTEST_SECONDS, LONGEST_SECONDS),
        breaths=breaths,
        kind=work,
    )
    table.close()
    if breaths is not None and breaths.value * dose.seconds.value > LONGEST_SECONDS:
        table.note("breaths", f"take longer than {LONGEST_SECONDS} seconds")
    return dose


def _routine(entry: str, table: Table) -> Routine:
    return Routine(
        id=entry,
        stretches=table.texts("stretches"),
        source=table.text("source"),
        asks_for=table.text("asks_for", optional=True) or None,
    )


def _positions(table: Table) -> tuple[dict[str, Position], dict[tuple[str, str], int]]:
    positions = {}
    for entry, row in table.table("positions").tables():
        positions[entry] = Position(entry, row.text("height"), row.text("place"))
        row.close()
    seconds = {}
    for start, row in table.table("move_seconds").tables():
        for end in row.names():
            seconds[start, end] = row.whole(end, 1, LONGEST_SECONDS)
    table.close()
    return positions, seconds


def _sources(table: Table) -> dict[str, Source]:
    sources = {}
    for entry, row in table.tables():
        sources[entry] = Source(entry, row.text("title"), row.text("file"))
        row.close()
    return sources


def _ids(table: Table, key: str) -> tuple[str, ...]:
    ids = table.texts(key)
    table.close()
    return ids


def _stretch_words(_: str, table: Table) -> StretchWords:
    return StretchWords(
        name=table.text("name"),
        synonyms=table.texts("synonyms"),
        which=table.text("which"),
        steps=table.texts("steps"),
        brief=table.text("brief"),
        again=table.text("again", optional=True),
        switch=table.text("switch", optional=True),
        move=table.texts("move", optional=True),
        move_brief=table.texts("move_brief", optional=True),
        release=table.text("release"),
        felt=table.text("felt", optional=True),
        benefit=table.text("benefit"),
        easier=table.text("easier"),
        caution=table.text("caution", optional=True),
    )


def _routine_words(_: str, table: Table) -> RoutineWords:
    return RoutineWords(table.text("name"), table.texts("synonyms"), table.text("summary"))


def _position_words(table: Table) -> tuple[dict[str, PositionWords], dict[tuple[str, str], str]]:
    positions = {}
    for entry, row in table.table("positions").tables():
        positions[entry] = PositionWords(row.text("name"), row.text("get_in"))
        row.close()
    moves = {}
    for start, row in table.table("moves").tables():
        for end in row.names():
            moves[start, end] = row.text(end)
    table.close()
    return positions, moves


def _shared_names(table: Table) -> dict[str, tuple[str, ...]]:
    names = table.table("names")
    table.close()
    return {name: names.texts(name) for name in names.names()}


def _flat(table: Table) -> dict[str, str]:
    return {key: table.text(key) for key in table.names()}


def _exactly(table: Table, keys: tuple[str, ...]) -> dict[str, str]:
    texts = {key: table.text(key) for key in keys}
    table.close()
    return texts


def _placeholders(table: Table) -> dict[str, dict[str, str]]:
    return {key: _flat(row) for key, row in table.tables()}


def _phrases(table: Table) -> Phrases:
    numbers, tens = table.texts("numbers"), table.texts("tens")
    for key, texts, wanted in (("numbers", numbers, NUMBERS), ("tens", tens, TENS)):
        if texts and len(texts) != wanted:
            table.note(key, f"must hold {wanted} texts")
    heard, counted = table.table("heard_parts"), table.table("counted")
    phrases = Phrases(
        numbers=numbers,
        tens=tens,
        hundred=table.text("hundred"),
        ordinals=table.texts("ordinals"),
        durations=_exactly(table.table("durations"), DURATIONS),
        counted={unit: _exactly(counted.table(unit), ("one", "many")) for unit in COUNTED},
        times=_exactly(table.table("times"), TIMES),
        sides=_exactly(table.table("sides"), SIDES),
        clock=_exactly(table.table("clock"), CLOCK),
        parts_of_day=_exactly(table.table("parts_of_day"), PARTS),
        heard_parts={part: heard.texts(part) for part in PARTS},
        weekdays=_exactly(table.table("weekdays"), WEEKDAYS),
        recurrences=_exactly(table.table("recurrences"), RECURRENCES),
        common_words=table.texts("common_words"),
        around_names=table.texts("around_names"),
        both=table.text("both"),
        either=table.text("either"),
    )
    heard.close()
    counted.close()
    table.close()
    return phrases


def _speaking(table: Table) -> Speaking:
    speaking = Speaking(
        syllable=table.number("syllable"),
        word=table.number("word"),
        comma=table.number("comma"),
        sentence=table.number("sentence"),
        vowels=table.text("vowels"),
    )
    table.close()
    return speaking
