"""Taking up the thread: what was listed, told of or chosen a moment ago."""

from skill.coach.conversation.answers.answers import ABOUT_THE_BODY, ask, ask_again
from skill.coach.conversation.coming_back.aside import put_aside
from skill.coach.conversation.coming_back.coming_back import never_mind
from skill.coach.conversation.disambiguation.asking import ask_which
from skill.coach.conversation.disambiguation.choosing import choose_again, the_other
from skill.coach.conversation.disambiguation.missing import missing, not_chosen
from skill.coach.conversation.disambiguation.picking import ANY, LAST, picked_of
from skill.coach.conversation.events import (
    Arrived,
    Asked,
    Choose,
    Event,
    More,
    No,
    ResumePractice,
    StartIt,
    StartRoutine,
    StartStretch,
    Yes,
)
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import (
    EquipmentThere,
    HowLong,
    OfferedPlan,
    PainRelief,
    Question,
    TakeUpPractice,
    ThisStretch,
    WhichColumn,
    WhichPractice,
    WhichRoutine,
    WhichStretch,
)
from skill.coach.conversation.state.thread import DRAFTING, NO_THREAD, Thread
from skill.coach.practice.practice import OWN
from skill.coach.topics.starting.starts import ask_which_routine
from skill.coach.topics.starting.surprises import surprise

CHOICES = (WhichStretch, ThisStretch, WhichRoutine, WhichPractice, TakeUpPractice)
"""Questions to which "something else" is a no: each then offers what else there is."""

TO_BE_STARTED = (ThisStretch, TakeUpPractice, EquipmentThere, OfferedPlan)
"""Questions to which "start it" is a yes."""

ONLY_ANSWERED = (*ABOUT_THE_BODY, PainRelief, WhichColumn)
"""Questions about the body: nothing but an answer will do."""


def choose_listed(scene: Scene, event: Choose) -> Outcome | Instead | NotAnAnswer:
    """An item of the list that was told, or another one of what was just chosen out of."""
    thread = scene.state.thread
    if thread.listed:
        picked = picked_of(scene, event, thread.listed)
        if len(picked) > 1:
            return ask_which(scene, StartStretch, picked)
        return _start_entry(scene, picked[0]) if picked else NotAnAnswer()
    if _is_open(scene):
        if _is_of_stretches(scene, thread.options):
            return choose_again(scene, event)
        picked = picked_of(scene, event, thread.options)
        return _start_entry(scene, picked[0]) if picked else NotAnAnswer()
    if event.ordinal == ANY and not scene.is_practising:
        return surprise(scene)
    if event.ordinal == LAST and not scene.is_practising:
        return Instead(scene, ResumePractice("last_time"))
    return NotAnAnswer()


def choose_listed_asked(scene: Scene, event: Choose) -> Outcome | Instead | NotAnAnswer:
    """An item of the list that was told while a question stood that takes no number: it is started.

    Whoever leaves it to the coach gets something, unless the question has to be answered first.
    """
    question = scene.state.question
    only_answered = isinstance(question, (*ONLY_ANSWERED, *DRAFTING))
    listed = bool(scene.state.thread.listed)
    if event.ordinal == ANY and (only_answered or (scene.is_practising and not listed)):
        return ask_again(scene, scene.say("answer_first"))
    if only_answered or not (listed or event.ordinal == ANY):
        return not_chosen(scene)
    return choose_listed(scene.with_state(question=None), event)


def start_it(scene: Scene, _: Event) -> Outcome | Instead:
    """Start what was last spoken of; where nothing was, it means yes, or go on."""
    stretch, listed = scene.state.thread.stretch, scene.state.thread.listed
    if stretch and not (scene.is_practising and scene.place.stretch == stretch):
        return _start_entry(scene, stretch)
    if listed and not stretch:
        return start_of_list(scene, listed)
    return Instead(scene, Arrived(now=True) if scene.is_practising else Yes())


