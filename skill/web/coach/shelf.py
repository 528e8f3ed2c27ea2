"""The library as its pages show it: every stretch and routine in the words of one language."""

from typing import Any

from skill.coach.conversation.personal_practice import minutes_of
from skill.coach.practice.cues.cues import length
from skill.coach.practice.place import Side
from skill.coach.practice.practice import Item, Practice
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.shared_scores import score_of
from skill.coach.practice.wordings.announcing import dose_in_words
from skill.coach.practice.wordings.texts import sided
from skill.library.care import Verdict
from skill.library.records import (
    GENTLE,
    OURS,
    Dose,
    Figure,
    Level,
    Library,
    Movement,
    Routine,
    Sides,
    Stretch,
)
from skill.words import Words

Json = dict[str, Any]

STANDING = "standing"
"""The position from which the length of a routine is told: an id of `positions.toml`."""

OUR_OWN = ""
"""What stands for a title where no article gives a figure."""


def shelf(library: Library, words: Words) -> Json:
    """Everything that can be started, with steps, figures, cautions and sources."""
    return {
        "stretches": [_stretch(library, words, stretch) for stretch in library.stretches.values()],
        "routines": [_routine(library, words, routine) for routine in library.routines.values()],
    }


def _routine(library: Library, words: Words, routine: Routine) -> Json:
    told = words.routine(routine.id)
    items = tuple(_item(library.stretches[each], Level.STANDARD) for each in routine.stretches)
    return {
        "id": routine.id,
        "name": told.name,
        "names": [told.name, *told.synonyms],
        "summary": told.summary,
        "minutes": minutes_of(_seconds(library, words, Practice("", routine.id, items, STANDING))),
        "stretches": list(routine.stretches),
        "asks_for": words.language.equipment[routine.asks_for] if routine.asks_for else "",
        "sources": _titles(library, (routine.source,)),
    }


def _seconds(library: Library, words: Words, practice: Practice) -> float:
    score = score_of(library, words, practice)
    return length(part(score, practice.place_of(0), practice.end, practice.body))


def _stretch(library: Library, words: Words, stretch: Stretch) -> Json:
    told = words.stretch(stretch.id)
    side = Side.LEFT if stretch.sides is not Sides.NONE else None
    conditions = library.conditions_with(Verdict.LEAVE_OUT, stretch.id)
    leave_out = [words.language.conditions[each].with_it for each in conditions]
    general = [words.say("caution_leave_out", conditions=words.one_of(leave_out))] if leave_out else []
    language = words.language
    shared = [name for name, those in language.shared_names.items() if stretch.id in those]
    return {
        "id": stretch.id,
        "name": told.name,
        "names": [told.name, *told.synonyms, *shared],
        "sided": stretch.sides is not Sides.NONE,
        "brief": sided(words, " ".join(told.brief), side),
        "move": [sided(words, text, side) for text in told.move],
        "routines": [
            {"id": routine.id, "name": words.routine(routine.id).name}
            for routine in library.routines.values()
            if stretch.id in routine.stretches
        ],
        "minutes": minutes_of(
            _seconds(
                library,
                words,
                Practice("", stretch.id, (_item(stretch, Level.STANDARD),), stretch.position),
            )
        ),
        "position": words.position(stretch.position).name,
        "place": library.positions[stretch.position].place,
        "areas": [language.areas[area] for area in stretch.areas],
        "needs": [language.equipment[thing] for thing in stretch.equipment],
        "helps": [language.equipment[thing] for thing in stretch.helpful],
        "steps": [sided(words, step, side) for step in told.steps],
        "step_sources": _titles(library, stretch.step_sources),
        "felt": told.felt,
        "release": sided(words, told.release, side),
        "benefit": told.benefit,
        "benefit_sources": _titles(library, stretch.benefit_sources),
        "easier": told.ways[GENTLE].differs,
        "easier_sources": _titles(library, stretch.ways[GENTLE].sources),
        "cautions": ([told.caution] if told.caution else []) + general,
        "caution_sources": _titles(library, stretch.own_caution_sources),
        "doses": [_dose(library, words, stretch, level) for level in Level],
    }


def _item(stretch: Stretch, level: Level) -> Item:
    dose = stretch.doses[level]
    times = 1 if isinstance(dose.work, Movement) else dose.repetitions.value
    return Item(stretch.id, dose.work, times, stretch.sides, brief=False, at_a_time=stretch.at_a_time)


def _dose(library: Library, words: Words, stretch: Stretch, level: Level) -> Json:
    dose = stretch.doses[level]
    return {
        "level": level.value,
        "in_words": dose_in_words(words, _item(stretch, level)),
        "figures": [
            {"what": what, "value": figure.value, "sources": _titles(library, figure.sources)}
            for what, figure in _figures(dose)
        ],
    }


def _figures(dose: Dose) -> list[tuple[str, Figure]]:
    """The figures of a dose, with what each of them counts, by its key in the page's texts."""
    if dose.kind == "movement":
        return [("repetitions", dose.repetitions), ("each_seconds", dose.seconds)]
    if dose.breaths is not None:
        breaths = [("breaths", dose.breaths), ("breath_seconds", dose.seconds)]
        return [("repetitions", dose.repetitions), *breaths]
    return [("hold_seconds", dose.seconds), ("repetitions", dose.repetitions)]


def _titles(library: Library, sources: tuple[str, ...]) -> list[str]:
    return [OUR_OWN if source == OURS else library.sources[source].title for source in sources]
