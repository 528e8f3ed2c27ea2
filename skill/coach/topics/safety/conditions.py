"""Conditions: what a body has is named once, and counts for the session.

Nothing of it is kept. What can be kept, after a yes, is that a stretch is left out or eased, never why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from skill.coach.conversation.answers.answers import ask, coming_out
from skill.coach.conversation.care.how_long_ago import is_dated
from skill.coach.conversation.care.verdicts import (
    REFUSED,
    care_for,
    counting,
    known_conditions,
    still_counting,
    unsuited_from,
    why,
    with_it,
)
from skill.coach.conversation.columns import (
    ask_column,
    decided_with,
    that_ask,
    told_since,
)
from skill.coach.conversation.coming_back.aside import inform, put_aside
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.events import (
    AskCaution,
    Event,
    HasCondition,
    HowLongAgo,
    NotUnderstood,
    Pain,
)
from skill.coach.conversation.personal_practice import is_done_at
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import LeaveOutFromNowOn, WhichColumn
from skill.coach.conversation.state.state import Counted
from skill.coach.practice.wordings.texts import sentences
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.library.care import Care, Verdict
from skill.library.records import Level

PROMPTS = {
    Verdict.FINE: "care_fine",
    Verdict.EASE: "care_ease",
    Verdict.ASK_FIRST: "care_ask_first",
    Verdict.LEAVE_OUT: "care_leave_out",
}
"""What is said of one stretch, by its verdict."""

SEVERAL = {
    Verdict.FINE: "care_several_fine",
    Verdict.EASE: "care_several_eased",
    Verdict.ASK_FIRST: "care_several_ask_first",
    Verdict.LEAVE_OUT: "care_several_left_out",
}
"""What is said of several together."""

LONG_KNOWN, YEARS = "long_known", 24.0
"""The sign that is none where nothing has changed, and the months that "for years" are at least."""

FEW = 4
"""How many stretches may be left for these to be named, and not those that are left out."""

MOST_SENTENCES = 4
"""About how many sentences tell what two conditions say about one stretch; ours."""


def has_condition(scene: Scene, event: HasCondition) -> Outcome:
    """Say what a condition means for the stretch in progress, or for what can be done at all."""
    told = known_conditions(scene, event.condition, event.besides, event.further)
    if not told:
        return inform(scene, scene.say("care_unknown"))
    standing = still_counting(scene, told, event.months)
    if not standing:
        return inform(counting(scene, *told, months=event.months), scene.say("care_long_ago"))
    scene, told = _noted(scene, told, event.unknown, event.months), standing
    if len(event.stretch.ids) == 1:
        scene = scene.with_state(thread=scene.state.thread.telling(event.stretch.ids[0]))
        return inform(scene, _told_of_one(scene, told, event.stretch.ids[0]))
    if scene.state.question is not None and not scene.is_practising:
        return inform(scene, scene.say("care_counted", condition=with_it(scene, *told)))
    return _told(scene, told, event.months)


def answer_caution(scene: Scene, event: AskCaution) -> Outcome | None:
    """Whether a stretch is all right with a condition; None where none was named, nor counts for it.

    Of a stretch by its name, or of a place, without a condition, it is asked for those told before.
    """
    told = known_conditions(scene, event.condition, event.besides)
    if not told and event.unknown:
        return inform(scene, scene.say("care_unknown"))
    if not told:
        return _with_those_told(scene, event)
    standing = still_counting(scene, told, event.months)
    if not standing:
        return inform(counting(scene, *told, months=event.months), scene.say("care_long_ago"))
    scene, told = _noted(scene, told, event.unknown, event.months), standing
    ids = event.stretch.ids
    if asked := _asked_together(scene, event):
        return _told_of_several(scene, told, asked)
    if len(ids) == 1 and not (scene.runs and scene.place.stretch == ids[0]):
        scene = scene.with_state(thread=scene.state.thread.telling(ids[0]))
        return inform(scene, _told_of_one(scene, told, ids[0]))
    return _told(scene, told, event.months)


def _with_those_told(scene: Scene, event: AskCaution) -> Outcome | None:
    """Whether what is asked about is all right with what was told before; None where nothing was."""
    known = known_conditions(scene, *(each.condition for each in scene.state.conditions))
    ids = event.stretch.ids
    if known and (asked := _asked_together(scene, event)):
        return _told_of_several(scene, known, asked)
    if event.place:
        return inform(scene, scene.say("care_tell_me"))
    if not known or len(ids) != 1:
        return None
    scene = scene.with_state(thread=scene.state.thread.telling(ids[0]))
    return inform(scene, verdict_in_words(scene, known, ids[0]))


def _asked_together(scene: Scene, event: AskCaution) -> tuple[str, ...]:
    """The stretches that are asked about together: of one name, or all that is done in a place."""
    if len(event.stretch.ids) > 1:
        return event.stretch.ids
    if not event.place:
        return ()
    known = scene.library.stretches
    return tuple(each for each in known if is_done_at(scene, known[each], event.place))


def _told_of_several(scene: Scene, conditions: Sequence[str], stretches: Sequence[str]) -> Outcome:
    """What conditions mean for several stretches: those with one verdict together, the strictest first.

    The reason is told of the strictest. The stretch in progress is over where it is no good.
    """
    cares = _cares(scene, conditions)
    verdicts: dict[Verdict, list[str]] = {}
    for stretch in stretches:
        verdict = cares[stretch].verdict if stretch in cares else Verdict.FINE
        verdicts.setdefault(verdict, []).append(stretch)
    told = []
    condition = with_it(scene, *conditions)
    for verdict in sorted(verdicts, key=lambda verdict: -verdict.strictness):
        names = scene.names_of(verdicts[verdict])
        told.append(scene.say(SEVERAL[verdict], stretches=names, condition=condition))
        reason = why(scene, cares[verdicts[verdict][0]]) if verdict is not Verdict.FINE else ""
        if reason and len(told) == 1:
            told.append(reason)
    text = " ".join(told)
    if scene.runs and _leaves_this_one(scene):
        return leave_this_one(scene, f"{coming_out(scene)} {text}".strip())
    return inform(scene, text)


def tell_how_long_ago(scene: Scene, event: HowLongAgo) -> Instead:
    """How long ago it was, without what: of the last thing that was told and of which it matters."""
    known = scene.library.conditions
    told = [each.condition for each in scene.state.conditions if each.condition in known]
    dated = next((each for each in reversed(told) if is_dated(known[each])), "")
    if not dated:
        return Instead(scene, NotUnderstood())
    if isinstance(scene.state.question, LeaveOutFromNowOn):
        scene = scene.with_state(question=None)
    return Instead(scene, HasCondition(dated, months=event.months))


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


def say_first_column(scene: Scene, _: Event) -> Outcome | Instead:
    """Yes: the stricter column counts."""
    return _decided(scene)


def say_last_column(scene: Scene, _: Event) -> Outcome | Instead:
    """No: the mildest column counts."""
    return _decided(scene, column=-1)


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


def verdict_in_words(scene: Scene, conditions: Sequence[str], stretch: str) -> str:
    """What conditions say about one stretch, the strictest first, each with its reason.

    Those that say the same are named together. One that only keeps a body out of places says nothing
    about a stretch that is elsewhere. Where two ask for different ways, it is left out for both.
    """
    every = care_for(scene, stretch, _counted(scene, conditions))
    alone = {each: care_for(scene, stretch, _counted(scene, [each])) for each in conditions}
    strictest = max(map(_strictness, alone.values()))
    if every is not None and _strictness(every) > strictest:
        alone = dict.fromkeys(conditions, every)
    ordered = sorted(conditions, key=lambda each: -_strictness(alone[each]))
    said: dict[str, list[str]] = {}
    for each in ordered:
        said.setdefault(_prompt(scene, each, alone[each]), []).append(each)
    refused = every is not None and every.verdict in REFUSED
    told = []
    for prompt, group in said.items():
        text = scene.say(prompt, stretch=scene.name_of(stretch), condition=with_it(scene, *group))
        # Nobody needs an easier way to do what is left out.
        cares = [care for each in group if (care := alone[each]) is not None]
        reasons = [why(scene, care) for care in cares if not refused or care.verdict in REFUSED]
        told.append((text, reasons))
    return _in_few_sentences(told)


def _strictness(care: Care | None) -> int:
    return care.verdict.strictness if care is not None else -1


def _prompt(scene: Scene, condition: str, care: Care | None) -> str:
    if care is None:
        return "care_not_in_the_way"
    waits = care.verdict is Verdict.ASK_FIRST and scene.library.conditions[condition].wears_off
    return "care_wait" if waits else PROMPTS[care.verdict]


def _in_few_sentences(told: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Verdicts and reasons, no sentence twice: the first reason, and others as far as they are brief."""
    left = MOST_SENTENCES - sum(len(sentences(text)) for text, _ in told)
    said: list[str] = []
    given: list[str] = []
    for text, reasons in told:
        said.append(text)
        for reason in reasons:
            new = [sentence for sentence in sentences(reason) if sentence not in given]
            if not given or len(new) <= left:
                given.extend(new)
                said.extend(new)
                left -= len(new)
    return " ".join(said)


