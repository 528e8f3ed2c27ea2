"""The conversation in the terminal, on a clock that jumps to whatever is waited for."""

import asyncio
import io
import math
import selectors
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from helpers.content import CONTENT
from helpers.store_samples import LONG_AGO
from helpers.whole_skill import device_on, words
from skill.coach.person.profile import ACCOUNT
from skill.coach.practice.place import Phase
from skill.coach.practice.playback.stages import Ahead, CurrentPhase
from skill.library.catalogue import TERMINAL, Catalogue, load_catalogue
from skill.simulator import terminal as module
from skill.simulator.ear_in_time import EarInTime
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


class Conversing:
    """Holds conversations: what was shown, and at which second; lines are typed at theirs."""

    def __init__(self, monkeypatch) -> None:
        self.monkeypatch = monkeypatch
        self.store = MemoryStore()
        self.ended: list[str] = []
        """Why sessions ended, as the skill was told."""

    def __call__(
        self, *typed: tuple[float, str], speed: float = 1.0, breaks: float = math.inf
    ) -> list[tuple[float, str]]:
        """Hold one; an empty line is somebody who leaves, and from `breaks` on nothing is shown."""
        self.store, shown = MemoryStore(), []
        with asyncio.Runner(loop_factory=Loop) as runner:
            clock = runner.get_loop().time

            async def read(_: object) -> AsyncIterator[str]:
                for at, line in typed:
                    await asyncio.sleep(at - clock())
                    if not line:
                        raise asyncio.CancelledError
                    yield f"{line}\n"

            def show(text: str, **_: object) -> None:
                if clock() >= breaks:
                    raise BrokenPipeError
                shown.append((clock(), " ".join(text.split())))

            self.monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=clock))
            self.monkeypatch.setattr(module, "typed_lines", read)
            self.monkeypatch.setattr(module, "print", show, raising=False)
            device = device_on(self.store, "terminal")
            device.skill = self._listening(device.skill)
            shell = Terminal(
                device,
                lambda ssml: sentences_of(ssml, words()),
                lambda *_: None,
                str,
                str,
                SHOWN,
                speed,
            )
            with suppress(asyncio.CancelledError, BrokenPipeError):
                runner.run(shell.converse(io.StringIO()))
        return shown

    def _listening(self, skill):
        def answer(envelope, context):
            if envelope["request"]["type"] == "SessionEndedRequest":
                self.ended.append(envelope["request"]["reason"])
            return skill(envelope, context)

        return answer

    @property
    def finished(self) -> list[str]:
        """The stretches that were counted."""
        return [each.stretch for each in self.store.history("terminal", ACCOUNT, LONG_AGO)]

    @property
    def places(self) -> int:
        """How many practices are kept to be gone on with."""
        return len(self.store.open("terminal", ACCOUNT).practices)


SHOWN = load_catalogue(CONTENT, "en-US", TERMINAL)


@pytest.fixture
def converse(monkeypatch) -> Conversing:
    """Holds conversations."""
    return Conversing(monkeypatch)


def _when(converse: Conversing, text: str) -> float:
    """At which second of an answer to "start happy baby" at the second second something is said."""
    other = Conversing(converse.monkeypatch)
    return next(at for at, shown in other((2.0, "start happy baby")) if shown == text)


@pytest.mark.parametrize("speed", [1.0, 20.0])
def test_every_sentence_is_shown_at_its_time(converse, speed):
    """Not before it and not after it, to the end of the answer; `--speed` makes the time shorter."""
    device = device_on(MemoryStore(), "terminal")
    later = device.now + timedelta(seconds=2.0 * speed)
    device.say("open limber back")
    due, told = 2.0, []
    for sentence, seconds in sentences_of(device.say("start happy baby", later).ssml, words()):
        told += [(pytest.approx(due, abs=0.01), sentence)] if sentence else []
        due += seconds / speed
    shown = converse((2.0, "start happy baby"), speed=speed)

    assert words().stretch("happy_baby").release in [text for _, text in shown]
    begun = shown.index((2.0, "you: start happy baby")) + 1
    assert shown[begun:] == told


def test_the_ear_gets_ready_during_the_greeting(converse, monkeypatch):
    """It begins with the session, and not with the first line: that one waits for nothing."""
    ready = []

    class Noted(EarInTime):
        def get_ready(self) -> None:
            ready.append(self.opening.to_say)
            super().get_ready()

    monkeypatch.setattr(module, "EarInTime", Noted)
    converse()
    assert ready == ["open limber back"]


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
@pytest.mark.parametrize("columns", [24, 80])
def test_no_line_breaks_within_a_word(monkeypatch, capsys, locale, columns):
    """The hint, the notes, what is typed and the card are wrapped as the sentences are."""
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = load_catalogue(CONTENT, locale, TERMINAL)
    shell = Terminal(
        device_on(MemoryStore(), "terminal"), lambda _: [], lambda *_: None, str, str, shown
    )
    hint, ended = shown.text("talk.hint"), shown.text("talk.ended", open="open limber back")
    card = f"{hint}\n{ended}"
    shell._show(hint)
    shell._note(ended)
    shell._show(card, "  | ")
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= columns
    told = " ".join(" ".join(line.removeprefix("  | ") for line in lines).split())
    assert told == f"{hint} ({ended}) {hint} {ended}"


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


