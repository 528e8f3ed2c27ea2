"""Reminders: asked about until they are clear, read back, then set."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from helpers.scenes import NOW, idle, practice, running, spot, told, waiting
from skill.coach.conversation.errands import (
    CancelReminders,
    FindReminders,
    RemindersCancelled,
    RemindersFound,
    ReminderWritten,
    Service,
    WriteReminder,
)
from skill.coach.conversation.events import (
    AskReminder,
    CancelReminder,
    PermissionAnswered,
    SetReminder,
    Yes,
)
from skill.coach.conversation.scene import NotAnAnswer, Scene
from skill.coach.conversation.state.questions import ReminderReadBack, ReminderTime
from skill.coach.conversation.state.state import Course
from skill.coach.person.reminder import Reminder, write
from skill.coach.practice.place import Phase
from skill.coach.topics.reminders import reminders
from skill.coach.topics.reminders.reminders import FAILURES

DAILY = frozenset(range(7))
SEVEN = Reminder(time(7), DAILY)
EVENING = Reminder(time(19), DAILY)
TOMORROW = date(2026, 11, 21)
POSE = practice("childs_pose")
HOLD = spot(POSE, Phase.HOLD, held=10.0)


def say(prompt: str, **fill) -> str:
    """A prompt as it is said in the first turn."""
    return idle().say(prompt, **fill)


def wished(wish: SetReminder, *there: Reminder | None, scene: Scene | None = None, outcome=Service.DONE):
    """A reminder is wished for, and these are there."""
    return reminders.reminders_found(scene or idle(), RemindersFound(wish, outcome, there))


def read_back(*offered: Reminder) -> Scene:
    """A reminder was read back."""
    return idle().with_state(question=ReminderReadBack(offered), asked="Shall I?")


def proposed(wish: SetReminder, scene: Scene | None = None) -> tuple[Reminder, ...]:
    """What is read back, the first first."""
    return wished(wish, scene=scene).state.question.reminders


def test_the_platform_is_asked_before_anything_is_said():
    """Which there are; or to cancel all of them."""
    wish, question = SetReminder(time(7)), AskReminder()
    assert reminders.set_reminder(idle(), wish) == FindReminders(wish)
    assert reminders.ask_reminder(idle(), question) == FindReminders(question)
    assert reminders.cancel_reminder(idle(), CancelReminder()) == CancelReminders()


def test_the_reminder_there_is_is_told():
    """None, one, or one whose times are not to be read."""

    def heard(*there) -> str:
        return told(
            reminders.reminders_found(idle(), RemindersFound(AskReminder(), Service.DONE, there))
        )

    assert heard().startswith(say("reminder_none"))
    assert heard(None).startswith(say("reminder_unclear"))
    assert heard(SEVEN).startswith(say("reminder_is", when="every day at seven in the morning"))
    once = Reminder(time(18, 30), on=TOMORROW)
    assert "tomorrow at half past six in the evening" in heard(once)


def test_days_told_together_are_all_days_of_one_reminder():
    """Two or three days of the week in a sentence; what is no returning day counts for nothing."""
    friday_too = SetReminder(time(19), "evening", "tuesday", more=("friday", "tomorrow"))
    assert proposed(friday_too) == (Reminder(time(19), frozenset({1, 4})),)


@pytest.mark.parametrize(
    ("at", "part", "times"),
    [
        (time(7), "", [time(7), time(19)]),
        (time(7), "morning", [time(7)]),
        (time(7), "evening", [time(19)]),
        (time(2), "", [time(14), time(2)]),
        (time(2), "night", [time(2)]),
        (time(11), "night", [time(23)]),
        (time(13), "", [time(13)]),
        (time(0, 30), "", [time(0, 30)]),
        (time(12), "", [time(12)]),
        (time(12), "morning", [time(0)]),
        (None, "morning", [time(8)]),
        (None, "afternoon", [time(15)]),
        (None, "evening", [time(19)]),
        (None, "night", [time(21)]),
    ],
)
def test_a_time_may_mean_either_half_of_the_day(at, part, times):
    """Unless that was said, or is plain; of the two the one in waking hours comes first."""
    assert [r.at for r in proposed(SetReminder(at, part, "daily", "every day"))] == times


def test_the_night_ends_at_five():
    """Before that, the afternoon is meant first."""
    assert [r.at.hour for r in proposed(SetReminder(time(4), "", "daily"))] == [16, 4]
    assert [r.at.hour for r in proposed(SetReminder(time(5), "", "daily"))] == [5, 17]
    assert [r.at.hour for r in proposed(SetReminder(time(4), "night", "daily"))] == [4]
    assert [r.at.hour for r in proposed(SetReminder(time(5), "night", "daily"))] == [17]


def test_without_days_it_comes_once_the_next_time_a_clock_shows_it():
    """At eight in the morning, seven is this evening first, and tomorrow morning else."""
    assert proposed(SetReminder(time(7))) == (
        Reminder(time(19), on=TOMORROW - timedelta(days=1)),
        Reminder(time(7), on=TOMORROW),
    )


def test_two_that_may_be_meant_are_both_offered():
    """One alone is asked about as it is."""
    both = told(wished(SetReminder(time(7), "", "daily")))
    assert both == say(
        "ask_reminder_or", when="every day at seven in the morning", other="at seven in the evening"
    )
    one = told(wished(SetReminder(time(7), "morning", "daily")))
    assert one == say("ask_reminder", when="every day at seven in the morning")


def test_a_reminder_there_is_makes_way_and_that_is_said():
    """Or it is the very one that is wished for."""
    other = wished(SetReminder(time(7), "morning", "daily"), EVENING)
    assert told(other).startswith(say("reminder_instead", when="every day at seven in the evening"))
    same = wished(SetReminder(time(7), "morning", "daily"), SEVEN)
    assert told(same).startswith(say("reminder_is", when="every day at seven in the morning"))
    assert same.state.question is None
    half = wished(SetReminder(time(7), "", "daily"), SEVEN)
    assert half.state.question == ReminderReadBack((EVENING,))
    unclear = wished(SetReminder(time(7), "morning", "daily"), None)
    assert told(unclear) == say("ask_reminder", when="every day at seven in the morning")


def test_without_a_time_it_is_asked_for_twice():
    """With the days kept; then it is left as it is."""
    once = wished(SetReminder(days="daily", heard="every day"))
    assert once.state.question == ReminderTime(DAILY)
    assert told(once) == say("ask_reminder_time")
    scene = idle().with_state(question=ReminderTime(DAILY))
    twice = reminders.no_time(scene, Yes())
    assert (twice.state.question, told(twice)) == (
        ReminderTime(DAILY, again=True),
        say("ask_reminder_again"),
    )
    scene = idle().with_state(question=ReminderTime(DAILY, again=True))
    left = reminders.no_time(scene, Yes())
    assert left.state.question is None
    assert told(left).startswith(say("reminder_left"))


def test_a_time_answers_with_the_days_that_were_said_before():
    """Days said anew take their place."""
    scene = idle().with_state(question=ReminderTime(frozenset({0})))
    assert proposed(SetReminder(time(7), "morning"), scene) == (Reminder(time(7), frozenset({0})),)
    monday = SetReminder(time(7), "morning", "daily")
    assert proposed(monday, scene) == (SEVEN,)


def test_days_nobody_can_be_reminded_on_are_said_to_be_none():
    """Every fortnight: what can be, and a time is asked for."""
    outcome = wished(SetReminder(time(7), heard="every fortnight"))
    assert told(outcome).startswith(say("reminder_days"))
    assert isinstance(outcome.state.question, ReminderTime)


def test_what_was_read_back_is_changed_by_what_is_said_to_it():
    """Another time keeps its days; a half of the day chooses; nothing new reads it back again."""
    scene = read_back(SEVEN, EVENING)
    assert proposed(SetReminder(time(8), "morning"), scene) == (Reminder(time(8), DAILY),)
    assert proposed(SetReminder(part="evening"), scene) == (EVENING,)
    assert proposed(SetReminder(), scene) == (SEVEN, EVENING)
    assert proposed(SetReminder(days="monday", heard="mondays"), scene) == (
        Reminder(time(7), frozenset({0})),
        Reminder(time(19), frozenset({0})),
    )


def test_every_night_says_the_part_of_the_day_too():
    """Among the words for the days."""
    assert proposed(SetReminder(time(9), "", "daily", "every night")) == (Reminder(time(21), DAILY),)


def test_yes_sets_the_first_that_was_read_back():
    """No offers the other half of the day, or leaves it."""
    assert reminders.confirm(read_back(SEVEN, EVENING), Yes()) == WriteReminder(
        SEVEN, permission_asked=False
    )
    no = reminders.decline(read_back(SEVEN, EVENING), Yes())
    assert no.state.question == ReminderReadBack((EVENING,))
    left = reminders.decline(read_back(SEVEN), Yes())
    assert told(left).startswith(say("reminder_left"))
    assert left.state.question is None


def test_a_time_that_has_gone_by_meanwhile_is_asked_for_anew():
    """Before it is set, and where the platform says so."""
    past = Reminder(time(7), on=NOW.date())
    for outcome in (
        reminders.confirm(read_back(past), Yes()),
        reminders.reminder_written(idle(), ReminderWritten(Service.PAST, past)),
    ):
        assert outcome.state.question == ReminderTime(again=True)
        assert told(outcome) == f"{say('reminder_past')} {say('ask_reminder_again')}"


def test_a_reminder_that_is_set_is_said_with_its_time():
    """And the question is over."""
    outcome = reminders.reminder_written(read_back(SEVEN), ReminderWritten(Service.DONE, SEVEN))
    assert told(outcome).startswith(say("reminder_set", when="every day at seven in the morning"))
    assert outcome.state.question is None


def test_the_permission_is_asked_for_once():
    """The reminder travels with it, and the practice's place is kept; refused, there is a card."""
    scene = waiting(POSE, HOLD)
    asking = reminders.reminder_written(scene, ReminderWritten(Service.NOT_ALLOWED, SEVEN))
    assert asking.reply.asks_permission == write(SEVEN)
    assert asking.profile.practices[0].place == HOLD
    again = ReminderWritten(Service.NOT_ALLOWED, SEVEN, permission_asked=True)
    refused = reminders.reminder_written(idle(), again)
    assert refused.reply.offers_permission
    assert refused.reply.asks_permission == ""


