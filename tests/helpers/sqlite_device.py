"""A device that practises on a SQLite file, in a process of its own, beside others."""

from helpers.store_samples import HOUSEHOLD, PERSON, at, done, saved
from skill.coach.person.change import Change
from skill.stores.sqlite import SqliteStore
from skill.stores.sqlite import store as sqlite

EACH = 10
"""How many turns a device has."""

PATIENCE = 300
"""Seconds after which a process hangs."""


def practise(path, number, barrier):
    """What one device does, in a process of its own, beginning together with the others."""
    sqlite.BUSY_SECONDS = PATIENCE
    store = SqliteStore(path)
    barrier.wait(timeout=PATIENCE)
    for item in range(EACH):
        mine, everybodys = done(number, item), done(99, item)
        store.write(
            HOUSEHOLD, PERSON, Change(at(item), None, (saved(number, item),), (mine, everybodys))
        )
        store.open(HOUSEHOLD, PERSON)
