"""Making a routine of one's own by voice: its name first, then its stretches, one by one.

Nothing is kept before the end: if the person drops it or the session runs out, nothing has changed.
"""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask, ask_the_same, close
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.disambiguation.options import OFFERED_AT_ONCE
from skill.coach.conversation.disambiguation.own_names import bare, folded, own_named
from skill.coach.conversation.disambiguation.picking import picked_of
from skill.coach.conversation.errands import Errand
from skill.coach.conversation.events import (
    AddStretch,
    AdjustHold,
    Asked,
    AvoidStretch,
    Choose,
    CreateRoutine,
    Event,
    LeaveOut,
    MeantStretch,
    MoveStretch,
    Pain,
    SaveRoutine,
    SetReminder,
    StartRoutine,
    StartStretch,
)
from skill.coach.conversation.scene import NAMED, Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import RoutineDraft, RoutineName
from skill.coach.conversation.state.thread import Thread
from skill.coach.practice.practice import OWN
from skill.coach.topics.reminders.reminders import set_reminder
from skill.coach.topics.safety.pain import hurts
from skill.coach.topics.starting.first_answer import minutes_for
from skill.coach.topics.starting.starts import begin_own, start_stretch

MOST_ROUTINES, MOST_STRETCHES = 10, 12
"""How many routines are kept, and how many stretches in each; more is too much to send with every
answer."""

SHORTEST_NAME, LONGEST_NAME = 2, 40
"""The fewest letters and the most characters of a name; a longer one was misheard."""


def create(scene: Scene, event: CreateRoutine) -> Outcome:
    """Begin a new routine, or go on with one of that name: ask for its name, then for stretches."""
    name = _tidy(event.name)
    if not name:
        return _ask_for_name(scene)
    if known := own_named(scene, Asked(heard=name)):
        kept = scene.own.preferences.routines[known]
        draft = RoutineDraft(known, kept, of=scene.own.person)
        return ask(scene, what_it_has(scene, draft), scene.say("own_change"), draft)
    if problem := _problem(scene, name):
        return _ask_for_name(scene, problem=problem)
    told = scene.say("own_begun", routine=name)
    return ask(scene, told, scene.say("own_first"), RoutineDraft(name, of=scene.own.person))


def save(scene: Scene, event: SaveRoutine) -> Outcome:
    """Save the practice under way or done last as a routine: "save this as morning stretch"."""
    practice = scene.state.latest
    if practice is None:
        return ask(scene, scene.say("own_nothing_to_save"), scene.say("ask_what_next"))
    stretches = dict.fromkeys(item.stretch for item in practice.items)
    return _keep(scene, _tidy(event.name), tuple(stretches)[:MOST_STRETCHES])


def name_it(scene: Scene, event: SaveRoutine) -> Outcome:
    """The name that was asked for."""
    stretches = scene.asked(RoutineName).stretches
    if stretches:
        return _keep(scene, _tidy(event.name), stretches)
    return create(scene, CreateRoutine(event.name))


def name_by_stretch(scene: Scene, event: AddStretch | StartStretch) -> Outcome:
    """The name of a stretch where a routine's name was asked for: it goes in, and the name comes last.

    Where the routine has its stretches already, and of a name that no stretch has, it is the name.
    """
    question = scene.asked(RoutineName)
    if question.stretches or not event.stretch.ids:
        return name_it(scene, SaveRoutine(event.stretch.heard))
    nameless = RoutineDraft("", of=question.of)
    return add(scene.with_state(question=nameless), event)


def name_by_routine(scene: Scene, event: StartRoutine) -> Outcome:
    """Words heard as a routine where a routine's name was asked for: they are taken as the name."""
    return name_it(scene, SaveRoutine(event.routine.heard))


def name_by_reminder(scene: Scene, event: SetReminder) -> Outcome | Errand:
    """A reminder where a name was asked for: without a time, "after work" may be the name."""
    if event.at is not None:
        return set_reminder(scene, event)
    return name_it(scene, SaveRoutine(event.heard)) if event.heard else name_unclear(scene, event)


def name_first(scene: Scene, _: Event) -> Outcome:
    """Another request where a name was asked for: the name comes first; this is no failed attempt."""
    return ask_the_same(scene, scene.say("own_name_first"), scene.say("own_name"))


def name_unclear(scene: Scene, _: Event) -> Outcome:
    """Words that cannot be a name: ask for it once more."""
    return _ask_for_name(scene, scene.asked(RoutineName).stretches, scene.say("own_name_unclear"))


def name_draft(scene: Scene, event: SaveRoutine) -> Outcome:
    """A name while a routine is being made: it replaces the name, and the routine is done."""
    draft = scene.asked(RoutineDraft)
    return _keep(scene, _tidy(event.name) or draft.name, draft.stretches)


