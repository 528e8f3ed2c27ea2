"""Records for the tests of the stores: short to write, and told apart by a number or two."""

from datetime import UTC, datetime, timedelta

from skill.coach.person.change import Change
from skill.coach.person.profile import KEPT_HISTORY, Finished, SavedPractice
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
    """The id of the practice that was started in that minute, to the microsecond."""
    return (at(number) + timedelta(microseconds=123456)).isoformat(timespec="microseconds")


def saved(number: int, minutes: float, *, ended: bool = False) -> SavedPractice:
    """A practice by number, with a place that its time gives away, saved at so many minutes."""
    practice = Practice(practice_id(number), "morning", ITEMS, "standing")
    place = Place(2, "knee_to_chest", Phase.HOLD, 2, Side.RIGHT, held=float(minutes % 30))
    return SavedPractice(practice, place, at(minutes), worked=12.5, ended=ended)


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
