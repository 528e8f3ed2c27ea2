"""The files of one language → its words: for stretches, prompts, numbers, times of day."""

from collections.abc import Mapping
from pathlib import Path

from skill.library.care_files import read_condition_words, read_reasons, read_sign_words
from skill.library.checks.coaching import check_coaching, read_rules
from skill.library.checks.content import check_language
from skill.library.checks.limits import check_limits, read_limits
from skill.library.language import (
    WEEKDAYS,
    BodyPositionWords,
    FigureWords,
    HeardWords,
    Language,
    Moving,
    Phrases,
    RoutineWords,
    Speaking,
    StretchWords,
    WayWords,
)
from skill.library.reading import Problems, Table, read_each, read_file
from skill.library.records import Library
from skill.library.spoken import placeholders

HEARD_TYPES = ("CONDITION", "SYMPTOM", "POSTURE", "ADVICE")
"""The slot types of what somebody says about their body."""
MOVED_BY = ("steps", "brief", "again", "again_other", "switch")
"""The texts of a stretch that are followed by time to move, each list in its order."""
MOST_TO_MOVE = 40.0
"""Seconds that one text may leave for moving; more is a mistake in the content."""
NUMBERS, TENS = (20, 100), (8,)
"""How many words a language may have for nought to nineteen, or to ninety-nine where they follow no
rule; and for twenty to ninety."""
DURATIONS = ("minute_and_a_half", "and")
COUNTED = ("second", "minute", "hour", "stretch")
TIMES = ("once", "twice", "times")
SIDES = ("left", "right")
PARTS_OF_DAY = ("night", "morning", "afternoon", "evening")
SCREEN = {
    **dict.fromkeys(("pause", "resume", "again", "easier", "next", "yes", "no"), ()),
    **dict.fromkeys(("listen", "settle", "step", "hold", "move", "switch", "release", "rest"), ()),
    **dict.fromkeys(("paused", "seconds", "then_done", "stretches", "routines", "title"), ()),
    "of_rounds": ("rounds",),
    "stretch_of": ("number", "count"),
    "round_of": ("number", "count"),
    "then_side": ("side",),
    "then_round": ("number",),
    "then_stretch": ("stretch",),
    "side": ("side",),
}
"""The words on a device's screen, with what each is filled with."""
RECURRENCES = ("daily", "weekdays", "weekends", "each", "today", "tomorrow", "on")


def read_language(folder: Path, tag: str, library: Library, problems: Problems) -> Language:
    """A language as it is written, before a country's own words are put in."""

    def file(name: str) -> Table:
        return read_file(folder, f"locales/{tag}/{name}.toml", problems)

    positions, moves, in_bed = _position_words(file("positions"))
    conditions, condition_questions = read_condition_words(file("conditions"))
    prompts, phrases = file("prompts"), _phrases(file("phrases"))
    language = Language(
        tag=tag,
        locale=tag,
        emergency="",
        stretches=read_each(folder, f"locales/{tag}/stretches", _stretch_words, problems),
        figures=read_each(folder, f"locales/{tag}/figures", _figure_words, problems),
        routines=read_each(folder, f"locales/{tag}/routines", _routine_words, problems),
        positions=positions,
        moves=moves,
        in_bed=in_bed,
        shared_names=_shared_names(file("shared_names")),
        areas=file("areas").all_texts(),
        equipment=file("equipment").all_texts(),
        sources=file("sources").all_texts(),
        conditions=conditions,
        condition_questions=condition_questions,
        care=read_each(folder, f"locales/{tag}/care", read_reasons, problems),
        care_sources=file("care_sources").all_texts(),
        signs=read_sign_words(file("signs")),
        heard=_heard_words(folder, tag),
        prompts={key: prompts.texts(key) for key in prompts.names()},
        placeholders=_placeholders(read_file(folder, "prompts.toml", problems)),
        phrases=phrases,
        screen=_screen(file("screen")),
        speaking=_speaking(file("speaking")),
        moving=_words_of_moving(file("moving"), phrases.both),
    )
    check_language(library, language, problems)
    check_coaching(library, language, read_rules(file("coaching")), problems)
    check_limits(library, language, read_limits(file("limits")), problems)
    return language


