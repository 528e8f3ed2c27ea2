"""Who is speaking: whose data an answer is about, and what a voice cannot have.

The recognised voice may be another with every request, and may be none: then it is `ACCOUNT`. The rule,
as docs/privacy.md has it for people:

- The session, and with it the practice, belongs to whoever opened it. Where it stands and what was
  finished is written to them, whoever speaks.
- A private answer is about whoever speaks now: progress, routines of one's own, what is kept.
- What deletes or exports is confirmed by the voice it is about, or not done, and the answer says so.
- How another voice wants a practice done counts for that practice, and is kept for nobody.
"""

from dataclasses import replace

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import Erased, HistoryRead, LookedBack
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.questions import DeleteEverything, DeleteRoutineForGood, OfOnePerson
from skill.coach.conversation.state.state import State
from skill.coach.machine import ANSWERS
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, visible_to
from skill.coach.practice.practice import OWN

PRIVATE = (
    on.AddStretch,
    on.AskDone,
    on.AskLongestRow,
    on.AskProgress,
    on.CreateRoutine,
    on.DeleteData,
    on.DeleteRoutine,
    Erased,
    on.ExportData,
    HistoryRead,
    on.ListRoutines,
    LookedBack,
    on.PlayThrough,
    on.SaveRoutine,
    on.StartRoutine,
    on.StartStretch,
)
"""What is about whoever speaks now, wholly or where a routine of one's own is named."""

NOT_FOR_UNKNOWN = {on.DeleteData: "delete_unknown_voice", on.ExportData: "export_unknown_voice"}
"""What a voice nobody knows cannot have in a person's session, and what it is told."""

ABOUT_NOBODY = (
    on.AskDone,
    on.AskLongestRow,
    on.AskProgress,
    on.CreateRoutine,
    on.DeleteRoutine,
    LookedBack,
    on.SaveRoutine,
)
"""Where a voice nobody knows is told that the answer is not about the person whose session it is."""

CONFIRMED = (DeleteEverything, DeleteRoutineForGood)
"""Questions to which only the voice they were put to can say yes."""

REMEMBERED = (on.AvoidStretch, on.ChangeLevel, on.ChangePace, on.LengthenSettle)
"""Wishes that are remembered; without a practice they would come to nothing from another voice."""

WISHES = ("level", "levels", "holds", "manner", "choices", "left_out", "declined")
"""The preferences that say how a person wants it: no other voice sets them."""


def person_meant(state: State, event: Event, speaker: str, opener: str) -> str:
    """Whose profile has to be at hand for an event: mostly that of whoever opened the session."""
    question = state.question
    if isinstance(question, OfOnePerson) and _is_answer(state, event):
        return question.of
    return speaker if isinstance(event, PRIVATE) else opener


def refusal(scene: Scene, event: Event, speaker: str) -> str:
    """The prompt that says why an event is not done for this voice; empty where it is."""
    question, opener = scene.state.question, scene.profile.person
    if isinstance(question, CONFIRMED) and isinstance(event, on.Yes) and question.of != speaker:
        return "delete_unknown_voice" if speaker == ACCOUNT else "delete_other_voice"
    if speaker == opener or _is_answer(scene.state, event):
        return ""
    if speaker == ACCOUNT and type(event) in NOT_FOR_UNKNOWN:
        return NOT_FOR_UNKNOWN[type(event)]
    if isinstance(event, on.ResumePractice | on.RepeatPractice) and not visible_to(speaker, opener):
        return "resume_other_voice"
    return "remembered_for_opener" if _comes_to_nothing(scene, event) else ""


def is_about_nobody(scene: Scene, event: Event, speaker: str) -> bool:
    """Whether a private answer is to say that it is not about the person whose session it is."""
    unknown = speaker == ACCOUNT and scene.guest is not None and scene.guest.person == ACCOUNT
    return unknown and isinstance(event, ABOUT_NOBODY)


def unchanged_wishes(before: Preferences, after: Preferences) -> Preferences:
    """Preferences after a turn of another voice: how the person wants it is as it was."""
    return replace(after, **{name: getattr(before, name) for name in WISHES})


def _is_answer(state: State, event: Event) -> bool:
    return state.question is not None and type(event) in ANSWERS[type(state.question)]


def _comes_to_nothing(scene: Scene, event: Event) -> bool:
    """Whether a wish would have to be remembered to have any effect, by another than the opener."""
    if isinstance(event, on.AllowStretch):
        named = set(event.stretch.ids)
        return not named or bool(named & set(scene.profile.preferences.left_out))
    if isinstance(event, on.AddStretch):
        latest = scene.state.latest
        return latest is not None and latest.name.startswith(OWN)
    if isinstance(event, on.ChangeLevel | on.ChangePace) and event.today:
        return False
    return isinstance(event, REMEMBERED) and not scene.is_practising
