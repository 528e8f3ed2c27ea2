"""A profile, and what a turn adds to it, as JSON and back."""

import json
from dataclasses import replace

import pytest

from helpers.store_samples import at, done, saved
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Leaving, Profile
from skill.coach.person.profile_encoding import (
    decode_change,
    decode_finished,
    decode_profile,
    decode_saved,
    decode_sent_profile,
    decode_tallies,
    encode_change,
    encode_finished,
    encode_profile,
    encode_saved,
    encode_sent_profile,
    encode_tallies,
)
from skill.coach.person.totals import Tally
from skill.errors import UnreadableStateError

PROFILE = Profile(
    "somebody",
    Preferences(introduced=True),
    practices=(saved(2, 9), saved(1, 5, ended=True)),
    household=(saved(3, 7),),
    stretches={"childs_pose": Tally(1, 60)},
    days={"2026-11-20": Tally(1, 60)},
    lately={"childs_pose": "2026-11-20"},
    generation="g",
    device=KnownDevice("a-hash", rates={"en-GB": 1.1}),
    erasing=True,
)
DEVICE = KnownDevice(
    "a-hash",
    Rendering.SHORT,
    at(1),
    1,
    told=True,
    rates={"en-US": 0.9},
    time_zone="UTC",
    zone_told_at=at(2),
)
CHANGE = Change(
    at(3), Preferences(taught=True), (saved(1, 5),), (done(1),), "g", Preferences(taught=False), DEVICE
)


@pytest.mark.parametrize(
    ("encode", "decode", "record"),
    [
        (encode_profile, decode_profile, PROFILE),
        (encode_profile, decode_profile, Profile("nobody")),
        (encode_sent_profile, decode_sent_profile, PROFILE),
        (encode_sent_profile, decode_sent_profile, Profile("nobody")),
        (encode_change, decode_change, CHANGE),
        (encode_change, decode_change, Change(at(0))),
        (encode_saved, decode_saved, saved(1, 5)),
        (encode_finished, decode_finished, done(1, 2)),
        (encode_tallies, decode_tallies, PROFILE.days),
    ],
)
def test_every_record_is_read_back_as_it_was(encode, decode, record):
    """Through JSON, with all of its fields."""
    assert decode(json.loads(json.dumps(encode(record)))) == record


@pytest.mark.parametrize(
    ("decode", "value", "what"),
    [
        (decode_profile, {**encode_profile(PROFILE), "practices": 3}, "no profile"),
        (decode_profile, {}, "no profile"),
        (decode_sent_profile, {**encode_sent_profile(PROFILE), "lasting": "{}"}, "no profile"),
        (decode_sent_profile, {**encode_sent_profile(PROFILE), "lasting": {}}, "no profile"),
        (decode_saved, {**encode_saved(saved(1, 5)), "leaving": "flying"}, "no saved practice"),
        (decode_saved, {**encode_saved(saved(1, 5)), "worked": -1}, "no saved practice"),
        (decode_finished, {**encode_finished(done(1)), "seconds": 1.5}, "no finished stretch"),
        (decode_tallies, {"bridge": [1]}, "no totals"),
        (decode_tallies, {"bridge": [1, -5]}, "no totals"),
        (decode_change, None, "no change"),
    ],
)
def test_what_is_none_of_ours_is_refused_by_name(decode, value, what):
    """One error for all of them, that says what was to be read."""
    with pytest.raises(UnreadableStateError, match=what):
        decode(value)


def test_how_a_practice_was_left_is_kept():
    """Each way of leaving is read back as itself."""
    for leaving in Leaving:
        kept = encode_saved(saved(1, 5)) | {"leaving": leaving.value}
        assert decode_saved(kept).leaving is leaving


def test_what_lasts_is_read_and_written_once():
    """A profile of which nothing lasting has changed travels on in the very same text and tables."""
    sent = encode_sent_profile(PROFILE)
    first, again = decode_sent_profile(sent), decode_sent_profile(json.loads(json.dumps(sent)))
    assert again.days is first.days
    assert again.preferences is first.preferences
    assert encode_sent_profile(first)["lasting"] is encode_sent_profile(again)["lasting"]

    changed = replace(first, days={**first.days, "2026-11-21": Tally(1, 60)})
    assert decode_sent_profile(encode_sent_profile(changed)) == changed
