"""The rules that hold between content files: one function for each rule, which notes all it finds."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from skill.library.checks.care import check_care, check_care_words
from skill.library.checks.ways import check_way_words, check_ways
from skill.library.language import Language, RoutineWords, StretchWords
from skill.library.reading import Problems
from skill.library.records import OURS, Dose, Library, Sides, Stretch
from skill.library.spoken import (
    PLACEHOLDER,
    SIDE_PLACEHOLDERS,
    is_sided,
    placeholders,
    spoken_texts,
    texts_of,
)
from skill.library.utterances import unsayable

UNSPEAKABLE = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿ ,.?!'’{}-]")
"""Everything but letters, spaces and the marks that shape a sentence. Figures are read out
differently by every voice, and `&`, `<` or a bracket breaks SSML or is spoken by its name. Braces
are for the check of placeholders."""

HAS_A_MIDDLE = 15
"""The seconds from which a hold has something to hear in its middle."""

PLACEHOLDER_KINDS = frozenset({"text", "seconds", "minutes", "number", "times", "stretches"})


def check_library(library: Library, problems: Problems) -> None:
    """Check the language-neutral files."""
    _stretches_refer_to_what_exists(library, problems)
    _figures_have_known_sources(library, problems)
    _routines_name_known_stretches(library, problems)
    check_ways(library, problems)
    check_care(library, problems)


def check_language(library: Library, language: Language, problems: Problems) -> None:
    """Check one language's files, among themselves and against the library."""
    _everything_has_words(library, language, problems)
    _words_fit_the_work(library, language, problems)
    _names_belong_to_one_entry(library, language, problems)
    _prompts_are_declared(language, problems)
    _texts_can_be_spoken(language, problems)
    check_way_words(library, language, problems)
    check_care_words(library, language, problems)


def _stretches_refer_to_what_exists(library: Library, problems: Problems) -> None:
    for stretch in library.stretches.values():
        known = {
            "position": ((stretch.position,), library.positions),
            "ends_in": ((stretch.ends_in,) if stretch.ends_in else (), library.positions),
            "areas": (stretch.areas, library.areas),
            "equipment": (stretch.equipment, library.equipment),
            "helpful": (stretch.helpful, library.equipment),
            **{
                f"ways.{way}.helpful": (each.helpful, library.equipment)
                for way, each in stretch.ways.items()
            },
        }
        for key, (used, existing) in known.items():
            for name in used:
                if name and existing and name not in existing:
                    problems.note(f"content/stretches/{stretch.id}.toml", key, _no_such(name, existing))


def _figures_have_known_sources(library: Library, problems: Problems) -> None:
    if not library.sources:
        return
    known = {*library.sources, OURS}
    for stretch in library.stretches.values():
        file = f"content/stretches/{stretch.id}.toml"
        named = {
            "benefit_sources": stretch.benefit_sources,
            "step_sources": stretch.step_sources,
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
        for key, name, existing in (
            ("source", routine.source, library.sources),
            ("asks_for", routine.asks_for, library.equipment),
        ):
            if name and existing and name not in existing:
                problems.note(file, key, _no_such(name, existing))


def _note_differences(
    wanted: Collection[tuple[str, str]],
    found: Collection[tuple[str, str]],
    file: str,
    key: str,
    problems: Problems,
) -> None:
    for start, end in sorted(set(wanted) - set(found)):
        problems.note(file, f"{key}.{start}.{end}", "is missing")
    for start, end in sorted(set(found) - set(wanted)):
        problems.note(file, f"{key}.{start}.{end}", "leads to or from a height that no position has")


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
        ("areas", set(library.areas), set(language.areas)),
        ("equipment", set(library.equipment), set(language.equipment)),
        ("sources", set(library.sources), set(language.sources)),
        ("positions", set(library.positions), set(language.positions)),
    ):
        if problems.has(f"{at}/{name}.toml", "file", name) or not neutral:
            continue
        for entry in sorted(neutral - words):
            problems.note(f"{at}/{name}.toml", entry, "is missing")
        for entry in sorted(words - neutral):
            problems.note(f"{at}/{name}.toml", entry, f"is unknown in content/{name}.toml")
    if problems.has(f"{at}/positions.toml", "file", "moves") or not library.positions:
        return
    heights = _heights(library)
    moves = {(start, end) for start in heights for end in heights if start != end}
    _note_differences(moves, language.moves, f"{at}/positions.toml", "moves", problems)


def _words_fit_the_work(library: Library, language: Language, problems: Problems) -> None:
    for stretch in library.stretches.values():
        words = language.stretches.get(stretch.id)
        file = f"content/locales/{language.tag}/stretches/{stretch.id}.toml"
        if words is None or problems.has(file, "file"):
            continue
        # Where the stretch's own file is wrong, it is not known which words the stretch needs.
        if not problems.has(f"content/stretches/{stretch.id}.toml", "file", "sides", "work", "doses"):
            _words_fit(stretch, words, file, problems)


