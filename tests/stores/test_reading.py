"""What a store shows of what it keeps."""

import json
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given

from helpers.any_record import DEVICES, PREFERENCES
from helpers.dynamodb_table import HEAD, change
from helpers.store_samples import HOUSEHOLD, PERSON, at
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice, decode_device, encode_device
from skill.coach.person.preferences import Preferences, encode_preferences
from skill.coach.person.totals import KEPT_DAYS, Tally, as_date, recent
from skill.library.records import Level
from skill.stores.dynamodb.values import packed
from skill.stores.reading import fields_from_text, last_days
from soak.mutants import VALUES

ONCE = Tally(1, 60)


@pytest.mark.parametrize(
    "day", ["", "soon", "2026-02-30", "20261120", "2026-W47-5", "0001-01-02", "9999-12-31", None, 5]
)
def test_what_is_no_day_of_practice_is_none(day):
    """Dates that nothing can be counted from are none, nor is another way to write one."""
    assert as_date(day) is None


def test_a_day_that_cannot_be_hides_no_other():
    """The days are counted back from the newest that makes sense."""
    days = {"2026-11-20": ONCE, "9999-12-31": ONCE, "0001-01-02": ONCE}
    assert recent(days) == {"2026-11-20": ONCE}
    assert recent({"0001-01-02": ONCE}) == {}
    assert last_days({"bridge": "2026-11-20", "cat_cow": "0001-01-02"}) == {"bridge": "2026-11-20"}


def test_as_many_days_as_are_kept_are_shown():
    """The newest one included."""
    days = {date.fromordinal(date(2026, 1, 1).toordinal() + n).isoformat(): ONCE for n in range(100)}
    assert list(recent(days)) == list(days)[-KEPT_DAYS:]


@given(PREFERENCES, DEVICES)
def test_a_field_that_cannot_be_read_takes_no_other_with_it(preferences, device):
    """Whichever it is, and whatever stands there: it alone is as by default, or reads as something."""
    for kind, kept, written in (
        (Preferences, preferences, encode_preferences(preferences)),
        (KnownDevice, decode_device(encode_device(device)), encode_device(device)),
    ):
        for field in fields(kind):
            for value in VALUES:
                text = json.dumps({**written, field.name: value})
                read = fields_from_text(kind, text)
                assert replace(read, **{field.name: getattr(kept, field.name)}) == kept


@pytest.mark.parametrize("text", [None, 5, b"{}", "", "{", "[]", "null", "7", '"x"', "[" * 100_000])
def test_what_is_no_record_at_all_is_one_by_default(text):
    """Nothing can be read of it."""
    assert fields_from_text(Preferences, text) == Preferences()


BROKEN = '{"level": "furious", "left_out": ["bridge"], "holds": {"cobra": "long"}, "introduced": true}'
REST = Preferences(left_out=("bridge",), introduced=True)


@pytest.mark.parametrize("kind", ["sqlite", "dynamodb"])
def test_one_broken_preference_in_a_store(kind, request):
    """The others are read, stay when something else is set, and the broken one is mended by that."""
    store = request.getfixturevalue(kind)
    store.write(HOUSEHOLD, PERSON, Change(at(0), Preferences(introduced=True)))
    if kind == "sqlite":
        with closing(sqlite3.connect(store.path)) as connection, connection:
            connection.execute("UPDATE person SET preferences = ?", (BROKEN,))
    else:
        change(store, HEAD, prefs=packed(BROKEN))
    seen = store.open(HOUSEHOLD, PERSON).preferences
    assert seen == REST
    store.write(HOUSEHOLD, PERSON, Change(at(1), replace(seen, level=Level.GENTLE), known=seen))
    assert store.open(HOUSEHOLD, PERSON).preferences == replace(REST, level=Level.GENTLE)
