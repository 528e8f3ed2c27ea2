"""Every question has an answer, about every stretch, wherever it is asked."""

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.talk import START, Talk
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked, NameStretch, StartStretch
from skill.coach.conversation.state.questions import WhichStretch
from skill.coach.conversation.state.state import Course, State
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import spoken_text
from skill.coach.practice.playback.hearing import hear
from skill.coach.practice.score.score import Score
from skill.library.records import OURS

KINDS = (
    events.AskHoldTime,
    events.AskRepetitions,
    events.AskHowTo,
    events.AskBenefit,
    events.AskEasier,
    events.AskCaution,
    events.AskSource,
)

SOMEONE = Profile(ACCOUNT, Preferences(introduced=True, taught=True))


@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
def test_every_question_has_an_answer_about_every_stretch(stretch):
    """Seven questions, all answered, none with the same words as another."""
    answers = set()
    for kind in KINDS:
        outcome = Talk(LIBRARY, WORDS, SOMEONE).say(kind(Asked((stretch,), stretch)), 0)
        assert outcome.state.course is Course.NONE
        answers.add(spoken_text(outcome.reply.answer))
    assert "" not in answers
    assert len(answers) >= len(KINDS) - 1  # a movement is as long as it is often


@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
def test_a_question_without_a_name_means_the_stretch_in_progress(stretch):
    """In the middle of its work, asked about "this", it goes on with this stretch, on this side."""
    for kind in KINDS:
        talk = Talk(LIBRARY, WORDS, SOMEONE, now=START)
        talk.say(StartStretch(Asked((stretch,), stretch)), 0)
        under_way, at = talk.state.practice, talk.seconds * 0.6
        score = Score(LIBRARY, WORDS, under_way.practice, under_way.sent.cautions, under_way.sent.aloud)
        place = hear(score, under_way.sent, at).place
        talk.say(kind(Asked()), at)
        assert talk.state.course is Course.RUNNING
        assert talk.state.practice.sent.start.stretch == stretch
        goes_on = talk.state.practice.sent.start
        assert (goes_on.repetition, goes_on.side) == (place.repetition, place.side)


@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
def test_who_says_so_is_honest(stretch):
    """An article is named where one gives the figure, and ourselves where none does."""
    outcome = Talk(LIBRARY, WORDS, SOMEONE).say(events.AskSource(Asked((stretch,), stretch)), 0)
    told = spoken_text(outcome.reply.answer)
    dose = LIBRARY.stretches[stretch].doses["standard"]
    figures = (
        [dose.repetitions]
        if dose.kind == "movement"
        else [dose.repetitions, dose.breaths or dose.seconds]
    )
    for figure in figures:
        for source in figure.sources:
            expected = "our" if source == OURS else WORDS.language.sources[source]
            assert expected in told


def test_a_one_shot_question_is_answered_and_the_session_closes():
    """Asked in passing: an answer, and no question back."""
    for kind in KINDS:
        talk = Talk(LIBRARY, WORDS, SOMEONE, state=State(one_shot=True))
        outcome = talk.say(kind(Asked(("bridge",), "bridge")), 0)
        assert outcome.reply.ends_session
        assert "?" not in spoken_text(outcome.reply.spoken)


def test_with_none_in_progress_it_is_asked_which_and_then_answered():
    """Without a name and without a practice: which one? The name gets the answer."""
    for kind in set(KINDS) - {events.AskEasier}:
        talk = Talk(LIBRARY, WORDS, SOMEONE)
        talk.say(kind(Asked()), 0)
        assert isinstance(talk.state.question, WhichStretch)
        outcome = talk.say(NameStretch(Asked(("bridge",), "bridge")), 3)
        direct = Talk(LIBRARY, WORDS, SOMEONE, state=State(turns=1)).say(
            kind(Asked(("bridge",), "bridge")), 0
        )
        assert spoken_text(outcome.reply.answer) == spoken_text(direct.reply.answer)


def test_whoever_finds_it_all_too_much_is_told_of_the_gentle_level():
    """With no stretch in progress there is none to be easier: nobody is asked which."""
    talk = Talk(LIBRARY, WORDS, SOMEONE)
    outcome = talk.say(events.AskEasier(Asked()), 0)
    assert "gentle" in spoken_text(outcome.reply.answer)
    assert talk.state.question is None
