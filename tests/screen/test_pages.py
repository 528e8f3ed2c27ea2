"""What is said as pages: all of it, in its order, when it is said, and no page fuller than it may be."""

from itertools import pairwise

import pytest

from skill.coach.practice.cues.cues import Said, Silence
from skill.screen.pages import Page, pages

LONG = "Stop if anything hurts, and see a doctor about pain that stays, or that comes back every night."
ANSWER = (Said("Say a name. Then it begins.", 4.0), Silence(1.0), Said(LONG, 9.0))
ASKED = (Said("What would you like?", 2.0),)


@pytest.mark.parametrize("most", [12, 40, 60, 100, 300])
def test_nothing_is_left_out(most):
    """Put together the pages are what is said and asked, and none has more letters than it may have."""
    found = pages(ANSWER, ASKED, most)
    told = " ".join(f"{page.text} {page.question}".strip() for page in found)
    assert told == f"Say a name. Then it begins. {LONG} What would you like?"
    assert all(len(page.text) + len(page.question) <= most for page in found)


def test_a_page_comes_when_its_words_are_said():
    """Silence counts; a sentence that goes on on another page goes on there when it has come so far."""
    found = pages(ANSWER, ASKED, 45)
    assert [page.at for page in found[:2]] == [0.0, 5.0]
    assert found[1].text == "Stop if anything hurts,"
    assert 5.0 < found[2].at < 14.0
    assert all(one.at < other.at for one, other in pairwise(found))


def test_a_question_stands_below_what_is_said():
    """Where there is room it is on the same page; alone it is what the page says."""
    assert pages(ASKED, (), 100) == [Page(0.0, "What would you like?")]
    assert pages((), ASKED, 100) == [Page(0.0, "What would you like?")]
    assert pages(ANSWER, ASKED, 300)[0].question == "What would you like?"


def test_no_words_are_one_empty_page():
    """A screen without words has something to show."""
    assert pages((), (), 100) == [Page(0.0, "")]


def test_a_word_that_fills_more_than_a_page_is_cut_at_its_edge():
    """Even one without a space comes to its end."""
    found = pages((Said("a" * 25, 5.0),), (), 10)
    assert [page.text for page in found] == ["a" * 10, "a" * 10, "a" * 5]
