"""Records from elsewhere, made to fit this version of the content.

Session attributes, kept practices and slot values may name stretches and routines that no longer exist.
"""

from collections.abc import Container
from dataclasses import fields, replace

from skill.coach.conversation.events import Asked, Event
from skill.coach.conversation.state import STANDING, Running, State, Waiting
from skill.coach.person.profile import Profile, SavedPractice
from skill.coach.practice.place import Place
from skill.coach.practice.practice import OWN, Practice
from skill.library.records import Library


def known_event(library: Library, event: Event, own: Container[str]) -> Event:
    """An event without unknown ids; where no id is left, its words count as an unknown name.

    Args:
        library: The stretches and routines.
        event: The event.
        own: The names of the person's own routines: Alexa may have been taught another person's.
    """
    changes: dict[str, Asked] = {}
    for field in fields(event):
        value = getattr(event, field.name)
        if isinstance(value, Asked) and field.name in ("stretch", "routine"):
            kinds = library.routines if field.name == "routine" else library.stretches
            known = tuple(i for i in value.ids if i in kinds or _is_own(i, own))
            changes[field.name] = replace(value, ids=known)
    return replace(event, **changes) if changes else event


def _is_own(entry: str, own: Container[str]) -> bool:
    return entry.startswith(OWN) and entry.removeprefix(OWN) in own


def known_state(library: Library, state: State) -> State:
    """A state in which every stretch of a practice exists; a practice that had to change waits.

    If no stretch of a practice is left, nothing is under way.
    """
    if state.body not in library.positions:
        state = replace(state, body=STANDING)
    if state.last is not None and not _is_known(library, state.last):
        state = replace(state, last=None)
    running = state.practice
    if isinstance(running, Running) and running.sent.body not in library.positions:
        state = replace(state, practice=replace(running, sent=replace(running.sent, body=STANDING)))
    if running is None or _is_known(library, running.practice):
        return state
    fresh = State(turns=state.turns, one_shot=state.one_shot)
    shortened = _shortened(library, running.practice, running.place)
    if shortened is None or shortened[0].is_end(shortened[1]):
        return fresh
    return replace(fresh, practice=Waiting(*shortened))


def known_profile(library: Library, profile: Profile) -> Profile:
    """A profile whose practices can be gone on with: stretches that are gone are left out of them.

    A practice of another person is shown only if all of its stretches exist.
    """
    lately = {s: day for s, day in profile.lately.items() if s in library.stretches}
    stretches = {s: tally for s, tally in profile.stretches.items() if s in library.stretches}
    shared = tuple(s for s in profile.household if _is_known(library, s.practice))
    profile = replace(profile, lately=lately, stretches=stretches, household=shared)
    if all(_is_known(library, saved.practice) for saved in profile.practices):
        return profile
    kept = [_without_gone(library, saved) for saved in profile.practices]
    return replace(profile, practices=tuple(saved for saved in kept if saved is not None))


def _is_known(library: Library, practice: Practice) -> bool:
    return practice.body in library.positions and all(
        item.stretch in library.stretches for item in practice.items
    )


def _without_gone(library: Library, saved: SavedPractice) -> SavedPractice | None:
    """A kept practice without stretches that are gone, at the nearest place left; None without any."""
    shortened = _shortened(library, saved.practice, saved.place)
    if shortened is None:
        return None
    practice, place = shortened
    worked = saved.worked if place.stretch == saved.place.stretch else 0.0
    return replace(saved, practice=practice, place=place, worked=worked)


def _shortened(library: Library, practice: Practice, place: Place) -> tuple[Practice, Place] | None:
    """A practice without stretches that are gone, and the place in it; None if all are gone."""
    if practice.body not in library.positions:
        practice = replace(practice, body=STANDING)
    left = [n for n, item in enumerate(practice.items) if item.stretch in library.stretches]
    if not left:
        return None
    before = sum(number < place.item for number in left)
    shortened = replace(practice, items=tuple(practice.items[number] for number in left))
    if place.item in left:
        return shortened, replace(place, item=before)
    return shortened, shortened.place_of(before)
