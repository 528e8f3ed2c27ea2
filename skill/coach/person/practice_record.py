"""A practice is the record: everything that is known of one, in one piece that any store can keep.

Nothing else is needed to know what happened in it. A place goes only forwards in time, and what was
finished never changes once it is there: records of the same practice merge to the same, in whatever
order and however often they come.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from skill.coach.person.encoding import encode_time
from skill.coach.person.profile import SavedPractice
from skill.coach.person.totals import Finished


@dataclass(frozen=True)
class PracticeRecord:
    """One practice of one person."""

    id: str
    """The practice's id: the moment it began."""
    saved: SavedPractice | None = None
    """The practice with the place it has reached; None where nothing is known but what was finished."""
    finished: Mapping[int, Finished] = field(default_factory=dict)
    """What was finished in it, by the number of the item."""

    def merged(self, more: "PracticeRecord") -> "PracticeRecord":
        """This record with what else is known of the same practice."""
        return PracticeRecord(
            self.id,
            more.saved if self.is_older(more.saved) else self.saved,
            {**more.finished, **self.finished},
        )

    def is_older(self, saved: SavedPractice | None) -> bool:
        """Whether this has no place, or an earlier one than that."""
        if saved is None or self.saved is None:
            return saved is not None
        # To the millisecond, as it is kept.
        return encode_time(self.saved.saved_at) < encode_time(saved.saved_at)

    def unlike(self, other: "PracticeRecord") -> tuple[Finished, ...]:
        """What was finished in this and is not in another record of the same practice."""
        return tuple(entry for item, entry in self.finished.items() if item not in other.finished)

    @property
    def shown(self) -> SavedPractice | None:
        """The practice for whoever goes on with it: what is finished already does not count again."""
        if self.saved is None:
            return None
        more = (item for item in sorted(self.finished) if item not in self.saved.counted)
        return replace(self.saved, counted=(*self.saved.counted, *more))

    @property
    def last_at(self) -> datetime | None:
        """The moment of the last that is known of it."""
        moments = [entry.finished_at for entry in self.finished.values()]
        return max([*moments, *([self.saved.saved_at] if self.saved is not None else [])], default=None)


def records_of(
    practices: Iterable[SavedPractice], finished: Iterable[Finished]
) -> dict[str, PracticeRecord]:
    """What places and finished stretches say, by the practice; of one twice, as if one came after it."""
    records: dict[str, PracticeRecord] = {}

    def add(record: PracticeRecord) -> None:
        known = records.get(record.id)
        records[record.id] = record if known is None else known.merged(record)

    for saved in practices:
        add(PracticeRecord(saved.practice.id, saved))
    for entry in finished:
        add(PracticeRecord(entry.practice, None, {entry.item: entry}))
    return records


def all_finished(records: Iterable[PracticeRecord]) -> list[Finished]:
    """Everything that was finished in some practices."""
    return [entry for record in records for entry in record.finished.values()]


def shown_practices(records: Iterable[PracticeRecord]) -> list[SavedPractice]:
    """The practices that have a place, as whoever goes on with them is shown them."""
    return [shown for record in records if (shown := record.shown) is not None]
