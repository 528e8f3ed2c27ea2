"""A practice is the record: its parts merge to the same, in whatever order they come."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from helpers.store_samples import at, done, knowing, saved
from skill.coach.person.practice_record import PracticeRecord, records_of

PLACES = st.builds(lambda minute: records_of([saved(1, minute)], []), st.integers(0, 9))
STRETCHES = st.builds(lambda item: records_of([], [done(1, item)]), st.integers(0, 5))
PARTS = st.lists(PLACES | STRETCHES, min_size=1, max_size=8)
NOTHING = PracticeRecord(done(1).practice)


def merged(parts):
    """All parts in one record."""
    return reduce(lambda record, part: record.merged(part[record.id]), parts, NOTHING)


@given(PARTS, st.randoms())
def test_any_order(parts, lots):
    """A place goes only forwards, and what was finished stays: the order does not matter."""
    assert merged(lots.sample(parts, len(parts))) == merged(parts)


@given(PARTS)
def test_any_repetition(parts):
    """The same twice is the same once."""
    assert merged([*parts, *parts]) == merged(parts)


@given(PARTS)
def test_what_is_new_is_told_once(parts):
    """Each finished stretch is new to one of the records on the way, and to no other."""
    record, new = NOTHING, []
    for part in parts:
        after = record.merged(part[record.id])
        new += after.unlike(record)
        record = after
    assert sorted(new, key=lambda entry: entry.item) == [
        record.finished[i] for i in sorted(record.finished)
    ]


def test_the_first_report_stays():
    """A finished stretch never changes once it is there."""
    first, second = done(1), done(1, day="2026-11-29")
    (record,) = records_of([], [first, second]).values()
    assert record.finished == {0: first}


def test_what_is_shown():
    """Whoever goes on with a practice knows what is finished in it; where it has no place it is none."""
    (record,) = records_of([knowing(saved(1, 5), 3)], [done(1, 1), done(1, 0)]).values()
    assert record.shown == knowing(saved(1, 5), 3, 0, 1)
    assert record.last_at == at(5)
    assert NOTHING.shown is None
    assert NOTHING.last_at is None
