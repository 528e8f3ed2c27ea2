"""What is kept about a person: practices, totals, and what a household shares."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.store_samples import at, done, saved
from skill.coach.person.profile import ACCOUNT, Profile, kept_practices, visible_to
from skill.coach.person.totals import Tally

PRACTICES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 99), st.booleans()),
    max_size=12,
    unique_by=lambda p: p[0],
).map(lambda told: [saved(number, minutes, ended=ended) for number, minutes, ended in told])


def test_a_finished_stretch_is_in_all_totals():
    """Its own, its day's, and the last day it was done."""
    once = Profile("x").with_finished(done(1))
    twice = once.with_finished(replace(done(2), seconds=30))

    assert once.stretches == {"childs_pose": Tally(1, 60)}
    assert twice.stretches == {"childs_pose": Tally(2, 90)}
    assert twice.days == {"2026-11-20": Tally(2, 90)}
    assert twice.lately == {"childs_pose": "2026-11-20"}
    assert (twice.times_done("childs_pose"), twice.times_done("bridge")) == (2, 0)


def test_the_last_day_of_a_stretch_does_not_go_back():
    """What is counted late does not make it longer ago."""
    profile = Profile("x").with_finished(done(1)).with_finished(done(2, day="2026-11-01"))
    assert profile.lately == {"childs_pose": "2026-11-20"}
    assert profile.days == {"2026-11-20": Tally(1, 60), "2026-11-01": Tally(1, 60)}


def test_a_later_place_of_a_practice_takes_the_place_of_the_earlier():
    """One practice has one place, the newest; one written late changes nothing."""
    profile = Profile("x", practices=(saved(1, 5),))
    assert profile.with_practice(saved(1, 6)).practices == (saved(1, 6),)
    assert profile.with_practice(saved(1, 4)) == profile


def test_of_the_same_moment_the_last_word_counts():
    """A practice that ends in the request that placed it has ended."""
    profile = Profile("x", practices=(saved(1, 5),))
    assert profile.with_practice(saved(1, 5, ended=True)).practices[0].ended


def test_only_what_has_not_ended_can_be_gone_on_with():
    """Ended practices are kept for a while, and not offered."""
    profile = Profile("x", practices=(saved(2, 9), saved(1, 5, ended=True)))
    assert profile.unfinished == (saved(2, 9),)


@given(PRACTICES)
def test_so_many_of_each_kind_are_kept_the_newest_first(practices):
    """Ended ones never push out one that can be gone on with."""
    kept = kept_practices(practices)

    assert list(kept) == sorted(kept, key=lambda p: (p.saved_at, p.practice.id), reverse=True)
    for ended in (True, False):
        known = [p for p in practices if p.ended is ended]
        staying = [p for p in kept if p.ended is ended]
        assert len(staying) == min(len(known), 3)
        assert all(p in staying or p.saved_at <= staying[-1].saved_at for p in known)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 99)), max_size=9, unique_by=lambda p: p[1]))
def test_places_written_late_change_nothing(words):
    """In whatever order the words on some practices come, each ends at the place of its last."""
    last = dict(sorted(words, key=lambda word: word[1]))
    expected = kept_practices(saved(number, minutes) for number, minutes in last.items())
    profile = Profile("x")
    for number, minutes in words:
        profile = profile.with_practice(saved(number, minutes))

    assert profile.practices == expected


def test_a_household_shows_the_newest_unfinished_of_the_others():
    """At most two, none that has ended, and none that is this person's own."""
    profile = Profile("x", practices=(saved(1, 5),))
    others = [saved(n, n) for n in range(2, 6)] + [saved(9, 50, ended=True), saved(1, 4)]
    shown = profile.in_household(others)

    assert shown.practices == profile.practices
    assert shown.household == (saved(5, 5), saved(4, 4))
    assert len(shown.household) == 2


def test_a_practice_another_voice_has_gone_on_with_is_the_others():
    """The newest word on it counts: then it is shown as shared, or as over, and not as one's own."""
    profile = Profile("x", practices=(saved(1, 5), saved(2, 3)))

    assert profile.in_household([saved(1, 6)]) == replace(
        profile, practices=(saved(2, 3),), household=(saved(1, 6),)
    )
    assert profile.in_household([saved(1, 6, ended=True)]).household == ()
    assert profile.in_household([saved(1, 6, ended=True)]).practices == (saved(2, 3),)
    assert profile.in_household([saved(1, 5)]) == profile


def test_of_several_words_on_one_practice_the_newest_counts():
    """Two others who have gone on with it: one of them has ended it."""
    shown = Profile("x").in_household([saved(1, 6, ended=True), saved(1, 5)])
    assert shown.household == ()


@pytest.mark.parametrize(
    ("person", "other", "visible"),
    [
        (ACCOUNT, "anna", True),
        ("anna", ACCOUNT, True),
        ("anna", "ben", False),
        ("anna", "anna", False),
        (ACCOUNT, ACCOUNT, False),
    ],
)
def test_recognised_people_see_nothing_of_each_other(person, other, visible):
    """A voice nobody knows may be anybody's, and is shown to all."""
    assert visible_to(person, other) is visible


def test_one_more_is_counted_with_its_seconds():
    """A total grows by one and by how long it took."""
    assert Tally().plus(30).plus(45) == Tally(2, 75)
    assert at(1) - at(0) == timedelta(minutes=1)