def add(scene: Scene, event: AddStretch | StartStretch) -> Outcome:
    """Add the stretches that are named, else the one that was last spoken of."""
    if event.then:
        return _add_all(scene, (event.stretch, *event.then))
    draft, asked = unasked(scene), event.stretch
    told_of = scene.state.thread.stretch
    if asked.is_nameless and told_of:
        asked = Asked((told_of,), told_of)
    if not asked.ids:
        told = scene.say("unknown_stretch", heard=asked.heard) if asked.heard else ""
        return ask(scene, told, scene.say("own_next"), draft)
    known = [chosen for chosen in scene.own.preferences.choices.values() if chosen in asked.ids]
    if len(asked.ids) > 1 and not known:
        return _ask_which(scene, draft, asked.ids)
    stretch = (known or list(asked.ids))[0] if len(asked.ids) > 1 else asked.ids[0]
    if len(_with(draft.stretches, stretch, event)) > MOST_STRETCHES:
        return _full(scene, draft)
    told = scene.say("own_added", stretch=scene.name_of(stretch))
    more = replace(draft, stretches=_with(draft.stretches, stretch, event))
    if len(more.stretches) == MOST_STRETCHES:
        return _full(scene, more, told)
    return ask(scene, told, scene.say("own_next"), more)


def _add_all(scene: Scene, asked: tuple[Asked, ...]) -> Outcome:
    """Add several stretches; of a name that none has, or several, it is asked when the rest is in."""
    clear = [each for each in asked if len(each.ids) == 1]
    draft = unasked(scene)
    room = MOST_STRETCHES - len(draft.stretches)
    stretches = tuple(each.ids[0] for each in clear)[:room]
    more = replace(draft, stretches=(*draft.stretches, *stretches))
    names = scene.words.all_of([scene.name_of(stretch) for stretch in stretches])
    several = len(stretches) > 1
    told = (
        scene.say("own_added_several", stretches=names)
        if several
        else scene.say("own_added", stretch=names)
    )
    if len(clear) < len(asked):
        unclear = next(each for each in asked if len(each.ids) != 1)
        return add(scene.with_notice(told).with_state(question=more), AddStretch(unclear))
    if len(more.stretches) == MOST_STRETCHES:
        return _full(scene, more, told)
    return ask(scene, told, scene.say("own_next"), more)


def _with(stretches: tuple[str, ...], stretch: str, event: AddStretch | StartStretch) -> tuple[str, ...]:
    """The stretches with one more: at the end, or in the place of the one that goes for it."""
    goes = event.instead.ids if isinstance(event, AddStretch) else ()
    place = next((at for at, each in enumerate(stretches) if each in goes), None)
    if place is None:
        return (*stretches, stretch)
    return (*stretches[:place], stretch, *stretches[place + 1 :])


def add_told(scene: Scene, event: AdjustHold) -> Outcome | NotAnAnswer:
    """Add it: heard as the wish for a longer hold, of which there is none here."""
    is_it = event.change == "longer" and event.seconds is None and scene.state.thread.stretch
    return add(scene, AddStretch(Asked())) if is_it else NotAnAnswer()


def choose(scene: Scene, event: Choose) -> Outcome:
    """Which of several stretches with the same name, or of a list, belongs in the routine."""
    pending = scene.asked(RoutineDraft).pending
    listed = scene.state.thread.listed
    if not pending and listed:
        picked = [entry for entry in picked_of(scene, event, listed) if entry in scene.library.stretches]
        chosen = AddStretch(Asked((picked[0],), picked[0])) if len(picked) == 1 else None
        return add(scene, chosen) if chosen is not None else tell_how(scene, event)
    heights = {s: scene.library.positions[scene.library.stretches[s].position].height for s in pending}
    number = int(event.ordinal) if event.ordinal.isdigit() else int(bool(event.ordinal))
    by_number = pending[number - 1 : number] if number else ()
    fitting = [s for s in pending if heights[s] == event.place] if event.place else by_number
    if len(fitting) != 1:
        return tell_how(scene, event)
    return add(scene, AddStretch(Asked((fitting[0],), fitting[0])))


def correct(scene: Scene, event: MeantStretch) -> Instead:
    """Another stretch than the one just said: than the one asked about, else than the one put in."""
    thread, draft = scene.state.thread, scene.asked(RoutineDraft)
    if thread.wish_of and thread.wish is not StartStretch:
        return Instead(scene, thread.wish(event.stretch))
    last = Asked(draft.stretches[-1:])
    return Instead(
        scene, AddStretch(event.stretch, last if event.instead.is_nameless else event.instead)
    )


