"""One score for all practices that differ in nothing that is said: what it has composed is kept."""

from dataclasses import replace
from functools import lru_cache

from skill.coach.practice.cautions import Caution
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import DAY, Practice
from skill.coach.practice.score.score import Score
from skill.library.records import BED, Library
from skill.words import Words

ON_A_BED = PlanWish(place=BED)
"""All of a wish that changes what is said."""


@lru_cache(maxsize=64)
def score_of(
    library: Library,
    words: Words,
    practice: Practice,
    cautions: tuple[Caution, ...] = (),
    *,
    aloud: bool = False,
) -> Score:
    """The score of a practice; one object for all of a day that differ in what is not said alone."""
    wish = ON_A_BED if practice.is_on_a_bed else None
    same = replace(practice, id=practice.id[:DAY], name="", wish=wish)
    return _shared(library, words, same, cautions, aloud)


@lru_cache(maxsize=16)
def _shared(
    library: Library,
    words: Words,
    practice: Practice,
    cautions: tuple[Caution, ...],
    aloud: bool,  # noqa: FBT001 - a cache's key
) -> Score:
    return Score(library, words, practice, cautions, aloud)
