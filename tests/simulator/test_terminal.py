"""The conversation in the terminal, on a clock that jumps to whatever is waited for."""

import asyncio
import io
import selectors
from types import SimpleNamespace

import pytest

from helpers.whole_skill import device_on, words
from skill.simulator import terminal as module
from skill.simulator.terminal import Terminal
from skill.speech.ssml import sentences_of
from skill.stores.memory import MemoryStore


class Jumping(selectors.SelectSelector):
    """Passes the time that an event loop would wait."""

    now = 0.0

    def select(self, timeout=None):
        """What is ready by then, which is at once."""
        self.now += timeout or 0.0
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    """An event loop in which no time passes but what is waited for."""

    def __init__(self) -> None:
        self.passing = Jumping()
        super().__init__(self.passing)

    def time(self) -> float:
        """The seconds that have been waited for."""
        return self.passing.now


@pytest.fixture
def converse(monkeypatch):
    """Holds a conversation: what was shown, and at which second; lines are typed at theirs."""

    def holding(*typed: tuple[float, str], speed: float = 1.0) -> list[tuple[float, str]]:
        lines, shown = iter(typed), []
        with asyncio.Runner(loop_factory=Loop) as runner:
            clock = runner.get_loop().time

            async def read(_: object) -> str:
                at, line = next(lines, (clock(), ""))
                await asyncio.sleep(at - clock())
                return f"{line}\n" if line else ""

            def show(text: str, **_: object) -> None:
                shown.append((clock(), " ".join(text.split())))

            monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=clock))
            monkeypatch.setattr(module.asyncio, "to_thread", read)
            monkeypatch.setattr(module, "print", show, raising=False)
            device = device_on(MemoryStore(), "terminal")
            shell = Terminal(
                device, lambda ssml: sentences_of(ssml, words()), lambda *_: None, str, speed
            )
            runner.run(shell.converse(io.StringIO()))
        return shown

    return holding


@pytest.mark.parametrize("speed", [1.0, 20.0])
def test_every_sentence_is_shown_at_its_time(converse, speed):
    """Not before it and not after it, to the end of the answer; `--speed` makes the time shorter."""
    device = device_on(MemoryStore(), "terminal")
    device.say("open limber back")
    due, told = 2.0, []
    for sentence, seconds in sentences_of(device.say("start happy baby").ssml, words()):
        told += [(pytest.approx(due, abs=0.01), sentence)] if sentence else []
        due += seconds / speed
    shown = converse((2.0, "start happy baby"), speed=speed)

    assert words().stretch("happy_baby").release in [text for _, text in shown]
    begun = shown.index((2.0, "you: start happy baby")) + 1
    assert shown[begun:] == told


def test_what_is_typed_during_an_answer_cuts_it_short(converse):
    """The coaching stops where it is; what is said from then on is the answer to the line."""
    shown = converse((2.0, "start happy baby"), (20.0, "pause"))
    at = shown.index((20.0, "you: pause"))
    said = {text for _, text in shown[at + 1 :]}

    assert "Happy baby." in [text for _, text in shown[:at]]
    assert said
    assert not {"Five.", "One.", words().stretch("happy_baby").release} & said
    device = device_on(MemoryStore(), "terminal")
    coached = sentences_of(device.say("start happy baby").ssml, words())
    assert not said & {text for text, _ in coached if text}


def test_a_line_changes_the_voice_and_interrupts_nothing(converse):
    """Whose voice it is from there on is noted, the coaching goes on; a bad line is explained."""
    plain = converse((2.0, "start happy baby"))
    noted = [
        "(The voice of ann is recognised now.)",
        "(No voice is recognised now.)",
        "('!nobody' is no voice; write !person and one name, or !person alone)",
    ]
    lines = ((9.0, "!person ann"), (9.0, "!person"), (9.0, "!nobody"))
    shown = converse((2.0, "start happy baby"), *lines)

    assert [text for _, text in shown if text not in noted] == [text for _, text in plain]
    assert [text for _, text in shown if text in noted] == noted
