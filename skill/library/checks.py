"""The rules that hold between content files. One function a rule; each notes all it finds."""

import re
import string
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set

from skill.library.reading import Problems
from skill.library.records import OURS, Language, Library, Sides, StretchWords

UNSPEAKABLE = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿ ,.?!'’-]")
"""Everything but letters, spaces and the marks that only shape a sentence: figures are read out
differently by every voice, and `&`, `<` or a bracket breaks SSML or is spoken by name."""

SIDE_PLACEHOLDERS = frozenset({"side", "other"})
PLACEHOLDER_KINDS = frozenset({"text", "seconds", "number", "times"})


def check_library(library: Library, problems: Problems) -> None:
    """The rules of the language-neutral files."""
    _stretches_refer_to_what_exists(library, problems)
    _figures_have_known_sources(library, problems)
    _routines_name_known_stretches(library, problems)
    _every_change_of_height_has_seconds(library, problems)


def check_language(library: Library, language: Language, problems: Problems) -> None:
    """The rules of one language's files, among themselves and against the library."""
    _everything_has_words(library, language, problems)
    _words_fit_the_work(library, language, problems)
    _names_belong_to_one_entry(library, language, problems)
    _texts_can_be_spoken(language, problems)
    _prompts_fill_their_placeholders(language, problems)


def _stretches_refer_to_what_exists(library: Library, problems: Problems) -> None:
    for stretch in library.stretches.values():
        known = {
            "position": ((stretch.position,), library.positions),
            "ends_in": ((stretch.ends_in,) if stretch.ends_in else (), library.positions),
            "areas": (stretch.areas, library.areas),
            "equipment": (stretch.equipment, library.equipment),
            "helpful": (stretch.helpful, library.equipment),
            "cautions": (stretch.cautions, library.cautions),
        }
        for key, (used, existing) in known.items():
            for name in used:
                if name not in existing:
                    problems.note(f"content/stretches/{stretch.id}.toml", key, _no_such(name, existing))


def _figures_have_known_sources(library: Library, problems: Problems) -> None:
    known = {*library.sources, OURS}
    for stretch in library.stretches.values():
        file = f"content/stretches/{stretch.id}.toml"
        named = {
            "rest": stretch.rest.sources,
            "benefit_sources": stretch.benefit_sources,
            "step_sources": stretch.step_sources,
            "easier_sources": stretch.easier_sources,
            "own_caution_sources": stretch.own_caution_sources,
        }
        for level, dose in stretch.doses.items():
            named[f"doses.{level}.seconds"] = dose.seconds.sources
            named[f"doses.{level}.repetitions"] = dose.repetitions.sources
            if dose.breaths is not None:
                named[f"doses.{level}.breaths"] = dose.breaths.sources
        for key, sources in named.items():
            for source in sources:
                if source not in known:
                    problems.note(file, key, _no_such(source, known))


def _routines_name_known_stretches(library: Library, problems: Problems) -> None:
    for routine in library.routines.values():
        file = f"content/routines/{routine.id}.toml"
        for stretch in routine.stretches:
            if stretch not in library.stretches:
                problems.note(file, "stretches", _no_such(stretch, library.stretches))
        if routine.source not in library.sources:
            problems.note(file, "source", _no_such(routine.source, library.sources))
        if routine.asks_for is not None and routine.asks_for not in library.equipment:
            problems.note(file, "asks_for", _no_such(routine.asks_for, library.equipment))


def _every_change_of_height_has_seconds(library: Library, problems: Problems) -> None:
    heights = _heights(library)
    for start in heights:
        for end in heights:
            if (start, end) not in library.move_seconds:
                problems.note("content/positions.toml", f"move_seconds.{start}.{end}", "is missing")


