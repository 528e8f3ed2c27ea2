"""A practice and what it is said with; whose turn it is in it, and where the body is."""

from dataclasses import dataclass

from skill.coach.practice.cautions import Caution
from skill.coach.practice.cues.pauses import MOVEMENT
from skill.coach.practice.place import WORK_PHASES, Place
from skill.coach.practice.practice import Effort, Item, Practice
from skill.coach.practice.timeline import Segment, segment_at
from skill.coach.practice.wordings.dealing import Dealt, dealt
from skill.library.language import StretchWords
from skill.library.records import Library
from skill.words import Words


@dataclass(frozen=True, eq=False)
class Score:
    """One practice in one language; `composing.py` turns its segments into cues."""

    library: Library
    words: Words
    practice: Practice
    cautions: tuple[Caution, ...] = ()
    """What is told before its stretches, for whom it concerns."""
    aloud: bool = False
    """Whether silence is so scarce that time is counted and breathed aloud."""

    def item_of(self, segment: Segment) -> Item:
        """The item that a segment belongs to."""
        return self.practice.items[segment.item]

    def effort_at(self, place: Place) -> Effort:
        """The effort a place belongs to."""
        return segment_at(self.practice, place).effort

    def is_stay(self, segment: Segment) -> bool:
        """Whether a segment is the work that is held until the person says a word."""
        working = segment.phase in WORK_PHASES
        return working and self.item_of(segment).is_stay(segment.effort)

    def body_before(self, number: int) -> str:
        """The position the body is in before an item, given by its number from 0."""
        if number == 0:
            return self.practice.body
        return self.body_after(number - 1)

    def body_after(self, number: int) -> str:
        """The position the body is in after an item, given by its number from 0."""
        stretch = self.practice.items[number].stretch
        return self.library.stretches[stretch].ends_in or self.position_of(stretch)

    def position_of(self, stretch: str) -> str:
        """The position a stretch is done in, by its id; in bed where the practice is."""
        return self.library.position_of(stretch, in_bed=self.practice.in_bed)

    def words_of(self, segment: Segment) -> StretchWords:
        """The texts of a segment's stretch, in the way that it is done."""
        way, upright = self.item_of(segment).way, self.library.is_upright(segment.stretch)
        in_bed = self.practice.is_on_a_bed and not upright
        return self.words.stretch(segment.stretch, way, in_bed=in_bed)

    def movement(self, segment: Segment) -> float:
        """Seconds that one movement takes in a segment's stretch."""
        own = self.library.stretches[segment.stretch].step_pause
        return own.value if own is not None else MOVEMENT

    def dealt(self, segment: Segment) -> Dealt:
        """Which wordings a segment gets."""
        return dealt(self.practice)[segment.place]

    def turn(self, segment: Segment) -> int:
        """The number by which wordings change from stretch to stretch, and from day to day."""
        return segment.item + self.practice.day