def _heard_words(folder: Path, tag: str) -> HeardWords:
    """The names of what bodies have and say; what is wrong with a file the check of utterances tells."""
    settings = read_file(folder, f"locales/{tag}/interaction.toml", Problems())
    names = {}
    for kind in HEARD_TYPES:
        table = read_file(folder, f"locales/{tag}/slots/{kind}.toml", Problems())
        names[kind] = {
            name.replace("'", ""): value for value in table.names() for name in table.texts(value)
        }
    denials, no_names = settings.texts("denials"), settings.texts("no_names", optional=True)
    return HeardWords(names, tuple(word.replace("'", "") for word in denials), no_names)


def _stretch_words(_: str, table: Table) -> StretchWords:
    (steps, brief, again, again_other, switch), takes = _moving(table, needed=("steps", "brief"))
    return StretchWords(
        name=table.text("name"),
        synonyms=table.texts("synonyms"),
        which=table.text("which"),
        steps=steps,
        brief=brief,
        again=again,
        again_other=again_other,
        switch=switch,
        move=table.texts("move", optional=True),
        move_brief=table.texts("move_brief", optional=True),
        move_other=table.texts("move_other", optional=True),
        release=table.text("release"),
        felt=table.text("felt", optional=True),
        ease=table.text("ease", optional=True),
        benefit=table.text("benefit"),
        caution=table.text("caution", optional=True),
        ways={way: _way_words(row) for way, row in table.table("ways").tables()},
        takes=takes,
    )


def _way_words(table: Table) -> WayWords:
    (steps, brief, again, again_other, switch), takes = _moving(table)
    words = WayWords(
        differs=table.text("differs"),
        steps=steps,
        brief=brief,
        again=again,
        again_other=again_other,
        switch=switch,
        move=table.texts("move", optional=True),
        move_brief=table.texts("move_brief", optional=True),
        move_other=table.texts("move_other", optional=True),
        release=table.text("release", optional=True),
        felt=table.text("felt", optional=True),
        ease=table.text("ease", optional=True),
        takes=takes,
    )
    table.close()
    return words


def _moving(
    table: Table, needed: tuple[str, ...] = ()
) -> tuple[list[tuple[str, ...]], dict[str, tuple[float, ...]]]:
    """The lists of a stretch that are moved by, in the order of `MOVED_BY`, and what takes its own time.

    A text stands there alone, or as `{ say = "Turn round.", takes = 12 }`.
    """
    texts, takes = [], {}
    for key in MOVED_BY:
        told: list[tuple[str, float]] = []
        for item in table.items(key, optional=key not in needed):
            text, seconds = _instruction(item)
            if not text.strip() or not 0 <= seconds <= MOST_TO_MOVE:
                shown = '"a text", or { say = "a text", takes = 12 }'
                table.note(key, f"must hold {shown}, of at most {MOST_TO_MOVE:g} seconds")
                told = []
                break
            told.append((text, seconds))
        texts.append(tuple(text for text, _ in told))
        if any(seconds for _, seconds in told):
            takes[key] = tuple(seconds for _, seconds in told)
    return texts, takes


def _instruction(item: object) -> tuple[str, float]:
    """One text of such a list and its own seconds, 0 for none; no text where it is written otherwise."""
    if isinstance(item, str):
        return item, 0.0
    if not isinstance(item, Mapping) or set(item) != {"say", "takes"}:
        return "", 0.0
    text, seconds = item["say"], item["takes"]
    if not isinstance(text, str) or isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return "", 0.0
    return text, float(seconds)


