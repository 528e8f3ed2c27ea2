"""The rules of the files about care, among themselves and against the rest of the library."""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from skill.library.care import Body, Care, Condition, Sign, Triage
from skill.library.language import Language
from skill.library.reading import Problems
from skill.library.records import OURS, Library

CONDITIONS, SIGNS, SOURCES = "conditions.toml", "signs.toml", "care_sources.toml"


def check_care(library: Library, problems: Problems) -> None:
    """The rules of the language-neutral files."""
    _every_column_has_every_stretch(library, problems)
    _every_column_is_somebodys(library, problems)
    _care_has_known_sources(library, problems)
    for condition in library.conditions.values():
        _condition_fits(library, condition, problems)
    for sign in library.signs.values():
        _sign_fits(library, sign, problems)
    _questions_lead_to_signs(library, problems)


def check_care_words(library: Library, language: Language, problems: Problems) -> None:
    """The rules of one language's files: whatever is said has words, and no words are for nothing."""
    at, signs = f"content/locales/{language.tag}", library.signs.values()
    asked = {condition.asks for condition in library.conditions.values() if condition.asks}
    told = {sign.id for sign in signs if sign.triage not in (Triage.EMERGENCY, Triage.ASK)}
    bodies = {sign.body for sign in signs if sign.triage is Triage.EMERGENCY} - {Body.NONE}
    words = language.signs
    for neutral, key, wanted, found in (
        (CONDITIONS, "conditions", library.conditions, language.conditions),
        (CONDITIONS, "questions", asked, language.condition_questions),
        (SOURCES, "", library.care_sources, language.care_sources),
        (SIGNS, "answers", told, words.answers),
        (SIGNS, "questions", {sign.asks for sign in signs if sign.asks}, words.questions),
        (SIGNS, "bodies", bodies, words.bodies),
    ):
        # What is wrong with the ids themselves leaves words over or short: that is no news.
        if wanted and not problems.has(f"content/{neutral}", "file", "conditions", "signs", "questions"):
            _have_words(wanted, found, f"{at}/{neutral}", key, problems)
    for column in sorted({*library.care, *language.care}):
        _reasons_have_words(library, language, column, problems)


def _every_column_has_every_stretch(library: Library, problems: Problems) -> None:
    if not library.stretches:
        return
    for column, cares in library.care.items():
        file = f"content/care/{column}.toml"
        if problems.has(file, "file", "verdicts"):
            continue
        for stretch in sorted(library.stretches.keys() - cares):
            problems.note(file, "verdicts", f"{stretch!r} is in none of them")
        for stretch in sorted(cares.keys() - library.stretches):
            problems.note(file, "verdicts", f"{stretch!r} is no stretch")


def _every_column_is_somebodys(library: Library, problems: Problems) -> None:
    if problems.has(f"content/{CONDITIONS}", "file"):
        return
    meant = {column for condition in library.conditions.values() for column in condition.columns}
    for column in sorted(library.care.keys() - meant):
        problems.note(f"content/care/{column}.toml", "file", f"is a column of nothing in {CONDITIONS}")


def _care_has_known_sources(library: Library, problems: Problems) -> None:
    if not library.sources or not library.care_sources:
        return
    known = {*library.sources, *library.care_sources, OURS}
    for column, cares in library.care.items():
        named = {source for care in cares.values() for source in care.sources}
        for source in sorted(named - known):
            problems.note(f"content/care/{column}.toml", "sources", f"{source!r} is unknown")
    for sign in library.signs.values():
        for source in sign.sources:
            if source not in known:
                problems.note(f"content/{SIGNS}", f"signs.{sign.id}.sources", f"{source!r} is unknown")


def _condition_fits(library: Library, condition: Condition, problems: Problems) -> None:
    for key, problem in (
        *_wrong_columns(condition, library.care),
        *_wrong_times(condition),
        *_wrong_places(condition, library),
    ):
        problems.note(f"content/{CONDITIONS}", f"conditions.{condition.id}{key}", problem)


def _wrong_columns(
    condition: Condition, care: Mapping[str, Mapping[str, Care]]
) -> Iterator[tuple[str, str]]:
    columns = condition.columns
    if not columns and not condition.avoids:
        yield "", "must have `columns` or `avoids`"
    for column in columns:
        if care and column not in care:
            yield ".columns", f"{column!r} has no file in content/care"
    if (len(columns) > 1) != bool(condition.asks):
        yield ".asks", "is missing" if len(columns) > 1 else "decides nothing: there is one column"
    for stricter, milder in pairwise(columns):
        for stretch in sorted(_milder(care.get(stricter, {}), care.get(milder, {}))):
            yield ".columns", f"{stricter!r} must not be milder than {milder!r}: it is for {stretch!r}"


