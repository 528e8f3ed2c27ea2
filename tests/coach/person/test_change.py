"""Two changes in one piece: a write that could not be made comes with the next."""

from helpers.store_samples import at, done, saved
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences

GENTLE, SLOW = Preferences(introduced=True), Preferences(taught=True)


def test_of_one_practice_the_later_place_is_written_and_others_stay():
    """Each practice once, the newest word on it."""
    both = Change(at(1), None, (saved(1, 1), saved(2, 2))).followed_by(
        Change(at(5), None, (saved(1, 5),))
    )
    assert both.practices == (saved(2, 2), saved(1, 5))
    assert both.at == at(5)


def test_a_finished_stretch_told_twice_is_written_once():
    """Those of both changes, each of them one time."""
    both = Change(at(1), finished=(done(1), done(2))).followed_by(
        Change(at(2), finished=(done(2), done(3)))
    )
    assert both.finished == (done(1), done(2), done(3))


def test_the_later_preferences_count_from_what_was_known_first():
    """Between the two nothing was written: what changed is what differs from the beginning."""
    first = Change(at(1), GENTLE, known=Preferences())
    both = first.followed_by(Change(at(2), SLOW, known=GENTLE))
    alone = first.followed_by(Change(at(2)))
    later = Change(at(1)).followed_by(Change(at(2), SLOW, known=GENTLE))

    assert (both.preferences, both.known) == (SLOW, Preferences())
    assert (alone.preferences, alone.known) == (GENTLE, Preferences())
    assert (later.preferences, later.known) == (SLOW, GENTLE)


def test_a_change_without_anything_is_empty():
    """Anything at all makes it worth a write."""
    assert Change(at(0)).is_empty
    assert not Change(at(0), Preferences()).is_empty
    assert not Change(at(0), practices=(saved(1, 1),)).is_empty
    assert not Change(at(0), finished=(done(1),)).is_empty
