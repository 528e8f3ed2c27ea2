"""Performs plays: conversations as plain text, by the grammar in `tests/conversations/README.md`."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from functools import cache

from helpers.alexa_services import TOKEN, Service, alexas_services
from helpers.content import LIBRARY
from helpers.ears import ear_of
from skill.alexa.requests.caller import key_of
from skill.bootstrap import build, silent_streams, voices
from skill.coach.conversation.state.questions import KINDS
from skill.coach.conversation.state.state import (
    Course,
    Playing,
    Running,
    State,
)
from skill.coach.conversation.state.state_encoding import decode_state
from skill.coach.person.change import Change
from skill.coach.person.device import decode_device
from skill.coach.person.preferences import decode_preferences
from skill.coach.person.profile import ACCOUNT, KEPT_HISTORY
from skill.coach.person.totals import Finished
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.coach.practice.playback.stages import current_phase, phase_at
from skill.errors import SoundError, StoreError
from skill.settings import Settings
from skill.simulator.device import Device, DeviceResponse, Skill
from skill.simulator.ear.ear import Ear
from skill.simulator.ear.interpretation import Interpretation
from skill.simulator.envelope import Caller
from skill.speech.ssml import pieces_of, seconds_of, words_of
from skill.stores.memory import MemoryStore
from skill.words import Words

LOCALE = "en-US"
WORDS = voices()[LOCALE]
BY_COURSE = {
    Course.NONE: "idle",
    Course.RUNNING: "practising",
    Course.WAITING: "paused",
    Course.PLAYING: "playing",
}
FAILING = {
    "well": "",
    "unreadable": "open",
    "unwritable": "write",
    "unreachable": "open write history hide",
    "slow to delete": "erase",
}
REFUSALS = {
    "full": {"POST": (403, '{"code": "MAX_REMINDERS_EXCEEDED", "message": ""}')},
    "not for this device": {"POST": (403, '{"code": "DEVICE_NOT_SUPPORTED", "message": ""}')},
    "down": dict.fromkeys(("GET", "POST", "PUT", "DELETE"), (500, '{"message": "out"}')),
}
ENDINGS = {
    "she is cut off": ("ERROR", ""),
    "she is refused": ("ERROR", "INVALID_RESPONSE"),
    "you leave": ("USER_INITIATED", ""),
}
WHERE = r'in|into the silence|into the reprompt|after "(?P<said>.+?)"'
WHEN = rf"(?:, (?P<n>[\d.]+) seconds? (?P<where>{WHERE}))?"
SPEECH = re.compile(rf"You{WHEN}: (?P<words>.+)")
ENDING = re.compile(rf"\((?P<how>{'|'.join(ENDINGS)}){WHEN}\)")
DIRECTION = re.compile(
    r"(?P<key>At|Store:|Voice:|Reminders:|Player:|Finished:|Kept:|Device:|Request:|Attributes:)"
    r" (?P<value>.+)"
)
DONE = re.compile(r"(?P<stretch>\w+), on (?P<n>\d+) days up to (?P<last>[\d-]+)")
NO_WORD = re.compile(r"[^\w ]|_")
EXPECTED = re.compile(r"(?:(?P<key>She|Reprompt|Card|Not): )?(?P<words>.+)")


class Store(MemoryStore):
    """A store of which a play can make reading or writing fail."""

    failing: str = ""

    def __getattribute__(self, name):
        if name in super().__getattribute__("failing").split():
            raise StoreError("the store is out")
        return super().__getattribute__(name)


class Sounds:
    """Streams that a play can make fail."""

    failing = False

    def __init__(self, streams):
        self._streams = streams

    def made(self, *wanted):
        """A stream, unless they fail."""
        if self.failing:
            raise SoundError("the bucket is out")
        return self._streams.made(*wanted)

    def timetable(self, name):
        """The places in it."""
        return self._streams.timetable(name)


@cache
def skill_in(zone: tzinfo | None, locale: str) -> tuple[Skill, Store, Ear]:
    """The skill for everybody in a time zone, its store, and what hears by the locale's model."""
    store = Store()
    settings, streams = Settings("memory:", delay=0), Sounds(silent_streams())
    skill = build(settings, store=store, zone=zone, streams=streams)
    store.sounds = streams
    return skill, store, ear_of(locale)


