"""Every preference changes what is heard, and by how much: the same is said with it and without it."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import Any

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import NOW, practice
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.disambiguation.options import namesakes
from skill.coach.conversation.events import Asked
from skill.coach.conversation.state.state import Course
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile, SavedPractice
from skill.coach.person.totals import Tally
from skill.coach.practice.cues.cues import Silence, spoken_text
from skill.coach.practice.place import Phase
from skill.coach.practice.practice import OWN, Manner
from skill.coach.practice.practice import Talk as HowMuch
from skill.library.records import Level

USUAL = Preferences(
    introduced=True, taught=True, cautioned=tuple(LIBRARY.stretches), lesson_day="2026-11-20"
)
"""Of somebody who has heard what is said once."""

YESTERDAY = replace(practice("bridge", "cat_cow"), id="2026-11-19T08:00:00.000+00:00")
"""What they did not finish."""

TWO = ("bridge", "cat_cow")
"""What one name may mean."""


def somebody(**changes: Any) -> Talk:
    """Somebody with other preferences than usual, with knee to chest done for long, and one practice."""
    profile = Profile(
        ACCOUNT,
        replace(USUAL, **changes),
        practices=(SavedPractice(YESTERDAY, YESTERDAY.place_of(1), NOW - timedelta(days=1)),),
        stretches={"knee_to_chest": Tally(6, 720)},
    )
    return Talk(LIBRARY, WORDS, profile, now=NOW)


def started(talk: Talk, *ids: str) -> Any:
    """The answer to a wish for a stretch, or for a routine."""
    wish = events.StartStretch if ids[0] in LIBRARY.stretches else events.StartRoutine
    return talk.say(wish(Asked(ids, "that one")), 0)


def efforts(*stretches: str) -> Callable[[Talk], Any]:
    """The seconds of each effort of these stretches."""

    def of(talk: Talk) -> Any:
        found = []
        for stretch in stretches:
            items = started(talk, stretch).state.practice.practice.items
            found.append([effort.seconds for item in items for effort in item.efforts])
        return found

    return of


def quiet(phase: Phase) -> Callable[[Talk], Any]:
    """The seconds of silence in a phase of child's pose."""

    def of(talk: Talk) -> Any:
        cues = started(talk, "childs_pose").reply.spoken
        silences = (c for c in cues if isinstance(c, Silence) and c.place and c.place.phase is phase)
        return round(sum(cue.seconds for cue in silences), 2)

    return of


def says(text: str, *ids: str) -> Callable[[Talk], Any]:
    """Whether a text is heard once this is started; without anything, once the skill is opened."""

    def of(talk: Talk) -> Any:
        answer = started(talk, *ids) if ids else talk.say(events.Launch(), 0)
        return text in spoken_text(answer.reply.spoken)

    return of


def asks(*ids: str) -> Callable[[Talk], Any]:
    """The kind of question that is asked then."""

    def of(talk: Talk) -> Any:
        answer = started(talk, *ids) if ids else talk.say(events.Launch(), 0)
        return type(answer.state.question).__name__

    return of


def everyday(talk: Talk) -> Any:
    """The stretches of the everyday back routine."""
    return [item.stretch for item in started(talk, "everyday_back").state.practice.practice.items]


def own(talk: Talk) -> Any:
    """What a routine of one's own has; nothing where there is none."""
    state = started(talk, f"{OWN}mine").state
    return [item.stretch for item in state.practice.practice.items] if state.practice else []


@dataclass(frozen=True)
class Row:
    """A preference, what is heard of it, and what that is without it and with it."""

    kept: dict[str, Any]
    heard: Callable[[Talk], Any]
    without: Any
    with_it: Any


HALF_MINUTES = [30.0] * 4