def _figure_words(_: str, table: Table) -> FigureWords:
    seen, limbs = table.table("seen"), table.table("limbs")
    return FigureWords(seen.all_texts(), limbs.all_texts())


def _routine_words(_: str, table: Table) -> RoutineWords:
    return RoutineWords(table.text("name"), table.texts("synonyms"), table.text("summary"))


def _position_words(
    table: Table,
) -> tuple[dict[str, BodyPositionWords], dict[tuple[str, str], str], Mapping[str, str]]:
    positions = {}
    for entry, row in table.table("positions").tables():
        positions[entry] = BodyPositionWords(row.text("name"), row.text("get_in"))
        row.close()
    moves = {}
    for start, row in table.table("moves").tables():
        for end in row.names():
            moves[start, end] = row.text(end)
    in_bed = table.table("in_bed").all_texts()
    table.close()
    return positions, moves, in_bed


def _shared_names(table: Table) -> dict[str, tuple[str, ...]]:
    names = table.table("names")
    table.close()
    return {name: names.texts(name) for name in names.names()}


def _exactly(table: Table, keys: tuple[str, ...]) -> dict[str, str]:
    texts = {key: table.text(key) for key in keys}
    table.close()
    return texts


def _placeholders(table: Table) -> dict[str, dict[str, str]]:
    return {key: row.all_texts() for key, row in table.tables()}


def _phrases(table: Table) -> Phrases:
    numbers, tens = table.texts("numbers"), table.texts("tens")
    for key, texts, wanted in (("numbers", numbers, NUMBERS), ("tens", tens, TENS)):
        if texts and len(texts) not in wanted:
            table.note(key, f"must hold {' or '.join(map(str, wanted))} texts")
    heard, counted = table.table("heard_parts"), table.table("counted")
    sides = _exactly(table.table("sides"), SIDES)
    stems = "sides_alone" in table.names()
    phrases = Phrases(
        numbers=numbers,
        tens=tens,
        hundred=table.text("hundred"),
        ordinals=table.texts("ordinals"),
        durations=_exactly(table.table("durations"), DURATIONS),
        counted={unit: _exactly(counted.table(unit), ("one", "many")) for unit in COUNTED},
        times=_exactly(table.table("times"), TIMES),
        sides=sides,
        sides_alone=_exactly(table.table("sides_alone"), SIDES) if stems else sides,
        clock=table.table("clock").all_texts(),
        parts_of_day=_exactly(table.table("parts_of_day"), PARTS_OF_DAY),
        heard_parts={part: heard.texts(part) for part in PARTS_OF_DAY},
        weekdays=_exactly(table.table("weekdays"), WEEKDAYS),
        recurrences=_exactly(table.table("recurrences"), RECURRENCES),
        common_words=table.texts("common_words"),
        around_names=table.texts("around_names"),
        articles=table.texts("articles", optional=True),
        both=table.text("both"),
        either=table.text("either"),
    )
    heard.close()
    counted.close()
    table.close()
    return phrases


def _words_of_moving(table: Table, both: str) -> Moving:
    moving = Moving(table.texts("moves"), table.texts("linking"), both)
    table.close()
    return moving


def _screen(table: Table) -> dict[str, str]:
    texts = {key: table.text(key) for key in SCREEN}
    for key, text in texts.items():
        if text and sorted(placeholders(text)) != sorted(SCREEN[key]):
            wanted = " and ".join(f"{{{name}}}" for name in SCREEN[key]) or "no placeholder"
            table.note(key, f"must have {wanted}")
    table.close()
    return texts


def _speaking(table: Table) -> Speaking:
    speaking = Speaking(
        syllable=table.number("syllable"),
        word=table.number("word"),
        comma=table.number("comma"),
        sentence=table.number("sentence"),
        vowels=table.text("vowels"),
        silent_e=table.flag("silent_e"),
    )
    table.close()
    return speaking