def test_an_answer_to_the_permission_sets_the_reminder_it_was_asked_for():
    """Without it, with the card; for what is no reminder, the time is asked for."""

    def answered(token: str, *, given: bool = True):
        return reminders.permission_answered(idle(), PermissionAnswered(given, token))

    assert answered(write(SEVEN)) == WriteReminder(SEVEN, permission_asked=True)
    assert answered(write(SEVEN), given=False).reply.offers_permission
    assert answered("nonsense").state.question == ReminderTime()


@pytest.mark.parametrize("failure", FAILURES)
def test_every_failure_is_said_plainly(failure):
    """Each in its own words; the card goes only with a missing permission."""
    asked = RemindersFound(AskReminder(), failure)
    outcome = reminders.reminders_found(idle(), asked)
    assert told(outcome).startswith(say(FAILURES[failure]))
    assert outcome.reply.offers_permission is (failure is Service.NOT_ALLOWED)
    cancelled = reminders.reminders_cancelled(idle(), RemindersCancelled(failure))
    assert told(cancelled).startswith(say(FAILURES[failure]))


def test_every_way_it_may_fail_has_its_words():
    """All but done."""
    assert set(FAILURES) == set(Service) - {Service.DONE}


def test_who_has_not_allowed_reminders_is_asked_once_it_is_clear_which():
    """First the reminder, then the permission; other failures end it at once."""
    wish = SetReminder(time(7), "morning", "daily")
    assert wished(wish, outcome=Service.NOT_ALLOWED).state.question == ReminderReadBack((SEVEN,))
    assert told(wished(wish, outcome=Service.DOWN)).startswith(say("reminder_down"))


