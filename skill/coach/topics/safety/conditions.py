"""Conditions: what a body has is named once, and counts for the session.

Nothing of it is kept. What can be kept, after a yes, is that a stretch is left out or eased, never why.
"""

from skill.coach.conversation.answers import ask, coming_out
from skill.coach.conversation.care.verdicts import (
    REFUSED,
    care_for,
    counting,
    unsuited_from,
    why,
    with_it,
)
from skill.coach.conversation.coming_back import back_to, inform, put_aside
from skill.coach.conversation.events import AskCaution, Event, HasCondition
from skill.coach.conversation.questions import LeaveOutFromNowOn, WhichColumn
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.conversation.state import Counted
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


FEW = 4
"""How many stretches may be left for these to be named, and not those that are left out."""


def has_condition(scene: Scene, event: HasCondition) -> Outcome:
    """Say what a condition means for the stretch in progress, or for what can be done at all."""
    if event.condition not in scene.library.conditions:
        return inform(scene, scene.say("care_unknown"))
    scene = counting(scene, event.condition)
    if len(event.stretch.ids) == 1:
        scene = scene.with_state(thread=scene.state.thread.telling(event.stretch.ids[0]))
        return inform(scene, _told_of_one(scene, event.condition, event.stretch.ids[0]))
    if scene.state.question is not None and not scene.is_practising:
        return inform(scene, scene.say("care_counted", condition=with_it(scene, event.condition)))
    return _told(scene, event.condition)


def answer_caution(scene: Scene, event: AskCaution) -> Outcome | None:
    """Whether a stretch is all right with a condition; None where none was named."""
    if event.unknown and not event.condition:
        return inform(scene, scene.say("care_unknown"))
    if event.condition not in scene.library.conditions:
        return None
    scene = counting(scene, event.condition)
    ids = event.stretch.ids
    if len(ids) == 1 and not (scene.runs and scene.place.stretch == ids[0]):
        scene = scene.with_state(thread=scene.state.thread.telling(ids[0]))
        return inform(scene, _told_of_one(scene, event.condition, ids[0]))
    return _told(scene, event.condition)


def say_first_column(scene: Scene, _: Event) -> Outcome | Instead:
    """Yes: the stricter column counts."""
    return _decided(scene, 0)


def say_last_column(scene: Scene, _: Event) -> Outcome | Instead:
    """No: the mildest column counts."""
    return _decided(scene, -1)


def keep_left_out(scene: Scene, _: Event) -> Outcome:
    """Yes: what does not suit is left out, and what is eased is gentle, in future sessions, too."""
    question = scene.asked(LeaveOutFromNowOn)
    known = scene.profile.preferences
    new = tuple(stretch for stretch in question.left_out if stretch not in known.left_out)
    eased = tuple(stretch for stretch in question.eased if known.levels.get(stretch) != Level.GENTLE)
    levels = {**known.levels, **dict.fromkeys(eased, Level.GENTLE)}
    scene = scene.with_preferences(left_out=(*known.left_out, *new), levels=levels)
    state = scene.state
    scene = scene.with_state(
        question=None, kept_out=(*state.kept_out, *new), kept_gentle=(*state.kept_gentle, *eased)
    )
    return inform(scene, scene.say("care_kept"))


def only_today(scene: Scene, _: Event) -> Outcome:
    """No: it counts for today alone."""
    return inform(scene.with_state(question=None), scene.say("care_only_today"))


def over_now(scene: Scene) -> Outcome:
    """It is over: what was left out or eased because of it is as it was."""
    known, state = scene.profile.preferences, scene.state
    back = tuple(stretch for stretch in known.left_out if stretch not in state.kept_out)
    levels = {s: level for s, level in known.levels.items() if s not in state.kept_gentle}
    scene = scene.with_preferences(left_out=back, levels=levels)
    scene = scene.with_state(conditions=(), refused=(), insisted=(), kept_out=(), kept_gentle=())
    return inform(scene, scene.say("care_over"))


def verdict_in_words(scene: Scene, condition: str, stretch: str) -> str:
    """What one condition says about one stretch, in two sentences.

    One that only keeps a body out of places says nothing about a stretch that is elsewhere.
    """
    care = care_for(scene, stretch, _alone(scene, condition))
    told = {"stretch": scene.name_of(stretch), "condition": with_it(scene, condition)}
    if care is None:
        return scene.say("care_not_in_the_way", **told)
    waits = care.verdict is Verdict.ASK_FIRST and scene.library.conditions[condition].wears_off
    prompt = "care_wait" if waits else PROMPTS[care.verdict]
    return f"{scene.say(prompt, **told)} {why(scene, care)}".strip()


