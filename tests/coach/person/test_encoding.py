"""Values and records as JSON and back, and what is refused on the way."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.person.encoding import (
    FLAG,
    NUMBER,
    TEXT,
    UNREADABLE,
    WHOLE,
    decode_fields,
    decode_time,
    encode_fields,
    encode_time,
    kept,
    one_of,
    row_of,
    table_of,
)
from skill.errors import UnreadableStateError
from skill.library.records import Level


@dataclass(frozen=True)
class Sample:
    """A record with a field of each sort."""

    name: str = kept(TEXT)
    count: int = kept(WHOLE, 0)
    level: Level = kept(one_of(Level), Level.STANDARD)
    seconds: dict[str, float] = kept(table_of(NUMBER), {})
    rows: tuple[str, ...] = kept(row_of(TEXT), ())
    done: bool = kept(FLAG, default=False)


SAMPLES = st.builds(
    Sample,
    st.text(),
    st.integers(0, 10**9),
    st.sampled_from(Level),
    st.dictionaries(st.text(max_size=4), st.floats(0, 1e6, exclude_max=True), max_size=3),
    st.lists(st.text(max_size=4), max_size=3).map(tuple),
    st.booleans(),
)


@given(SAMPLES, st.booleans())
def test_a_record_is_read_back_as_it_was(sample, sparsely):
    """Through JSON, with or without what is as by default."""
    assert (
        decode_fields(Sample, json.loads(json.dumps(encode_fields(sample, sparsely=sparsely)))) == sample
    )


def test_sparsely_what_is_by_default_is_left_out():
    """A field without a default is always written."""
    assert encode_fields(Sample("x"), sparsely=True) == {"name": "x"}
    assert encode_fields(Sample("x", 3), sparsely=True) == {"name": "x", "count": 3}
    assert len(encode_fields(Sample("x"))) == 6


def test_a_field_nobody_knows_is_passed_over():
    """A later version may have written it."""
    assert decode_fields(Sample, {"name": "x", "unicorn": 1}) == Sample("x")


def test_tables_are_made_anew_for_every_record():
    """Two records never share one."""
    assert Sample("x").seconds is not Sample("x").seconds


@pytest.mark.parametrize(
    ("codec", "value"),
    [
        (TEXT, 1),
        (TEXT, None),
        (WHOLE, -1),
        (WHOLE, 1.0),
        (WHOLE, True),
        (WHOLE, "1"),
        (NUMBER, -0.1),
        (NUMBER, 1e6),
        (NUMBER, True),
        (NUMBER, float("nan")),
        (NUMBER, "1"),
        (one_of(Level), "deeper"),
        (row_of(TEXT), [1]),
        (row_of(TEXT), 5),
        (table_of(NUMBER), {1: 2.0}),
        (table_of(NUMBER), {"x": "y"}),
        (table_of(NUMBER), []),
    ],
)
def test_what_does_not_fit_is_refused(codec, value):
    """It raises one of the errors that every reader expects."""
    with pytest.raises(UNREADABLE):
        codec.decode(value)


def test_the_smallest_numbers_are_numbers():
    """Nought counts; a whole number may stand for one with a fraction."""
    assert (NUMBER.decode(0), NUMBER.decode(3), WHOLE.decode(0)) == (0.0, 3.0, 0)
    assert isinstance(NUMBER.decode(3), float)


MOMENTS = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - of the zones below
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from(
        [UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8))]
    ),
)


@given(MOMENTS)
def test_a_moment_is_read_back_to_the_millisecond(moment):
    """In UTC, whatever zone it came from."""
    back = decode_time(encode_time(moment))
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)
    assert back.utcoffset() == timedelta(0)


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_their_texts_do(one, other):
    """A store may compare them as they stand."""
    assert (encode_time(one) < encode_time(other)) <= (one < other)


@pytest.mark.parametrize("value", ["", "yesterday", None, 5, [], "2026-13-01"])
def test_no_moment_is_refused_by_name(value):
    """With an error that says what it is."""
    with pytest.raises(UnreadableStateError, match="no moment"):
        decode_time(value)