def asked(kind: str) -> str:
    """A kind of question as a bracket line has it: `asked which stretch`."""
    return "asked" + re.sub(r"(?=[A-Z])", " ", kind).lower()


SITUATIONS = {*BY_COURSE.values(), *map(asked, KINDS)}


def situation(state: State) -> str:
    """What the conversation is about: what was asked, or how the practice stands."""
    if state.question is not None:
        return asked(type(state.question).__name__)
    return BY_COURSE[state.course]


def plain(text: str) -> str:
    """Words alone, in lower case, a space around each."""
    words = NO_WORD.sub(" ", text.lower().replace("'", "")).split()
    return f" {' '.join(words)} "


def sentences(answer: DeviceResponse, words: Words = WORDS) -> Iterator[tuple[float, str]]:
    """Each sentence of an answer and of its reprompt, with the second at which it begins."""
    for ssml, start in ((answer.ssml, 0.0), (answer.reprompt_ssml, answer.seconds + LISTENING_GAP)):
        now = start
        for text, seconds in pieces_of(ssml, words):
            for sentence in re.findall(r"[^.?!]+[.?!]*", text):
                yield now, sentence.strip()
                now += words.seconds(sentence)
            now += 0 if text else seconds


def done_before(told: re.Match[str]) -> Change:
    """What a person did before a play begins: a stretch a day, up to a day."""
    last = datetime.fromisoformat(f"{told['last']}T07:{len(told['stretch']):02}:00+00:00")
    times = [last - timedelta(days=n) for n in range(int(told["n"]))]
    return Change(
        at=last,
        finished=tuple(
            Finished(at.isoformat(), 0, told["stretch"], at, at.date().isoformat(), 60) for at in times
        ),
    )


@dataclass
class Performed:
    """What came of a play."""

    mismatches: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    """Every sentence that was heard, up to where its answer was interrupted."""
    intents: set[str] = field(default_factory=set)
    situations: set[str] = field(default_factory=set)


