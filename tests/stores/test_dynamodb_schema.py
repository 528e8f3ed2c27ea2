"""Items of other versions and damaged ones: read as well as can be, and put right in passing."""

import json
from dataclasses import replace

import pytest

from helpers.dynamodb_table import items, names, put, recorded
from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    done,
    finishing,
    placing,
    practice_id,
    saved,
)
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences, encode_preferences
from skill.coach.person.profile import KEPT_HISTORY, Tally
from skill.coach.person.profile_encoding import encode_saved
from skill.errors import StoreError
from skill.stores.dynamodb import DynamoStore

PREFERENCES = Preferences(introduced=True)
PROFILE = f"profile#{PERSON}"
OLD = {"N": "1"}
NEWER = {"N": "3"}


def text(value):
    """A JSON value as the items have it."""
    return {"S": json.dumps(value)}


def old_profile(**attributes):
    """A profile as version 1 wrote it, with two stretches on two days."""
    return {
        "schema": OLD,
        "preferences": text(encode_preferences(PREFERENCES)),
        f"practice#{practice_id(1)}": {
            "M": {
                "at": {"S": encode_saved(saved(1, 5))["at"]},
                "saved": text(encode_saved(saved(1, 5))),
            }
        },
        "n#childs_pose": {"N": "2"},
        "s#childs_pose": {"N": "120"},
        "n#bridge": {"N": "1"},
        "s#bridge": {"N": "30"},
        "dn#2026-11-18": {"N": "2"},
        "ds#2026-11-18": {"N": "120"},
        "dn#2026-11-19": {"N": "1"},
        "ds#2026-11-19": {"N": "30"},
        **attributes,
    }


def old_done():
    """A finished stretch as version 1 wrote it: it did not expire and was of no generation."""
    return {
        "schema": OLD,
        "practice": {"S": practice_id(1)},
        "item": {"N": "0"},
        "stretch": {"S": "childs_pose"},
        "at": {"S": "2026-11-20T08:02:00.000+00:00"},
        "day": {"S": "2026-11-20"},
        "seconds": {"N": "60"},
    }


def test_a_profile_of_version_1(amazon):
    """A profile of version 1 is read; the newest day of all stands for the last day of each stretch."""
    put(amazon, PROFILE, **old_profile())
    profile = amazon.open(HOUSEHOLD, PERSON)

    assert (profile.preferences, profile.practices) == (PREFERENCES, (saved(1, 5),))
    assert profile.stretches == {"childs_pose": Tally(2, 120), "bridge": Tally(1, 30)}
    assert profile.days == {"2026-11-18": Tally(2, 120), "2026-11-19": Tally(1, 30)}
    assert profile.lately == {"childs_pose": "2026-11-19", "bridge": "2026-11-19"}


def test_a_history_of_version_1(amazon):
    """What version 1 kept is told, and reporting it again adds nothing."""
    put(amazon, f"done#{PERSON}#{practice_id(1)}#00", **old_done())
    amazon.write(HOUSEHOLD, PERSON, finishing(done(1)))

    assert list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1)]
    assert amazon.open(HOUSEHOLD, PERSON).stretches == {}


@pytest.mark.parametrize("change", [placing(saved(1, 6)), finishing(done(9, day="2026-11-21"))])
def test_an_old_profile_is_brought_up_to_date(amazon, change):
    """The first write after a visit makes the item one of today, in the same request."""
    put(amazon, PROFILE, **old_profile())
    before = amazon.open(HOUSEHOLD, PERSON)
    requests = recorded(amazon)
    amazon.write(HOUSEHOLD, PERSON, change)

    assert len(requests) == 1
    assert items(amazon)[PROFILE]["schema"] == {"N": "2"}
    later = {f.stretch: f.day for f in change.finished}
    assert amazon.open(HOUSEHOLD, PERSON).lately == {**before.lately, **later}
    assert amazon.open(HOUSEHOLD, PERSON).times_done("bridge") == 1


def test_an_old_profile_that_this_process_has_not_read(amazon):
    """A write by a process that has not read an old item leaves its upgrade to others."""
    put(amazon, PROFILE, **old_profile())
    amazon.write(HOUSEHOLD, PERSON, finishing(done(9, day="2026-11-21")))

    assert items(amazon)[PROFILE]["schema"] == OLD
    profile = DynamoStore(amazon.table, amazon._client).open(HOUSEHOLD, PERSON)
    assert profile.lately == {"childs_pose": "2026-11-21", "bridge": "2026-11-21"}


def test_a_newer_profile(amazon):
    """A profile of a newer version is left alone, whatever is written; the message says what to do."""
    put(amazon, PROFILE, schema=NEWER, preferences={"S": "{}"}, new={"S": "?"})
    before = items(amazon)
    for use in (
        lambda: amazon.open(HOUSEHOLD, PERSON),
        lambda: amazon.write(HOUSEHOLD, PERSON, Change(at(5), PREFERENCES)),
        lambda: amazon.write(HOUSEHOLD, PERSON, placing(saved(1, 5))),
        lambda: amazon.write(HOUSEHOLD, PERSON, finishing(done(1))),
    ):
        with pytest.raises(StoreError, match=r"schema 3, written by a newer .*: deploy that one again"):
            use()

    assert items(amazon) == before


def test_a_newer_profile_of_another_person(amazon):
    """Somebody else's newer profile stops nobody."""
    put(amazon, "profile#account", schema=NEWER)
    amazon.write(HOUSEHOLD, PERSON, placing(saved(1, 5)))

    assert amazon.open(HOUSEHOLD, PERSON).practices == (saved(1, 5),)