def _noted(scene: Scene, told: Sequence[str], unknown: str, months: float | None) -> Scene:
    """The scene in which conditions count; of one beside them that nobody knows that is said first."""
    scene = told_since(scene, told, months)
    if not unknown:
        return scene
    return scene.with_notice(scene.say("care_unknown_too"))


def _told(scene: Scene, told: Sequence[str], months: float | None) -> Outcome:
    """What conditions mean for the practice under way, or for all stretches.

    First the questions that decide how careful to be, where the answer would change anything.
    """
    if scene.is_practising:
        undecided = that_ask(scene, (each for each in told if _is_undecided(scene, each)), months)
    else:
        undecided = that_ask(scene, told, months)
    if undecided:
        return ask_column(put_aside(scene), undecided, told, in_practice=scene.runs)
    return _in_it(scene, told) if scene.is_practising else _overview(scene, told)


def _in_it(scene: Scene, conditions: Sequence[str]) -> Outcome:
    """What it means for the practice under way; out of the stretch in progress where that is no good."""
    told = _told_of_one(scene, conditions, scene.place.stretch)
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


def _told_of_one(scene: Scene, conditions: Sequence[str], stretch: str) -> str:
    """What conditions mean for one stretch, and what else of the practice is left out for them."""
    return f"{verdict_in_words(scene, conditions, stretch)} {left_out_besides(scene, stretch)}".strip()


