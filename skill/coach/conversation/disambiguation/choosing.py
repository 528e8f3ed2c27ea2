"""The answers to "which one?": by place, by number, by name, yes and no."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask_again, coming_out
from skill.coach.conversation.coming_back.coming_back import never_mind
from skill.coach.conversation.disambiguation.asking import ask_which
from skill.coach.conversation.disambiguation.missing import not_chosen
from skill.coach.conversation.disambiguation.options import OFFERED_AT_ONCE, namesakes
from skill.coach.conversation.disambiguation.picking import chosen_by
from skill.coach.conversation.events import (
    Asked,
    Choose,
    Event,
    ListStretches,
    NameStretch,
    StartRoutine,
    StartStretch,
    Yes,
)
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import ThisStretch, WhichStretch
from skill.coach.conversation.state.thread import Thread
from skill.coach.person.profile import SavedPractice
from skill.coach.practice.plan_wish import PlanWish


def choose(scene: Scene, event: Choose) -> Outcome | Instead:
    """The answer to "which one?" by place or number."""
    question = asked_which(scene)
    picked = chosen_by(scene, event, question.options)
    if len(picked) == 1:
        return _resolved(scene, question, picked[0])
    if not picked:
        return not_chosen(scene)
    return ask_which(scene, question.intention, picked, question.start)


def choose_by_start(scene: Scene, event: StartStretch) -> Outcome | Instead | NotAnAnswer:
    """A stretch that is to be started, where it was asked which: another wish than the one that stands.

    It is the answer where the wish was to start one, or where a routine is being made meanwhile.
    """
    if asked_which(scene).intention is not StartStretch and scene.state.draft is None:
        return NotAnAnswer()
    return choose_by_name(scene, event)


def choose_by_name(scene: Scene, event: NameStretch | StartStretch) -> Outcome | Instead | NotAnAnswer:
    """A name as the answer to "which one?"; a name that was not offered is no answer."""
    question = asked_which(scene)
    offered = question.options or event.stretch.ids
    picked = tuple(option for option in offered if option in event.stretch.ids)
    if len(picked) == 1:
        return _resolved(scene, question, picked[0])
    if picked and set(picked) != set(question.options):
        return ask_which(scene, question.intention, picked, question.start)
    return ask_again(scene) if picked else NotAnAnswer()


def choose_place(scene: Scene, event: ListStretches) -> Outcome | Instead | NotAnAnswer:
    """A place alone ("something lying down") is an answer; a part of the body is none."""
    if not event.place or event.area:
        return NotAnAnswer()
    return choose(scene, Choose(event.place))


def choose_place_to_start(scene: Scene, event: StartRoutine) -> Outcome | Instead | NotAnAnswer:
    """A place alone, as in `choose_place`, but heard as a wish for a practice."""
    wish = event.wish
    if wish is None or not wish.place or wish != PlanWish(place=wish.place):
        return NotAnAnswer()
    return choose(scene, Choose(wish.place))


def go_ahead(scene: Scene, _: Event) -> Outcome | Instead | NotAnAnswer:
    """Let's go: yes to the one that was offered, and no answer to a choice; or the practice goes on."""
    if scene.is_practising:
        return NotAnAnswer()
    return Instead(scene, Yes()) if isinstance(scene.state.question, ThisStretch) else not_chosen(scene)


def say_yes(scene: Scene, _: Event) -> Instead:
    """Yes: the stretch that was offered is meant."""
    question = asked_which(scene)
    return _resolved(scene, question, question.options[0])


def none_of_these(scene: Scene, _: Event) -> Outcome:
    """No to what was offered: offer the others; where there are none, drop the question."""
    question = scene.state.question
    if isinstance(question, ThisStretch):
        rest, all_of_them = question.others, (question.stretch, *question.others)
    else:
        all_of_them = asked_which(scene).options
        rest = all_of_them[OFFERED_AT_ONCE:]
    asked, thread = asked_which(scene), scene.state.thread
    if not rest and thread.taken:  # the list that it was all chosen out of may have had more
        rest = tuple(entry for entry in thread.rest if entry in scene.library.stretches)
        scene = scene.with_state(thread=replace(thread, rest=()))
    if not rest:
        return never_mind(scene)
    return ask_which(_forgetting(scene, all_of_them), asked.intention, rest, asked.start, again=True)


def the_other(scene: Scene) -> Outcome | Instead:
    """Back to the last choice: of two the other is meant; of more it is asked which of the others."""
    thread, scene = scene.state.thread, _without_begun(scene)
    if len(thread.others) == 1:
        return _resolved(
            scene, WhichStretch(thread.wanted, thread.options, thread.start), thread.others[0]
        )
    scene = _forgetting(scene.with_state(thread=thread), thread.options)
    return ask_which(scene, thread.wanted, thread.others, thread.start, again=True)


def choose_again(scene: Scene, event: Choose) -> Outcome | Instead | NotAnAnswer:
    """Back to the last choice, by place or number: another one of what was offered then."""
    thread = scene.state.thread
    picked = chosen_by(scene, event, thread.options)
    scene = _without_begun(scene) if picked else scene
    if len(picked) == 1:
        return _resolved(scene, WhichStretch(thread.wanted, thread.options, thread.start), picked[0])
    return ask_which(scene, thread.wanted, picked, thread.start) if picked else NotAnAnswer()


def asked_which(scene: Scene) -> WhichStretch:
    """The standing question as `WhichStretch`; `LookupError` where no stretch is asked for."""
    match scene.state.question:
        case WhichStretch() as question:
            return question
        case ThisStretch(intention, stretch, others, start):
            return WhichStretch(intention, (stretch, *others), start)
    raise LookupError("nobody was asked which stretch is meant")


def _resolved(scene: Scene, question: WhichStretch, stretch: str) -> Instead:
    """The event that was wanted, now with its stretch; a choice among several is remembered."""
    if len(question.options) > 1:
        known = scene.profile.preferences.choices
        scene = scene.with_preferences(choices={**known, namesakes(question.options): stretch})
        chosen = Thread(
            taken=stretch,
            wanted=question.intention,
            options=question.options,
            start=question.start,
        )
        scene = scene.with_state(thread=chosen)
    scene = replace(scene.with_state(question=None), answered=True)
    named = Asked((stretch,), stretch)
    if question.start is not None:
        return Instead(scene, replace(question.start, stretch=named))
    return Instead(scene, question.intention(named))


def _without_begun(scene: Scene) -> Scene:
    """The scene without the practice that the last choice began: it is not wanted, now or tomorrow."""
    if not scene.is_practising or scene.state.thread.begun != scene.practice.id:
        return scene
    dropped = SavedPractice(
        scene.practice, scene.practice.end, scene.kept_at(scene.practice), ended=True
    )
    out = scene.said(coming_out(scene))
    scene = scene.with_profile(scene.profile.with_practice(dropped)).with_state(
        practice=None, last=scene.practice
    )
    return replace(scene, notice=scene.notice + out)


def _forgetting(scene: Scene, options: tuple[str, ...]) -> Scene:
    """The scene without the remembered choice among these stretches: it was offered and declined."""
    key = namesakes(options)
    known = scene.profile.preferences.choices
    return scene.with_preferences(choices={k: chosen for k, chosen in known.items() if k != key})
