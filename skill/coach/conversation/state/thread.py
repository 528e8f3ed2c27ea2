"""The thread of the conversation: what was last spoken of, so that the next sentence can take it up.

It travels with the session's attributes. It is dropped as soon as something else is the subject; words
in passing, such as a question or a thank-you, leave it.
"""

from dataclasses import dataclass, replace

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import LookedBack
from skill.coach.conversation.events import Event
from skill.coach.conversation.state.question_fields import INTENTION, START, STRETCH
from skill.coach.conversation.state.questions import Question, RoutineDraft, RoutineName
from skill.coach.person.encoding import FLAG, TEXT, id_of, kept, row_of

ENTRY = id_of("entry")
"""A stretch, a routine of the library, or one of the person's own, by the name of a practice."""

DRAFTING = (RoutineName, RoutineDraft)
"""The questions that stand while a routine is being made."""

IN_PASSING: tuple[type[Event], ...] = (
    on.AskAbout,
    on.AskAdvice,
    on.AskBenefit,
    on.AskCaution,
    on.AskDone,
    on.AskEasier,
    on.AskFelt,
    on.AskHoldTime,
    on.AskHowTo,
    on.AskLongestRow,
    on.AskLeftOut,
    on.AskLength,
    on.AskPosture,
    on.AskProgress,
    on.AskReminder,
    on.AskRepetitions,
    on.AskSource,
    on.AskTimeLeft,
    on.AskWhere,
    on.AskWhy,
    on.AskWords,
    on.Choose,
    on.ChangeLevel,
    on.ChangePace,
    on.Greet,
    on.HasCondition,
    on.Help,
    on.HowLongAgo,
    on.LengthenSettle,
    on.ListRoutines,
    on.ListStretches,
    LookedBack,
    on.MeantLength,
    on.MeantStretch,
    on.More,
    on.NotUnderstood,
    on.Pause,
    on.Resume,
    on.StartIt,
    on.Thank,
    on.Yes,
)
"""What is said without making anything else the subject."""


@dataclass(frozen=True)
class Thread:
    """What was last spoken of; an empty field where there is nothing of that kind."""

    stretch: str = kept(STRETCH, "")
    """The id of the stretch that the last answer was about."""
    question: type[on.AboutStretch] = kept(INTENTION, on.StartStretch)
    """What was asked of it; to start it, where nothing was."""
    listed: tuple[str, ...] = kept(row_of(ENTRY), ())
    """What the last list named, in the order it was said."""
    rest: tuple[str, ...] = kept(row_of(ENTRY), ())
    """What is in that list and was not named yet."""
    counted: tuple[str, ...] = kept(row_of(STRETCH), ())
    """The ids of the stretches of which only the number was told."""
    begun: str = kept(TEXT, "")
    """The id of the practice that was begun last, as long as its beginning can be taken back."""
    taken: str = kept(ENTRY, "")
    """The entry that was chosen last, out of several."""
    wanted: type[on.AboutStretch] = kept(INTENTION, on.StartStretch)
    """What was wanted of it: to start it, or to hear something about it."""
    options: tuple[str, ...] = kept(row_of(ENTRY), ())
    """All that it was chosen out of, in the order they were offered."""
    start: on.StartStretch | None = kept(START, None)
    """How it was to be started, where that was said."""
    avoided: str = kept(TEXT, "")
    """The id of the stretch that was just left out for good."""
    wish: type[on.AboutStretch] = kept(INTENTION, on.StartStretch)
    """What was wanted of a stretch in the last turn, so that another one can be meant by it."""
    wish_of: str = kept(STRETCH, "")
    """The id of the stretch it was wanted of; empty where the last turn was about something else."""
    settling: bool = kept(FLAG, default=False)
    """Whether more time to get into position was just asked for: "longer" is then said of that."""

    @property
    def others(self) -> tuple[str, ...]:
        """What was offered with the last choice and not taken."""
        return tuple(option for option in self.options if option != self.taken)

    def beginning(self, practice: str, name: str) -> "Thread":
        """This thread once a practice has begun: what it was chosen out of stays, and nothing else.

        Args:
            practice: The practice's id.
            name: What it was started as.
        """
        chosen = self if self.taken == name and self.wanted is on.StartStretch else NO_THREAD
        return Thread(
            begun=practice,
            taken=chosen.taken,
            options=chosen.options,
            rest=chosen.rest,
            start=chosen.start,
        )

    def wishing(self, event: Event) -> "Thread":
        """This thread once an event was answered, and what it wanted of which stretch.

        The correction of a wish is that wish for another stretch.
        """
        if isinstance(event, on.MeantStretch):
            ids = event.stretch.ids if self.wish_of else ()
            return replace(self, wish_of=ids[0] if len(ids) == 1 else "")
        if isinstance(event, on.AboutStretch) and len(event.stretch.ids) == 1:
            kind = on.StartStretch if isinstance(event, on.NameStretch) else type(event)
            return replace(self, wish=kind, wish_of=event.stretch.ids[0])
        return replace(self, wish_of="") if self.wish_of else self

    def telling(self, stretch: str, question: type[on.AboutStretch] = on.StartStretch) -> "Thread":
        """This thread once something was told about a stretch, and what was asked."""
        return replace(self, stretch=stretch, question=question)


NO_THREAD = Thread()
"""Nothing that could be taken up."""


def draft_aside(before: Question | None, after: Question | None) -> Question | None:
    """The routine that was being made when something else was asked; None where there is none.

    Args:
        before: The question that stood before a turn.
        after: The one that stands after it.
    """
    put_aside = isinstance(before, DRAFTING) and after is not None and not isinstance(after, DRAFTING)
    return before if put_aside else None
