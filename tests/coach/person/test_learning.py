"""What somebody has learnt: it only grows, and joins in any order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers.any_record import PREFERENCES
from skill.coach.person.learning import facts_learnt, facts_of, is_of_wishes, wishes, with_facts
from skill.coach.person.preferences import Preferences


def alike(preferences):
    """Preferences whatever order cautions were heard in, and without a stretch that has no name."""
    return replace(preferences, cautioned=tuple(sorted(filter(None, preferences.cautioned))))


@given(PREFERENCES)
def test_wishes_and_facts_are_everything(preferences):
    """Apart and together again nothing is lost."""
    assert alike(with_facts(wishes(preferences), facts_of(preferences))) == alike(preferences)


@given(PREFERENCES, PREFERENCES, st.randoms())
def test_any_order_and_any_number_of_times(known, later, lots):
    """Facts of two devices join to the same, however often each of them comes."""
    facts = [*facts_of(known), *facts_of(later)]
    mixed = lots.sample([*facts, *facts], 2 * len(facts))
    assert alike(with_facts(Preferences(), mixed)) == alike(with_facts(Preferences(), facts))


@given(PREFERENCES, PREFERENCES)
def test_what_is_learnt_is_enough(known, later):
    """Whoever knew the one and learns the rest knows the other, and has unlearnt nothing."""
    learnt = with_facts(known, facts_learnt(known, later))
    assert {*known.cautioned, *filter(None, later.cautioned)} == set(learnt.cautioned)
    assert learnt.lessons == max(known.lessons, later.lessons)
    assert learnt.taught == (known.taught or later.taught)
    assert not is_of_wishes(known, learnt)


def test_what_is_no_fact_adds_nothing():
    """Whatever stands in their place."""
    nonsense = [
        "",
        "cautioned",
        "lessons x",
        "lessons -1",
        "lesson_day soon",
        "lesson_day",
        "level gentle",
    ]
    assert with_facts(Preferences(), nonsense) == Preferences()
