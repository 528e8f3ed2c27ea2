"""Items of other versions and damaged ones: read as well as can be, and put right in passing."""

from dataclasses import replace

import pytest

from helpers.dynamodb_table import ACCOUNTS_HEAD, HEAD, change, items, key_of_practice, put
from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    beginning,
    done,
    finishing,
    knowing,
    placing,
    saved,
)
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import KEPT_HISTORY
from skill.errors import StoreError

PREFERENCES = Preferences(introduced=True)
NEWER = {"N": "4"}


def test_a_newer_head(amazon):
    """A head of a newer version is left alone, whatever is written; the message says what to do."""
    put(amazon, HEAD, v=NEWER, prefs={"S": "{}"}, new={"S": "?"})
    before = items(amazon)
    for use in (
        lambda: amazon.open(HOUSEHOLD, PERSON),
        lambda: amazon.write(HOUSEHOLD, PERSON, Change(at(5), PREFERENCES)),
        lambda: amazon.write(HOUSEHOLD, PERSON, placing(saved(1, 5))),
        lambda: amazon.write(HOUSEHOLD, PERSON, beginning(1)),
        lambda: amazon.write(HOUSEHOLD, PERSON, finishing(done(1))),
        lambda: amazon.recount(HOUSEHOLD, PERSON),
    ):
        with pytest.raises(StoreError, match=r"schema 4, written by a newer .*: deploy that one again"):
            use()

    assert items(amazon) == before


def test_a_newer_head_of_another_person(amazon):
    """Somebody else's newer head stops nobody."""
    put(amazon, ACCOUNTS_HEAD, v=NEWER)
    amazon.write(HOUSEHOLD, PERSON, placing(saved(1, 5)))

    assert amazon.open(HOUSEHOLD, PERSON).practices == (saved(1, 5),)


def test_a_newer_practice(amazon):
    """A practice that a newer version went on with is not written to; what can be read is told."""
    amazon.write(HOUSEHOLD, PERSON, finishing(done(1), done(2)))
    change(amazon, key_of_practice(1), v=NEWER)
    for use in (placing(saved(1, 5)), finishing(done(1, 1)), beginning(1)):
        with pytest.raises(StoreError, match="schema 4, written by a newer"):
            amazon.write(HOUSEHOLD, PERSON, use)

    assert list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(2)]


def test_a_practice_goes_after_two_years(amazon):
    """It expires when the history no longer shows it, in whole seconds since 1970; a head does not."""
    amazon.write(HOUSEHOLD, PERSON, finishing(done(1)))
    kept = items(amazon)
    expires = int(kept[key_of_practice(1)]["expires_at"]["N"])
    assert expires == (done(1).finished_at + KEPT_HISTORY).timestamp()
    assert "expires_at" not in kept[HEAD]

    amazon.write(HOUSEHOLD, PERSON, placing(saved(1, 500)))
    expires = int(items(amazon)[key_of_practice(1)]["expires_at"]["N"])
    assert expires == (at(500) + KEPT_HISTORY).timestamp()


@pytest.mark.parametrize("visited", [True, False])
@pytest.mark.parametrize(
    ("sort_key", "damaged"),
    [
        *(
            (HEAD, damage)
            for damage in (
                {"g": {"N": "7"}},
                {"g": {"BOOL": True}},
                {"v": {"S": "two"}},
                {"v": {"N": "-5"}},
                {"v": {"N": "1.5"}},
                {"bare": {"S": "?"}},
                {"prefs": {"N": "1"}},
                {"prefs": {"B": b"?"}},
                {"sums": {"B": b"?"}},
                {"sums": {"S": "?"}},
                {"w": {"N": "1"}},
                {"n": {"BOOL": True}},
                {"p": {"L": []}},
                {"u2026": {"NULL": True}},
            )
        ),
        *(
            (key_of_practice(1), damage)
            for damage in (
                {"b": {"S": "?"}},
                {"b": {"B": b"?"}},
                {"m": {"S": "late"}},
                {"m": {"N": "-1"}},
                {"g": {"N": "7"}},
                {"v": {"S": "?"}},
                {"expires_at": {"S": "?"}},
                {"f7": {"N": "1"}},
                {"tlessons": {"S": "?"}},
            )
        ),
    ],
    ids=str,
)
def test_damage_locks_nobody_out(amazon, sort_key, damaged, visited):
    """Whatever an attribute is damaged to, the next finished stretch and its place are kept."""
    put(amazon, HEAD, v={"N": "3"}, p={"S": PERSON})
    put(amazon, sort_key, **{"v": {"N": "3"}, **damaged})
    generation = amazon.open(HOUSEHOLD, PERSON).generation if visited else ""
    change_ = Change(at(5), PREFERENCES, (saved(1, 5),), (done(1),), generation)
    amazon.write(HOUSEHOLD, PERSON, change_)
    amazon.write(HOUSEHOLD, PERSON, replace(change_, practices=(saved(1, 6),), finished=(done(2),)))

    profile = amazon.open(HOUSEHOLD, PERSON)
    assert list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(2), done(1)]
    assert (profile.preferences, profile.practices) == (PREFERENCES, (knowing(saved(1, 6), 0),))
    assert profile.times_done("childs_pose") == 2
    assert profile.days["2026-11-20"].count == 2
    assert profile.lately == {"childs_pose": "2026-11-20"}
