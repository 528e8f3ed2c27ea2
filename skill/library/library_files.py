"""The language-neutral files → the library: stretches, routines, positions and sources."""

from pathlib import Path

from skill.library.care_files import read_care_sources, read_column, read_conditions, read_signs
from skill.library.checks.content import check_library
from skill.library.reading import Problems, Table, read_each, read_file
from skill.library.records import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    BodyPosition,
    Dose,
    Level,
    Library,
    Planning,
    Routine,
    Sides,
    Source,
    Stretch,
    Way,
)

WORK = ("hold", "breaths", "movement")


def read_library(folder: Path, problems: Problems) -> Library:
    """The language-neutral half of the content; problems of its files are noted."""
    positions = _positions(read_file(folder, "positions.toml", problems))
    signs, sign_questions = read_signs(read_file(folder, "signs.toml", problems))
    library = Library(
        stretches=read_each(folder, "stretches", _stretch, problems),
        routines=read_each(folder, "routines", _routine, problems),
        positions=positions,
        sources=_sources(read_file(folder, "sources.toml", problems)),
        areas=_ids(read_file(folder, "areas.toml", problems), "areas"),
        equipment=_ids(read_file(folder, "equipment.toml", problems), "equipment"),
        conditions=read_conditions(read_file(folder, "conditions.toml", problems)),
        care=read_each(folder, "care", read_column, problems),
        care_sources=read_care_sources(read_file(folder, "care_sources.toml", problems)),
        signs=signs,
        sign_questions=sign_questions,
    )
    check_library(library, problems)
    return library


def _stretch(entry: str, table: Table) -> Stretch:
    work = table.one_of("work", WORK)
    doses = table.table("doses")
    read = Stretch(
        id=entry,
        position=table.text("position"),
        sides=table.choice("sides", Sides),
        doses={level: _dose(doses.table(level), work) for level in Level},
        areas=table.texts("areas"),
        benefit_sources=table.texts("benefit_sources"),
        step_sources=table.texts("step_sources"),
        ways=_ways(table.table("ways")),
        equipment=table.texts("equipment", optional=True),
        helpful=table.texts("helpful", optional=True),
        own_caution_sources=table.texts("own_caution_sources", optional=True),
        planning=table.choice("planning", Planning),
        step_pause=table.figure("step_pause", 1, 10) if "step_pause" in table.names() else None,
        ends_in=table.text("ends_in", optional=True) or None,
        one_leg=table.flag("one_leg"),
    )
    doses.close()
    return read


def _ways(table: Table) -> dict[str, Way]:
    ways = {}
    for entry, row in table.tables():
        ways[entry] = Way(
            spares=row.texts("spares", optional=True),
            sources=row.texts("sources"),
            helpful=row.texts("helpful", optional=True),
        )
        row.close()
    return ways


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


def _positions(table: Table) -> dict[str, BodyPosition]:
    positions = {}
    for entry, row in table.table("positions").tables():
        positions[entry] = BodyPosition(
            entry, row.text("height"), row.text("place"), row.text("in_bed", optional=True)
        )
        row.close()
    table.close()
    return positions


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
