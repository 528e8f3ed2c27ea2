"""What is given to somebody who asks for all that is kept about them."""

import json
from dataclasses import fields

from helpers.store_samples import done, saved
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Finished, Profile, SavedPractice, Tally
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Item, Practice
from skill.coach.topics.records.export import everything

PROFILE = Profile(
    "somebody",
    Preferences(introduced=True, declined=("2026-11-20T08:00:00.000000+00:00",)),
    practices=(saved(2, 9), saved(1, 5, ended=True)),
    household=(saved(3, 7),),
    stretches={"childs_pose": Tally(1, 60)},
    days={"2026-11-20": Tally(1, 60)},
    lately={"childs_pose": "2026-11-20"},
    generation="g",
)


def names(record: type) -> set[str]:
    """The fields of a record."""
    return {field.name for field in fields(record)}


def test_all_that_is_kept_is_given():
    """Every field of profile, practices, places and history is there, and others' practices are not."""
    device = KnownDevice("a-hash", Rendering.SHORT, rates={"en-US": 1.1}, time_zone="UTC")
    given = json.loads(json.dumps(everything(PROFILE, [done(1)], [device])))
    profile = given["profile"]
    named = {"person", "household", "device", *profile} - {"last_days", "devices"}
    assert named == names(Profile) - {"lately"}
    assert profile["devices"] == [
        {"key": "a-hash", "rendering": "short", "rates": {"en-US": 1.1}, "time_zone": "UTC"}
    ]
    for practice in profile["practices"]:
        assert set(practice) == names(SavedPractice)
        assert set(practice["practice"]) == names(Practice)
        assert set(practice["place"]) == names(Place)
        assert all(set(item) == names(Item) for item in practice["practice"]["items"])
    assert all(set(row) == names(Finished) for row in given["history"])
    assert saved(3, 7).practice.id not in json.dumps(given)


def test_a_practice_that_has_ended_is_given_too():
    """It is kept for a while, and so it is given, marked as ended."""
    going_on, ended = everything(PROFILE, [], [])["profile"]["practices"]
    assert (going_on["ended"], ended["ended"]) == (False, True)
    assert ended["saved_at"] == "2026-11-20T08:05:00.000+00:00"
    assert [item["stretch"] for item in ended["practice"]["items"]] == [
        "childs_pose",
        "cat_cow",
        "knee_to_chest",
    ]
    assert (ended["place"]["stretch"], ended["worked"], ended["leaving"]) == (
        "knee_to_chest",
        12.5,
        "no_word",
    )


def test_preferences_that_nobody_said_are_given():
    """A device that refuses pauses, and an offer that was declined, are kept and so they are given."""
    kept = everything(PROFILE, [], [])["profile"]["preferences"]
    assert kept == {"introduced": True, "declined": ["2026-11-20T08:00:00.000000+00:00"]}
