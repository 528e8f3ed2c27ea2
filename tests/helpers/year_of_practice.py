"""An account with a year of daily practice: what its profile then weighs is what turns cost."""

from dataclasses import replace
from datetime import timedelta

from helpers.store_samples import START, placing, saved
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, KEPT_DAYS, Finished
from skill.coach.person.progress_store import ProgressStore
from skill.coach.practice.practice import Item, Practice
from skill.library.records import Hold, Library, Sides

ALEXAS_LENGTH = 207
"""Characters of an account's id, about as long as Alexa's are told to be; keys are part of an item."""

ACCOUNT_ID = "amzn1.ask.account.".ljust(ALEXAS_LENGTH, "A")

A_DAY = 7
"""Stretches finished in a day."""


def practise_a_year(store: ProgressStore, library: Library) -> None:
    """Write what is kept of it: sixty days, every stretch, six practices, a dozen preferences.

    More is not kept: what is older is in the totals, and finished stretches are items of their own.
    """
    stretches = sorted(library.stretches)
    known = Preferences(
        introduced=True,
        taught=True,
        lessons=6,
        holds=dict.fromkeys(stretches[:3], 40.0),
        left_out=tuple(stretches[3:5]),
        cautioned=tuple(stretches),
        choices={"hip_flexor": stretches[0], "hamstring": stretches[1]},
        routines={"morning stretch": tuple(stretches[:6]), "after work": tuple(stretches[6:12])},
    )
    store.write(ACCOUNT_ID, ACCOUNT, Change(START, known))
    for number in range(KEPT_DAYS):
        day = START + timedelta(days=number - KEPT_DAYS)
        practice = a_practice(number, library)
        finished = tuple(
            Finished(
                practice.id,
                item,
                stretches[(number + item) % len(stretches)],
                day + timedelta(minutes=item),
                day.date().isoformat(),
                90,
            )
            for item in range(A_DAY)
        )
        kept = replace(saved(number, number), practice=practice, ended=bool(number % 2))
        store.write(ACCOUNT_ID, ACCOUNT, Change(START, None, (kept,), finished))
        store.open(ACCOUNT_ID, ACCOUNT)


def a_practice(number: int, library: Library) -> Practice:
    """The longest routine, with everything that an item can have decided."""
    items = tuple(
        Item(stretch, Hold(30.0), 2, Sides.EACH, brief=True)
        for stretch in library.routines["full_back"].stretches
    )
    return Practice(saved(number, number).practice.id, "full_back", items, "standing")


def a_place(minutes: int, library: Library) -> Change:
    """A coaching turn of the practice after those: where it is at that minute, and nothing more."""
    number = KEPT_DAYS + 1
    return placing(replace(saved(number, minutes), practice=a_practice(number, library)))


def a_finish(minutes: int, library: Library) -> Change:
    """A turn of it in which one stretch was finished, too."""
    placed = a_place(minutes, library)
    (kept,) = placed.practices
    item = kept.practice.items[0]
    finished = Finished(kept.practice.id, 0, item.stretch, START, START.date().isoformat(), 90)
    return replace(placed, finished=(finished,))
