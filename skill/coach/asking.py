"""Answers to questions about stretches. None of them loses the place."""

from collections.abc import Callable

from skill.coach.choosing import ask_nearest, ask_which
from skill.coach.coming_back import aside
from skill.coach.composing import ask, ask_the_same, close
from skill.coach.events import (
    AskBenefit,
    AskCaution,
    AskEasier,
    AskHoldTime,
    AskHowTo,
    AskRepetitions,
    AskSource,
    Event,
)
from skill.coach.locating import how_many_more
from skill.coach.practice import Item, Side
from skill.coach.preparing import caution_heard, item_of
from skill.coach.scene import Scene, Turn
from skill.coach.sourcing import named, who_says_so
from skill.coach.state import Mode, Wanted
from skill.coach.timeline import sided
from skill.library.records import Breaths, Hold, Movement, Sides

Question = AskHoldTime | AskRepetitions | AskHowTo | AskBenefit | AskEasier | AskCaution | AskSource

QUESTIONS: dict[type[Event], Wanted] = {
    AskHoldTime: Wanted.HOLD_TIME,
    AskRepetitions: Wanted.REPETITIONS,
    AskHowTo: Wanted.HOW_TO,
    AskBenefit: Wanted.BENEFIT,
    AskEasier: Wanted.EASIER,
    AskCaution: Wanted.CAUTION,
    AskSource: Wanted.SOURCE,
}
"""What each kind of question is about."""

FOR_ANYBODY = "recent_surgery"
"""The caution of a stretch that has none of its own."""


def inform(scene: Scene, text: str) -> Turn:
    """Tell something: in the middle of a practice, before a question, or to somebody passing by."""
    if scene.state.mode is Mode.PRACTISING:
        return aside(scene, text)
    if scene.state.question is not None:
        return ask_the_same(scene, text, scene.state.asked)
    if scene.state.one_shot:
        return close(scene, text)
    if scene.state.under_way:
        return ask(scene, text, scene.say("ask_resume"), mode=Mode.PAUSED)
    return ask(scene, text, scene.say("ask_what_next"))


def ask_about(scene: Scene, event: Question) -> Turn:
    """A question about a stretch: the one that was named, or the one in progress."""
    wanted, asked = QUESTIONS[type(event)], event.stretch
    if asked.is_nameless:
        if not scene.state.under_way:
            question = scene.say("ask_for_a_name")
            return ask(scene, "", question, mode=Mode.CHOOSING, wanted=wanted)
        if wanted is Wanted.REPETITIONS:
            return inform(scene, how_many_more(scene))
        return inform(_heard(scene, wanted), ANSWERS[wanted](scene, scene.place.stretch))
    if not asked.ids:
        return ask_nearest(scene, wanted, asked)
    if len(asked.ids) == 1:
        return inform(scene, ANSWERS[wanted](scene, asked.ids[0]))
    if wanted not in (Wanted.HOLD_TIME, Wanted.REPETITIONS):
        return ask_which(scene, wanted, asked.ids)
    return inform(scene, _together(scene, wanted, asked.ids))


def _heard(scene: Scene, wanted: Wanted) -> Scene:
    """Who has just asked what to mind here is not told it again when the stretch goes on."""
    if wanted is not Wanted.CAUTION:
        return scene
    return caution_heard(scene, *scene.library.stretches[scene.place.stretch].cautions)


def _together(scene: Scene, wanted: Wanted, stretches: tuple[str, ...]) -> str:
    """One answer for several namesakes: one figure where they agree, each one's where they differ."""
    answers = {stretch: _figures(scene, wanted, stretch) for stretch in stretches}
    if len(set(answers.values())) == 1:
        return scene.say("all_alike", answer=answers[stretches[0]])
    told = [
        scene.say("one_of_them", stretch=scene.name_of(stretch), answer=answer)
        for stretch, answer in answers.items()
    ]
    return " ".join(told)


def _hold_time(scene: Scene, stretch: str) -> str:
    return _figures_of(scene, Wanted.HOLD_TIME, stretch)


def _repetitions(scene: Scene, stretch: str) -> str:
    return _figures_of(scene, Wanted.REPETITIONS, stretch)


def _figures_of(scene: Scene, wanted: Wanted, stretch: str) -> str:
    answer = _figures(scene, wanted, stretch)
    return scene.say("answer_about", stretch=scene.name_of(stretch), answer=answer)


def _how_to(scene: Scene, stretch: str) -> str:
    words = scene.words.stretch(stretch)
    record = scene.library.stretches[stretch]
    position = scene.words.position(record.position).name
    steps = " ".join(words.steps)
    if record.sides is not Sides.NONE:
        side = scene.place.side if scene.state.under_way and scene.place.side else Side.LEFT
        steps = sided(scene.words, steps, side)
    return scene.say("answer_how_to", stretch=words.name, position=position, steps=steps)


def _benefit(scene: Scene, stretch: str) -> str:
    return scene.words.stretch(stretch).benefit


def _easier(scene: Scene, stretch: str) -> str:
    return scene.words.stretch(stretch).easier


def _caution(scene: Scene, stretch: str) -> str:
    record = scene.library.stretches[stretch]
    own = scene.words.stretch(stretch).caution
    cautions = record.cautions or (FOR_ANYBODY,)
    general = [scene.words.language.cautions[caution] for caution in cautions]
    source = named(scene, record.own_caution_sources)
    told = [own, scene.say("caution_from", source=source) if own else "", *general]
    told.append(scene.say("caution_rest_ours" if own else "caution_ours"))
    return " ".join(filter(None, told))


def _figures(scene: Scene, wanted: Wanted, stretch: str) -> str:
    """The figures a question is about; for the stretch in progress, as it is being done."""
    item, seconds = _as_done(scene, stretch)
    repetitions = item.rounds
    each = item.sides is not Sides.NONE
    match item.work:
        case Movement():
            return scene.say("figure_movement_each" if each else "figure_movement", times=repetitions)
        case Breaths(_, one):
            return scene.say("figure_breaths", breaths=round(seconds / one), times=repetitions)
        case Hold() if wanted is Wanted.HOLD_TIME:
            return scene.say("figure_hold_each" if each else "figure_hold", seconds=seconds)
        case Hold():
            key = "figure_repetitions_each" if each else "figure_repetitions"
            return scene.say(key, seconds=seconds, times=repetitions)


def _as_done(scene: Scene, stretch: str) -> tuple[Item, float]:
    """A stretch as it is being done, or as it would be, and the seconds of the hold meant."""
    if scene.state.under_way and scene.place.stretch == stretch:
        item = scene.practice.items[scene.place.item]
        return item, scene.score(scene.practice).effort_at(scene.place).seconds
    item = item_of(scene, stretch)
    return item, item.efforts[0].seconds


ANSWERS: dict[Wanted, Callable[[Scene, str], str]] = {
    Wanted.HOLD_TIME: _hold_time,
    Wanted.REPETITIONS: _repetitions,
    Wanted.HOW_TO: _how_to,
    Wanted.BENEFIT: _benefit,
    Wanted.EASIER: _easier,
    Wanted.CAUTION: _caution,
    Wanted.SOURCE: who_says_so,
}
"""What is told about one stretch, by what was asked."""
