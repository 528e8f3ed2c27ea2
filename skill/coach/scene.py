"""What an action sees, and what it leaves behind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from skill.coach.cues import Cue, Reply, Said
from skill.coach.events import AskReminder, SetReminder
from skill.coach.practice import OWN, PLAN, Place, Practice
from skill.coach.progress import Change, Finished, Profile
from skill.coach.reminder import Reminder
from skill.coach.state import State
from skill.coach.timeline import Score, score_of
from skill.library.records import Library
from skill.words import Words

NAMED = 3
"""How many names an ear takes in at once: nobody remembers a fourth."""


@dataclass(frozen=True)
class Remember:
    """Write what this turn changed."""

    change: Change


@dataclass(frozen=True)
class ReadHistory:
    """Read what was finished last, and come back with `events.HistoryRead`."""

    limit: int


@dataclass(frozen=True)
class EraseEverything:
    """Delete everything that is kept, and come back with `events.Erased`."""


@dataclass(frozen=True)
class FindReminders:
    """Look up the reminders there are, and come back with `events.RemindersFound`."""

    wish: SetReminder | AskReminder
    """What for."""


@dataclass(frozen=True)
class WriteReminder:
    """Set a reminder in place of any before it, and come back with `events.ReminderWritten`."""

    reminder: Reminder
    permission_asked: bool
    """Whether the person has just been asked for the permission."""


@dataclass(frozen=True)
class CancelReminders:
    """Cancel every reminder of ours, and come back with `events.RemindersCancelled`."""


Errand = ReadHistory | EraseEverything | FindReminders | WriteReminder | CancelReminders
"""What the shell is asked to do before there is an answer: what comes of it is told."""

Effect = Remember | Errand
"""What the shell is asked to do beside answering."""


@dataclass(frozen=True)
class Turn:
    """The outcome of one turn of the conversation."""

    state: State
    profile: Profile
    reply: Reply
    effects: tuple[Effect, ...] = ()
    finished: tuple[Finished, ...] = ()
    """Stretches the answer itself counts as done."""


def ask_the_shell(scene: "Scene", errand: Errand) -> Turn:
    """No answer yet: the shell does something first, and comes back with an event."""
    return Turn(scene.state, scene.profile, Reply(()), (errand,))


def finished_at(scene: "Scene", practice: Practice, item: int, seconds: float, at: datetime) -> Finished:
    """A finished stretch, with its day in the person's time zone."""
    return Finished(
        practice=practice.id,
        item=item,
        stretch=practice.items[item].stretch,
        finished_at=at,
        day=at.astimezone(scene.now.tzinfo).date().isoformat(),
        seconds=round(seconds),
    )


@dataclass(frozen=True)
class Scene:
    """Everything an action may look at: the conversation as it stands, now."""

    library: Library
    words: Words
    profile: Profile
    state: State
    now: datetime
    """In the person's time zone."""
    resting: bool = False
    """Between two parts of a practice: nothing is being held."""
    out: bool = False
    """Out of the stretch in progress, and not yet told the way back in."""

    def say(self, prompt: str, /, **fill: str | float) -> str:
        """A prompt in the wording this turn's counter picks."""
        return self.words.say(prompt, self.state.turns, **fill)

    def said(self, *texts: str) -> tuple[Cue, ...]:
        """Texts as cues, the empty ones left out."""
        return tuple(Said(text, self.words.seconds(text)) for text in texts if text)

    def score(self, practice: Practice) -> Score:
        """A practice ready to be turned into cues."""
        return score_of(self.library, self.words, practice)

    def name_of(self, entry: str) -> str:
        """The spoken name of a stretch or a routine, one of the person's own or a planned one too."""
        if entry.startswith(OWN):
            return entry.removeprefix(OWN)
        if entry.startswith(PLAN):
            return self.say("plan_name", minutes=int(entry.removeprefix(PLAN)))
        if entry in self.library.stretches:
            return self.words.stretch(entry).name
        return self.words.routine(entry).name

    def names_of(self, stretches: Sequence[str]) -> str:
        """Stretches in one breath: a few by name, and how many more."""
        names = [self.name_of(stretch) for stretch in stretches]
        more = [self.say("and_more", count=len(names) - NAMED)] if len(names) > NAMED else []
        return self.words.all_of([*names[:NAMED], *more])

    def with_state(self, **changes: Any) -> Self:  # noqa: ANN401 - the fields' own types
        """This scene with some of its state changed."""
        return replace(self, state=replace(self.state, **changes))

    def with_profile(self, profile: Profile) -> Self:
        """This scene with another profile."""
        return replace(self, profile=profile)

    def with_preferences(self, **changes: Any) -> Self:  # noqa: ANN401 - the fields' own types
        """This scene with some of the person's preferences changed."""
        preferences = replace(self.profile.preferences, **changes)
        return self.with_profile(replace(self.profile, preferences=preferences))

    @property
    def practice(self) -> Practice:
        """The practice under way; only asked for where the mode promises one."""
        if self.state.practice is None:
            raise LookupError(f"no practice while {self.state.mode}")
        return self.state.practice

    @property
    def place(self) -> Place:
        """Where the practice stands; only asked for where the mode promises one."""
        if self.state.place is None:
            raise LookupError(f"no place while {self.state.mode}")
        return self.state.place
