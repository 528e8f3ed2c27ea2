"""A conversation with the coach, as the shell would hold it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from skill.coach.conversation import events
from skill.coach.conversation.errands import (
    CancelReminders,
    Erased,
    Erasure,
    Errand,
    FindPractice,
    FindReminders,
    HistoryRead,
    LookBack,
    LookedBack,
    PracticeFound,
    ReadHistory,
    RemindersCancelled,
    RemindersFound,
    ReminderWritten,
    Service,
    WriteReminder,
)
from skill.coach.conversation.events import Ending, Event
from skill.coach.conversation.reply import Limits, Reply
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import Playing, State
from skill.coach.conversation.state.state_encoding import decode_state, encode_state
from skill.coach.person.profile import Profile
from skill.coach.person.reminder import Reminder, read
from skill.coach.person.totals import Finished
from skill.coach.practice.cues.cues import length
from skill.coach.turn import Answer, catch_up, turn
from skill.coach.voices import person_meant
from skill.library.records import Library
from skill.speech.limits import LIMITS
from skill.words import Words

A_MOMENT_EARLY = 1.2
"""Seconds by which one repetition of a movement is early at most, where it is counted aloud: less than a
number for each of its two texts."""

START = datetime(2026, 11, 20, 8, tzinfo=UTC)


def outcome_of(errand: Errand, chance: int) -> Event:
    """What the shell may come back with from an errand; chance says how the service took it."""
    taken = tuple(Service)[chance % len(Service)] if chance % 2 else Service.DONE
    there = ((), (None,), (read("07:00 0123456"),))[chance % 3]
    match errand:
        case FindReminders(wish):
            return RemindersFound(wish, taken, there)
        case WriteReminder(reminder, permission_asked):
            assert isinstance(reminder, Reminder)
            return ReminderWritten(taken, reminder, permission_asked)
        case CancelReminders():
            return RemindersCancelled(taken, chance % 3)
        case FindPractice(_, wish):
            done = Finished("earlier", 0, "bridge", START - timedelta(days=1), "2026-11-19", 60)
            return PracticeFound(wish, ((), (done,), None)[chance % 3])
        case LookBack(_, wish):
            done = Finished("earlier", 0, "bridge", START - timedelta(days=1), "2026-11-19", 60)
            return LookedBack(wish, ((), (done,), None)[chance % 3])
        case ReadHistory():
            return HistoryRead(None)
    return Erased(Erasure.FAILED)


@dataclass
class Talk:
    """A conversation with the coach, as the shell would hold it."""

    library: Library
    words: Words
    profile: Profile
    state: State = field(default_factory=State)
    now: datetime = START
    reply: Reply | None = None
    speaker: str = ""
    """Who speaks; empty for the opener of the session."""
    others: dict[str, Profile] = field(default_factory=dict)
    """What is known of anybody else."""
    finished: list[Finished] = field(default_factory=list)
    player: bool = False
    """Whether the device has a player; then what it plays stands still until the next wish."""

    def say(self, event: Event, after: float) -> Answer:
        """Say something so many seconds after the last answer began."""
        self.now += timedelta(seconds=after)
        outcome = self._turn(event)
        while not isinstance(outcome, Answer):
            outcome = self._turn(outcome_of(outcome, self.state.turns + len(self.finished)))
        travelled = json.loads(json.dumps(encode_state(outcome.state)))
        plays = self.player and isinstance(outcome.state.practice, Playing)
        ends = outcome.reply.ends_session and not plays
        self.state = decode_state(travelled) if not ends else State()
        self.profile, self.reply = outcome.profile, outcome.reply
        if outcome.change is not None:
            self.finished += outcome.change.finished
        return outcome

    def caught_up(self, event: Event, after: float) -> State:
        """The state that the next turn finds so many seconds after the last answer began.

        It is found with this device's speed of speech and limits: with others the place is another one.
        """
        later = self.now + timedelta(seconds=after)
        scene = Scene(self.library, self._words, self.profile, self.state, later, limits=self._limits)
        return catch_up(scene, event)[0].state

    @property
    def _words(self) -> Words:
        return self.words.at_rate(self.profile.device.rate(self.words.locale))

    @property
    def _limits(self) -> Limits:
        return replace(LIMITS[self.profile.device.rendering], player=self.player)

    def _turn(self, event: Event) -> Answer | Errand:
        speaker = self.speaker or self.profile.person
        return turn(
            self.library,
            self._words,
            self.profile,
            self.state,
            event,
            self.now,
            speaker=speaker,
            guest=self.others.get(person_meant(self.state, event, speaker, self.profile.person)),
            limits=self._limits,
        )

    def play(self, script: list[tuple[Event, float]]) -> Iterator[tuple[Event, Answer]]:
        """Say a script's wishes, each at its share of what is being said."""
        for event, share in script:
            yield event, self.say(event, share * self.seconds)

    def end(self, why: Ending) -> Answer:
        """Let the session end when everything has been said."""
        return self.say(events.SessionEnded(why), self.seconds)

    @property
    def seconds(self) -> float:
        """How long the last answer takes."""
        return length(self.reply.spoken) if self.reply is not None else 0.0
