"""Content that changed while a practice was kept."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.talk import Talk
from helpers.thinner_content import without
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked, Launch, Resume, StartRoutine, Yes
from skill.coach.conversation.state.fitting import known_state
from skill.coach.conversation.state.questions import AboutSign, RoutineDraft
from skill.coach.conversation.state.state import Course, State
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import spoken_text

SOMEONE = Profile(ACCOUNT, Preferences(introduced=True, taught=True))


def half_way(seconds: float = 200) -> Talk:
    """Somebody in the middle of a routine."""
    talk = Talk(LIBRARY, WORDS, SOMEONE)
    talk.say(StartRoutine(Asked(("everyday_back",), "everyday back")), 0)
    talk.say(events.AskTimeLeft(), seconds)
    return talk


def test_a_practice_in_progress_goes_on_without_a_stretch_that_has_gone():
    """The session's practice waits at the nearest stretch that is left, and can be gone on with."""
    talk = half_way(40)
    talk.library = without("supine_hip_flexor")
    outcome = talk.say(events.NotUnderstood(), 10)
    assert outcome.state.course is Course.WAITING
    outcome = talk.say(Resume(), 5)
    assert outcome.state.course is Course.RUNNING
    assert outcome.state.practice.place.stretch == "childs_pose"


def test_a_kept_practice_is_offered_without_a_stretch_that_has_gone():
    """Tomorrow's offer names a stretch there is, and yes coaches it."""
    talk = half_way()
    stretch = talk.state.practice.place.stretch
    talk.say(events.Stop(), 5)
    talk.library, talk.state = without(stretch), State()
    talk.now += timedelta(days=1)
    offered = talk.say(Launch(), 0)
    assert "yesterday" in spoken_text(offered.reply.spoken).lower()
    taken_up = talk.say(Yes(), 5)
    assert taken_up.state.course is Course.RUNNING
    assert taken_up.state.practice.place.stretch != stretch


def test_a_routine_edited_meanwhile_does_not_move_a_practice():
    """A practice keeps the stretches it started with, whatever its routine has become."""
    talk = half_way()
    before = talk.state.practice.practice
    edited = replace(LIBRARY.routines["everyday_back"], stretches=("bridge",))
    talk.library = replace(LIBRARY, routines={**LIBRARY.routines, "everyday_back": edited})
    assert talk.say(events.AskWhere(), 5).state.practice.practice == before


def test_nothing_is_left_of_a_practice_whose_stretches_have_all_gone():
    """There is nothing to go on with, and that is said."""
    talk = half_way()
    gone = [item.stretch for item in talk.state.practice.practice.items]
    talk.library = without(*gone)
    outcome = talk.say(Resume(), 5)
    assert outcome.state.course is Course.NONE
    assert outcome.reply.spoken


@given(
    gone=st.lists(st.sampled_from(sorted(LIBRARY.stretches)), max_size=18, unique=True),
    seconds=st.floats(0, 400),
    event=st.sampled_from([Resume(), Yes(), events.Next(), events.Previous(), events.Repeat()]),
)
def test_whatever_has_gone_the_conversation_goes_on(gone, seconds, event):
    """No set of vanished stretches makes any wish fail."""
    talk = half_way(seconds)
    talk.library = without(*gone)
    outcome = talk.say(event, 5)
    assert outcome.reply.spoken


def test_a_sign_that_has_no_question_any_more_is_not_asked_about():
    """The session goes on as if nothing had been asked; a sign that has one is asked about still."""
    asking = next(sign.id for sign in LIBRARY.signs.values() if sign.asks)
    silent = next(sign.id for sign in LIBRARY.signs.values() if not sign.asks)

    kept = known_state(LIBRARY, State(question=AboutSign(asking)), [SOMEONE])
    dropped = known_state(LIBRARY, State(question=AboutSign(silent)), [SOMEONE])

    assert kept.question == AboutSign(asking)
    assert dropped.question is None


def test_a_routine_that_is_being_made_has_stretches_there_are_whoever_makes_it():
    """One with something that has gone is dropped, also where its maker is not at hand."""
    known, gone = (RoutineDraft("mine", (stretch,), of="ann") for stretch in ("bridge", "hiccups"))

    assert known_state(LIBRARY, State(question=known), [SOMEONE]).question == known
    assert known_state(LIBRARY, State(question=gone), [SOMEONE]).question is None


def test_of_several_names_those_that_have_gone_count_as_unknown():
    """In a start and in a routine that is being made: the others are done, and nothing breaks."""
    gone, there = Asked(("elephant", "zebra"), "the elephant"), Asked(("bridge",), "the bridge")
    talk = Talk(LIBRARY, WORDS, SOMEONE)
    started = talk.say(events.StartStretch(there, then=(gone,)), 0)
    assert [item.stretch for item in started.state.practice.practice.items] == ["bridge"]

    talk = Talk(LIBRARY, WORDS, SOMEONE)
    talk.say(events.CreateRoutine("bedtime"), 0)
    added = talk.say(events.AddStretch(there, then=(gone,)), 5)
    assert added.state.question.stretches == ("bridge",)
