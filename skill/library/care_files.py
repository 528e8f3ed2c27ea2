"""The files about care → their records: the conditions, the matrix, its sources, the signs."""

from skill.library.care import (
    Body,
    Care,
    CareSource,
    Condition,
    ConditionWords,
    Reading,
    Sign,
    SignQuestion,
    SignWords,
    Triage,
    Verdict,
)
from skill.library.reading import Table
from skill.library.records import GENTLE


def read_conditions(table: Table) -> dict[str, Condition]:
    """`conditions.toml`: what a body may have, and the columns of the matrix it counts as."""
    conditions = {}
    for entry, row in table.table("conditions").tables():
        conditions[entry] = Condition(
            id=entry,
            columns=row.texts("columns", optional=True),
            asks=row.text("asks", optional=True),
            avoids=row.texts("avoids", optional=True),
            passing=row.flag("passing"),
            wears_off=row.flag("wears_off"),
            evident=row.flag("evident"),
            in_bed=row.flag("in_bed"),
            until_months=row.numbers("until_months"),
            from_weeks=row.numbers("from_weeks"),
            yes_is=row.text("yes_is", optional=True),
        )
        row.close()
    table.close()
    return conditions


def read_column(column: str, table: Table) -> dict[str, Care]:
    """`care/<column>.toml`: what it says about each stretch, one group after the other."""
    cares: dict[str, Care] = {}
    for row in table.rows("verdicts"):
        verdict = row.choice("verdict", Verdict)
        care = Care(
            verdict=verdict,
            reason=row.text("reason", optional=verdict is Verdict.FINE),
            sources=row.texts("sources"),
            column=column,
            way=_way(row, verdict),
        )
        for stretch in row.texts("stretches"):
            if stretch in cares:
                row.note("stretches", f"{stretch!r} stands there twice")
            cares[stretch] = care
    return cares


def _way(row: Table, verdict: Verdict) -> str:
    if verdict is Verdict.EASE:
        return row.text("way", optional=True) or GENTLE
    if "way" in row.names():
        row.note("way", "is only for what is eased")
        row.text("way")
    return ""


def read_care_sources(table: Table) -> dict[str, CareSource]:
    """`care_sources.toml`: the published pages, and how each was read."""
    sources = {}
    for entry, row in table.tables():
        sources[entry] = CareSource(
            id=entry,
            title=row.text("title"),
            addresses=row.texts("addresses"),
            read=row.choice("read", Reading),
        )
        row.close()
    return sources


def read_signs(table: Table) -> tuple[dict[str, Sign], dict[str, SignQuestion]]:
    """`signs.toml`: the complaints by how grave they are, and the questions about some of them."""
    signs, questions = {}, {}
    for entry, row in table.table("signs").tables():
        signs[entry] = Sign(
            id=entry,
            triage=row.choice("triage", Triage),
            sources=row.texts("sources"),
            body=row.choice("body", Body) if "body" in row.names() else Body.NONE,
            asks=row.text("asks", optional=True),
            part=row.text("part", optional=True),
        )
        row.close()
    for entry, row in table.table("questions").tables():
        questions[entry] = SignQuestion(entry, row.text("yes"), row.text("no"), row.text("unclear"))
        row.close()
    table.close()
    return signs, questions


def read_condition_words(table: Table) -> tuple[dict[str, ConditionWords], dict[str, str]]:
    """A language's `conditions.toml`: conditions as they are said back, and questions about them."""
    conditions = {}
    for entry, row in table.table("conditions").tables():
        conditions[entry] = ConditionWords(row.text("name"), row.text("with_it"), row.text("said"))
        row.close()
    questions = table.table("questions").all_texts()
    table.close()
    return conditions, questions


def read_reasons(_: str, table: Table) -> dict[str, str]:
    """A language's `care/<column>.toml`: the words of its reasons."""
    return table.table("reasons").all_texts()


def read_sign_words(table: Table) -> SignWords:
    """A language's `signs.toml`: what is said about complaints."""
    words = SignWords(
        call=table.text("call"),
        stop=table.text("stop"),
        bodies=table.table("bodies").all_texts(),
        questions=table.table("questions").all_texts(),
        answers=table.table("answers").all_texts(),
    )
    table.close()
    return words