def _everything_has_words(library: Library, language: Language, problems: Problems) -> None:
    at = f"content/locales/{language.tag}"
    for folder, neutral, words in (
        ("stretches", set(library.stretches), set(language.stretches)),
        ("routines", set(library.routines), set(language.routines)),
    ):
        for entry in sorted(neutral - words):
            problems.note(f"content/{folder}/{entry}.toml", "file", f"has no words in {at}/{folder}")
        for entry in sorted(words - neutral):
            problems.note(f"{at}/{folder}/{entry}.toml", "file", f"has no entry in content/{folder}")
    for name, neutral, words in (
        ("cautions", set(library.cautions), set(language.cautions)),
        ("areas", set(library.areas), set(language.areas)),
        ("equipment", set(library.equipment), set(language.equipment)),
        ("sources", set(library.sources), set(language.sources)),
        ("positions", set(library.positions), set(language.positions)),
    ):
        for entry in sorted(neutral - words):
            problems.note(f"{at}/{name}.toml", entry, "is missing")
        for entry in sorted(words - neutral):
            problems.note(f"{at}/{name}.toml", entry, f"is unknown in content/{name}.toml")
    heights = _heights(library)
    for start in heights:
        for end in heights:
            if start != end and (start, end) not in language.moves:
                problems.note(f"{at}/positions.toml", f"moves.{start}.{end}", "is missing")


def _words_fit_the_work(library: Library, language: Language, problems: Problems) -> None:
    for stretch in library.stretches.values():
        words = language.stretches.get(stretch.id)
        if words is None:
            continue
        doses = stretch.doses.values()
        moving = any(dose.kind == "movement" for dose in doses)
        repeated = any(dose.repetitions.value > 1 for dose in doses)
        wanted = {
            "again": (words.again, stretch.sides is Sides.NONE and repeated and not moving),
            "switch": (words.switch, stretch.sides is Sides.EACH),
            "move": (words.move, moving),
            "move_brief": (words.move_brief, moving),
            "felt": (words.felt, not moving),
            "caution": (words.caution, bool(stretch.own_caution_sources)),
        }
        file = f"content/locales/{language.tag}/stretches/{stretch.id}.toml"
        for key, (value, needed) in wanted.items():
            if needed and not value:
                problems.note(file, key, "is missing")
            if value and not needed:
                problems.note(file, key, "is never spoken for this stretch")
        if len(words.move) != len(words.move_brief):
            problems.note(file, "move_brief", f"must hold {len(words.move)} texts, as `move` does")
        if stretch.sides is Sides.NONE:
            for key, text in _texts_of(words):
                if SIDE_PLACEHOLDERS & set(_placeholders(text)):
                    problems.note(file, key, "names a side, and the stretch has none")


def _names_belong_to_one_entry(library: Library, language: Language, problems: Problems) -> None:
    at = f"content/locales/{language.tag}"
    stretches = {entry: words.synonyms for entry, words in language.stretches.items()}
    routines = {entry: words.synonyms for entry, words in language.routines.items()}
    _synonyms_are_ones_own(f"{at}/stretches", stretches, language.shared_names, problems)
    _synonyms_are_ones_own(f"{at}/routines", routines, (), problems)
    for name, ids in language.shared_names.items():
        if len(ids) < 2:
            problems.note(f"{at}/shared_names.toml", name, "must name two stretches or more")
        for entry in ids:
            if entry not in library.stretches:
                problems.note(f"{at}/shared_names.toml", name, _no_such(entry, library.stretches))


def _synonyms_are_ones_own(
    folder: str, names: Mapping[str, tuple[str, ...]], shared: Collection[str], problems: Problems
) -> None:
    owners = defaultdict(list)
    for entry, synonyms in names.items():
        for synonym in synonyms:
            owners[synonym].append(entry)
            if synonym != synonym.lower():
                problems.note(f"{folder}/{entry}.toml", "synonyms", f"{synonym!r} must be lower case")
    for synonym, (first, *others) in sorted(owners.items()):
        claimed = [*others, *(["shared_names.toml"] if synonym in shared else [])]
        if claimed:
            problems.note(
                f"{folder}/{first}.toml",
                "synonyms",
                f"{synonym!r} is also claimed by {', '.join(claimed)}; "
                "if both are meant, put it in shared_names.toml alone",
            )