def test_cancelling_says_whether_there_were_any():
    """None were, or none are left."""
    some = reminders.reminders_cancelled(idle(), RemindersCancelled(Service.DONE, 1))
    none = reminders.reminders_cancelled(idle(), RemindersCancelled(Service.DONE, 0))
    assert told(some).startswith(say("reminder_cancelled"))
    assert told(none).startswith(say("reminder_none"))


def test_after_a_question_about_a_reminder_a_practice_goes_on():
    """One that was waiting for something else goes on waiting."""
    asked = waiting(POSE, HOLD).with_state(question=ReminderTime())
    assert reminders.decline(asked, Yes()).state.course is Course.RUNNING
    told_only = reminders.reminders_cancelled(waiting(POSE, HOLD), RemindersCancelled(Service.DONE, 1))
    assert told_only.state.course is Course.WAITING
    practising = replace(running(POSE, HOLD))
    going = reminders.reminders_cancelled(practising, RemindersCancelled(Service.DONE, 1))
    assert going.state.course is Course.RUNNING


def test_go_on_instead_of_a_time_is_for_the_practice_that_waits():
    """Without one it is no time either."""
    asked = waiting(POSE, HOLD).with_state(question=ReminderTime())
    assert reminders.go_on(asked, Yes()) == NotAnAnswer()
    alone = reminders.go_on(idle().with_state(question=ReminderTime()), Yes())
    assert alone.state.question == ReminderTime(again=True)
