"""Numbers, lengths of time and lists as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.words import numbers

# Written out a second time on purpose, and read back by a parser that knows nothing of the code.
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
VALUES = {word: value for value, word in enumerate(TEENS.split(), start=10)} | {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}


@pytest.fixture(scope="module")
def grammar(words):
    """English."""
    return words.grammar


def value_of(text):
    """The number that words stand for."""
    total = 0
    for word in text.replace(" and ", " ").replace("-", " ").split():
        total = total * 100 if word == "hundred" else total + VALUES[word]
    return total


def test_numbers_in_a_row(words):
    """Counted along, as one sentence."""
    assert words.counting(2, 5) == "Two, three, four, five."
    assert words.counting(2, 2) == "Two."
    assert words.counting(3, 1) == "Three, two, one."


def test_every_number_reads_back_as_itself(grammar):
    """Nought to nine hundred and ninety-nine are said, each as a number that only it is."""
    assert [value_of(grammar.number(value)) for value in range(1000)] == list(range(1000))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (20, "twenty"),
        (45, "forty-five"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (120, "one hundred and twenty"),
        (999, "nine hundred and ninety-nine"),
        (1000, "1000"),
        (-1, "-1"),
    ],
)
def test_a_number_is_said_as_people_say_it(grammar, value, said):
    """With a hyphen and an "and"; what no practice needs stays digits."""
    assert grammar.number(value) == said


@pytest.mark.parametrize(
    ("value", "said"), [(1, "first"), (2, "second"), (12, "twelfth"), (13, "thirteen"), (0, "zero")]
)
def test_an_ordinal_is_said_as_far_as_there_are_words(grammar, value, said):
    """Beyond the twelfth a plain number has to do."""
    assert grammar.ordinal(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(1, "once"), (2, "twice"), (3, "three times"), (0, "zero times"), (30, "thirty times")],
)
def test_how_often_has_words_of_its_own(grammar, value, said):
    """Nobody says "one times"."""
    assert grammar.times(value) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "zero seconds"),
        (1, "one second"),
        (2, "two seconds"),
        (30, "thirty seconds"),
        (59.4, "fifty-nine seconds"),
        (59.6, "one minute"),
        (60, "one minute"),
        (61, "one minute and one second"),
        (75, "one minute and fifteen seconds"),
        (90, "a minute and a half"),
        (120, "two minutes"),
        (150, "two minutes and thirty seconds"),
        (3599, "fifty-nine minutes and fifty-nine seconds"),
        (3600, "one hour"),
        (3629, "one hour"),
        (3631, "one hour and one minute"),
        (5400, "one hour and thirty minutes"),
        (7200, "two hours"),
    ],
)
def test_a_length_of_time_is_said_in_at_most_two_units(grammar, seconds, said):
    """To the second, from an hour on to the minute; the singular where it is one, and no zero."""
    assert grammar.duration(seconds) == said


@pytest.mark.parametrize(("value", "said"), [(1, "one stretch"), (2, "two stretches")])
def test_stretches_are_counted_as_people_count(grammar, value, said):
    """Nobody says "one stretches"."""
    assert grammar.stretches(value) == said


@given(st.integers(0, 3599))
def test_a_length_of_time_reads_back_as_itself(words, seconds):
    """Whatever it is, what is said adds up to it."""
    said = words.grammar.duration(seconds)
    if said == "a minute and a half":
        assert seconds == 90
        return
    head, minute, rest = said.partition(" minute")
    minutes, tail = (head, rest.removeprefix("s").removeprefix(" and ")) if minute else ("zero", said)
    whole = value_of(tail.rsplit(" ", 1)[0]) if tail else 0
    assert value_of(minutes) * 60 + whole == seconds


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, 1),
        (0.4, 1),
        (3.2, 3),
        (9.4, 9),
        (12, 10),
        (13, 15),
        (58, 60),
        (66, 60),
        (70, 75),
        (100, 105),
        (130, 120),
        (140, 150),
        (615, 600),
        (640, 660),
    ],
)
def test_an_estimate_is_round(seconds, said):
    """To the second below ten, then to five, to fifteen, to thirty, and to whole minutes."""
    assert numbers.roughly(seconds) == said


@given(st.floats(0, 7200), st.floats(0, 7200))
def test_a_longer_time_is_never_rounded_below_a_shorter_one(one, other):
    """Estimates grow with what they estimate, also where the step changes."""
    shorter, longer = sorted((one, other))
    assert numbers.roughly(shorter) <= numbers.roughly(longer)


@given(st.floats(1, 7200))
def test_an_estimate_is_never_far_off(seconds):
    """At most half a step: a quarter of the time near ten seconds, and less everywhere else."""
    assert abs(numbers.roughly(seconds) - seconds) <= max(0.5, min(0.25 * seconds, 30))


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a or b"),
        (["a", "b", "c"], "a, b, or c"),
        (["a", "b", "c", "d"], "a, b, c, or d"),
    ],
)
def test_a_list_has_its_joint_before_the_last(grammar, items, said):
    """Commas between, the joining word once."""
    assert grammar.listing(items, "or") == said


def test_lists_are_joined_as_they_are_meant(words):
    """Things that go together by "and", things to choose from by "or"."""
    assert words.all_of(["a mat", "a strap"]) == "a mat and a strap"
    assert words.one_of(["a mat", "a strap"]) == "a mat or a strap"
