"""Every spoken text of a language, with where it stands and which placeholders it may have."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, fields

from skill.library.language import Language, StretchWords

PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")
"""A place of a text, and the form in which it is filled: `{stretch:dativ}`."""

SIDE_PLACEHOLDERS = frozenset({"side", "other"})
SIDED_TEXTS = frozenset(
    {"steps", "brief", "again", "switch", "move", "move_brief", "move_other", "release"}
)
"""The texts of a stretch, and of its ways, in which the coach fills the sides in."""

CARD = "card_"
"""The prefix of prompts that are written on a card."""

NOTHING: frozenset[str] = frozenset()
NUMBER = frozenset({"number"})
PHRASES_FILLED = {
    "hundred": NUMBER,
    "durations.and": frozenset({"longer", "shorter"}),
    "times.times": NUMBER,
    "recurrences.each": frozenset({"day"}),
    "recurrences.on": frozenset({"day"}),
}


@dataclass(frozen=True)
class SpokenText:
    """A spoken text, and where it stands."""

    file: str
    """The file it is from, for messages."""
    key: str
    """Its key in the file."""
    text: str
    filled: Set[str] = NOTHING
    """The placeholders that are filled in it."""
    is_read: bool = False
    """Whether it is on a card, where figures and signs are allowed."""


def spoken_texts(language: Language) -> Iterator[SpokenText]:
    """All spoken texts, file by file."""
    at = f"content/locales/{language.tag}"
    for entry, words in language.stretches.items():
        for key, text in texts_of(words):
            filled = SIDE_PLACEHOLDERS if is_sided(key) else NOTHING
            yield SpokenText(f"{at}/stretches/{entry}.toml", key, text, filled)
    yield from _of_figures(language, at)
    for entry, routine in language.routines.items():
        yield SpokenText(f"{at}/routines/{entry}.toml", "name", routine.name)
        yield SpokenText(f"{at}/routines/{entry}.toml", "summary", routine.summary)
    yield from _of_positions(language, f"{at}/positions.toml")
    yield from _of_conditions(language, f"{at}/conditions.toml")
    yield from _of_signs(language, f"{at}/signs.toml")
    for column, reasons in language.care.items():
        for reason, text in reasons.items():
            yield SpokenText(f"{at}/care/{column}.toml", f"reasons.{reason}", text)
    yield from _of_prompts(language, f"{at}/prompts.toml")
    yield from _of_phrases(language, f"{at}/phrases.toml")
    for name, texts in (
        ("areas", language.areas),
        ("equipment", language.equipment),
        ("sources", language.sources),
        ("care_sources", language.care_sources),
    ):
        for entry, text in texts.items():
            yield SpokenText(f"{at}/{name}.toml", entry, text)


def texts_of(words: StretchWords) -> Iterator[tuple[str, str]]:
    """The spoken texts of one stretch and of its ways, each with its key."""
    for key in (
        "name",
        "which",
        "release",
        "felt",
        "ease",
        "benefit",
        "caution",
    ):
        yield key, getattr(words, key)
    for key in ("steps", "brief", "again", "again_other", "switch", "move", "move_brief", "move_other"):
        for text in getattr(words, key):
            yield key, text
    for way, own in words.ways.items():
        for part in fields(own):
            if part.name == "takes":
                continue
            value = getattr(own, part.name)
            for text in (value,) if isinstance(value, str) else value:
                yield f"ways.{way}.{part.name}", text


def is_sided(key: str) -> bool:
    """Whether the coach fills the sides in in a text of a stretch or of one of its ways."""
    return key.rpartition(".")[2] in SIDED_TEXTS


def placeholders(text: str) -> Iterator[str]:
    """The names in braces; an ellipsis for braces without a name."""
    yield from (found[1] for found in PLACEHOLDER.finditer(text))
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        yield "…"


def _of_figures(language: Language, at: str) -> Iterator[SpokenText]:
    for entry, figure in language.figures.items():
        file = f"{at}/figures/{entry}.toml"
        for table, texts in (("seen", figure.seen), ("limbs", figure.limbs)):
            for frame, text in texts.items():
                yield SpokenText(file, f"{table}.{frame}", text, SIDE_PLACEHOLDERS)


def _of_positions(language: Language, file: str) -> Iterator[SpokenText]:
    for entry, position in language.positions.items():
        yield SpokenText(file, f"positions.{entry}.name", position.name)
        yield SpokenText(file, f"positions.{entry}.get_in", position.get_in)
    for (start, end), text in language.moves.items():
        yield SpokenText(file, f"moves.{start}.{end}", text)


def _of_conditions(language: Language, file: str) -> Iterator[SpokenText]:
    for entry, condition in language.conditions.items():
        yield SpokenText(file, f"conditions.{entry}.name", condition.name)
        yield SpokenText(file, f"conditions.{entry}.with_it", condition.with_it)
        yield SpokenText(file, f"conditions.{entry}.said", condition.said)
    for entry, text in language.condition_questions.items():
        yield SpokenText(file, f"questions.{entry}", text)


def _of_signs(language: Language, file: str) -> Iterator[SpokenText]:
    signs = language.signs
    yield SpokenText(file, "call", signs.call, NUMBER)
    yield SpokenText(file, "stop", signs.stop)
    for key, texts in (("bodies", signs.bodies), ("questions", signs.questions)):
        for entry, text in texts.items():
            yield SpokenText(file, f"{key}.{entry}", text)
    for entry, text in signs.answers.items():
        yield SpokenText(file, f"answers.{entry}", text, NUMBER)


def _of_prompts(language: Language, file: str) -> Iterator[SpokenText]:
    for key, variants in language.prompts.items():
        for variant in variants:
            declared = language.placeholders.get(key)
            filled = set(placeholders(variant)) if declared is None else set(declared)
            yield SpokenText(file, key, variant, filled, key.startswith(CARD))


def _of_phrases(language: Language, file: str) -> Iterator[SpokenText]:
    phrases = language.phrases
    texts = [
        *(("numbers", text) for text in phrases.numbers),
        *(("tens", text) for text in phrases.tens),
        *(("ordinals", text) for text in phrases.ordinals),
        ("hundred", phrases.hundred),
        ("both", phrases.both),
        ("either", phrases.either),
        *((f"durations.{key}", text) for key, text in phrases.durations.items()),
        *(
            (f"counted.{unit}.{form}", text)
            for unit, forms in phrases.counted.items()
            for form, text in forms.items()
        ),
        *((f"times.{key}", text) for key, text in phrases.times.items()),
        *((f"sides.{key}", text) for key, text in phrases.sides.items()),
        *(
            (f"sides_alone.{key}", text)
            for key, text in phrases.sides_alone.items()
            if text != phrases.sides[key]
        ),
        *((f"parts_of_day.{key}", text) for key, text in phrases.parts_of_day.items()),
        *((f"weekdays.{key}", text) for key, text in phrases.weekdays.items()),
        *((f"recurrences.{key}", text) for key, text in phrases.recurrences.items()),
    ]
    for key, text in texts:
        filled = NUMBER if key.endswith(".many") else PHRASES_FILLED.get(key, NOTHING)
        yield SpokenText(file, key, text, filled)
    for key, text in phrases.clock.items():  # what is filled in there, the language's grammar knows
        yield SpokenText(file, f"clock.{key}", text, set(placeholders(text)) - {"…"})
