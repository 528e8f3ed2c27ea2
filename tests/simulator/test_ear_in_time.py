"""The ear of a conversation, which gets ready while something is being said."""

import threading
from dataclasses import dataclass, field
from threading import Event

import pytest

from helpers.ears import ear_of
from skill.library.opening import Opening
from skill.simulator.ear.interpretation import Interpretation
from skill.simulator.ear_in_time import EarInTime

OPENING = ear_of("en-US").opening


@dataclass
class Slow:
    """An ear whose first sentence takes until somebody lets it."""

    heard: list[str] = field(default_factory=list)
    begun: Event = field(default_factory=Event)
    go_on: Event = field(default_factory=Event)
    opening: Opening = OPENING

    def hear(self, text: str) -> Interpretation:
        """Its first sentence waits."""
        first = not self.heard
        self.heard.append(text)
        if first:
            self.begun.set()
            self.go_on.wait()
        return Interpretation(text)

    def a_name_of(self, kind: str) -> str:
        """Whatever was asked."""
        return f"a {kind}"

    def slots_of(self, intent: str) -> tuple[str, ...]:
        """As many as letters."""
        return tuple(intent)


@pytest.fixture
def slow():
    """An ear; no thread waits for it after the test."""
    ear = Slow()
    yield ear
    ear.go_on.set()


def test_it_gets_ready_while_nobody_speaks(slow):
    """Whoever has it get ready goes on meanwhile, and it does so once."""
    ear = EarInTime(slow)
    ear.get_ready()
    slow.begun.wait()
    ear.get_ready()
    assert slow.heard == [OPENING.to_say]


def test_a_sentence_that_comes_too_early_waits_until_it_is_ready(slow):
    """Nothing is made twice: the first sentence is heard after what makes ready for it."""
    ear, told = EarInTime(slow), list[str]()
    speaking = threading.Thread(target=lambda: told.append(ear.hear("start it").intent))
    speaking.start()
    slow.begun.wait()
    assert slow.heard == [OPENING.to_say]
    slow.go_on.set()
    speaking.join()
    assert (told, slow.heard) == (["start it"], [OPENING.to_say, "start it"])


def test_a_process_that_ends_meanwhile_does_not_wait(slow):
    """Its thread keeps nobody: who leaves during the greeting is gone at once."""
    before = set(threading.enumerate())
    EarInTime(slow).get_ready()
    (thread,) = set(threading.enumerate()) - before
    assert thread.daemon


def test_it_is_the_same_ear():
    """What it knows beside sentences it tells at once."""
    ear, slow = EarInTime(Slow()), Slow()
    assert ear.opening is slow.opening
    assert (ear.a_name_of("side"), ear.slots_of("ab")) == ("a side", ("a", "b"))


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_the_words_that_make_it_ready_are_no_sample(locale):
    """They go through every way of understanding; a sentence that is a sample would end at the first."""
    ear = ear_of(locale)
    assert ear.hear(ear.opening.to_say).tier in ("near", "fallback")
