"""Totals: one way to add up, whatever order things come in."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.any_record import DAYS, MOMENTS, STRETCHES
from skill.coach.person.totals import Finished, Tally, Totals

FINISHED = st.builds(
    Finished,
    st.sampled_from(["one", "two", "three"]),
    st.integers(0, 9),
    STRETCHES,
    MOMENTS,
    DAYS,
    st.integers(0, 999),
)
MANY = st.lists(FINISHED, max_size=9)


@given(MANY, st.randoms())
def test_the_order_does_not_matter(finished, lots):
    """However they come, the sums are the same."""
    mixed = lots.sample(finished, len(finished))
    assert Totals().plus(mixed) == Totals().plus(finished)


@given(MANY, MANY)
def test_in_one_go_or_two(first, second):
    """What is added later is added to the same."""
    assert Totals().plus(first).plus(second) == Totals().plus([*first, *second])


@given(MANY, MANY)
def test_what_was_before_is_what_is_left(before, kept):
    """What practices do not account for, with what they do, is all there was."""
    whole = Totals().plus([*before, *kept])
    again = whole.beyond(kept).plus(kept)
    assert (again.stretches, again.days) == (whole.stretches, whole.days)


@given(MANY, MANY)
def test_nothing_gets_less_than_it_was(first, second):
    """Of two counts the greater one stands for each stretch, and the days are the newer ones."""
    one, other = Totals().plus(first), Totals().plus(second)
    both = one.at_least(other)
    assert both.days == one.days
    for stretch in {*one.stretches, *other.stretches}:
        counts = [each.stretches.get(stretch, Tally()).count for each in (one, other)]
        assert both.stretches[stretch].count == max(counts)
        assert both.lately[stretch] == max(each.lately.get(stretch, "") for each in (one, other))
