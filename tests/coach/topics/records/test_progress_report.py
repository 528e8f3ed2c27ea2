"""How somebody is doing, told back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.scenes import NOW, idle, practice, running, spot, told
from skill.coach.conversation.events import AskProgress
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import Course
from skill.coach.person.totals import Tally
from skill.coach.practice.place import Phase
from skill.coach.topics.records.progress_report import tell_progress


def did(days: dict[int, Tally], **more) -> Scene:
    """Somebody who finished something on days so long ago."""
    scene = idle()
    named = {(NOW.date() - timedelta(days=ago)).isoformat(): tally for ago, tally in days.items()}
    return scene.with_profile(replace(scene.profile, days=named, **more))


def report(scene: Scene, period: str = "") -> str:
    """What is told of a period, without the question after it."""
    said = told(tell_progress(scene, AskProgress(period)))
    return said.removesuffix(scene.say("ask_what_next")).strip()


def say(prompt: str, **fill) -> str:
    """A prompt as it is said in the first turn."""
    return idle().say(prompt, **fill)


ONE = Tally(1, 30)


def test_who_has_done_nothing_hears_just_that():
    """For any period; there is no card."""
    outcome = tell_progress(idle(), AskProgress("month"))
    assert report(idle(), "month") == say("progress_none")
    assert outcome.reply.card is None
    assert report(did({-1: ONE})) == say("progress_none")


def test_a_day_is_told_with_how_many_and_how_long():
    """Today and yesterday, each by itself, and the row they belong to."""
    scene = did({0: Tally(3, 100), 1: Tally(2, 600)})
    row = say("progress_streak", days=2)
    assert (
        report(scene, "today")
        == f"{say('progress_today', count=3, time='one minute and forty seconds')} {row}"
    )
    assert (
        report(scene, "yesterday") == f"{say('progress_yesterday', count=2, time='ten minutes')} {row}"
    )


@pytest.mark.parametrize(("seconds", "told_of"), [(119, 119), (120, 120), (149, 120), (151, 180)])
def test_from_two_minutes_on_time_is_told_in_whole_minutes(seconds, told_of):
    """Below that the seconds are told."""
    assert idle().words.duration(told_of) in report(did({0: Tally(1, seconds)}), "today")


@pytest.mark.parametrize(("period", "inside", "outside"), [("week", 6, 7), ("month", 29, 30)])
def test_a_week_has_seven_days_and_a_month_thirty(period, inside, outside):
    """With today; the day before their first is not in them."""
    lead = say(f"progress_in_{period}")
    scene = did({inside: Tally(2, 60), outside: Tally(4, 60)})
    assert say("progress_one_day", period=lead, count=2, time="one minute") in report(scene, period)


def test_one_stretch_one_day_and_several_days_are_told_as_such():
    """By how many there are."""
    lead = say("progress_in_week")

    def heard(days: dict[int, Tally]) -> str:
        return report(did(days), "week")

    assert heard({2: ONE}) == say("progress_days_one", period=lead, time="thirty seconds")
    assert heard({2: Tally(2, 60)}) == say("progress_one_day", period=lead, count=2, time="one minute")
    several = {2: Tally(2, 60), 4: Tally(1, 60)}
    assert heard(several) == say("progress_days", period=lead, count=3, days=2, time="two minutes")


@pytest.mark.parametrize(
    ("ago", "prompt"),
    [
        (0, "progress_last_today"),
        (1, "progress_last_yesterday"),
        (2, "progress_last"),
        (40, "progress_last"),
    ],
)
def test_the_last_time_is_told_by_its_day(ago, prompt):
    """Also where a period that was asked for has nothing in it."""
    last = say(prompt, days=ago)
    assert report(did({ago: ONE}), "last_time") == last
    if ago > 0:
        assert report(did({ago: ONE}), "today") == last


def test_a_day_off_is_told_as_one():
    """Yesterday was a rest, and when the last time was."""
    assert report(did({3: ONE}), "yesterday") == (
        f"{say('progress_not_yesterday')} {say('progress_last', days=3)}"
    )


def test_a_row_is_told_from_two_days_on_and_to_the_days_that_are_kept():
    """One day is none; as long as what is kept may be longer."""
    long = did(dict.fromkeys(range(60), ONE))
    almost = did(dict.fromkeys(range(60 - 1), ONE))
    assert say("progress_streak_long", days=60) in report(long, "week")
    assert say("progress_streak", days=60 - 1) in report(almost, "week")
    assert report(did({0: ONE}), "today") == say("progress_today", count=1, time="thirty seconds")


def test_asked_just_so_the_week_the_row_and_one_remark_are_told():
    """Instead of a row, when the last time was; nothing of it where that was today."""
    favourite = {"stretches": {"bridge": Tally(5, 90)}}
    most = say("progress_favourite", stretch=idle().name_of("bridge"))
    week = say("progress_days_one", period=say("progress_in_week"), time="thirty seconds")
    assert report(did({2: ONE}, **favourite)) == f"{week} {say('progress_last', days=2)} {most}"
    assert report(did({0: ONE}, **favourite)) == f"{week} {most}"
    row = report(did({0: ONE, 1: ONE}, **favourite))
    assert say("progress_streak", days=2) in row
    assert say("progress_last_today") not in row


def test_everything_ever_is_told_by_the_totals_of_the_stretches():
    """Days are kept for two months only."""
    stretches = {"bridge": Tally(5, 300), "cat_cow": Tally(2, 300)}
    said = report(did({0: ONE}, stretches=stretches), "ever")
    assert said.startswith(say("progress_ever", count=7, time="ten minutes"))


def test_favourite_and_neglected_take_turns():
    """By the turn of the session; either alone is told every time."""
    both = did(
        {0: ONE},
        stretches={"bridge": Tally(5, 90)},
        lately={"cat_cow": (NOW.date() - timedelta(days=9)).isoformat()},
    )
    odd = both.with_state(turns=1)
    alone = did({0: ONE}, lately=both.profile.lately)
    name = idle().name_of

    assert report(both).endswith(say("progress_favourite", stretch=name("bridge")))
    assert odd.say("progress_neglected", stretch=name("cat_cow"), days=9) in report(odd)
    assert report(alone).endswith(say("progress_neglected", stretch=name("cat_cow"), days=9))


def test_the_card_has_all_of_it_in_writing():
    """Today, the week, the month, the row, what stands out; minutes never round to nothing."""
    scene = did(
        {0: Tally(1, 5), 3: Tally(2, 600)},
        stretches={"bridge": Tally(5, 90)},
        lately={"cat_cow": (NOW.date() - timedelta(days=9)).isoformat()},
    )
    card = tell_progress(scene, AskProgress()).reply.card
    lines = card.text.splitlines()

    assert card.title == say("card_progress")
    assert lines[0] == say("card_today", count="1", days="1", minutes="1")
    assert lines[1] == say("card_week", count="3", days="2", minutes="10")
    assert lines[2] == say("card_month", count="3", days="2", minutes="10")
    assert lines[3] == say("card_streak", days="1")
    assert lines[4] == say("card_favourite", stretch=idle().name_of("bridge"), times="5")
    assert lines[5] == say("card_neglected", stretch=idle().name_of("cat_cow"), days="9")
    (today, *_rest) = tell_progress(did({3: ONE}), AskProgress()).reply.card.text.splitlines()
    assert today == say("card_today", count="0", days="0", minutes="0")


def test_in_a_practice_it_carries_on_after_the_report():
    """With the card all the same."""
    pose = practice("childs_pose")
    scene = running(pose, spot(pose, Phase.HOLD), scene=did({0: ONE}))
    outcome = tell_progress(scene, AskProgress("today"))
    assert outcome.state.course is Course.RUNNING
    assert outcome.reply.card is not None