def left_out_besides(scene: Scene, stretch: str, prompt: str = "care_left_out_of_it") -> str:
    """What else of the practice under way is left out by what was said; empty where nothing is."""
    if not scene.is_practising:
        return ""
    ahead = unsuited_from(scene, scene.practice, scene.place.item)
    others = tuple(each for each in ahead if each != stretch)
    return scene.say(prompt, stretches=scene.names_of(others)) if others else ""


def _leaves_this_one(scene: Scene) -> bool:
    return scene.place.stretch in unsuited_from(scene, scene.practice, scene.place.item)


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
        return _overview(scene, conditions)
    told = _told_of_one(scene, conditions, scene.place.stretch)
    if not asked.in_practice:
        return inform(scene, told)
    return leave_this_one(scene, told) if _leaves_this_one(scene) else back_to(scene, told)


def _counted(scene: Scene, conditions: Sequence[str]) -> list[Counted]:
    """Conditions as they count, without the others that do."""
    return [each for each in scene.state.conditions if each.condition in conditions]


def _cares(scene: Scene, conditions: Sequence[str]) -> dict[str, Care]:
    """What the strictest of some conditions says about each stretch that it says anything about."""
    counted = _counted(scene, conditions)
    cares = {stretch: care_for(scene, stretch, counted) for stretch in scene.library.stretches}
    return {stretch: care for stretch, care in cares.items() if care is not None}


def _with_verdict(cares: Mapping[str, Care], *verdicts: Verdict) -> tuple[str, ...]:
    return tuple(stretch for stretch, care in cares.items() if care.verdict in verdicts)


def _overview(scene: Scene, conditions: Sequence[str]) -> Outcome:
    """What is left out and what is eased with conditions; and whether to keep it so.

    Kept can be what is so for those that are not over by the next time.
    """
    cares = _cares(scene, conditions)
    left_out, eased = _with_verdict(cares, *REFUSED), _with_verdict(cares, Verdict.EASE)
    rest = tuple(stretch for stretch in scene.library.stretches if stretch not in left_out)
    told = {"condition": with_it(scene, *conditions)}
    if not rest:
        return ask(scene, scene.say("care_all_left_out", **told), scene.say("ask_what_else"))
    if not left_out:
        text = scene.say("care_all_eased", **told)
    elif len(rest) <= FEW:
        names = [scene.name_of(stretch) for stretch in rest]
        text = scene.say("care_few_left", stretches=scene.words.all_of(names), **told)
    else:
        text = scene.say("care_overview", stretches=scene.names_of(left_out), **told)
        reasons = {why(scene, cares[stretch]) for stretch in left_out}
        more = scene.say("care_easier_too") if eased else reasons.pop() if len(reasons) == 1 else ""
        text = f"{text} {more}".strip()
    lasting = [each for each in conditions if not scene.library.conditions[each].passing]
    if not lasting:
        return ask(scene, text, scene.say("ask_what_next"))
    cares = _cares(scene, lasting)
    keeps = LeaveOutFromNowOn(_with_verdict(cares, *REFUSED), _with_verdict(cares, Verdict.EASE))
    return ask(scene, text, scene.say("care_keep" if keeps.left_out else "care_keep_eased"), keeps)
