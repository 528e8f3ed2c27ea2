"""Every complaint, one by one: how grave it is, and what is heard of it in the middle of a stretch.

`tests/library/signs.tsv` is the table as it was agreed on, written down a second time: whoever changes
how grave something is changes it there as well, and means it.
"""

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import practice, running, spot, told
from skill.coach.conversation.events import Next, No, NotUnderstood, Pain, Yes
from skill.coach.conversation.state.questions import AboutSign, AfterSign, PainRelief
from skill.coach.conversation.state.state import Course
from skill.coach.practice.place import Phase
from skill.coach.topics.coaching.navigation import go_on
from skill.coach.topics.safety.pain import hurts, sign_no, sign_unclear, sign_yes
from skill.library.care import Body

AGREED = Path(__file__).parents[3] / "library" / "signs.tsv"
SIGNS = list(csv.DictReader(AGREED.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
GRAVEST_FIRST = ("emergency", "doctor", "ask", "leave", "ease", "harmless", "effort")
NUMBER = "Call nine one one now"


def in_a_hold():
    """Somebody lies in the middle of a hold."""
    whole = practice("knee_to_chest", "childs_pose")
    return running(whole, spot(whole, Phase.HOLD, held=10.0), worked=10.0)


def running_on(whole):
    """The same rest, ended by a word: the next stretch is begun."""
    return go_on(running(whole, whole.place_of(1), resting=True), Next())


def those(triage: str) -> list[str]:
    """The signs of one class."""
    return [row["sign"] for row in SIGNS if row["triage"] == triage]


def _first(body: Body) -> str:
    return "" if body is Body.NONE else body


def test_the_table_is_the_agreed_one():
    """Each sign with its class, with what the body does first, and with the question it leads to."""
    found = [
        {
            "sign": sign.id,
            "triage": sign.triage,
            "body": sign.body.replace("none", ""),
            "asks": sign.asks,
        }
        for sign in LIBRARY.signs.values()
    ]
    assert found == SIGNS


@pytest.mark.parametrize("sign", those("emergency"))
def test_an_emergency_is_the_number_and_the_end(sign):
    """Before anything else, no movement at all first; nothing is under way any more."""
    outcome = hurts(in_a_hold(), Pain(sign))
    assert told(outcome).startswith(NUMBER)
    assert outcome.reply.ends_session
    assert [saved.ended for saved in outcome.profile.practices] == [True]  # it is never offered
    assert outcome.state.question is None


@pytest.mark.parametrize("sign", those("doctor"))
def test_what_a_doctor_should_see_ends_the_practice(sign):
    """For today; whom to see is said, and nobody is asked to go on."""
    outcome = hurts(in_a_hold(), Pain(sign))
    answer = WORDS.language.signs.answer(LIBRARY.signs[sign], "nine one one")
    assert answer in told(outcome)
    assert "doctor" in answer or "maternity" in answer
    assert outcome.reply.ends_session
    assert [saved.ended for saved in outcome.profile.practices] == [True]  # it is never offered


@pytest.mark.parametrize("sign", those("ask"))
def test_what_has_to_be_asked_is_asked_out_of_the_stretch(sign):
    """The practice waits, and the answer decides: each one leads to the sign that was agreed on."""
    outcome = hurts(in_a_hold(), Pain(sign))
    assert told(outcome).rstrip().endswith("?")
    assert outcome.state.question == AboutSign(sign)
    assert outcome.state.course is Course.WAITING


@pytest.mark.parametrize("sign", those("leave"))
def test_what_a_stretch_brings_on_leaves_it_out_today(sign):
    """What helps is said, this stretch is over, and the next one comes; nothing of it is kept."""
    before = in_a_hold()
    outcome = hurts(before, Pain(sign))
    assert WORDS.language.signs.answer(LIBRARY.signs[sign], "") in told(outcome)
    assert outcome.state.course is Course.RUNNING
    assert outcome.state.practice.place.stretch == "childs_pose"
    assert outcome.profile.preferences == before.profile.preferences


@pytest.mark.parametrize("sign", those("ease"))
def test_what_is_common_is_eased_and_goes_on(sign):
    """The same stretch, in its easier way and the practice running; too much is asked about first."""
    outcome = hurts(in_a_hold(), Pain(sign))
    if sign == "too_much":
        assert isinstance(outcome.state.question, PainRelief)
        return
    assert outcome.state.course is Course.RUNNING
    assert outcome.state.practice.place.stretch == "knee_to_chest"
    assert outcome.state.practice.practice.items[0].way


@pytest.mark.parametrize("sign", those("harmless"))
def test_what_is_harmless_waits_until_somebody_is_ready(sign):
    """What to do about it is said first; it is no reason to end."""
    outcome = hurts(in_a_hold(), Pain(sign))
    assert WORDS.language.signs.answer(LIBRARY.signs[sign], "") in told(outcome)
    assert outcome.state.question == (None if sign == "toilet" else AfterSign())
    assert outcome.state.course is Course.WAITING
    assert not outcome.reply.ends_session


@pytest.mark.parametrize("sign", those("effort"))
def test_what_a_stretch_feels_like_interrupts_nothing(sign):
    """It is told, and the hold goes on."""
    outcome = hurts(in_a_hold(), Pain(sign))
    assert WORDS.language.signs.answer(LIBRARY.signs[sign], "") in told(outcome)
    assert outcome.state.course is Course.RUNNING
    assert not outcome.state.practice.practice.items[0].way


@pytest.mark.parametrize(("graver", "milder"), [*pairwise(GRAVEST_FIRST)])
def test_of_two_the_graver_counts_in_either_order(graver, milder):
    """Whichever is said first."""
    one, other = those(graver)[0], those(milder)[0]
    alone = told(hurts(in_a_hold(), Pain(one)))
    assert told(hurts(in_a_hold(), Pain(one, other))) == alone
    assert told(hurts(in_a_hold(), Pain(other, one))) == alone


ANSWERS = {
    "sharp_or_pull": ("sharp", "too_much", "sharp"),
    "hurts_there": ("pop_hurts", "clicks", "pop_hurts"),
    "both_sides": ("both_legs", "asleep", "both_legs"),
    "comes_back": ("asleep", "numb_stays", "numb_stays"),
    "lift_each_foot": ("tired", "leg_gives_way", "leg_gives_way"),
    "easing": ("puffed", "cannot_breathe", "cannot_breathe"),
    "going_off": ("dizzy_passing", "dizzy_stays", "dizzy_stays"),
    "roll_over": ("can_roll", "cant_get_up", "cant_get_up"),
    "hurt_or_head": ("fall_hurt", "fall_unhurt", "fall_hurt"),
    "sick_or_sleepy": ("head_injury", "fall_unhurt", "head_injury"),
    "changed": ("new_or_worse", "as_usual", "new_or_worse"),
    "new_with_back": ("bladder_bowel", "pelvic_floor", "bladder_bowel"),
}
"""What yes, no and two answers without sense are taken for."""


@pytest.mark.parametrize("row", [row for row in SIGNS if row["asks"]], ids=lambda row: row["sign"])
def test_each_answer_is_the_sign_it_is_taken_for(row):
    """Yes, no, and twice nothing that makes sense: each is as grave as the sign behind it."""
    asked = replace(in_a_hold(), state=hurts(in_a_hold(), Pain(row["sign"])).state)
    yes, no, unclear = ANSWERS[row["asks"]]
    again = replace(asked, state=sign_unclear(asked, NotUnderstood()).state)
    assert again.state.question == AboutSign(row["sign"], again=True)
    for answered, sign in (
        (sign_yes(asked, Yes()), yes),
        (sign_no(asked, No()), no),
        (sign_unclear(again, NotUnderstood()), unclear),
    ):
        triage = next(other["triage"] for other in SIGNS if other["sign"] == sign)
        assert answered.reply.ends_session == (triage in ("emergency", "doctor"))
        assert told(answered).startswith(NUMBER) == (triage == "emergency")
        if sign != "too_much":
            assert WORDS.language.signs.answer(LIBRARY.signs[sign], "nine one one") in told(answered)


@pytest.mark.parametrize("sign", [s for s in (*those("ease"), *those("effort")) if s != "too_much"])
def test_what_is_felt_a_little_at_a_rest_begins_nothing(sign):
    """It is answered for what comes next, and the rest goes on until a word, or silence."""
    whole = practice("knee_to_chest", "childs_pose")
    outcome = hurts(running(whole, whole.place_of(1), resting=True), Pain(sign))

    assert outcome.state.course is Course.RUNNING
    assert outcome.state.practice.place == whole.place_of(1)
    assert "hands and knees" in told(running_on(whole))
    assert "hands and knees" not in told(outcome)
