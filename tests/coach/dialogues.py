"""Random dialogues: people who say anything at any time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from hypothesis import strategies as st

from skill.coach.conversation import events
from skill.coach.conversation.errands import (
    CancelReminders,
    Errand,
    FindReminders,
    ReadHistory,
    WriteReminder,
)
from skill.coach.conversation.events import Asked, Ending, Event
from skill.coach.conversation.reminder import Reminder, read
from skill.coach.conversation.reply import Reply
from skill.coach.conversation.state import State, decode_state, encode_state
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Finished, Profile
from skill.coach.practice.cues import length
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.turn import Answer, turn
from skill.library.loading import load_language, load_library
from skill.library.records import Level, Library
from skill.speech.limits import SPOKEN
from skill.words import Words

CONTENT = Path(__file__).parent.parent.parent / "content"

# Constants rather than fixtures: Hypothesis prints a failed test's arguments in full.
LIBRARY = load_library(CONTENT)
WORDS = Words(load_language(CONTENT, "en", LIBRARY))

START = datetime(2026, 11, 20, 8, tzinfo=UTC)

PLAIN = (
    events.Launch,
    events.Next,
    events.Skip,
    events.Previous,
    events.Repeat,
    events.StartOver,
    events.Pause,
    events.Resume,
    events.Yes,
    events.No,
    events.Help,
    events.NotUnderstood,
    events.ListStretches,
    events.ListRoutines,
    events.AskTimeLeft,
    events.AskWhere,
    events.SkipSide,
    events.LengthenSettle,
    events.AskWhy,
    events.Cancel,
    events.DeleteData,
)

QUESTIONS = (
    events.AskHoldTime,
    events.AskRepetitions,
    events.AskHowTo,
    events.AskBenefit,
    events.AskEasier,
    events.AskCaution,
    events.AskSource,
    events.AvoidStretch,
    events.AllowStretch,
)

INTERRUPTIONS = (
    events.NotUnderstood(),
    events.Help(),
    events.AskTimeLeft(),
    events.AskWhere(),
    events.ListRoutines(),
    events.Resume(),
    *(kind(Asked()) for kind in QUESTIONS if kind is not events.AvoidStretch),
    events.AskProgress(),
    events.AskReminder(),
    events.CancelReminder(),
    events.Pause(),
    events.Launch(),
)
"""What may come in the middle of a practice and take nothing from it."""

DAYS = ("", "today", "yesterday", "last_night", "monday", "last_time", "nonsense")


def asked(ids: tuple[str, ...]) -> st.SearchStrategy[Asked]:
    """A name that fits one entry, several, or none; or no name at all."""
    return st.one_of(
        st.sampled_from(ids).map(lambda entry: Asked((entry,), entry)),
        st.lists(st.sampled_from(ids), min_size=2, max_size=5, unique=True).map(
            lambda found: Asked(tuple(found), "twist")
        ),
        st.sampled_from(["flamingo", "cobre", "<b>&", ""]).map(lambda heard: Asked((), heard)),
    )


def wishes(library: Library) -> st.SearchStrategy[Event]:
    """Anything somebody might want."""
    stretches = asked(tuple(library.stretches))
    routines = st.sampled_from(sorted(library.routines)).map(lambda r: Asked((r,), r))
    return st.one_of(
        st.sampled_from(PLAIN).map(lambda kind: kind()),
        st.tuples(st.sampled_from(QUESTIONS), stretches).map(lambda pair: pair[0](pair[1])),
        stretches.map(events.StartStretch),
        routines.map(events.StartRoutine),
        adjustments(),
        st.builds(
            events.ListStretches, st.sampled_from(["", "hips", "neck"]), st.sampled_from(["", "bed"])
        ),
        st.sampled_from(["", "hurts", "tingling", "chest_pain", "?"]).map(events.Pain),
        planned(),
        st.sampled_from(["", "evening", "cat cow", "x" * 60]).flatmap(
            lambda name: st.sampled_from([events.CreateRoutine(name), events.SaveRoutine(name)])
        ),
        stretches.map(events.AddStretch),
        st.sampled_from(["evening", ""]).map(lambda name: events.DeleteRoutine(Asked((), name))),
        reminders(),
        st.sampled_from(["", "today", "month"]).map(events.AskProgress),
        st.builds(events.ResumePractice, st.sampled_from(DAYS), st.just(Asked())),
        st.builds(
            events.Choose,
            st.sampled_from(["", "lying", "kneeling", "standing", "bed"]),
            st.sampled_from(["", "1", "2", "3", "9", "any", "last"]),
        ),
    )


def planned() -> st.SearchStrategy[Event]:
    """Practices by what they are to be like, sensible and not."""
    wish = st.builds(
        PlanWish,
        st.sampled_from([1.0, 60.0, 120.0, 600.0, 1e9]),
        st.sampled_from(["", "hips", "neck"]),
        st.sampled_from(["", "bed", "standing"]),
        st.sampled_from(["", "strap", "everything"]),
        st.sampled_from(["", "kneeling"]),
    )
    return wish.map(lambda wish: events.StartRoutine(Asked(), wish))


def reminders() -> st.SearchStrategy[Event]:
    """Reminders, wished for sensibly and not, and what comes back from where Alexa keeps them."""
    times = st.one_of(
        st.none(), st.sampled_from([time(0), time(2), time(7), time(8), time(12), time(20)])
    )
    parts, days = (
        ["", "morning", "afternoon", "evening", "night"],
        ["", "daily", "weekends", "monday", "?"],
    )
    heard = ["", "every day", "every night", "every fortnight"]
    return st.one_of(
        st.builds(events.SetReminder, times, *map(st.sampled_from, (parts, days, heard))),
        st.sampled_from([events.AskReminder(), events.CancelReminder()]),
        st.builds(
            events.PermissionAnswered,
            st.booleans(),
            st.sampled_from(["", "07:00 0123456", "07:00 2026-11-19", "20:00 2026-11-21"]),
        ),
    )


def outcome_of(errand: Errand, chance: int) -> Event:
    """What the shell may come back with from an errand; chance says how the service took it."""
    taken = tuple(events.Service)[chance % len(events.Service)] if chance % 2 else events.Service.DONE
    there = ((), (None,), (read("07:00 0123456"),))[chance % 3]
    match errand:
        case FindReminders(wish):
            return events.RemindersFound(wish, taken, there)
        case WriteReminder(reminder, permission_asked):
            assert isinstance(reminder, Reminder)
            return events.ReminderWritten(taken, reminder, permission_asked)
        case CancelReminders():
            return events.RemindersCancelled(taken, chance % 3)
        case ReadHistory():
            return events.HistoryRead(None)
    return events.Erased(events.Erasure.FAILED)


def adjustments() -> st.SearchStrategy[Event]:
    """Changes to a practice, sensible and not."""
    return st.one_of(
        st.builds(
            events.AdjustHold,
            st.sampled_from(["", "longer", "shorter", "slower"]),
            st.sampled_from([None, 0.0, 1.0, 10.0, 45.0, 100_000.0]),
        ),
        st.builds(
            events.ChangeLevel,
            st.sampled_from(["gentle", "standard", "longer", "", "deeper"]),
            st.booleans(),
        ),
        st.sampled_from(["slower", "faster", "less_talking", "more_talking", "", "longer"]).map(
            events.ChangePace
        ),
    )


def moments() -> st.SearchStrategy[float]:
    """When a wish comes: a share of what is being said, up to twice of it for the reprompt."""
    return st.floats(0, 2.2, allow_nan=False).map(lambda share: round(share, 3))


def scripts(library: Library, size: int = 12) -> st.SearchStrategy[list[tuple[Event, float]]]:
    """Wishes with their moments; half of them begin with a practice."""
    line = st.tuples(wishes(library), moments())
    starts = st.tuples(
        st.one_of(
            st.sampled_from(sorted(library.stretches)).map(
                lambda s: events.StartStretch(Asked((s,), s))
            ),
            st.sampled_from(sorted(library.routines)).map(lambda r: events.StartRoutine(Asked((r,), r))),
        ),
        st.just(1.0),
    )
    return st.tuples(starts, st.lists(line, max_size=size)).map(lambda both: [both[0], *both[1]])


def people() -> st.SearchStrategy[Profile]:
    """People who are new, and people who know their way."""
    return st.builds(
        lambda level, known: Profile(ACCOUNT, Preferences(level=level, introduced=known, taught=known)),
        st.sampled_from(list(Level)),
        st.booleans(),
    )


@dataclass
class Talk:
    """A conversation with the coach, as the shell would hold it."""

    library: Library
    words: Words
    profile: Profile
    state: State = field(default_factory=State)
    now: datetime = START
    reply: Reply | None = None
    finished: list[Finished] = field(default_factory=list)

    def say(self, event: Event, after: float) -> Answer:
        """Say something so many seconds after the last answer began."""
        self.now += timedelta(seconds=after)
        outcome = self._turn(event)
        while not isinstance(outcome, Answer):
            outcome = self._turn(outcome_of(outcome, self.state.turns + len(self.finished)))
        travelled = json.loads(json.dumps(encode_state(outcome.state)))
        self.state = decode_state(travelled) if not outcome.reply.ends_session else State()
        self.profile, self.reply = outcome.profile, outcome.reply
        if outcome.change is not None:
            self.finished += outcome.change.finished
        return outcome

    def _turn(self, event: Event) -> Answer | Errand:
        return turn(self.library, self.words, self.profile, self.state, event, self.now, limits=SPOKEN)

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