def _wrong_times(condition: Condition) -> Iterator[tuple[str, str]]:
    """What is wrong with how long its columns count: the strictest counts the shortest, or last."""
    until, since, columns = condition.until_months, condition.from_weeks, len(condition.columns)
    if until and not columns - 1 <= len(until) <= columns:
        yield ".until_months", "must have a figure for each column, or for all but the last"
    if list(until) != sorted(until):
        yield ".until_months", "must rise: the strictest column counts the shortest"
    if since and len(since) != columns:
        yield ".from_weeks", "must have a figure for each column"
    if list(since) != sorted(since, reverse=True):
        yield ".from_weeks", "must fall: the strictest column comes last"
    if until and since:
        yield ".from_weeks", "is for what goes on, and `until_months` for what was"


def _milder(one: Mapping[str, Care], other: Mapping[str, Care]) -> set[str]:
    return {
        stretch
        for stretch in one.keys() & other
        if one[stretch].verdict.strictness < other[stretch].verdict.strictness
    }


def _wrong_places(condition: Condition, library: Library) -> Iterator[tuple[str, str]]:
    heights = {position.height for position in library.positions.values()}
    for avoided in condition.avoids:
        if library.positions and avoided not in {*library.positions, *heights}:
            yield ".avoids", f"{avoided!r} is no height and no position"


def _sign_fits(library: Library, sign: Sign, problems: Problems) -> None:
    at = f"signs.{sign.id}"
    if problems.has(f"content/{SIGNS}", f"{at}.triage"):
        return
    asks = sign.triage is Triage.ASK
    if bool(sign.asks) != asks:
        problem = "is missing" if asks else "is only for a sign that asks"
        problems.note(f"content/{SIGNS}", f"{at}.asks", problem)
    elif asks and sign.asks not in library.sign_questions:
        problems.note(f"content/{SIGNS}", f"{at}.asks", f"{sign.asks!r} is no question")
    if sign.part and sign.triage is not Triage.EASE:
        problems.note(f"content/{SIGNS}", f"{at}.part", "is only for a sign that eases")


def _questions_lead_to_signs(library: Library, problems: Problems) -> None:
    asked = {sign.asks for sign in library.signs.values()}
    all_ask_well = not problems.has(f"content/{SIGNS}", "signs")
    for question in library.sign_questions.values():
        at = f"questions.{question.id}"
        if question.id not in asked and all_ask_well:
            problems.note(f"content/{SIGNS}", at, "is asked by no sign")
        answers = {"yes": question.yes, "no": question.no, "unclear": question.unclear}
        for key, answer in answers.items():
            if answer and library.signs and answer not in library.signs:
                problems.note(f"content/{SIGNS}", f"{at}.{key}", f"{answer!r} is no sign")
        if all(answer in library.signs for answer in answers.values()):
            _question_decides(at, {key: library.signs[sign] for key, sign in answers.items()}, problems)


def _question_decides(at: str, answers: Mapping[str, Sign], problems: Problems) -> None:
    for key, sign in answers.items():
        if sign.triage is Triage.ASK:
            problems.note(f"content/{SIGNS}", f"{at}.{key}", f"{sign.id!r} asks again")
    gravest = max(sign.triage.gravity for sign in answers.values())
    if answers["unclear"].triage.gravity < gravest:
        problems.note(f"content/{SIGNS}", f"{at}.unclear", "must be the graver of the two")


def _reasons_have_words(library: Library, language: Language, column: str, problems: Problems) -> None:
    neutral = f"content/care/{column}.toml"
    file = f"content/locales/{language.tag}/care/{column}.toml"
    if column not in language.care:
        problems.note(neutral, "file", f"has no words in content/locales/{language.tag}/care")
    elif column not in library.care:
        problems.note(file, "file", "has no entry in content/care")
    elif not problems.has(neutral, "file", "verdicts"):
        reasons = {care.reason for care in library.care[column].values() if care.reason}
        _have_words(reasons, language.care[column], file, "reasons", problems)


def _have_words(
    wanted: Collection[str], found: Collection[str], file: str, key: str, problems: Problems
) -> None:
    if problems.has(file, "file", *([key] if key else [])):
        return
    at = f"{key}." if key else ""
    for entry in sorted(set(wanted) - set(found)):
        problems.note(file, f"{at}{entry}", "is missing")
    for entry in sorted(set(found) - set(wanted)):
        problems.note(file, f"{at}{entry}", "is words for nothing")
