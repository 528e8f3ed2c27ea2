"""Stretches that go into a routine of one's own, by name or as what was last spoken of."""

from collections.abc import Sequence
from dataclasses import replace

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.disambiguation.options import OFFERED_AT_ONCE
from skill.coach.conversation.disambiguation.picking import picked_of
from skill.coach.conversation.events import (
    AddStretch,
    AdjustHold,
    Asked,
    Choose,
    MeantStretch,
    MoveStretch,
    StartStretch,
)
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import RoutineDraft
from skill.coach.practice.practice import OWN
from skill.coach.topics.own_routines.drafts import MOST_STRETCHES, tell_how, unasked
from skill.coach.topics.starting.starts import start_stretch


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
    stretch = (known or list(asked.ids))[0]
    stretches = _with(draft.stretches, stretch, event)
    if len(stretches) > MOST_STRETCHES:
        return _full(scene, draft)
    return _next(scene, replace(draft, stretches=stretches), _added(scene, [stretch]))


def _add_all(scene: Scene, asked: tuple[Asked, ...]) -> Outcome:
    """Add several stretches; of a name that none has, or several, it is asked when the rest is in."""
    clear = [each.ids[0] for each in asked if len(each.ids) == 1]
    unclear = [each for each in asked if len(each.ids) != 1]
    draft = unasked(scene)
    new = clear[: MOST_STRETCHES - len(draft.stretches)]
    more = replace(draft, stretches=(*draft.stretches, *new))
    told = _added(scene, new)
    if unclear:
        return add(scene.with_notice(told).with_state(question=more), AddStretch(unclear[0]))
    return _next(scene, more, told)


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


def _ask_which(scene: Scene, draft: RoutineDraft, ids: tuple[str, ...]) -> Outcome:
    offered = ids[:OFFERED_AT_ONCE]
    question = scene.say("nearest", choices=scene.words.one_of([scene.name_of(s) for s in offered]))
    return ask(scene, "", question, replace(draft, pending=offered))


def _added(scene: Scene, stretches: Sequence[str]) -> str:
    """What is said of the stretches that went in; empty where none did."""
    if not stretches:
        return ""
    names = scene.names_of(stretches)
    if len(stretches) > 1:
        return scene.say("own_added_several", stretches=names)
    return scene.say("own_added", stretch=names)


def _next(scene: Scene, draft: RoutineDraft, told: str) -> Outcome:
    """Tell what went in, and ask for the next stretch, if there is room for one."""
    if len(draft.stretches) == MOST_STRETCHES:
        return _full(scene, draft, told)
    return ask(scene, told, scene.say("own_next"), draft)


def _full(scene: Scene, draft: RoutineDraft, told: str = "") -> Outcome:
    text = f"{told} {scene.say('own_full')}".strip()
    return ask(scene, text, scene.say("own_full_next"), draft)
