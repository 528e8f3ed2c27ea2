"""An account with a year of daily practice: what is then kept is what turns cost.

Its ids are as long as Alexa's are told to be.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from helpers.store_samples import START
from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.change import Change
from skill.coach.person.encoding import encode_time
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile, SavedPractice
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished, Totals
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.practice import Item, Practice
from skill.library.records import Hold, Library, Sides

ALEXAS_LENGTH = 207
"""Characters of an account's id, about as long as Alexa's are told to be."""

ACCOUNT_ID = "amzn1.ask.account.".ljust(ALEXAS_LENGTH, "A")
VOICE = "amzn1.ask.person.".ljust(ALEXAS_LENGTH, "B")

A_YEAR = 365
A_MONTH = 30
"""How many days of it are practised turn by turn: the practices that a visit reads are as turns leave
them."""

A_DAY = 7
"""Stretches finished in a day."""


def practise_a_year(
    store: ProgressStore, library: Library, person: str = ACCOUNT, account: str = ACCOUNT_ID
) -> None:
    """Practise the full routine every day: all stretches come up, and a dozen preferences."""
    days = [START - timedelta(days=number) for number in range(A_YEAR, 0, -1)]
    long_ago = tuple(entry for day in reversed(days[:-A_MONTH]) for entry in finished_on(day, library))
    profile = Profile(person, preferences(library)).with_totals(Totals().plus(long_ago).shown)
    store.restore(account, Backup(START, (KeptPerson(profile, long_ago[::-1]),)))
    for day in days[-A_MONTH:]:
        known = store.open(account, person)
        for change in visit_on(day, library):
            store.write(account, person, replace(change, generation=known.generation))


def preferences(library: Library) -> Preferences:
    """A dozen of them, and every caution heard."""
    stretches = sorted(library.stretches)
    return Preferences(
        introduced=True,
        taught=True,
        lessons=6,
        lesson_day="2025-11-26",
        holds=dict.fromkeys(stretches[:3], 40.0),
        left_out=tuple(stretches[3:5]),
        cautioned=tuple(stretches),
        choices={"hip_flexor": stretches[0], "hamstring": stretches[1]},
        routines={"morning stretch": tuple(stretches[:6]), "after work": tuple(stretches[6:12])},
    )


def finished_on(day: datetime, library: Library) -> tuple[Finished, ...]:
    """What is finished on a day; over the weeks every stretch is."""
    stretches = sorted(library.stretches)
    return tuple(
        Finished(
            encode_time(day),
            item,
            stretches[(day.toordinal() + item) % len(stretches)],
            day + timedelta(minutes=2 * item + 2),
            day.date().isoformat(),
            60 + (day.toordinal() * 7 + item * 13) % 60,
        )
        for item in range(A_DAY)
    )


def place_on(day: datetime, minutes: int, library: Library, *, ended: bool = False) -> SavedPractice:
    """The practice of a day with its place so many minutes after it began."""
    practice = a_practice(day, library)
    number = min(minutes // 2, len(practice.items) - 1)
    place = Place(number, practice.items[number].stretch, Phase.HOLD, 2, Side.RIGHT, held=12.5)
    return SavedPractice(practice, place, day + timedelta(minutes=minutes), 12.5, ended=ended)


def visit_on(day: datetime, library: Library) -> list[Change]:
    """The turns of a day, in short: it begins, and a turn for each stretch that is finished."""
    changes = [Change(day, None, (place_on(day, 0, library),))]
    for entry in finished_on(day, library):
        over = entry.item == A_DAY - 1
        saved = place_on(day, 2 * entry.item + 2, library, ended=over)
        changes.append(Change(saved.saved_at, None, (saved,), (entry,)))
    return changes


def a_practice(day: datetime, library: Library) -> Practice:
    """The longest routine, with everything that an item can have decided."""
    items = tuple(
        Item(stretch, Hold(30.0), 2, Sides.EACH, brief=True)
        for stretch in library.routines["full_back"].stretches
    )
    return Practice(encode_time(day), "full_back", items, "standing")


def turns_of_today(library: Library, generation: str) -> Mapping[str, Change]:
    """What is measured on the day after that year: a turn of each kind, in this order."""
    first, second, *_, last = visit_on(START, library)
    saved = place_on(START, 3, library)
    turns = {
        "begin a practice": first,
        "finish a stretch": second,
        "set a place": Change(saved.saved_at, None, (saved,)),
        "end a practice": last,
    }
    return {name: replace(change, generation=generation) for name, change in turns.items()}
