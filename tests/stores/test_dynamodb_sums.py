"""The sums of a head: as text and back, and what folding makes of practices."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.any_record import DAYS, STRETCHES, TALLIES
from helpers.store_samples import done, practice_id, saved
from skill.coach.person.practice_record import records_of
from skill.coach.person.profile import SAVED_PRACTICES
from skill.coach.person.totals import Totals
from skill.stores.dynamodb.sums import OPEN, Sums, decode_sums, encode_sums, folded

TOTALS = st.builds(
    Totals,
    st.dictionaries(STRETCHES, TALLIES, max_size=4),
    st.dictionaries(DAYS, TALLIES, max_size=4),
    st.dictionaries(STRETCHES, DAYS, max_size=4),
).map(lambda totals: totals.shown)
IDS = st.integers(0, 50).map(practice_id)
SUMS = st.builds(
    Sums,
    TOTALS,
    TOTALS,
    st.dictionaries(IDS, st.frozensets(st.integers(0, 40), max_size=4), max_size=3),
    st.just("") | IDS,
    st.frozensets(IDS, max_size=3),
    st.lists(STRETCHES.map("cautioned {}".format), unique=True, max_size=3).map(tuple),
    st.just("") | IDS,
)


@given(SUMS)
def test_text_and_back(sums):
    """Sums that are read are those that were written; facts may be in another order."""
    read = decode_sums(encode_sums(sums))
    assert set(read.facts) == set(sums.facts)
    assert replace(read, facts=()) == replace(sums, facts=())


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "[]",
        "{}",
        '{"n":1,"d":[[1,1]],"s":{}}',
        '{"n":"","d":[],"s":{},"c":{"x":["y"]}}',
        "[" * 9_999,
    ],
)
def test_what_is_no_sums_is_none(text):
    """Whatever stands there: the practices are then counted anew."""
    assert decode_sums(text) is None


VISITS = st.lists(
    st.tuples(
        st.booleans(),
        st.lists(st.tuples(st.integers(0, OPEN - 2), st.integers(0, 3)), max_size=4),
    ),
    min_size=1,
    max_size=40,
)


@given(VISITS)
def test_each_stretch_is_counted_once(visits):
    """Whatever is finished in open practices before and after sums are saved, it counts once.

    Each visit begins a practice, may save the sums, and reports stretches of the last practices.
    """
    sums, records, told = Sums(), {}, set()
    for number, (saves, reports) in enumerate(visits):
        is_open = [r for id_, r in records.items() if id_ >= sums.watermark or id_ in sums.shown]
        totals = sums.with_all(is_open)
        assert sum(tally.count for tally in totals.stretches.values()) == len(told)
        if saves:
            sums = folded(is_open, records, replace(sums, totals=totals)).sums
            assert len(sums.counted) <= OPEN + 2 * SAVED_PRACTICES
        finished = [done(max(0, number - ago), item) for ago, item in reports]
        told |= {entry.key for entry in finished}
        over = saved(number, number, ended=bool(number % 3))
        for id_, record in records_of([over], finished).items():
            records[id_] = records.get(id_, record).merged(record)