def test_a_newer_finished_stretch(amazon):
    """Of a history that a newer version went on with, what can be read is told."""
    put(amazon, f"done#{PERSON}#{practice_id(1)}#00", **old_done() | {"schema": NEWER})
    amazon.write(HOUSEHOLD, PERSON, finishing(done(2)))

    assert list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(2)]


def test_a_finished_stretch_goes_after_two_years(amazon):
    """A finished stretch expires when the history no longer shows it, in whole seconds since 1970."""
    amazon.write(HOUSEHOLD, PERSON, finishing(done(1)))

    kept = items(amazon)
    expires = int(kept[f"done#{PERSON}#{done(1).key}"]["expires_at"]["N"])
    assert expires == (done(1).finished_at + KEPT_HISTORY).timestamp()
    assert "expires_at" not in kept[PROFILE]


@pytest.mark.parametrize("visited", [True, False])
@pytest.mark.parametrize(
    "damaged",
    [
        {"n#childs_pose": {"S": "often"}},
        {"s#childs_pose": {"BOOL": True}},
        {"n#childs_pose": {"N": "1.5"}, "s#childs_pose": {"N": "-7"}},
        {"dn#2026-11-20": {"L": []}, "ds#2026-11-20": {"NULL": True}},
        {"l#childs_pose": {"N": "9"}},
        {"l#childs_pose": {"S": "someday"}},
        {"generation": {"N": "7"}},
        {"generation": {"BOOL": True}},
        {"schema": {"S": "two"}},
        {"schema": {"N": "-5"}},
        {"schema": {"N": "1.5"}},
        {"bare": {"S": "?"}},
        {"preferences": {"N": "1"}},
        {f"practice#{practice_id(1)}": {"S": "?"}},
        {f"practice#{practice_id(1)}": {"M": {"at": {"N": "1"}}}},
    ],
    ids=str,
)
def test_damage_locks_nobody_out(amazon, damaged, visited):
    """Whatever an attribute is damaged to, the next finished stretch and its place are kept."""
    put(amazon, PROFILE, **{"schema": {"N": "2"}, **damaged})
    generation = amazon.open(HOUSEHOLD, PERSON).generation if visited else ""
    change = Change(at(5), PREFERENCES, (saved(1, 5),), (done(1),), generation)
    amazon.write(HOUSEHOLD, PERSON, change)
    again = replace(change, practices=(saved(1, 6),), finished=(done(2),))
    amazon.write(HOUSEHOLD, PERSON, again)

    profile = amazon.open(HOUSEHOLD, PERSON)
    assert list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(2), done(1)]
    assert (profile.preferences, profile.practices) == (PREFERENCES, (saved(1, 6),))
    if not str(damaged).count("1.5") or visited:
        assert profile.times_done("childs_pose") == 2
        assert profile.days["2026-11-20"].count == 2
    if "someday" not in str(damaged) or visited:
        assert profile.lately == {"childs_pose": "2026-11-20"}


def test_days_too_long_ago_go_in_passing(amazon):
    """Totals of days no longer shown go with the next write after a visit, in the same request."""
    days = ["2026-09-20", "2026-09-21", "2026-09-22", "2026-11-20"]
    for number, day in enumerate(days):
        amazon.write(HOUSEHOLD, PERSON, finishing(done(number, day=day)))
    amazon.open(HOUSEHOLD, PERSON)
    requests = recorded(amazon)
    amazon.write(HOUSEHOLD, PERSON, finishing(done(9, day="2026-11-20")))

    assert names(requests) == ["TransactWriteItems"]
    profile = items(amazon)[PROFILE]
    assert {name[3:] for name in profile if name.startswith(("dn#", "ds#"))} == set(days[2:])
    assert profile["n#childs_pose"] == {"N": "5"}


def test_an_old_day_that_is_added_to(amazon):
    """A stretch that is reported months late is counted, though its day is about to go."""
    amazon.write(HOUSEHOLD, PERSON, finishing(done(1, day="2026-09-01"), done(2, day="2026-11-20")))
    amazon.open(HOUSEHOLD, PERSON)
    amazon.write(HOUSEHOLD, PERSON, finishing(done(3, day="2026-09-01")))

    assert items(amazon)[PROFILE]["dn#2026-09-01"] == {"N": "2"}
    assert len(list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO))) == 3


def test_years_of_days_go_little_by_little(amazon):
    """However much a profile has too much of, every write still fits DynamoDB's limits."""
    old = {f"d{unit}#{y}-{m:02d}-{d:02d}": {"N": "1"} for unit in "ns" for y in (2024, 2025)
           for m in range(1, 13) for d in range(1, 29)}  # fmt: skip
    many = {
        f"practice#{practice_id(number)}": {
            "M": {
                "at": {"S": encode_saved(saved(number, number))["at"]},
                "saved": text(encode_saved(saved(number, number))),
            }
        }
        for number in range(60)
    }
    put(amazon, PROFILE, **old_profile(**old, **many))
    sizes = []
    for number in range(20):
        amazon.open(HOUSEHOLD, PERSON)
        finished = tuple(done(100 + number, item, day="2026-11-20") for item in range(9))
        change = Change(at(5), None, (saved(100, 100 + number),), finished)
        amazon.write(HOUSEHOLD, PERSON, change)
        sizes.append(len(items(amazon)[PROFILE]))

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < 40
