"""Conditions: what a body has is named once, and counts for the session.

Nothing of it is kept. What can be kept, after a yes, is that a stretch is left out or eased, never why.
"""

from skill.coach.conversation.answers import ask, coming_out
from skill.coach.conversation.care import (
    REFUSED,
    care_for,
    counting,
    is_eased,
    is_refused,
    why,
    with_it,
)
from skill.coach.conversation.coming_back import aside, inform
from skill.coach.conversation.events import AskCaution, Event, HasCondition
from skill.coach.conversation.questions import LeaveOutFromNowOn, WhichColumn
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.library.care import Verdict
from skill.library.records import Level

PROMPTS = {
    Verdict.FINE: "care_fine",
    Verdict.EASE: "care_ease",
    Verdict.ASK_FIRST: "care_ask_first",
    Verdict.LEAVE_OUT: "care_leave_out",
}
"""What is said of one stretch, by its verdict."""


def has_condition(scene: Scene, event: HasCondition) -> Outcome:
    """Say what a condition means for the stretch in progress, or for what can be done at all."""
    if event.condition not in scene.library.conditions:
        return inform(scene, scene.say("care_unknown"))
    scene = counting(scene, event.condition)
    if len(event.stretch.ids) == 1:
        return inform(scene, verdict_in_words(scene, event.condition, event.stretch.ids[0]))
    if scene.is_practising:
        return _in_a_practice(scene, event.condition)
    if scene.state.question is not None:
        return inform(scene, scene.say("care_counted", condition=with_it(scene, event.condition)))
    return _which_column(scene, event.condition) or _overview(scene, event.condition)


def answer_caution(scene: Scene, event: AskCaution) -> Outcome | None:
    """Whether a stretch is all right with a condition; None where none was named."""
    if event.unknown and not event.condition:
        return inform(scene, scene.say("care_unknown"))
    if event.condition not in scene.library.conditions:
        return None
    scene = counting(scene, event.condition)
    ids = event.stretch.ids
    if len(ids) == 1 and not (scene.runs and scene.place.stretch == ids[0]):
        return inform(scene, verdict_in_words(scene, event.condition, ids[0]))
    if scene.is_practising:
        return _in_a_practice(scene, event.condition)
    return _which_column(scene, event.condition) or _overview(scene, event.condition)


def say_first_column(scene: Scene, _: Event) -> Outcome:
    """Yes: the stricter column counts."""
    return _decided(scene, 0)


def say_last_column(scene: Scene, _: Event) -> Outcome:
    """No: the mildest column counts."""
    return _decided(scene, -1)


def keep_left_out(scene: Scene, _: Event) -> Outcome:
    """Yes: what does not suit is left out, and what is eased is gentle, in future sessions, too."""
    question = scene.asked(LeaveOutFromNowOn)
    known = scene.profile.preferences
    new = tuple(stretch for stretch in question.left_out if stretch not in known.left_out)
    levels = {**known.levels, **dict.fromkeys(question.eased, Level.GENTLE)}
    scene = scene.with_preferences(left_out=(*known.left_out, *new), levels=levels)
    scene = scene.with_state(question=None, kept_out=(*scene.state.kept_out, *new))
    return inform(scene, scene.say("care_kept"))


def only_today(scene: Scene, _: Event) -> Outcome:
    """No: it counts for today alone."""
    return inform(scene.with_state(question=None), scene.say("care_only_today"))


def over_now(scene: Scene) -> Outcome:
    """It is over: what was left out because of it comes back in."""
    left_out = scene.profile.preferences.left_out
    back = tuple(stretch for stretch in left_out if stretch not in scene.state.kept_out)
    scene = scene.with_preferences(left_out=back)
    scene = scene.with_state(conditions=(), refused=(), kept_out=())
    return inform(scene, scene.say("care_over"))


def verdict_in_words(scene: Scene, condition: str, stretch: str) -> str:
    """What one condition says about one stretch, in two sentences; honestly where it says nothing."""
    counted = [each for each in scene.state.conditions if each.condition == condition]
    care = care_for(scene, stretch, counted)
    told = {"stretch": scene.name_of(stretch), "condition": with_it(scene, condition)}
    if care is None:
        return scene.say("care_nothing_known", **told)
    reason = why(scene, care) if care.verdict is not Verdict.FINE else ""
    return f"{scene.say(PROMPTS[care.verdict], **told)} {reason}".strip()


def _in_a_practice(scene: Scene, condition: str) -> Outcome:
    """What it means for the stretch in progress; where that is better left out, out of it and on."""
    stretch = scene.place.stretch
    told = verdict_in_words(scene, condition, stretch)
    care = care_for(scene, stretch)
    if care is None or care.verdict not in REFUSED or stretch in scene.state.refused:
        return aside(scene, told) if scene.runs else inform(scene, told)
    if scene.runs:
        return leave_this_one(scene, f"{coming_out(scene)} {told}".strip())
    return inform(scene, told)


def _which_column(scene: Scene, condition: str) -> Outcome | None:
    """The one question that decides how careful to be; None where there is nothing to decide."""
    asks = scene.library.conditions[condition].asks
    if not asks:
        return None
    question = scene.words.language.condition_questions[asks]
    return ask(scene, scene.say("care_one_question"), question, WhichColumn(condition))


def _decided(scene: Scene, number: int) -> Outcome:
    condition = scene.asked(WhichColumn).condition
    column = scene.library.conditions[condition].columns[number]
    scene = counting(scene, condition, column).with_state(question=None)
    return _overview(scene, condition)


def _overview(scene: Scene, condition: str) -> Outcome:
    """What is left out and what is eased with a condition; and whether to keep it so."""
    stretches = scene.library.stretches
    left_out = tuple(stretch for stretch in stretches if is_refused(scene, stretch))
    eased = tuple(stretch for stretch in stretches if is_eased(scene, stretch))
    told = {"condition": with_it(scene, condition)}
    if len(left_out) == len(stretches):
        return ask(scene, scene.say("care_all_left_out", **told), scene.say("ask_what_next"))
    if not left_out and not eased:
        return ask(scene, scene.say("care_all_fine", **told), scene.say("ask_what_next"))
    if not left_out:
        text = scene.say("care_all_eased", **told)
    else:
        text = scene.say("care_overview", stretches=scene.names_of(left_out), **told)
    return ask(scene, text, scene.say("care_keep"), LeaveOutFromNowOn(left_out, eased))
