"""What the content says about conditions and complaints, as tables for docs/care.md."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from skill.library.care import Care, Condition, Reading, Sign, Triage, Verdict
from skill.library.loading import load_language, load_library
from skill.library.records import OURS

CONTENT = Path(__file__).resolve().parent.parent / "content"
LIBRARY = load_library(CONTENT)
ENGLISH = load_language(CONTENT, "en", LIBRARY)

LETTERS = {Verdict.FINE: "·", Verdict.EASE: "E", Verdict.ASK_FIRST: "A", Verdict.LEAVE_OUT: "L"}
VERDICTS = {
    Verdict.FINE: "fine",
    Verdict.EASE: "ease",
    Verdict.ASK_FIRST: "ask first",
    Verdict.LEAVE_OUT: "leave out",
}
TRIAGES = {
    Triage.EMERGENCY: "The emergency number at once",
    Triage.DOCTOR: "Enough for today, and a doctor soon",
    Triage.ASK: "One question first",
    Triage.LEAVE: "Not this stretch today",
    Triage.EASE: "Less of it",
    Triage.HARMLESS: "Common, and something to do about it",
    Triage.EFFORT: "What a stretch feels like",
}
READ = {
    Reading.COPY: "a stored copy",
    Reading.OPENING: "its opening",
    Reading.SECOND_HAND: "second hand",
}


def conditions() -> str:
    """Every condition with the columns it may mean, and the places it keeps the body from."""
    rows = (
        (
            words.name,
            ", then ".join(f"`{column}`" for column in condition.columns) or "none",
            ENGLISH.condition_questions.get(condition.asks, ""),
            _times(condition),
            ", ".join(f"`{place}`" for place in condition.avoids),
        )
        for condition in LIBRARY.conditions.values()
        for words in [ENGLISH.conditions[condition.id]]
    )
    return _table(
        ("condition", "said back as", "columns", "what is asked", "when they count", "avoids"), rows
    )


def _times(condition: Condition) -> str:
    """Up to when, or from when, each of its columns counts."""
    until = [f"up to {months:g} months ago" for months in condition.until_months]
    since = [f"from week {weeks:g}" for weeks in condition.from_weeks]
    return ", then ".join(until + since)


def matrix() -> str:
    """Every verdict, a row a column of the matrix and a column a stretch."""
    stretches = sorted(LIBRARY.stretches)
    rows = (
        (f"`{column}`", *(LETTERS[cares[stretch].verdict] for stretch in stretches))
        for column, cares in LIBRARY.care.items()
    )
    numbered = [f"{number} `{stretch}`" for number, stretch in enumerate(stretches, 1)]
    heads = ("column", *(str(number) for number, _ in enumerate(stretches, 1)))
    return f"{', '.join(numbered)}.\n\n{_table(heads, rows)}"


def reasons() -> str:
    """Per column of the matrix: the verdicts with their stretches, words and sources."""
    heads = ("verdict", "stretches", "what is said", "way", "sources")
    return "\n\n".join(f"### {column}\n\n{_table(heads, _verdicts(column))}" for column in LIBRARY.care)


def signs() -> str:
    """Every complaint by what is done about it, with what is said and the sources."""
    heads = ("complaint", "what is said", "sources")
    return "\n\n".join(
        f"### {title}\n\n{_table(heads, _signs(triage))}" for triage, title in TRIAGES.items()
    )


def questions() -> str:
    """Every question about a complaint, and what each answer is taken for."""
    rows = (
        (ENGLISH.signs.questions[each.id], f"`{each.yes}`", f"`{each.no}`", f"`{each.unclear}`")
        for each in LIBRARY.sign_questions.values()
    )
    return _table(("question", "yes", "no", "no clear answer"), rows)


def ours() -> str:
    """Everything that no page was found for, or not only a page: the careful side."""
    rows = [
        (f"`{column}`", _names(stretch for stretch, care in cares.items() if OURS in care.sources))
        for column, cares in LIBRARY.care.items()
        if any(OURS in care.sources for care in cares.values())
    ]
    complaints = _names(sign.id for sign in LIBRARY.signs.values() if OURS in sign.sources)
    return f"{_table(('column', 'stretches'), rows)}\n\nAnd among the complaints: {complaints}."


def sources() -> str:
    """Every page that was read, and how."""
    rows = (
        (
            source.id,
            source.title,
            " ".join(f"<{address}>" for address in source.addresses),
            READ[source.read],
        )
        for source in LIBRARY.care_sources.values()
    )
    return _table(("id", "page", "address", "read"), rows)


def _verdicts(column: str) -> Iterator[tuple[str, ...]]:
    groups: dict[Care, list[str]] = {}
    for stretch, care in LIBRARY.care[column].items():
        groups.setdefault(care, []).append(stretch)
    for care, stretches in groups.items():
        said = ENGLISH.care[column].get(care.reason, "")
        way = _names([care.way] if care.way else [])
        yield VERDICTS[care.verdict], _names(stretches), said, way, ", ".join(care.sources)


def _signs(triage: Triage) -> Iterator[tuple[str, ...]]:
    for sign in LIBRARY.signs.values():
        if sign.triage is triage:
            yield f"`{sign.id}`", _told(sign), ", ".join(sign.sources)


def _told(sign: Sign) -> str:
    return ENGLISH.signs.answer(sign, "{number}")


def _names(ids: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in ids)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