def _texts_can_be_spoken(language: Language, problems: Problems) -> None:
    for file, key, text in _spoken_texts(language):
        bad = sorted(set(UNSPEAKABLE.findall(re.sub(r"\{\w+\}", "", text))))
        if bad:
            problems.note(file, key, f"has {' '.join(bad)}, which Alexa cannot speak")


def _prompts_fill_their_placeholders(language: Language, problems: Problems) -> None:
    file = f"content/locales/{language.tag}/prompts.toml"
    for key in sorted(language.placeholders.keys() - language.prompts.keys()):
        problems.note(file, key, "is missing")
    for key in sorted(language.prompts.keys() - language.placeholders.keys()):
        problems.note(file, key, "is unknown in content/prompts.toml")
    for key, kinds in language.placeholders.items():
        for name, kind in kinds.items():
            if kind not in PLACEHOLDER_KINDS:
                problems.note("content/prompts.toml", f"{key}.{name}", _no_such(kind, PLACEHOLDER_KINDS))
        for variant in language.prompts.get(key, ()):
            _all_filled(variant, set(kinds), file, key, problems)
    for entry, words in language.stretches.items():
        where = f"content/locales/{language.tag}/stretches/{entry}.toml"
        for key, text in _texts_of(words):
            _all_filled(text, SIDE_PLACEHOLDERS, where, key, problems)


def _all_filled(text: str, known: Set[str], file: str, key: str, problems: Problems) -> None:
    for name in _placeholders(text):
        if name not in known:
            problems.note(file, key, f"has {{{name}}}, which nobody fills")


def _spoken_texts(language: Language) -> Iterator[tuple[str, str, str]]:
    at = f"content/locales/{language.tag}"
    for entry, stretch in language.stretches.items():
        for key, text in _texts_of(stretch):
            yield f"{at}/stretches/{entry}.toml", key, text
    for entry, routine in language.routines.items():
        yield f"{at}/routines/{entry}.toml", "name", routine.name
        yield f"{at}/routines/{entry}.toml", "summary", routine.summary
    for entry, position in language.positions.items():
        yield f"{at}/positions.toml", f"positions.{entry}.name", position.name
        yield f"{at}/positions.toml", f"positions.{entry}.get_in", position.get_in
    for (start, end), text in language.moves.items():
        yield f"{at}/positions.toml", f"moves.{start}.{end}", text
    for key, variants in language.prompts.items():
        for variant in variants:
            yield f"{at}/prompts.toml", key, variant
    yield from _flat_texts(language, at)


def _flat_texts(language: Language, at: str) -> Iterator[tuple[str, str, str]]:
    for name, texts in (
        ("cautions", language.cautions),
        ("areas", language.areas),
        ("equipment", language.equipment),
        ("sources", language.sources),
    ):
        for entry, text in texts.items():
            yield f"{at}/{name}.toml", entry, text


def _texts_of(words: StretchWords) -> Iterator[tuple[str, str]]:
    for key in (
        "name",
        "which",
        "brief",
        "again",
        "switch",
        "release",
        "felt",
        "benefit",
        "easier",
        "caution",
    ):
        yield key, getattr(words, key)
    for key in ("steps", "move", "move_brief"):
        for text in getattr(words, key):
            yield key, text


def _placeholders(text: str) -> Iterator[str]:
    try:
        for _, name, _, _ in string.Formatter().parse(text):
            if name is not None:
                yield name
    except ValueError:
        yield "…"


def _heights(library: Library) -> list[str]:
    return sorted({position.height for position in library.positions.values()})


def _no_such(name: str, existing: Iterable[str]) -> str:
    return f"{name!r} is none of {', '.join(sorted(existing))}"