def test_whoever_leaves_after_a_stretch_has_done_it(converse):
    """The end of a session is told to the skill, once, and the stretch that was heard counts."""
    over = _when(converse, words().stretch("happy_baby").release) + 1
    converse((2.0, "start happy baby"), (over, ""))

    assert converse.ended == ["USER_INITIATED"]
    assert converse.finished == ["happy_baby"]


def test_whoever_leaves_in_a_stretch_has_not_done_it(converse):
    """What was not heard does not count, and the place is kept."""
    converse((2.0, "start happy baby"), (_when(converse, "Three."), ""))

    assert converse.ended == ["USER_INITIATED"]
    assert converse.finished == []
    assert converse.places == 1


def test_the_end_of_input_lets_the_answer_be_said_and_the_stretch_counts(converse):
    """Nobody is there to interrupt it."""
    converse((2.0, "start happy baby"))

    assert converse.ended == ["USER_INITIATED"]
    assert converse.finished == ["happy_baby"]


@pytest.mark.parametrize(
    ("after", "done"), [("Three.", []), (words().stretch("happy_baby").release, ["happy_baby"])]
)
def test_what_an_output_that_breaks_has_shown_counts(converse, after, done):
    """No more than that: nobody knows whether a word that could not be shown was waited for."""
    converse((2.0, "start happy baby"), (600.0, ""), breaks=_when(converse, after) + 0.1)

    assert converse.ended == ["USER_INITIATED"]
    assert converse.finished == done


@pytest.mark.parametrize("typed", [[(9.0, "stop"), (60.0, "")], [(9.0, "stop")]])
def test_a_session_that_has_ended_does_not_end_again(converse, typed):
    """Alexa tells nothing of the end of a session that the skill itself has ended."""
    converse(*typed)

    assert converse.ended == []


def test_a_session_that_has_run_out_does_not_end_again(converse):
    """It ended when nobody spoke."""
    converse((600.0, ""))

    assert converse.ended == ["EXCEEDED_MAX_REPROMPTS"]


def test_a_conversation_ends_with_its_output(converse):
    """Not with the next line, which nobody may type."""
    converse((2.0, "start happy baby"), (9e9, "pause"), breaks=30.0)

    assert converse.ended == ["USER_INITIATED"]


def below_the_words(place: CurrentPhase, shown: Catalogue = SHOWN) -> list[str]:
    """What stands there at a place."""
    device = device_on(MemoryStore(), "terminal")
    shell = Terminal(device, lambda _: [], lambda *_: place, str, str, shown)
    device.say("open limber back", device.now)
    return [" ".join(line.split()) for line in shell._toolbar().splitlines()]


HERE = CurrentPhase("childs_pose", 1, None, Phase.HOLD, 12.0, Ahead(2, 4, "bridge", 421.0))


def test_below_the_words_it_says_where_in_the_practice_one_is(monkeypatch):
    """Which stretch of how many, what comes next and how much is left in all."""
    monkeypatch.setenv("COLUMNS", "80")
    last = CurrentPhase("bridge", 1, None, Phase.MOVE, 3.0, Ahead(1, 1, None, 59.5))

    assert below_the_words(HERE) == [
        "childs_pose hold 12 s " + "█" * 12,
        "2 of 4 next bridge 7:01 left in all",
    ]
    assert below_the_words(last) == ["bridge move 3 s ███", "1:00 left in all"]


@pytest.mark.parametrize(("locale", "told"), [("en-US", "getting ready"), ("de-DE", "ankommen")])
def test_before_a_hold_it_says_so_in_words_that_people_use(monkeypatch, locale, told):
    """The code calls it "settle", and nobody else does."""
    monkeypatch.setenv("COLUMNS", "80")
    place = replace(HERE, phase=Phase.SETTLE, seconds_left=2.0)
    shown = load_catalogue(CONTENT, locale, TERMINAL)
    assert below_the_words(place, shown)[0] == f"childs_pose {told} 2 s ██"


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (80, ["half_kneeling_hip_flexor, left side hold 12 s", "2 of 4 next bridge 7:01 left in all"]),
        (33, ["left side hold 12 s", "2 of 4 7:01 left in all"]),
        (20, ["hold 12 s", "7:01 left in all"]),
    ],
)
def test_a_narrow_terminal_keeps_the_seconds(monkeypatch, columns, told):
    """Names are left out first, then the side and the number: what is left is never cut off."""
    monkeypatch.setenv("COLUMNS", str(columns))
    place = replace(HERE, stretch="half_kneeling_hip_flexor", side="left")
    first, second = below_the_words(place)
    assert [first.rstrip(" █"), second] == told