def _told(scene: Scene, condition: str) -> Outcome:
    """What a condition means for the practice under way, or for all stretches.

    First the one question that decides how careful to be, where the answer would change anything.
    """
    if scene.is_practising:
        undecided, tell = _is_undecided(scene, condition), _in_it
    else:
        undecided, tell = bool(scene.library.conditions[condition].asks), _overview
    return _ask_column(scene, condition) if undecided else tell(scene, condition)


def _ask_column(scene: Scene, condition: str) -> Outcome:
    """The one question that decides how careful to be."""
    question = scene.words.language.condition_questions[scene.library.conditions[condition].asks]
    asked = WhichColumn(condition, in_practice=scene.runs)
    return ask(put_aside(scene), scene.say("care_one_question"), question, asked)


def _in_it(scene: Scene, condition: str) -> Outcome:
    """What it means for the practice under way; out of the stretch in progress where that is no good."""
    told = _told_of_practice(scene, condition)
    if scene.runs and _leaves_this_one(scene):
        return leave_this_one(scene, f"{coming_out(scene)} {told}".strip())
    return inform(scene, told)


def _is_undecided(scene: Scene, condition: str) -> bool:
    """Whether how careful to be with a condition changes anything about what is still to come."""
    known = scene.library.conditions[condition]
    ahead = scene.practice.items[scene.place.item :]
    columns = [scene.library.care[column] for column in known.columns]
    verdicts = [{column[item.stretch].verdict for column in columns} for item in ahead]
    return bool(known.asks) and any(len(different) > 1 for different in verdicts)


def _told_of_practice(scene: Scene, condition: str) -> str:
    """What a condition means for the stretch in progress, and what is left out after it."""
    return _told_of_one(scene, condition, scene.place.stretch)


def _told_of_one(scene: Scene, condition: str, stretch: str) -> str:
    """What a condition means for one stretch, and what else of the practice is left out for it."""
    return f"{verdict_in_words(scene, condition, stretch)} {left_out_besides(scene, stretch)}".strip()


def left_out_besides(scene: Scene, stretch: str, prompt: str = "care_left_out_of_it") -> str:
    """What else of the practice under way is left out by what was said; empty where nothing is."""
    if not scene.is_practising:
        return ""
    ahead = unsuited_from(scene, scene.practice, scene.place.item)
    others = tuple(each for each in ahead if each != stretch)
    return scene.say(prompt, stretches=scene.names_of(others)) if others else ""


def _leaves_this_one(scene: Scene) -> bool:
    return scene.place.stretch in unsuited_from(scene, scene.practice, scene.place.item)


def _decided(scene: Scene, number: int) -> Outcome | Instead:
    asked = scene.asked(WhichColumn)
    condition = asked.condition
    column = scene.library.conditions[condition].columns[number]
    scene = counting(scene, condition, column).with_state(question=None)
    if asked.start is not None:
        return Instead(scene, asked.start)
    if not scene.is_practising:
        return _overview(scene, condition)
    told = _told_of_practice(scene, condition)
    if not asked.in_practice:
        return inform(scene, told)
    return leave_this_one(scene, told) if _leaves_this_one(scene) else back_to(scene, told)


def _alone(scene: Scene, condition: str) -> list[Counted]:
    """One condition as it counts, without the others that do."""
    return [each for each in scene.state.conditions if each.condition == condition]


def _overview(scene: Scene, condition: str) -> Outcome:
    """What is left out and what is eased with a condition; and whether to keep it so."""
    counted = _alone(scene, condition)
    cares = {stretch: care_for(scene, stretch, counted) for stretch in scene.library.stretches}
    left_out = tuple(s for s, care in cares.items() if care is not None and care.verdict in REFUSED)
    eased = tuple(s for s, care in cares.items() if care is not None and care.verdict is Verdict.EASE)
    rest = tuple(stretch for stretch in cares if stretch not in left_out)
    told = {"condition": with_it(scene, condition)}
    if not rest:
        return ask(scene, scene.say("care_all_left_out", **told), scene.say("ask_what_else"))
    if not left_out:
        text = scene.say("care_all_eased", **told)
    elif len(rest) <= FEW:
        names = [scene.name_of(stretch) for stretch in rest]
        text = scene.say("care_few_left", stretches=scene.words.all_of(names), **told)
    else:
        text = scene.say("care_overview", stretches=scene.names_of(left_out), **told)
        reasons = {why(scene, care) for s in left_out if (care := cares[s]) is not None}
        more = scene.say("care_easier_too") if eased else reasons.pop() if len(reasons) == 1 else ""
        text = f"{text} {more}".strip()
    if scene.library.conditions[condition].passing:
        return ask(scene, text, scene.say("ask_what_next"))
    question = scene.say("care_keep" if left_out else "care_keep_eased")
    return ask(scene, text, question, LeaveOutFromNowOn(left_out, eased))