def say_yes(scene: Scene, _: Event) -> Outcome | Instead | NotAnAnswer:
    """Yes, with nothing under way: start what was last spoken of, if anything was."""
    thread = scene.state.thread
    return start_it(scene, StartIt()) if thread.stretch or thread.listed else NotAnAnswer()


def start_of_list(scene: Scene, listed: tuple[str, ...]) -> Outcome | Instead:
    """One of a list is to be started: the only one, or it is asked which."""
    if len(listed) == 1:
        return _start_entry(scene, listed[0])
    if scene.state.missed:
        aside = scene.with_state(thread=NO_THREAD)
        return ask(aside, scene.say("leave_choice"), scene.say("ask_what_next"))
    names = scene.words.one_of([scene.name_of(entry) for entry in listed])
    question: Question | None = None
    if _is_of_stretches(scene, listed):
        question = WhichStretch(StartStretch, listed)
    elif all(entry in scene.library.routines for entry in listed):
        question = WhichRoutine(listed)
    outcome = ask(scene, "", scene.say("which_practice", choices=names), question)
    return outcome if question is not None else missing(scene, outcome)


def start_it_asked(scene: Scene, _: Event) -> Outcome | Instead:
    """Start it, while a question stands: yes to what was offered, or what was told of meanwhile."""
    question, thread = scene.state.question, scene.state.thread
    if isinstance(question, TO_BE_STARTED):
        return Instead(scene, Yes())
    told_of = (thread.stretch,) if thread.stretch else thread.listed
    if len(told_of) == 1 and not isinstance(question, ONLY_ANSWERED):
        return _start_entry(scene.with_state(question=None), told_of[0])
    return not_chosen(scene)


def other(scene: Scene, _: Event) -> Outcome | Instead:
    """Not this one: back to the choice just made, or to what else there is."""
    thread = scene.state.thread
    if thread.listed:
        return Instead(scene, More())
    if _is_open(scene) and thread.others:
        if _is_of_stretches(scene, thread.options):
            return the_other(scene)
        return ask_which_routine(scene, thread.others)
    if scene.is_practising and thread.begun == scene.practice.id:
        return _not_this_practice(scene)
    return ask(put_aside(scene), "", scene.say("ask_instead"))


def other_asked(scene: Scene, _: Event) -> Outcome | Instead:
    """Something else, while a question stands: what else can be offered, or never mind."""
    question = scene.state.question
    if isinstance(question, ONLY_ANSWERED):
        return ask_again(scene)
    return Instead(scene, No()) if isinstance(question, CHOICES) else never_mind(scene)


def _start_entry(scene: Scene, entry: str) -> Instead:
    """Start a stretch or a routine of a list; the others of it can still be had instead."""
    thread = scene.state.thread
    if entry in thread.listed:
        chosen = Thread(taken=entry, options=thread.listed, rest=thread.rest)
        scene = scene.with_state(thread=chosen)
    if entry in scene.library.stretches:
        return Instead(scene, StartStretch(Asked((entry,), entry)))
    return Instead(scene, StartRoutine(Asked((entry,), entry.removeprefix(OWN))))


def _is_open(scene: Scene) -> bool:
    """Whether what came of the last choice is still what it is about."""
    thread = scene.state.thread
    if thread.wanted is not StartStretch:
        return bool(thread.options) and thread.stretch == thread.taken
    begun = scene.is_practising and thread.begun == scene.practice.id
    return bool(thread.options) and begun


def _is_of_stretches(scene: Scene, entries: tuple[str, ...]) -> bool:
    return all(entry in scene.library.stretches for entry in entries)


def _not_this_practice(scene: Scene) -> Outcome:
    """The practice that has just begun is not wanted: ask for another length, routine or stretch."""
    practice = scene.practice
    aside = put_aside(scene.with_state(thread=NO_THREAD))
    if practice.wish is not None:
        return ask(aside, "", scene.say("ask_other_minutes"), HowLong(practice.wish))
    others = tuple(routine for routine in scene.library.routines if routine != practice.name)
    if practice.name in scene.library.routines:
        return ask_which_routine(aside, others)
    return ask(aside, "", scene.say("ask_instead"))
