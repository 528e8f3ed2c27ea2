"""What is heard along a practice differs: sentences come back late, and never twice running."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import practice
from skill.coach.practice.cues.cues import Said, length
from skill.coach.practice.place import WORK_PHASES, Phase, Side
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.score import Score
from skill.coach.practice.wordings.dealing import dealt

MOST = 4
"""How often a sentence may be heard in twenty-five minutes."""

MINUTES = 25

BACK_AFTER = 240.0
"""Seconds before a sentence comes back where there is another."""

COUNTED = {f"{WORDS.number(number).capitalize()}." for number in range(31)}

DEALT = (
    *("hold_begin", "hold_begin_breath", "hold_breathe", "hold_ease", "hold_left", "hold_ten_left"),
    *("change_sides", "breathe_in", "breathe_out"),
)

ROUTINES = [(name, brief) for name in sorted(LIBRARY.routines) for brief in (False, True)]


def whole(routine: str, *, brief: bool, day: str = "2026-11-20") -> Practice:
    """A routine of the library, begun on a day."""
    made = practice(*LIBRARY.routines[routine].stretches, name=routine)
    items = tuple(replace(item, brief=brief) for item in made.items)
    return replace(made, items=items, id=f"{day}T08:00:00.000+00:00")


def heard(made: Practice) -> list[tuple[float, str]]:
    """Every sentence with the second at which its text begins; counted numbers are left out."""
    now, found = 0.0, []
    score = Score(LIBRARY, WORDS, made)
    for cue in part(score, made.place_of(0), made.end, made.body):
        if isinstance(cue, Said):
            found += [(now, text) for text in re.split(r"(?<=[.?!]) ", cue.text) if text not in COUNTED]
        now += cue.seconds
    return found


@pytest.mark.parametrize(("routine", "brief"), ROUTINES)
def test_no_sentence_is_heard_more_than_four_times_in_twenty_five_minutes(routine, brief):
    """In all five routines, told in full and in brief."""
    sentences = heard(whole(routine, brief=brief))
    for now, text in sentences:
        near = [at for at, other in sentences if other == text and now <= at < now + MINUTES * 60]
        assert len(near) <= MOST, text


@pytest.mark.parametrize(("routine", "brief"), ROUTINES)
def test_no_sentence_is_heard_twice_running(routine, brief):
    """Whatever is said between two sentences is another one."""
    assert not [a for (_, a), (_, b) in pairwise(heard(whole(routine, brief=brief))) if a == b]


@pytest.mark.parametrize(("routine", "brief"), ROUTINES)
def test_she_talks_for_less_than_two_fifths_of_the_time(routine, brief):
    """The rest is for the body; in work it is a quarter or little more."""
    made = whole(routine, brief=brief)
    cues = part(Score(LIBRARY, WORDS, made), made.place_of(0), made.end, made.body)
    talk = [cue for cue in cues if isinstance(cue, Said)]
    assert length(talk) < 0.4 * length(cues)
    working = [cue for cue in cues if cue.place is not None and cue.place.phase in WORK_PHASES]
    assert length(cue for cue in working if isinstance(cue, Said)) < 0.3 * length(working)


@pytest.mark.parametrize("prompt", DEALT)
def test_a_wording_comes_back_only_when_the_others_have_been_heard(prompt):
    """Or four minutes later: in the longest routine, by the order in which they are dealt."""
    turns = []
    for given in dealt(whole("full_back", brief=False)).values():
        sayings = [given.begin, given.change, *(each.saying for each in given.middle)]
        sayings += [saying for both in given.breaths for saying in both]
        turns += [each.turn for each in sayings if each is not None and each.prompt == prompt]
    count = len(WORDS.language.prompts[prompt])
    assert turns
    assert [turn - turns[0] for turn in turns] == list(range(len(turns)))
    assert count >= 5


def test_countdowns_and_changes_of_sides_have_five_forms_each():
    """And no two of one prompt are alike."""
    for prompt in ("hold_left", "hold_ten_left", "change_sides", "hold_begin", "hold_breathe"):
        texts = WORDS.language.prompts[prompt]
        assert len(set(texts)) == len(texts) >= 5


def test_every_long_hold_names_the_breath_once_at_least():
    """At its beginning, or in its middle."""
    for made in (whole(routine, brief=False) for routine in LIBRARY.routines):
        for place, given in dealt(made).items():
            if place.phase is Phase.HOLD and not given.breaths and given.middle:
                prompts = {each.saying.prompt for each in given.middle}
                prompts.add(given.begin.prompt if given.begin else "")
                assert prompts & {"hold_breathe", "hold_begin_breath"}


def test_the_two_sides_are_not_told_alike():
    """Where it is felt on the one side, what may be let go on the other."""
    made = whole("six_stretches", brief=True)
    holds = [(place, given) for place, given in dealt(made).items() if place.phase is Phase.HOLD]
    firsts = [given for place, given in holds if (place.repetition, place.side) == (1, Side.LEFT)]
    assert all(given.felt for given in firsts)
    for (one, first), (two, second) in pairwise(holds):
        if one.item == two.item and one.side is not None:
            assert (first.felt, first.middle, first.begin) != (second.felt, second.middle, second.begin)


def test_another_day_begins_with_other_words():
    """And the same day, after a pause, with the same."""
    one, same, other = (
        whole("loosen_up", brief=False, day=day) for day in ("2026-11-20", "2026-11-20", "2026-11-21")
    )
    assert heard(one) == heard(same)
    assert heard(one) != heard(other)
