"""Records for the tests of the stores: short to write, and told apart by a number or two."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.change import Change
from skill.coach.person.encoding import encode_time
from skill.coach.person.profile import KEPT_HISTORY, SavedPractice
from skill.coach.person.totals import Finished
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.practice import Item, Practice
from skill.library.records import Breaths, Hold, Movement, Sides

START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)

LONG_AGO = START - KEPT_HISTORY
"""What history is asked for since."""

ITEMS = (
    Item("childs_pose", Hold(30), 4, Sides.NONE, brief=False),
    Item("cat_cow", Movement(10, 6.5), 1, Sides.NONE, brief=True),
    Item("knee_to_chest", Breaths(5, 5.5), 2, Sides.EACH, brief=False),
)

HOUSEHOLD, PERSON = "amzn1.ask.account.HOUSE", "amzn1.ask.person.ONE"


def at(minutes: float) -> datetime:
    """So many minutes after `START`."""
    return START + timedelta(minutes=minutes)


def practice_id(number: int) -> str:
    """The id of the practice that was started in that minute, to the millisecond."""
    return encode_time(at(number) + timedelta(milliseconds=123))


def saved(number: int, minutes: float, *, ended: bool = False) -> SavedPractice:
    """A practice by number, with a place that its time gives away, saved at so many minutes."""
    practice = Practice(practice_id(number), "morning", ITEMS, "standing")
    place = Place(2, "knee_to_chest", Phase.HOLD, 2, Side.RIGHT, held=float(minutes % 30))
    return SavedPractice(practice, place, at(minutes), worked=12.5, ended=ended)


def knowing(practice: SavedPractice, *items: int) -> SavedPractice:
    """The same practice as a visit is shown it once some of its items are finished."""
    return replace(practice, counted=items)


def beginning(number: int) -> Change:
    """The turn with which a practice begins: its id is the moment of the request."""
    started = saved(number, number)
    began = datetime.fromisoformat(started.practice.id)
    return Change(began, practices=(replace(started, saved_at=began),))


def done(number: int, item: int = 0, *, day: str = "2026-11-20") -> Finished:
    """A finished item of a practice, a minute for each item after the practice's start."""
    index = item % len(ITEMS)
    return Finished(
        practice_id(number),
        item,
        ITEMS[index].stretch,
        at(number + item + 1),
        day,
        60 * (index + 1),
    )


def finishing(*finished: Finished) -> Change:
    """A change that says only this."""
    return Change(at(0), finished=finished)


def placing(*practices: SavedPractice) -> Change:
    """A change that says only this."""
    return Change(at(0), practices=practices)


def without_counted(backup: Backup) -> Backup:
    """A backup without what practices know of what is finished in them: versions differ in that."""
    return replace(backup, people=tuple(map(_without_counted, backup.people)))


def _without_counted(kept: KeptPerson) -> KeptPerson:
    practices = tuple(replace(saved, counted=()) for saved in kept.profile.practices)
    return replace(kept, profile=replace(kept.profile, practices=practices))
