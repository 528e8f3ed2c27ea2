"""Plays: conversations as plain text, performed through the request envelope that Lambda gets.

The grammar is in `tests/conversations/README.md`. The virtual device has no latency, and every play
has an account of its own.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from skill.bootstrap import Settings, build, voices
from skill.coach.position import Position, position
from skill.coach.state import Mode, decode_state
from skill.errors import StoreError
from skill.library.loading import data_folder, load_library
from skill.simulator.device import LISTENING_GAP, Answer, Device, Skill
from skill.simulator.ear import Ear, Heard, load_ear
from skill.simulator.envelope import Caller
from skill.speech.ssml import pieces_of, seconds_of, words_of
from skill.stores.memory import MemoryStore

LOCALE = "en-US"
WORDS = voices()[LOCALE]
LIBRARY = load_library(data_folder("content"))
MODES = {mode.value for mode in Mode}
FAILING = {"well": "", "unreadable": "open", "unwritable": "write", "unreachable": "open write"}
ENDINGS = {"she is cut off": "ERROR", "you leave": "USER_INITIATED"}

WHEN = r'(?:, (?P<n>[\d.]+) seconds? (?P<where>in|into the silence|into the reprompt|after "(?P<said>.+?)"))?'
SPEECH = re.compile(rf"You{WHEN}: (?P<words>.+)")
ENDING = re.compile(rf"\((?P<how>{'|'.join(ENDINGS)}){WHEN}\)")
DIRECTION = re.compile(r"(?P<key>At|Store:|Request:|Attributes:) (?P<value>.+)")
EXPECTED = re.compile(r"(?P<key>She|Reprompt|Not): (?P<value>.+)")


class Store(MemoryStore):
    """A store that fails when a play wants it to."""

    failing: str = ""

    def open(self, account, person):
        """The profile, unless reading fails."""
        if "open" in self.failing:
            raise StoreError("the store is out")
        return super().open(account, person)

    def write(self, account, person, change):
        """Keep it, unless writing fails."""
        if "write" in self.failing:
            raise StoreError("the store is out")
        super().write(account, person, change)


@cache
def skill_in(zone: tzinfo) -> tuple[Skill, Store]:
    """The skill and its store, for everybody in a time zone."""
    store = Store()
    return build(Settings("memory:", delay=0), store=store, zone=zone), store


@cache
def ear() -> Ear:
    """What understands utterances, by the committed interaction model."""
    return load_ear(data_folder("interaction_models") / f"{LOCALE}.json")


def plain(text: str) -> str:
    """Words alone, in lower case, a space around each."""
    return f" {' '.join(re.sub(r'[^a-z0-9 ]', ' ', text.lower().replace(chr(39), '')).split())} "


def sentences(ssml: str, now: float = 0.0) -> Iterator[tuple[float, str]]:
    """Each sentence, with the second at which it begins."""
    for text, seconds in pieces_of(ssml, WORDS):
        for sentence in re.split(r"(?<=[.?!]) ", text) if text else ():
            yield now, sentence
            now += WORDS.seconds(sentence)
        now += 0 if text else seconds


def all_sentences(answer: Answer) -> Iterator[tuple[float, str]]:
    """Those of the answer, and those of its reprompt, for somebody who stays silent."""
    yield from sentences(answer.ssml)
    yield from sentences(answer.reprompt_ssml, answer.seconds + LISTENING_GAP)


@dataclass
class Play:
    """A play being performed, and what came of it."""

    name: str
    mismatches: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    """Every sentence that was heard, up to where the answer was interrupted."""
    intents: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    _device: Device = None
    _store: Store = None
    _to_match: dict[str, str] = field(default_factory=dict)
    """What of the last answer, and of its reprompt, has not been matched yet."""

    def perform(self, lines: list[str]) -> "Play":
        """Do what every line says, and note what turns out otherwise."""
        key = ""
        for number, line in enumerate(lines, 1):
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            try:
                key = self._take(text, key if line[0].isspace() else "")
            except AssertionError as mismatch:
                self.mismatches.append(f"{self.name}:{number}: {mismatch}\n{self._transcript()}")
        self._listen(self._device.answer, None)
        return self

    def _take(self, text: str, key: str) -> str:
        """Do what a line says; return the kind that an indented line after it has."""
        if text.startswith("["):
            for wanted in text.strip("[]").split(", "):
                self._look(wanted)
        elif text == "(silence)":
            self._happens(self._device.run_out)
            self._to_match["She"] = self._to_match["Reprompt"]
        elif speech := SPEECH.fullmatch(text):
            at = self._moment(speech)
            self._happens(lambda: self._device.say(speech["words"], at))
        elif ending := ENDING.fullmatch(text):
            self._end(ENDINGS[ending["how"]], self._moment(ending) or self._device.answer.ends_at)
        elif direction := DIRECTION.fullmatch(text):
            self._direct(direction["key"], direction["value"])
        elif expected := EXPECTED.fullmatch(text):
            key = expected["key"]
            self._match(key, expected["value"])
        else:
            assert key, f"this is no line of a play: {text}"
            self._match(key, text)
        return key

    def _direct(self, key: str, value: str) -> None:
        if key == "At":
            self._set_clock(datetime.fromisoformat(value))
        elif key == "Store:":
            self._store.failing = FAILING[value]
        elif key == "Attributes:":
            self._device.session.attributes = json.loads(value)
        else:
            body = json.loads(value)
            common = {"locale": LOCALE, "requestId": "a-request"}
            heard = Heard(body.get("intent", body).get("name", body["type"]))
            self._device.now = self._device._answer_over()
            self._happens(
                lambda: self._device._request(
                    heard, lambda _, at: {**common, "timestamp": at.isoformat(), **body}
                )
            )

    def _set_clock(self, now: datetime) -> None:
        if self._device is None:
            handler, self._store = skill_in(now.tzinfo or UTC)
            self._store.failing = ""
            caller = Caller(user=self.name, locale=LOCALE)
            self._device = Device(handler, ear(), caller, now, lambda ssml: seconds_of(ssml, WORDS))
        self._device.now = now

    def _moment(self, match: re.Match[str]) -> datetime | None:
        """When something happens; None for when the answer has ended."""
        if match["n"] is None:
            return None
        answer = self._device.answer
        if match["said"] is not None:
            begun = [at for at, words in all_sentences(answer) if plain(match["said"]) in plain(words)]
            assert begun, f"nobody says {match['said']!r}"
            since = begun[0]
        else:
            since = {"in": 0.0, "into the silence": answer.seconds}.get(
                match["where"], answer.seconds + LISTENING_GAP
            )
        return answer.at + timedelta(seconds=since + float(match["n"]))

    def _end(self, reason: str, at: datetime) -> None:
        self._listen(self._device.answer, at)
        self._device._end(reason, at)
        self._device.now = at

    def _happens(self, happen: Callable[[], object]) -> None:
        """Let it happen, and take down what was heard before and after."""
        before, was_open = self._device.answer, self._device.session is not None
        happen()
        answer = self._device.answer
        if was_open or before is answer:
            self._listen(before, answer.at if answer is not before else None)
        if answer is not before:
            self.intents.add(answer.heard.intent)
            self.modes.add(answer.attributes.get("state", {}).get("mode", "none"))
        texts = {"She": answer.ssml, "Reprompt": answer.reprompt_ssml}
        self._to_match = {key: plain(words_of(ssml)) for key, ssml in texts.items()}

    def _listen(self, answer: Answer | None, until: datetime | None) -> None:
        if answer is not None:
            end = (until - answer.at).total_seconds() if until is not None else float("inf")
            self.heard += [words for at, words in all_sentences(answer) if at < end]

    def _match(self, key: str, words: str) -> None:
        if key == "Not":
            assert not any(plain(words) in text for text in self._to_match.values()), f"must not say {words!r}"
            return
        before, found, after = self._to_match[key].partition(plain(words))
        assert found, f"{'the reprompt' if key == 'Reprompt' else 'she'} should say {words!r}"
        self._to_match[key] = f" {after}"

    def _look(self, wanted: str) -> None:
        """Compare one detail of a bracket line with how things stand."""
        answer, place = self._device.answer, self._place()
        if wanted in ("the session ends", "the session stays open"):
            found = "the session stays open" if self._device.session is not None else "the session ends"
        elif wanted.startswith("heard as "):
            found = f"heard as {answer.heard.intent}"
        elif wanted.endswith(" finished"):
            found = f"{len(list(self._store.history(self.name, 'account')))} finished"
        elif wanted in MODES:
            found = answer.attributes["state"]["mode"]
        elif place is None:
            found = "no coaching"
        elif wanted.endswith(" s left"):
            near = abs(place.seconds_left - float(wanted.split()[0])) < 0.11
            found = wanted if near else f"{place.seconds_left} s left"
        else:
            described = (place.stretch, place.phase.value, place.side or "no side", f"repetition {place.repetition}")
            found = wanted if wanted in described else ", ".join(described)
        assert wanted == found, f"expected [{wanted}], found [{found}]"

    def _place(self) -> Position | None:
        attributes = self._device.answer.attributes
        return position(LIBRARY, WORDS, decode_state(attributes["state"])) if "state" in attributes else None

    def _transcript(self) -> str:
        answer = self._device.answer
        if answer is None:
            return ""
        return f"    she said: {words_of(answer.ssml)}\n    reprompt: {words_of(answer.reprompt_ssml)}"