def add_at_the_end(scene: Scene, event: MoveStretch) -> Instead:
    """Put a stretch last: in a routine that is being made, that is to add it."""
    return Instead(scene, AddStretch(event.stretch))


def add_elsewhere(scene: Scene, event: AddStretch) -> Outcome | Instead | NotAnAnswer:
    """Add to the own routine under way or done last; without one, do the stretch that was named.

    Without a name it is the one that was last spoken of. "And the bridge?" after an answer about another
    stretch asks the same of this one.
    """
    question = scene.state.thread.question
    if event.stretch.ids and event.instead.is_nameless and question is not StartStretch:
        return Instead(scene, question(event.stretch))
    if event.stretch.is_nameless:
        told_of = scene.state.thread.stretch
        if not told_of:
            return NotAnAnswer()
        event = AddStretch(Asked((told_of,), told_of))
    practice = scene.state.latest
    name = practice.name.removeprefix(OWN) if practice is not None else ""
    kept = scene.own.preferences.routines.get(name, ())
    is_own = practice is not None and practice.name.startswith(OWN) and kept
    named = (event.stretch, *event.then)
    known = all(len(each.ids) == 1 for each in named)
    if not is_own or not known or len(kept) + len(named) > MOST_STRETCHES:
        return start_stretch(scene, StartStretch(event.stretch, then=event.then))
    new = [each.ids[0] for each in named]
    routines = {**scene.own.preferences.routines, name: (*kept, *new)}
    told = scene.say("own_added_to", stretch=scene.names_of(new), routine=name)
    return inform(scene.with_routines(routines), told)


def remove(scene: Scene, event: AvoidStretch | LeaveOut) -> Outcome:
    """Take a stretch out of the routine again: the one named or just spoken of, or the last."""
    draft = unasked(scene)
    told_of = scene.state.thread.stretch
    meant = (told_of,) if event.stretch.is_nameless else event.stretch.ids
    named = [stretch for stretch in draft.stretches if stretch in meant]
    gone = draft.stretches[-1:] if event.stretch.is_nameless and not named else tuple(named[:1])
    if not gone:
        return ask(scene, scene.say("own_not_in_it"), scene.say("own_next"), draft)
    told = scene.say("own_removed", stretch=scene.name_of(gone[0]))
    left = tuple(stretch for stretch in draft.stretches if stretch not in gone)
    return ask(scene, told, scene.say("own_next"), replace(draft, stretches=left))


def take_out_it(scene: Scene, _: Event) -> Outcome:
    """Take it out: the stretch that was just spoken of, or the one put in last."""
    return remove(scene, LeaveOut(Asked()))


def take_back(scene: Scene, _: Event) -> Outcome:
    """Not that one: take out again what was put in last; where it was not clear which, ask how."""
    draft = scene.asked(RoutineDraft)
    if draft.pending or not draft.stretches:
        return tell_how(scene, _)
    return remove(scene, LeaveOut(Asked()))


def start_it(scene: Scene, event: Event) -> Outcome:
    """Start it: the routine is complete, kept and begun; a stretch that was just told of goes in."""
    draft, told_of = scene.asked(RoutineDraft), scene.state.thread.stretch
    if told_of and told_of not in draft.stretches:
        return add(scene, AddStretch(Asked()))
    if not draft.stretches:
        return tell_how(scene, event)
    kept = done(scene, event)
    name = own_named(scene, Asked(heard=draft.name)) or draft.name
    after = replace(scene, profile=kept.profile, guest=kept.guest, state=kept.state)
    if after.own.preferences.routines.get(name) != draft.stretches:
        return kept
    return begin_own(after, name)


def done(scene: Scene, _: Event) -> Outcome:
    """The routine is complete: keep it, unless it is empty."""
    draft = scene.asked(RoutineDraft)
    return _keep(scene, draft.name, draft.stretches)


def done_and_leave(scene: Scene, event: Event) -> Outcome:
    """The routine is complete, and goodbye: after "stop" the person is asked nothing more.

    So one that has no name yet gets one.
    """
    draft = scene.asked(RoutineDraft)
    if draft.stretches and not draft.name:
        return _leave(scene, _keep(scene, _name_for(scene), draft.stretches))
    return _leave(scene, done(scene, event))


def drop(scene: Scene, _: Event) -> Outcome:
    """Drop the routine: nothing of it is kept."""
    return _given_up(scene)


def drop_and_leave(scene: Scene, event: Event) -> Outcome:
    """Drop the routine, and goodbye."""
    return _leave(scene, drop(scene, event))


