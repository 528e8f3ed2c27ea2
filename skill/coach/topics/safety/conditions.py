"""Conditions: what a body has is named once, and counts for the session. Nothing of it is kept."""

from collections.abc import Sequence

from skill.coach.conversation.answers.answers import coming_out
from skill.coach.conversation.care.how_long_ago import is_dated
from skill.coach.conversation.care.verdicts import counting, known_conditions, still_counting, with_it
from skill.coach.conversation.columns import ask_column, that_ask, told_since
from skill.coach.conversation.coming_back.aside import inform, put_aside
from skill.coach.conversation.events import AskCaution, HasCondition, HowLongAgo, NotUnderstood
from skill.coach.conversation.personal_practice import is_done_at
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.conversation.state.questions import LeaveOutFromNowOn
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.safety.in_practice import (
    is_undecided,
    leaves_this_one,
    tell_in_practice,
    told_of_one,
)
from skill.coach.topics.safety.overview import overview
from skill.coach.topics.safety.verdicts_in_words import several_in_words, verdict_in_words


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
        return inform(scene, told_of_one(scene, told, event.stretch.ids[0]))
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
        return _told_of_several(scene, told, asked, event.place)
    if len(ids) == 1 and not (scene.runs and scene.place.stretch == ids[0]):
        scene = scene.with_state(thread=scene.state.thread.telling(ids[0]))
        return inform(scene, told_of_one(scene, told, ids[0]))
    return _told(scene, told, event.months)


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


def _with_those_told(scene: Scene, event: AskCaution) -> Outcome | None:
    """Whether what is asked about is all right with what was told before; None where nothing was."""
    known = known_conditions(scene, *(each.condition for each in scene.state.conditions))
    ids = event.stretch.ids
    if known and (asked := _asked_together(scene, event)):
        return _told_of_several(scene, known, asked, event.place)
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


def _only_there(scene: Scene, stretches: Sequence[str], place: str) -> str:
    """The one stretch that is done in a position, for whoever asks about the position; else empty."""
    if len(stretches) != 1:
        return ""
    named = scene.words.position(place).name
    return scene.say("care_only_there", stretch=scene.name_of(stretches[0]), place=named)


def _told_of_several(
    scene: Scene, conditions: Sequence[str], stretches: Sequence[str], place: str
) -> Outcome:
    """What conditions mean for several stretches; the one in progress is over where it is no good.

    Of a position no more is known than what is done in it: for the rest whoever treats the body is
    asked.
    """
    text = several_in_words(scene, conditions, stretches)
    if place in scene.library.positions:
        text = f"{_only_there(scene, stretches, place)} {text} {scene.say('care_place_alone')}".strip()
    if scene.runs and leaves_this_one(scene):
        return leave_this_one(scene, f"{coming_out(scene)} {text}".strip())
    return inform(scene, text)


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
        undecided = that_ask(scene, (each for each in told if is_undecided(scene, each)), months)
    else:
        undecided = that_ask(scene, told, months)
    if undecided:
        return ask_column(put_aside(scene), undecided, told, in_practice=scene.runs)
    return tell_in_practice(scene, told) if scene.is_practising else overview(scene, told)