def _words_fit(stretch: Stretch, words: StretchWords, file: str, problems: Problems) -> None:
    doses = stretch.doses.values()
    moving = any(dose.kind == "movement" for dose in doses)
    repeated = any(dose.repetitions.value > 1 for dose in doses)
    wanted = {
        "again": (
            words.again,
            stretch.one_leg or (stretch.sides is Sides.NONE and repeated and not moving),
        ),
        "switch": (words.switch, stretch.sides is Sides.EACH),
        "move": (words.move, moving),
        "move_brief": (words.move_brief, moving),
        "felt": (words.felt, not moving),
        "ease": (words.ease, any(_has_a_middle(dose) for dose in doses)),
        "caution": (words.caution, bool(stretch.own_caution_sources)),
    }
    if words.again_other and not words.again:
        problems.note(file, "again_other", "is never spoken without `again`")
    if words.move_other and not words.move_brief:
        problems.note(file, "move_other", "is never spoken without `move_brief`")
    for key, (value, needed) in wanted.items():
        if bool(value) != needed and not problems.has(file, key):
            problems.note(file, key, "is missing" if needed else "is never spoken for this stretch")
    if words.move and words.move_brief and len(words.move) != len(words.move_brief):
        problems.note(file, "move_brief", f"must hold {len(words.move)} texts, as `move` does")
    if stretch.sides is Sides.NONE:
        for key, text in texts_of(words):
            if is_sided(key) and SIDE_PLACEHOLDERS & set(placeholders(text)):
                problems.note(file, key, "names a side, and the stretch has none")


def _has_a_middle(dose: Dose) -> bool:
    """Whether there is time for a word in the middle of a hold."""
    return dose.kind == "hold" and dose.seconds.value >= HAS_A_MIDDLE


def _names_belong_to_one_entry(library: Library, language: Language, problems: Problems) -> None:
    at = f"content/locales/{language.tag}"
    shared = f"{at}/shared_names.toml"
    _nobody_elses(f"{at}/stretches", language.stretches, language.shared_names, problems)
    _nobody_elses(f"{at}/routines", language.routines, (), problems)
    for name, ids in language.shared_names.items():
        for problem in unsayable(name):
            problems.note(shared, name, problem)
        if len(ids) == 1:
            problems.note(shared, name, "must name two stretches or more")
        for entry in ids:
            if entry not in library.stretches:
                problems.note(shared, name, _no_such(entry, library.stretches))


def _nobody_elses(
    folder: str,
    entries: Mapping[str, StretchWords] | Mapping[str, RoutineWords],
    shared: Collection[str],
    problems: Problems,
) -> None:
    """No two entries share a name or a synonym, except those that are listed as shared."""
    owners = defaultdict(list)
    for entry, words in entries.items():
        file = f"{folder}/{entry}.toml"
        for name in dict.fromkeys((*words.synonyms, words.name.lower())):
            owners[name].append(entry)
        for synonym in words.synonyms:
            for problem in unsayable(synonym):
                problems.note(file, "synonyms", f"{synonym!r} {problem}")
        for synonym in sorted({each for each in words.synonyms if words.synonyms.count(each) > 1}):
            problems.note(file, "synonyms", f"{synonym!r} stands there twice")
    for name, (first, *others) in sorted(owners.items()):
        claimed = [*others, *(["shared_names.toml"] if name in shared else [])]
        if claimed and name:
            problems.note(
                f"{folder}/{first}.toml",
                "synonyms" if name in entries[first].synonyms else "name",
                f"{name!r} is also claimed by {', '.join(claimed)}; "
                "if both are meant, put it in shared_names.toml alone",
            )


def _prompts_are_declared(language: Language, problems: Problems) -> None:
    declared, file = "content/prompts.toml", f"content/locales/{language.tag}/prompts.toml"
    for key, kinds in language.placeholders.items():
        for name, kind in kinds.items():
            if kind and kind not in PLACEHOLDER_KINDS:
                problems.note(declared, f"{key}.{name}", _no_such(kind, PLACEHOLDER_KINDS))
    if problems.has(declared, "file") or problems.has(file, "file"):
        return
    for key in sorted(language.placeholders.keys() - language.prompts.keys()):
        problems.note(file, key, "is missing")
    for key in sorted(language.prompts.keys() - language.placeholders.keys()):
        problems.note(file, key, "is unknown in content/prompts.toml")


def _texts_can_be_spoken(language: Language, problems: Problems) -> None:
    for spoken in spoken_texts(language):
        bad = sorted(set(UNSPEAKABLE.findall(PLACEHOLDER.sub("", spoken.text))))
        if bad and not spoken.is_read:
            shown = " ".join(map(_shown, bad))
            problems.note(spoken.file, spoken.key, f"has {shown}, which Alexa cannot speak")
        for name in placeholders(spoken.text):
            if name not in spoken.filled:
                problems.note(spoken.file, spoken.key, f"has {{{name}}}, which nobody fills")


def _shown(character: str) -> str:
    """A character as it is shown in a message: by its number where it cannot be seen."""
    seen = character.isprintable() and unicodedata.category(character)[0] not in "MZ"
    return character if seen else f"U+{ord(character):04X}"


def _heights(library: Library) -> list[str]:
    return sorted({position.height for position in library.positions.values() if position.height})


def _no_such(name: str, existing: Iterable[str]) -> str:
    return f"{name!r} is none of {', '.join(sorted(existing))}"