def hurts_meanwhile(scene: Scene, event: Pain) -> Outcome:
    """It hurts, which comes first; where nothing is under way, the routine goes on being made."""
    outcome = hurts(scene, event)
    if outcome.reply.ends_session or scene.is_practising:
        return outcome
    return inform(scene, scene.say("hurts_idle"))


def tell_how(scene: Scene, _: Event) -> Outcome:
    """What can be said while a routine is being made: after a request for help, or no answer."""
    return ask(scene, scene.say("own_how"), scene.say("own_next"), unasked(scene))


def unknown_stretch(scene: Scene, _: Event) -> Outcome:
    """Words that were not understood, mostly the name of a stretch that the library does not have."""
    told = f"{scene.say('own_unknown')} {scene.say('ask_list')}"
    return ask(scene, told, scene.say("own_next"), unasked(scene))


def unasked(scene: Scene) -> RoutineDraft:
    """The draft without a question which stretch was meant."""
    return replace(scene.asked(RoutineDraft), pending=())


def _leave(scene: Scene, finished: Outcome) -> Outcome:
    """Say what an action says, without its question, and end the session."""
    return close(replace(scene, profile=finished.profile, guest=finished.guest), finished.state.told)


def _keep(scene: Scene, name: str, stretches: tuple[str, ...]) -> Outcome:
    """Keep a routine under a name; ask again for a bad name, and keep nothing without stretches."""
    known = scene.own.preferences.routines
    name = own_named(scene, Asked(heard=name)) or name
    if not stretches:
        return _given_up(scene, scene.say("own_empty"))
    if problem := _problem(scene, name):
        return _ask_for_name(scene, stretches, problem if name else "")
    if name not in known and len(known) >= MOST_ROUTINES:
        return _given_up(scene, scene.say("own_too_many"))
    scene = scene.with_routines({**known, name: stretches})
    minutes = minutes_for(scene, OWN + name, stretches)
    told = scene.say("own_saved", routine=name, minutes=minutes)
    scene = scene.with_state(thread=Thread(listed=(OWN + name,)))
    if isinstance(scene.state.question, RoutineName | RoutineDraft):
        scene = scene.with_state(question=None)
    return inform(scene, told)


def _name_for(scene: Scene) -> str:
    """A name for a routine whose name was never said, and that no other one has."""
    first = scene.say("own_unnamed")
    numbered = (f"{first} {scene.words.number(count)}" for count in range(2, MOST_ROUTINES + 1))
    names = (first, *numbered)
    return next((name for name in names if not own_named(scene, Asked(heard=name))), first)


def _problem(scene: Scene, name: str) -> str:
    """What is said of a name that cannot be taken; empty where it can."""
    language = scene.words.language
    taken = {
        folded(each)
        for named in (language.stretches, language.routines)
        for words in named.values()
        for each in (words.name, *words.synonyms)
    }
    if not bare(scene, name) or len(name) > LONGEST_NAME or sum(map(str.isalpha, name)) < SHORTEST_NAME:
        return scene.say("own_name_unclear")
    return scene.say("own_name_taken", name=name) if folded(name) in taken else ""


def what_it_has(scene: Scene, draft: RoutineDraft) -> str:
    """What the routine has: all names if they are few, else their number and the last name."""
    names = [scene.name_of(stretch) for stretch in draft.stretches]
    routine = draft.name or scene.say("own_nameless")
    if len(names) > NAMED:
        return scene.say("own_has_many", routine=routine, count=len(names), stretch=names[-1])
    return scene.say("own_has", routine=routine, stretches=scene.words.all_of(names))


def _ask_for_name(scene: Scene, stretches: tuple[str, ...] = (), problem: str = "") -> Outcome:
    """Ask for a name with an example; ask a second time for a bad one, and then give up."""
    before = scene.state.question
    asked = isinstance(before, RoutineName)
    if isinstance(before, RoutineName) and before.again:
        return _given_up(scene)
    question = RoutineName(stretches, bool(problem) or asked, of=scene.own.person)
    return ask(scene, problem, scene.say("own_name"), question)


def _ask_which(scene: Scene, draft: RoutineDraft, ids: tuple[str, ...]) -> Outcome:
    offered = ids[:OFFERED_AT_ONCE]
    question = scene.say("nearest", choices=scene.words.one_of([scene.name_of(s) for s in offered]))
    return ask(scene, "", question, replace(draft, pending=offered))


def _full(scene: Scene, draft: RoutineDraft, *told: str) -> Outcome:
    text = " ".join((*told, scene.say("own_full")))
    return ask(scene, text, scene.say("own_full_next"), draft)


def _given_up(scene: Scene, told: str = "") -> Outcome:
    text = " ".join(filter(None, (told, scene.say("own_not_kept"))))
    return ask(scene, text, scene.say("ask_what_next"))


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" .,!?")