ROWS = {
    "level": Row(
        {"level": Level.LONGER},
        efforts("childs_pose", "bridge"),
        [HALF_MINUTES, [18.0] * 5],
        [[30.0] * 5, [18.0] * 5],
    ),
    "levels": Row(
        {"levels": {"bridge": Level.GENTLE}},
        efforts("childs_pose", "bridge"),
        [HALF_MINUTES, [18.0] * 5],
        [HALF_MINUTES, [18.0] * 3],
    ),
    "holds": Row(
        {"holds": {"childs_pose": 40.0}},
        efforts("childs_pose", "bridge"),
        [HALF_MINUTES, [18.0] * 5],
        [[40.0] * 4, [18.0] * 5],
    ),
    "rounds": Row(
        {"rounds": {"bridge": 6}},
        efforts("childs_pose", "bridge"),
        [HALF_MINUTES, [18.0] * 5],
        [HALF_MINUTES, [18.0] * 6],
    ),
    "grown": Row(
        {"grown": {"knee_to_chest": "2026-11-13"}}, asks("knee_to_chest"), "NoneType", "MoreOfIt"
    ),
    "grown six days ago": Row(
        {"grown": {"knee_to_chest": "2026-11-14"}}, asks("knee_to_chest"), "NoneType", "NoneType"
    ),
    "manner.time_to_settle": Row(
        {"manner": Manner(time_to_settle=2.0)}, quiet(Phase.SETTLE), 32.0, 47.16
    ),
    "manner.pace": Row({"manner": Manner(pace=2.0)}, quiet(Phase.STEP), 10.5, 21.0),
    "manner.talk": Row(
        {"manner": Manner(talk=HowMuch.LITTLE)},
        says(WORDS.stretch("childs_pose").steps[1], "childs_pose"),
        without=True,
        with_it=False,
    ),
    "choices": Row({"choices": {namesakes(TWO): "cat_cow"}}, asks(*TWO), "WhichStretch", "ThisStretch"),
    "left_out": Row(
        {"left_out": ("childs_pose",)},
        everyday,
        ["supine_hip_flexor", "childs_pose", "cat_cow", "seated_spinal_twist"],
        ["supine_hip_flexor", "cat_cow", "seated_spinal_twist"],
    ),
    "declined": Row({"declined": (YESTERDAY.id,)}, asks(), "TakeUpPractice", "NoneType"),
    "routines": Row({"routines": {"mine": TWO}}, own, [], list(TWO)),
    "cautioned": Row(
        {"cautioned": ()},
        says("week sixteen of pregnancy", "modified_cobra"),
        without=False,
        with_it=True,
    ),
    "introduced": Row(
        {"introduced": False, "declined": (YESTERDAY.id,)},
        says("This isn't medical advice."),
        without=False,
        with_it=True,
    ),
    "lessons": Row(
        {"lessons": 2, "lesson_day": "2026-11-19", "declined": (YESTERDAY.id,)},
        says(WORDS.say("lesson_3")),
        without=False,
        with_it=True,
    ),
    "lesson_day": Row(
        {"lesson_day": "2026-11-19", "declined": (YESTERDAY.id,)},
        says(WORDS.say("lesson_1")),
        without=False,
        with_it=True,
    ),
    "taught": Row(
        {"taught": False},
        says("You can always say, Alexa, pause", "bridge"),
        without=False,
        with_it=True,
    ),
}
"""By the preference, or the part of it. Without it is as `USUAL` has it."""


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_preference_is_heard(row):
    """What is heard differs as the row says, and in nothing where it says the same."""
    assert row.heard(somebody()) == row.without
    assert row.heard(somebody(**row.kept)) == row.with_it


def test_every_preference_has_a_row():
    """A new one comes with what is heard of it; how one likes to be coached, part by part."""
    named = {field.name for field in fields(Preferences)} - {"manner"}
    named |= {f"manner.{field.name}" for field in fields(Manner)}
    assert named - ROWS.keys() == set()
    assert all(name.partition(".")[0] in row.kept for name, row in ROWS.items() if name in named)


def test_every_row_but_one_tells_a_difference():
    """But for the offer that is not due yet, with the preference something else is heard."""
    same = [name for name, row in ROWS.items() if row.without == row.with_it]
    assert same == ["grown six days ago"]


def test_a_stretch_that_is_left_out_still_starts_by_its_name():
    """What somebody does not want in a routine is not taken from them."""
    talk = somebody(left_out=("childs_pose",))
    assert started(talk, "childs_pose").state.course is Course.RUNNING