@dataclass
class Play:
    """A play being performed."""

    name: str
    locale: str = LOCALE
    performed: Performed = field(default_factory=Performed)
    _device: Device = None
    _store: Store = None
    _texts: dict[str, str] = field(default_factory=lambda: {"She": "", "Reprompt": "", "Card": ""})
    """The words of the last answer and of its reprompt, by the kind of line that expects them."""
    _left: dict[str, str] = field(default_factory=dict)
    """What is still to be matched of them."""
    _key: str = "She"
    _service: Service | None = None
    """Alexa's services, where the play has them."""
    _opened: ExitStack = field(default_factory=ExitStack)

    @property
    def words(self) -> Words:
        """The words of the locale that the play is in."""
        return voices()[self.locale]

    def perform(self, text: str) -> "Play":
        """Do what every line says, and note what turns out otherwise."""
        with self._opened:
            self._perform(text)
        if self._service is not None:
            self.performed.mismatches += self._service.reminders.wrong
        return self

    def _perform(self, text: str) -> None:
        lines = enumerate(text.splitlines(), 1)
        for number, line in ((n, line) for n, line in lines if line.strip() and line[0] != "#"):
            try:
                self._take(line.strip(), indented=line.startswith(" "))
            except Exception as mismatch:  # noqa: BLE001 - whatever goes wrong, the play goes on
                found = "".join(f"\n    {key}:{words}" for key, words in self._texts.items())
                self.performed.mismatches.append(f"{self.name}:{number}: {mismatch}{found}")
        self._listen(self._device.response, None)

    def _take(self, line: str, *, indented: bool) -> None:
        """Do what a line says; an indented one is of the same kind as the last that expected words."""
        if line.startswith("["):
            for wanted in line.strip("[]").split(", "):
                found = self._found(wanted)
                assert wanted in found, f"expected [{wanted}], found [{', '.join(found)}]"
        elif line == "(silence)":
            self._happens(self._device.run_out)
            self._left["She"] = self._texts["Reprompt"]
        elif speech := SPEECH.fullmatch(line):
            at = self._moment(speech)
            self._happens(lambda: self._device.say(speech["words"], at))
        elif ending := ENDING.fullmatch(line):
            at = self._moment(ending) or self._device.response.ends_at
            self._device.now = at
            self._listen(self._device.response, at)
            reason, error = ENDINGS[ending["how"]]
            self._device.end(reason, at, error)
        elif direction := DIRECTION.fullmatch(line):
            self._direct(direction["key"], direction["value"])
        else:
            expected = EXPECTED.fullmatch(line)
            assert expected["key"] or indented, f"this is no line of a play: {line}"
            self._key = expected["key"] or self._key
            self._match(self._key, plain(expected["words"]))

    def _direct(self, key: str, value: str) -> None:
        if key == "At":
            now = datetime.fromisoformat(value)
            self._device = self._device or self._new_device(now)
            self._device.now = now
        elif value == "emptied elsewhere":
            self._store.hide(self.name, self._person)
        elif key == "Store:":
            self._store.failing = FAILING[value]
        elif key == "Voice:":
            user = "" if value == "without an account" else self.name
            self._device.caller = replace(self._device.caller, user=user)
            self._device.recognise(f"{self.name} {value}" if user and value != "unknown" else "")
        elif key == "Reminders:":
            self._remind(value)
        elif key == "Player:":
            self._player(value)
        elif key in ("Kept:", "Device:", "Finished:"):
            self._store.write(self.name, ACCOUNT, self._kept_before(key, value))
        elif key == "Attributes:":
            self._device.session.attributes = json.loads(value)
        else:
            body = {"locale": self.locale, "requestId": "a-request", **json.loads(value)}
            heard = Interpretation(body.get("intent", {}).get("name", body["type"]))
            self._device.now = self._device._answer_over()
            body["timestamp"] = self._device.now.isoformat()
            self._happens(lambda: self._device._request(heard, lambda *_: body))

    def _player(self, value: str) -> None:
        """Give the device a player, or do something with it."""
        if value == "is out":
            self._store.sounds.failing = True
            return
        if value == "there":
            self._device.caller = replace(self._device.caller, player=True)
            return
        what, at = re.fullmatch(r"(\w+)(?: ([\d.]+) seconds in)?", value).groups()
        player, since = self._device.player, self._device.response.ends_at
        at = since + timedelta(seconds=float(at or 0))
        if what == "fails":
            player.fail(at)
        else:
            self._device.press(f"{what}CommandIssued", at)
        self._device.now = at

    def _kept_before(self, key: str, value: str) -> Change:
        """What is kept of somebody, or of their device, before a scene."""
        if key == "Kept:":
            kept = decode_preferences(json.loads(value))
            known = self._store.open(self.name, ACCOUNT).preferences
            return Change(self._device.now, kept, known=known)
        if key == "Device:":
            here = replace(decode_device(json.loads(value)), key=key_of(self._device.caller.device_id))
            return Change(self._device.now, device=here)
        return done_before(DONE.fullmatch(value))

    def _remind(self, value: str) -> None:
        """Give the device Alexa's reminders, or change how they take what they are asked."""
        if self._service is None:
            self._service = self._opened.enter_context(alexas_services(Service()))
            settings = Settings("memory:", delay=0, stand_in=self._service.url)
            here = self._device.now.tzinfo
            self._device.skill = build(settings, store=self._store, zone=here)
            caller = self._device.caller
            self._device.caller = replace(caller, services=self._service.url, token=TOKEN)
        if value == "ring":
            for alert in self._service.reminders.waiting:
                self.performed.heard += [
                    said["text"] for said in alert["alertInfo"]["spokenInfo"]["content"]
                ]
                alert["status"] = "ON" if "recurrence" in alert["trigger"] else "COMPLETED"
        elif value == "are changed in the app":
            for alert in self._service.reminders.waiting:
                alert["trigger"]["recurrence"] = {"recurrenceRules": ["FREQ=MONTHLY;BYMONTHDAY=1;"]}
        else:
            self._service.reminders.allowed = value != "not allowed"
            self._service.reminders.refuses = REFUSALS.get(value, {})

    def _new_device(self, now: datetime) -> Device:
        handler, self._store, ear = skill_in(now.tzinfo, self.locale)
        self._store.failing, self._store.sounds.failing = "", False
        words = self.words
        caller = Caller(user=self.name, locale=self.locale)
        return Device(handler, ear, caller, now, lambda ssml: seconds_of(ssml, words))

    def _moment(self, match: re.Match[str]) -> datetime | None:
        """When something happens; None for when the answer has ended."""
        if match["n"] is None:
            return None
        answer = self._device.response
        gap, said = answer.seconds, plain(match["said"] or "")
        begins = {"in": 0.0, "into the silence": gap, "into the reprompt": gap + LISTENING_GAP}
        found = (at for at, sentence in sentences(answer, self.words) if said in plain(sentence))
        since = begins.get(match["where"]) if match["said"] is None else next(found, None)
        assert since is not None, f"nobody says:{said}"
        return answer.at + timedelta(seconds=since + float(match["n"]))

    def _happens(self, happen: Callable[[], object]) -> None:
        """Let it happen, and take down what was heard before it and what is heard after."""
        before, was_open = self._device.response, self._device.session is not None
        happen()
        answer = self._device.response
        if was_open or (before is not None and before.ends_session):
            self._listen(before, answer.at if answer is not before else None)
        self.performed.intents.add(answer.heard.intent)
        if "state" in answer.attributes:
            self.performed.situations.add(situation(decode_state(answer.attributes["state"])))
        texts = {"She": answer.ssml, "Reprompt": answer.reprompt_ssml}
        self._texts = {key: plain(words_of(ssml)) for key, ssml in texts.items()}
        self._texts["Card"] = plain(answer.card)
        self.performed.heard += answer.card.splitlines()
        self._left = dict(self._texts)

    def _listen(self, answer: DeviceResponse, until: datetime | None) -> None:
        end = (until - answer.at).total_seconds() if until is not None else float("inf")
        self.performed.heard += [sentence for at, sentence in sentences(answer, self.words) if at < end]

    def _match(self, key: str, words: str) -> None:
        if key == "Not":
            assert not any(words in text for text in self._texts.values()), f"not to be heard:{words}"
        else:
            _, found, after = self._left[key].partition(words)
            assert found, f"{key} should say:{words}"
            self._left[key] = f" {after}"

    @property
    def _person(self) -> str:
        """Whose voice is recognised just now."""
        return self._device.caller.person or ACCOUNT

    def _history(self, person: str = ACCOUNT) -> list[Finished]:
        return list(self._store.history(self.name, person, self._device.now - KEPT_HISTORY))

    def _found(self, wanted: str) -> tuple[str, ...]:
        """How things stand, in the kind of detail that a bracket line wants."""
        answer = self._device.response
        if wanted.startswith("the session"):
            return ("the session ends" if self._device.session is None else "the session stays open",)
        if wanted.startswith("heard as "):
            return (f"heard as {answer.heard.intent}",)
        if wanted.endswith((" reminder", " reminders")):
            count = len(self._service.reminders.waiting)
            return (f"{count} reminder{'' if count == 1 else 's'}",)
        if told := re.fullmatch(r"\d+ finished by (\w+)", wanted):
            return (f"{len(self._history(f'{self.name} {told[1]}'))} finished by {told[1]}",)
        if wanted.endswith((" finished", " seconds held")):
            held = sum(finished.seconds for finished in self._history())
            return (f"{len(self._history())} finished", f"{held} seconds held")
        if wanted.startswith("plays "):
            return (f"plays {'something' if answer.audio is not None else 'nothing'}",)
        return self._place(wanted, decode_state(answer.attributes["state"]))

    def _place(self, wanted: str, state: State) -> tuple[str, ...]:
        """Where the coaching of the answer begins, or how the practice stands."""
        place = None
        if isinstance(state.practice, Playing):
            place = phase_at(LIBRARY, self.words, state.practice.practice, state.practice.place)
        if isinstance(running := state.practice, Running):
            place = current_phase(LIBRARY, self.words, running.practice, running.sent)
        if wanted in SITUATIONS:
            return (situation(state),)
        if place is None:
            rests = isinstance(state.practice, Running)
            return ("resting", state.practice.place.stretch) if rests else (situation(state),)
        left = wanted.removesuffix(" s left")
        near = left != wanted and abs(place.seconds_left - float(left)) < 0.11
        told = (place.stretch, place.phase, place.side or "no side", f"repetition {place.repetition}")
        return (*told, wanted if near else f"{place.seconds_left} s left")
