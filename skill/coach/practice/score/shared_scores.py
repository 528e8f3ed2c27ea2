"""One score for all practices that differ in nothing that is said: what it has composed is kept."""

from dataclasses import replace
from functools import lru_cache

from skill.coach.practice.cautions import Caution
from skill.coach.practice.practice import DAY, Practice
from skill.coach.practice.score.score import Score
from skill.library.records import Library
from skill.words import Words


@lru_cache(maxsize=64)
def score_of(
    library: Library,
    words: Words,
    practice: Practice,
    cautions: tuple[Caution, ...] = (),
    *,
    aloud: bool = False,
) -> Score:
    """The score of a practice; one object for all of a day that differ in id, name and wish alone."""
    same = replace(practice, id=practice.id[:DAY], name="", wish=None)
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
