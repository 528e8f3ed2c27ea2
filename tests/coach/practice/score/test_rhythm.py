"""There is time for what is told, on both sides, at every level, in every way."""

from dataclasses import replace
from itertools import pairwise

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.rhythm import (
    LONGEST_LEAD,
    LONGEST_TALK,
    practices,
    row,
    table,
    too_fast,
)
from skill.coach.practice.score.score import Score
from skill.coach.topics.starting.first_answer import begin
from skill.words import Words

ALL = tuple(practices(LIBRARY, WORDS))


def test_everything_is_looked_at():
    """All twenty stretches at three levels, in each way, in full and in brief, from two positions."""
    ways = sum(1 + len(stretch.ways) for stretch in LIBRARY.stretches.values())
    assert len(ALL) == ways * 3 * 2 * 2


def test_no_movement_has_less_time_than_its_rule():
    """Nor is there talk over twelve seconds, nor a lead over twenty-five for whoever knows it."""
    assert list(too_fast(LIBRARY, WORDS)) == []
    assert (LONGEST_TALK, LONGEST_LEAD) == (12.0, 25.0)


def _with(stretch: str, **changed) -> Words:
    """The words with one stretch told otherwise."""
    told = replace(WORDS.language.stretches[stretch], **changed)
    return Words(replace(WORDS.language, stretches={**WORDS.language.stretches, stretch: told}))


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"release": "Let go. " + "And breathe. " * 20}, "talks for"),
        ({"brief": ("Breathe out, and bend your knee.",) * 7}, "leads"),
    ],
)
def test_what_is_too_much_is_found(changed, wrong):
    """Talk without end, and a way in that never comes to the hold."""
    problems = dict(too_fast(LIBRARY, _with("knee_to_chest", **changed)))
    assert list(problems) == ["knee_to_chest"]
    assert any(wrong in told for _, told in too_fast(LIBRARY, _with("knee_to_chest", **changed)))


def test_a_pause_that_is_too_short_is_found():
    """Where the composed quiet is less than the rule, whatever made it so."""

    class Hasty(Words):
        """Words whose quiet is always a second."""

        asked = 0

        def seconds_to_move(self, text: str, each: float) -> float:
            """The rule every other time: what is composed falls short of what is checked."""
            type(self).asked += 1
            return 0.5 if type(self).asked % 2 else super().seconds_to_move(text, each)

    assert any("is given" in told for _, told in too_fast(LIBRARY, Hasty(WORDS.language)))


def test_the_second_side_gets_what_the_first_one_gets():
    """In the change of sides a movement has at least two thirds of the time it has on the way in."""
    for change in table(LIBRARY, WORDS):
        moments = change.change
        if not moments:
            continue
        share = sum(m.given for m in moments) / sum(max(1, m.moves) for m in moments)
        first = sum(m.given for m in change.way_in) / sum(max(1, m.moves) for m in change.way_in)
        assert share >= first * 2 / 3, row(change)


def test_the_way_back_after_a_question_has_the_time_of_the_brief_one():
    """It is for somebody who has let go."""
    for change in table(LIBRARY, WORDS):
        assert all(moment.given >= moment.needed for moment in change.brief)
        assert len(change.brief) >= 2


def test_an_announced_rest_is_a_rest():
    """Whoever is told to rest for a breath is left alone for six seconds."""
    for whole in ALL:
        cues = part(Score(LIBRARY, WORDS, whole), whole.place_of(0), whole.end, whole.body)
        for said, after in pairwise(cues):
            if isinstance(said, Said) and "rest for a breath" in said.text:
                assert isinstance(after, Silence)
                assert after.seconds >= 6.0


def test_nobody_is_told_to_take_their_own_time_and_then_hurried():
    """Those words stand in no text that a fixed time follows."""
    told = [text for each in WORDS.language.stretches.values() for text in (*each.steps, *each.again)]
    assert not [text for text in told if "own time" in text]


@pytest.mark.parametrize("name", [*sorted(LIBRARY.stretches), *sorted(LIBRARY.routines)])
def test_nobody_is_talked_at_before_they_begin(name):
    """In the first answer of a first practice, too, cautions and things to fetch come piece by piece."""
    scene = idle().with_preferences(taught=False)
    stretches = LIBRARY.routines[name].stretches if name in LIBRARY.routines else (name,)
    talk = 0.0
    for cue in begin(scene, name, stretches).reply.answer:
        working = cue.place is not None and cue.place.phase in WORK_PHASES
        if working or (isinstance(cue, Silence) and cue.seconds >= 2.0):
            talk = 0.0
        elif isinstance(cue, Said):
            talk += cue.seconds
            assert talk <= LONGEST_TALK, cue.text


@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
def test_a_known_stretch_is_held_soon(stretch):
    """Counted from where it is done; on the back within twenty-five seconds."""
    whole = next(each for each in ALL if each.name == stretch and each.items[0].brief)
    in_place = replace(whole, body=LIBRARY.stretches[stretch].position)
    score = Score(LIBRARY, WORDS, in_place)
    cues = part(score, in_place.place_of(0), in_place.end, in_place.body)
    first = next(number for number, cue in enumerate(cues) if cue.place.phase in WORK_PHASES)
    lead = length(cues[:first])
    assert lead <= (LONGEST_LEAD if in_place.body == "lying_back" else 50.0)
