"""What a turn costs: one read when a session opens, at most one write, none where nothing changes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.alexa_services import TOKEN, Service, alexas_services
from helpers.whole_skill import START, device_on, new_table
from skill.bootstrap import build
from skill.settings import Settings

READ, WRITE, BEGIN = ["Query"], ["UpdateItem"], ["TransactWriteItems"]


class Home:
    """A device whose skill keeps progress on Amazon's own engine, and what that is asked."""

    def __init__(self, address: str, service: Service | None = None) -> None:
        store = new_table(address)
        self.asked: list[str] = []
        # Each request that goes out, repeated ones too.
        store._client.meta.events.register("before-send.dynamodb", self._note)
        self.device = device_on(store, "household")
        if service is not None:
            settings = Settings("memory:", delay=0, stand_in=service.url)
            self.device.skill = build(settings, store=store)
            caller = replace(self.device.caller, services=service.url, token=TOKEN)
            self.device.caller = caller

    def _note(self, request, **_):
        self.asked.append(request.headers["X-Amz-Target"].decode().partition(".")[2])

    def says(self, *utterances: str) -> list[list[str]]:
        """The requests of each turn, said when the answer before is over."""
        return [self.during(lambda said=said: self.device.say(said)) for said in utterances]

    def interrupts(self, *utterances: str) -> list[list[str]]:
        """The same, said in the middle of each answer."""
        turns = []
        for said in utterances:
            answer = self.device.response
            middle = answer.at + timedelta(seconds=answer.seconds / 2)
            turns.append(self.during(lambda said=said, at=middle: self.device.say(said, at)))
        return turns

    def during(self, happens: Callable[[], object]) -> list[str]:
        """The requests made meanwhile."""
        self.asked.clear()
        happens()
        return list(self.asked)


@pytest.fixture
def home(engine_address) -> Home:
    """Somebody new."""
    return Home(engine_address)


def test_a_visit(home):
    """Opening reads once; a practice begins with its person, and each turn of it is one small write."""
    assert home.says("open limber back", "start child's pose") == [READ, BEGIN]
    assert home.interrupts("how long do i hold it", "pause") == [WRITE, WRITE]
    assert home.says("resume", "next") == [WRITE, WRITE]


def test_questions_outside_a_practice(home):
    """Questions outside a practice change nothing, so nothing is written; the first welcome once."""
    assert home.says("open limber back", "help") == [READ, WRITE]

    assert (
        home.says(
            "how am i doing",
            "how long do i hold the cobra",
            "what stretches do you have",
            "help",
            "gobbledygook",
        )
        == [[]] * 5
    )


def test_a_question_in_one_breath(home):
    """A question that opens the skill and closes it again needs one read."""
    assert home.says("ask limber back how long do i hold the cobra") == [READ]
    assert home.says("ask limber back how am i doing") == [READ]


def test_coming_back(home):
    """The second visit needs one read, and one write when the practice goes on."""
    home.says("open limber back", "start the everyday back routine", "next", "stop")
    home.device.now = START.replace(hour=20)

    assert home.says("open limber back", "yes") == [READ, WRITE]


def test_the_end_of_a_session(home):
    """A practice that is heard to its end and met with silence is written once."""
    home.says("open limber back", "start child's pose")

    assert home.during(home.device.run_out) == WRITE


def test_no_turn_of_a_long_visit_asks_more(home):
    """Whatever is said in whatever order, a session reads once and a turn writes once at most.

    Only what was done on a single day is looked up: one more read, and no write.
    """
    home.says("open limber back")
    today = "how am i doing today"
    lines = (
        *("start the everyday back routine", "next", "slower", "skip", "where am i", "pause", "go on"),
        *("repeat that", "make it gentle", "how much time is left", "previous", "the other side"),
        *("leave out the cobra", "pause", today, "go on", "next", "next", "start over", "next"),
    )
    for line, turn in zip(lines, home.says(*lines), strict=True):
        counted = Counter(turn)
        assert counted["Query"] == (1 if line == today else 0)
        assert counted["UpdateItem"] + counted["TransactWriteItems"] <= (line != today)
        assert set(counted) <= {"Query", "UpdateItem", "TransactWriteItems"}


def test_a_device_that_tells_its_time_zone(engine_address):
    """What is found out about a device rides on the turn's one write; alone it is a write of its own."""
    with alexas_services(Service()) as service:
        home = Home(engine_address, service)
        assert home.says("open limber back", "start child's pose") == [[*READ, "PutItem"], BEGIN]
        home.during(home.device.run_out)
        home.device.now = START.replace(hour=20)
        assert home.says("ask limber back how am i doing") == [READ]
        home.device.now = START.replace(day=22)
        assert home.says("ask limber back how am i doing") == [[*READ, "PutItem"]]


def test_taking_it_out(home):
    """For the card the profile and the history are read once more, and nothing is written."""
    home.says("open limber back", "start child's pose", "next", "stop")

    assert home.says("ask limber back what do you know about me") == [[*READ, *READ]]


def test_deleting_it(home):
    """Asking needs no request; then everything is hidden at once, deleted, and noted as gone."""
    home.says("open limber back", "start child's pose", "next", "stop", "open limber back")

    assert home.says("delete my data", "yes") == [
        [],
        ["PutItem", *READ, *READ, "BatchWriteItem", "UpdateItem"],
    ]


def test_another_voice(home):
    """It is looked up for what is about it, at one read, and for nothing else."""
    home.says("open limber back", "start child's pose")
    home.device.recognise("another")

    assert home.interrupts("how am i doing", "how long is left") == [[*READ, *WRITE], WRITE]
    assert home.says("next", "delete my data") == [WRITE, READ]
