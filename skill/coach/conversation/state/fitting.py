"""What comes from elsewhere, made to fit this version of the content: every id that can be in it.

Session attributes, kept data and slot values may name stretches, routines and more that have gone. What
nobody knows today is hidden for the turn and not deleted: a store keeps it, and shows it again with
content that has it. Only what somebody changes by voice is kept as they heard it: a practice that is
gone on with, a routine of their own that they add to.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import fields, replace
from datetime import timedelta
from functools import lru_cache
from typing import TypeVar

from skill.coach.conversation.events import Asked, Event
from skill.coach.conversation.state.questions import (
    AfterSign,
    OfOnePerson,
    PainRelief,
    PlayOn,
    Question,
)
from skill.coach.conversation.state.state import (
    STANDING,
    AnyUnderWay,
    Running,
    State,
    Waiting,
)
from skill.coach.conversation.state.state_encoding import STRETCHES
from skill.coach.conversation.state.thread import DRAFTING
from skill.coach.person.encoding import Content, decode_time, encode_time, fit_fields
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile, SavedPractice
from skill.coach.practice.place import Place
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import LONGEST_PLAN, OWN, PLAN, Item, Practice, plan_name
from skill.coach.practice.timeline import segment_at
from skill.library.records import GENTLE, Level, Library, Movement, Stretch

Told = TypeVar("Told")

ABOUT_A_PRACTICE = (AfterSign, PainRelief, PlayOn)
"""Questions that are put only in the middle of a practice."""


def content_of(library: Library, *routines: Mapping[str, object]) -> Content:
    """The ids there are today.

    Args:
        library: The stretches and routines.
        *routines: The own routines of everybody who is at hand, by name.
    """
    return {
        "stretch": library.stretches,
        "routine": library.routines,
        "condition": library.conditions,
        "column": {"", *library.care},
        # Only a question is about one: a sign that has none, by today's content, is not asked about.
        "sign": {sign.id for sign in library.signs.values() if sign.asks},
        "area": library.areas,
        "own routine": {name for own in routines for name in own},
        "entry": {
            "",
            *library.stretches,
            *library.routines,
            *(OWN + name for own in routines for name in own),
        },
    }


def known_event(library: Library, event: Event, own: Container[str]) -> Event:
    """An event without unknown ids; where no id is left, its words count as an unknown name.

    Args:
        library: The stretches and routines.
        event: The event.
        own: The names of the person's own routines: Alexa may have been taught another person's.
    """
    changes: dict[str, Asked | tuple[Asked, ...]] = {}
    for field in fields(event):
        value = getattr(event, field.name)
        kinds = library.routines if field.name == "routine" else library.stretches
        if isinstance(value, Asked):
            changes[field.name] = _known_name(value, kinds, own)
        elif isinstance(value, tuple) and any(isinstance(each, Asked) for each in value):
            changes[field.name] = tuple(_known_name(each, kinds, own) for each in value)
    return replace(event, **changes) if changes else event


def _known_name(named: Asked, kinds: Container[str], own: Container[str]) -> Asked:
    return replace(named, ids=tuple(i for i in named.ids if i in kinds or _is_own(i, own)))


def _is_own(entry: str, own: Container[str]) -> bool:
    return entry.startswith(OWN) and entry.removeprefix(OWN) in own


def known_state(library: Library, state: State, people: Sequence[Profile]) -> State:
    """A state in which everything that is named exists.

    A practice that had to change waits; if no stretch of it is left, nothing is under way. A question
    that was also about something that is gone is dropped.

    Args:
        library: The stretches and routines.
        state: The state.
        people: Who is at hand in this turn, as they are known today.
    """
    question, last, practice = state.question, state.last, state.practice
    if question is not None and not _is_known_question(library, people, question):
        question = None
    if last is not None and known_practice(library, last) != last:
        last = None
    if practice is not None:
        practice = _known_under_way(library, practice)
        question = question if isinstance(practice, type(state.practice)) else None
    if practice is None and isinstance(question, ABOUT_A_PRACTICE):
        question = None
    body = state.body if state.body in library.positions else STANDING
    draft = state.draft
    if draft is not None and not _is_known_question(library, people, draft):
        draft = None
    thread = fit_fields(
        state.thread, content_of(library, *(person.preferences.routines for person in people))
    )
    state = replace(
        state,
        practice=practice,
        question=question,
        last=last,
        body=body,
        thread=thread,
        draft=draft,
    )
    return _with_known_body(library, state)


def _with_known_body(library: Library, state: State) -> State:
    """A state with the conditions that count and exist, and stretches that do."""
    content = content_of(library)
    counted = tuple(fit_fields(each, content) for each in state.conditions)
    return replace(
        state,
        conditions=tuple(each for each in counted if each.condition),
        minded=fit_fields(state.minded, content),
        refused=STRETCHES.fit(content, state.refused),
        insisted=STRETCHES.fit(content, state.insisted),
        out_today=STRETCHES.fit(content, state.out_today),
        kept_out=STRETCHES.fit(content, state.kept_out),
        kept_gentle=STRETCHES.fit(content, state.kept_gentle),
    )


def known_profile(library: Library, profile: Profile) -> Profile:
    """A profile of what there is today: the very same where nothing of it has gone.

    Practices of others are shown only where nothing of them has gone, and one that was gone on with
    without what has gone only as it was gone on with.
    """
    content = content_of(library, profile.preferences.routines)
    return replace(
        profile,
        preferences=known_preferences(content, profile.preferences),
        practices=_known_practices(library, profile.practices),
        household=tuple(saved for saved in profile.household if known_saved(library, saved) == saved),
        lately=_of_known(library, profile.lately),
        stretches=_of_known(library, profile.stretches),
    )


def _of_known(library: Library, told: Mapping[str, Told]) -> Mapping[str, Told]:
    """What is told of stretches, without those that are not there any more."""
    if told.keys() <= library.stretches.keys():
        return told
    return {stretch: each for stretch, each in told.items() if stretch in library.stretches}


def _known_practices(library: Library, kept: tuple[SavedPractice, ...]) -> tuple[SavedPractice, ...]:
    ids = {saved.practice.id for saved in kept}
    known = ((saved, known_saved(library, saved)) for saved in kept)
    return tuple(
        now
        for before, now in known
        if now is not None and (now.practice.id == before.practice.id or now.practice.id not in ids)
    )


def known_preferences(content: Content, preferences: Preferences) -> Preferences:
    """Preferences about what there is today."""
    return fit_fields(preferences, content)


def known_saved(library: Library, saved: SavedPractice) -> SavedPractice | None:
    """A kept practice as it can be gone on with today; None where nothing of it is left."""
    practice = known_practice(library, saved.practice)
    if practice is None:
        return None
    place = _known_place(library, saved.practice, practice, saved.place)
    if practice == saved.practice and place == saved.place:
        return saved
    worked = saved.worked if place.stretch == saved.place.stretch else 0.0
    ended = saved.ended or practice.is_end(place)
    counted = _still_counted(saved.practice, practice, saved.counted)
    return replace(saved, practice=practice, place=place, worked=worked, counted=counted, ended=ended)


@lru_cache(maxsize=64)
def known_practice(library: Library, practice: Practice) -> Practice | None:
    """A practice of the stretches there are today; None where none of its is left.

    What is made of a practice is found again by the practice, so one that fits stays as it is. What was
    finished is kept by the numbers of its items: where those that are left have other numbers now, it is
    a practice of its own, or what is finished yet would be taken for what has been already.
    """
    items = tuple(
        _known_item(library.stretches[item.stretch], item)
        for item in practice.items
        if item.stretch in library.stretches
    )
    if not items:
        return None
    wish = practice.wish
    if wish is not None and wish.area and wish.area not in library.areas:
        wish = replace(wish, area="")
    name = practice.name
    if not _is_name(library, name):
        # What it was started as has gone: what is left is a practice of so many minutes.
        name = items[0].stretch if len(items) == 1 else plan_name(_minutes(items))
        wish = wish if wish is not None else PlanWish(60.0 * _minutes(items))
    if not name.startswith(PLAN):
        wish = None
    body = practice.body if practice.body in library.positions else STANDING
    kept_numbers = [item.stretch for item in practice.items[: len(items)]]
    same = kept_numbers == [item.stretch for item in items]
    id_ = practice.id if same else _next_id(practice.id)
    known = replace(practice, id=id_, name=name, items=items, body=body, wish=wish)
    return practice if known == practice else known


def _next_id(id_: str) -> str:
    """The id of a practice begun right after another one: one person begins one at a time."""
    return encode_time(decode_time(id_) + timedelta(milliseconds=1))


def _still_counted(before: Practice, now: Practice, counted: tuple[int, ...]) -> tuple[int, ...]:
    """The items that are counted of a practice, where they still have their numbers."""
    return tuple(n for n in counted if n < len(now.items)) if now.id == before.id else ()


def _is_known_question(library: Library, people: Sequence[Profile], question: Question) -> bool:
    """Whether everything a question is about exists; a routine of somebody who is not at hand may.

    One that is being made has only stretches in it, whoever makes it.
    """
    content = content_of(library, *(person.preferences.routines for person in people))
    at_hand = {person.person for person in people}
    if isinstance(question, OfOnePerson) and question.of not in at_hand:
        return not isinstance(question, DRAFTING) or fit_fields(question, content) == question
    return fit_fields(question, content) == question


def _known_under_way(library: Library, under_way: AnyUnderWay) -> AnyUnderWay | None:
    """A practice under way, if all of it is known and every place lies in it; else one that waits."""
    practice = known_practice(library, under_way.practice)
    if practice is None:
        return None
    place = _known_place(library, under_way.practice, practice, under_way.place)
    if practice == under_way.practice and place == under_way.place:
        return _with_known_answer(library, under_way)
    if practice.is_end(place):
        return None
    worked = under_way.worked if place.stretch == under_way.place.stretch else 0.0
    counted = _still_counted(under_way.practice, practice, under_way.counted)
    return Waiting(practice, place, worked, counted)


def _with_known_answer(library: Library, under_way: AnyUnderWay) -> AnyUnderWay:
    """The same with an answer that can be followed; where its places are none, it waits."""
    if not isinstance(under_way, Running):
        return under_way
    practice, sent = under_way.practice, under_way.sent
    for place in (sent.start, sent.cut, sent.end):
        if place is not None and _known_place(library, practice, practice, place) != place:
            return Waiting(practice, under_way.place, under_way.worked, under_way.counted)
    body = sent.body if sent.body in library.positions else STANDING
    content = content_of(library)
    cautions = tuple(
        replace(
            caution,
            about=STRETCHES.fit(content, caution.about),
            names=tuple(each for each in caution.names if each in library.conditions),
        )
        for caution in sent.cautions
        if caution.item < len(practice.items)
    )
    return replace(under_way, sent=replace(sent, body=body, cautions=cautions))


def _is_name(library: Library, name: str) -> bool:
    """Whether a practice can be called by this."""
    if name.startswith(PLAN):
        minutes = name.removeprefix(PLAN)
        return minutes in map(str, range(1, LONGEST_PLAN + 1))
    if name.startswith(OWN):
        return name != OWN
    return name in library.routines or name in library.stretches


def _known_item(stretch: Stretch, item: Item) -> Item:
    """An item that the stretch can still be done as; one that has become something else is as usual.

    A way that has gone was an easier one: it is done gently.
    """
    dose = stretch.doses[Level.STANDARD]
    same_kind = isinstance(item.work, Movement) == isinstance(dose.work, Movement)
    way = item.way if item.way in stretch.ways else GENTLE if item.way else ""
    if item.sides is stretch.sides and same_kind:
        return replace(item, way=way, at_a_time=stretch.at_a_time)
    repetitions = 1 if dose.kind == "movement" else dose.repetitions.value
    return Item(
        stretch.id, dose.work, repetitions, stretch.sides, item.brief, (), way, stretch.at_a_time
    )


def _known_place(library: Library, before: Practice, practice: Practice, place: Place) -> Place:
    """Where a place in a practice is now; one that lies nowhere is the start of its item."""
    if place.item >= len(before.items):
        return practice.end
    left = [n for n, item in enumerate(before.items) if item.stretch in library.stretches]
    number = sum(earlier < place.item for earlier in left)
    moved = replace(place, item=number) if number != place.item else place
    if place.item not in left or practice.items[number].stretch != place.stretch:
        return practice.place_of(number)
    return moved if segment_at(practice, moved).holds(moved) else practice.place_of(number)


def _minutes(items: tuple[Item, ...]) -> int:
    """About how many minutes of work there are; never none."""
    seconds = sum(effort.seconds for item in items for effort in item.efforts)
    return min(max(1, round(seconds / 60)), LONGEST_PLAN)
