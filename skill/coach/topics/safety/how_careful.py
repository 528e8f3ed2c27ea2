"""Answers to the question that decides how careful to be: yes, no, or how long ago it was."""

from dataclasses import replace

from skill.coach.conversation.care.verdicts import counting
from skill.coach.conversation.columns import ask_column, decided_with, that_ask
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.events import Event, HasCondition, HowLongAgo, Pain
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import WhichColumn
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.safety.in_practice import leaves_this_one, told_of_one
from skill.coach.topics.safety.overview import overview

LONG_KNOWN, YEARS = "long_known", 24.0
"""The sign that is none where nothing has changed, and the months that "for years" are at least."""


def say_first_column(scene: Scene, _: Event) -> Outcome | Instead:
    """Yes: the stricter column counts."""
    return _decided(scene)


def say_last_column(scene: Scene, _: Event) -> Outcome | Instead:
    """No: the mildest column counts."""
    return _decided(scene, column=-1)


def say_how_long_ago(scene: Scene, event: HowLongAgo) -> Outcome | Instead | NotAnAnswer:
    """How long ago it was, where that was asked: the column that counts after that time."""
    asked = scene.asked(WhichColumn)
    if that_ask(scene, decided_with(scene, asked), event.months):
        return NotAnAnswer()
    return _decided(scene, months=event.months)


def say_for_years(scene: Scene, event: Pain) -> Outcome | Instead | NotAnAnswer:
    """For years, where it was asked how long ago it was: that is the answer, and no complaint."""
    if event.symptom != LONG_KNOWN:
        return NotAnAnswer()
    return say_how_long_ago(scene, HowLongAgo(YEARS))


def say_what_and_when(scene: Scene, event: HasCondition) -> Outcome | Instead | NotAnAnswer:
    """The same, with what it is about: "the hip was four months ago"."""
    asked = scene.asked(WhichColumn)
    if event.months is None or {event.condition, event.besides} - {"", asked.condition, *asked.besides}:
        return NotAnAnswer()
    return say_how_long_ago(scene, HowLongAgo(event.months))


def _decided(scene: Scene, column: int = 0, months: float | None = None) -> Outcome | Instead:
    asked = scene.asked(WhichColumn)
    conditions = (asked.condition, *asked.besides)
    scene = counting(scene, *decided_with(scene, asked), column=column, months=months)
    if asked.waiting:
        return ask_column(
            scene,
            asked.waiting,
            conditions,
            in_practice=asked.in_practice,
            start=asked.start,
            listed_after=asked.listed_after,
        )
    scene = scene.with_state(question=None)
    if asked.start is not None:
        return Instead(scene, asked.start)
    if asked.listed_after is not None:
        condition, *besides = conditions
        named = replace(asked.listed_after, condition=condition, besides=(besides or [""])[0])
        return Instead(scene, named)
    if not scene.is_practising:
        return overview(scene, conditions)
    told = told_of_one(scene, conditions, scene.place.stretch)
    if not asked.in_practice:
        return inform(scene, told)
    return leave_this_one(scene, told) if leaves_this_one(scene) else back_to(scene, told)
