"""A profile, a change and their parts as JSON and back."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from skill.coach.person.change import Change
from skill.coach.person.device import decode_device, encode_device
from skill.coach.person.encoding import (
    UNREADABLE,
    Json,
    day_in,
    decode_time,
    encode_time,
    flag_in,
    number_in,
    text_in,
    whole_in,
)
from skill.coach.person.practice_encoding import (
    decode_place,
    decode_practice,
    encode_place,
    encode_practice,
)
from skill.coach.person.preferences import decode_preferences, encode_preferences
from skill.coach.person.profile import Leaving, Profile, SavedPractice
from skill.coach.person.totals import Finished, Tally
from skill.errors import UnreadableStateError
from skill.make_fast.made_of_the_same import MadeOfTheSame

_texts: MadeOfTheSame[str] = MadeOfTheSame(16)


def encode_saved(saved: SavedPractice) -> Json:
    """A saved practice as a table."""
    return {
        "practice": encode_practice(saved.practice),
        "place": encode_place(saved.place),
        "at": encode_time(saved.saved_at),
        "worked": round(saved.worked, 3),
        "leaving": saved.leaving.value,
        "counted": list(saved.counted),
        "ended": saved.ended,
        **({"played": saved.played} if saved.played else {}),
        **({"ran_out": saved.ran_out} if saved.ran_out else {}),
    }


def decode_saved(value: Json) -> SavedPractice:
    """A table as a saved practice; `UnreadableStateError` for anything else."""
    try:
        return SavedPractice(
            practice=decode_practice(value["practice"]),
            place=decode_place(value["place"]),
            saved_at=decode_time(value["at"]),
            worked=number_in(value["worked"]),
            leaving=Leaving(value["leaving"]),
            counted=tuple(whole_in(item) for item in value.get("counted", ())),
            ended=flag_in(value["ended"]),
            played=text_in(value.get("played", "")),
            ran_out=whole_in(value.get("ran_out", 0)),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no saved practice: {error}") from error


def encode_finished(finished: Finished) -> Json:
    """A finished stretch as a table."""
    return {
        "practice": finished.practice,
        "item": finished.item,
        "stretch": finished.stretch,
        "at": encode_time(finished.finished_at),
        "day": finished.day,
        "seconds": finished.seconds,
    }


def decode_finished(value: Json) -> Finished:
    """A table as a finished stretch; `UnreadableStateError` for anything else."""
    try:
        return Finished(
            text_in(value["practice"]),
            whole_in(value["item"]),
            text_in(value["stretch"]),
            decode_time(value["at"]),
            day_in(value["day"]),
            whole_in(value["seconds"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no finished stretch: {error}") from error


def encode_tallies(tallies: Mapping[str, Tally]) -> Json:
    """Totals as a table of pairs."""
    return {key: [tally.count, tally.seconds] for key, tally in tallies.items()}


def decode_tallies(value: Json) -> dict[str, Tally]:
    """A table of pairs as totals; `UnreadableStateError` for anything else."""
    try:
        return {text_in(key): Tally(whole_in(n), whole_in(s)) for key, (n, s) in value.items()}
    except UNREADABLE as error:
        raise UnreadableStateError(f"no totals: {error}") from error


def encode_profile(profile: Profile) -> Json:
    """A profile as a table."""
    return _encode_visit(profile) | _encode_lasting(profile)


def decode_profile(value: Json) -> Profile:
    """A table as a profile; `UnreadableStateError` for anything else."""
    try:
        return _with_visit(_decode_lasting(value), value)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no profile: {error}") from error


def encode_sent_profile(profile: Profile) -> Json:
    """A profile as it travels with every answer: what hardly changes within a session is one text."""
    parts = (profile.preferences, profile.stretches, profile.days, profile.lately, profile.device)
    text = _texts.made(parts, lambda: json.dumps(_encode_lasting(profile), separators=(",", ":")))
    return {**_encode_visit(profile), "lasting": text}


def decode_sent_profile(value: Json) -> Profile:
    """A profile as it has travelled; `UnreadableStateError` for anything else."""
    try:
        return _with_visit(_read_lasting(value["lasting"]), value)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no profile: {error}") from error


@lru_cache(maxsize=64)
def _read_lasting(text: Json) -> Profile:
    """What hardly changes, cached by its text: it is most of a profile, and the same for many turns."""
    return _decode_lasting(json.loads(text_in(text)))


def _encode_lasting(profile: Profile) -> dict[str, Json]:
    """The parts that few turns of a session change, if any."""
    return {
        "preferences": encode_preferences(profile.preferences),
        "stretches": encode_tallies(profile.stretches),
        "days": encode_tallies(profile.days),
        "lately": dict(profile.lately),
        "device": encode_device(profile.device),
    }


def _encode_visit(profile: Profile) -> dict[str, Json]:
    return {
        "person": profile.person,
        "practices": [encode_saved(saved) for saved in profile.practices],
        "household": [encode_saved(saved) for saved in profile.household],
        "generation": profile.generation,
        "erasing": profile.erasing,
    }


def _decode_lasting(value: Json) -> Profile:
    return Profile(
        "",
        decode_preferences(value["preferences"]),
        stretches=decode_tallies(value["stretches"]),
        days={day_in(day): tally for day, tally in decode_tallies(value["days"]).items()},
        lately={text_in(stretch): day_in(day) for stretch, day in value["lately"].items()},
        device=decode_device(value["device"]),
    )


def _with_visit(lasting: Profile, value: Json) -> Profile:
    """A profile with what changes with its turns."""
    return replace(
        lasting,
        person=text_in(value["person"]),
        practices=tuple(decode_saved(saved) for saved in value["practices"]),
        household=tuple(decode_saved(saved) for saved in value["household"]),
        generation=text_in(value["generation"]),
        erasing=flag_in(value["erasing"]),
    )


def encode_change(change: Change) -> Json:
    """A change as a table."""
    preferences = change.preferences
    return {
        "at": encode_time(change.at),
        "preferences": encode_preferences(preferences) if preferences is not None else None,
        "practices": [encode_saved(saved) for saved in change.practices],
        "finished": [encode_finished(finished) for finished in change.finished],
        "generation": change.generation,
        "known": encode_preferences(change.known),
        "device": encode_device(change.device) if change.device is not None else None,
    }


def decode_change(value: Json) -> Change:
    """A table as a change; `UnreadableStateError` for anything else."""
    try:
        preferences, device = value["preferences"], value["device"]
        return Change(
            decode_time(value["at"]),
            decode_preferences(preferences) if preferences is not None else None,
            tuple(decode_saved(saved) for saved in value["practices"]),
            tuple(decode_finished(finished) for finished in value["finished"]),
            text_in(value["generation"]),
            decode_preferences(value["known"]),
            decode_device(device) if device is not None else None,
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no change: {error}") from error
