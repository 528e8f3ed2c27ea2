"""What others of the household left unfinished."""

from dataclasses import replace
from datetime import timedelta

from helpers.scenes import NOW, Scene, idle, practice, spot
from skill.coach.person.profile import SavedPractice
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.practice import OWN, PLAN, Item, Manner, Talk
from skill.coach.topics.visits.household import is_shared, resumable
from skill.library.records import Hold, Sides

KNEES = replace(
    practice("knee_to_chest", scene=idle(holds={"knee_to_chest": 70.0})),
    manner=Manner(time_to_settle=2.0, talk=Talk.LITTLE),
)
OTHER = replace(practice("childs_pose"), id="2026-11-20T07:00:00.000+00:00")


def saved(whole, place: Place | None = None, ago: timedelta = timedelta(hours=1)) -> SavedPractice:
    """A practice that was left some time ago."""
    return SavedPractice(whole, place or whole.place_of(0), NOW - ago, worked=40.0)


def with_household(*shared: SavedPractice, own: tuple[SavedPractice, ...] = ()) -> Scene:
    """Somebody who is shown these, beside their own."""
    scene = idle()
    return scene.with_profile(replace(scene.profile, practices=own, household=shared))


def test_a_shared_practice_is_gentle_and_shows_nothing_of_the_others_ways():
    """The gentle dose and way, the usual manner, no seconds worked, no hold of anybody's own."""
    (shared,) = resumable(with_household(saved(KNEES)))
    gentle = Item("knee_to_chest", Hold(20), 1, Sides.EACH, brief=False, way="gentle")
    assert shared.practice.items == (gentle,)
    assert (shared.practice.manner, shared.worked) == (Manner(), 0.0)
    assert shared.practice.id == KNEES.id


def test_what_somebody_calls_a_routine_of_theirs_is_not_told():
    """It goes by how long it takes."""
    mine = replace(practice("childs_pose", "cat_cow"), name=OWN + "for my sore back")
    (shared,) = resumable(with_household(saved(mine)))
    assert shared.practice.name.startswith(PLAN)
    assert int(shared.practice.name.removeprefix(PLAN)) >= 1
    ours = replace(mine, name="everyday_back")
    assert resumable(with_household(saved(ours)))[0].practice.name == "everyday_back"


def test_it_stands_at_the_same_side_with_its_hold_from_the_beginning():
    """Of the last repetition there is at the gentle level."""
    right = spot(KNEES, Phase.HOLD, repetition=2, side=Side.RIGHT, held=50.0)
    (shared,) = resumable(with_household(saved(KNEES, right)))
    assert shared.place == replace(right, repetition=1, held=0.0)
    switch = spot(KNEES, Phase.SWITCH, side=Side.RIGHT)
    assert resumable(with_household(saved(KNEES, switch)))[0].place == switch
    step = replace(spot(KNEES, Phase.STEP), step=2)
    assert resumable(with_household(saved(KNEES, step)))[0].place == KNEES.place_of(0)


def test_it_is_offered_for_two_days():
    """The last moment of them included."""
    assert len(resumable(with_household(saved(KNEES, ago=timedelta(days=2))))) == 1
    assert resumable(with_household(saved(KNEES, ago=timedelta(days=2) + timedelta(seconds=1)))) == ()


def test_a_practice_of_ones_own_is_not_made_gentle_by_being_shared_too():
    """It is offered once, as it is, however old."""
    mine = saved(KNEES, ago=timedelta(days=9))
    assert resumable(with_household(saved(KNEES), own=(mine,))) == (mine,)


def test_the_newest_comes_first_whosever_it_is():
    """And what has ended does not come at all."""
    mine, theirs = saved(KNEES, ago=timedelta(hours=3)), saved(OTHER, ago=timedelta(hours=1))
    scene = with_household(theirs, own=(mine, replace(mine, practice=practice("bridge"), ended=True)))
    assert [each.practice.id for each in resumable(with_household(theirs, own=(mine,)))] == [
        OTHER.id,
        KNEES.id,
    ]
    assert all(not each.ended for each in resumable(scene))


def test_shared_is_what_this_person_has_not_had():
    """Ended ones of their own are theirs as well."""
    scene = with_household(saved(OTHER), own=(saved(KNEES),))
    assert is_shared(scene, saved(OTHER))
    assert not is_shared(scene, saved(KNEES))
