"""What every store promises, whichever it is."""

from contextlib import suppress
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    done,
    finishing,
    knowing,
    placing,
    saved,
)
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, SAVED_PRACTICES, Profile
from skill.coach.person.totals import Tally, Totals
from skill.errors import ErasedError
from skill.library.records import Level
from skill.stores.memory import MemoryStore

KITCHEN = KnownDevice(
    "kitchen", Rendering.AUDIO, at(3), told=True, rates={"en-US": 1.1}, time_zone="Europe/Berlin"
)
HALL = KnownDevice("hall", zone_told_at=at(4), cut_short=1)


def write(store, *changes, account=HOUSEHOLD, person=PERSON):
    """Write changes, one after the other."""
    for change in changes:
        store.write(account, person, change)


def opened(store, account=HOUSEHOLD, person=PERSON):
    """The profile as the store has it."""
    return store.open(account, person)


def history(store, account=HOUSEHOLD, person=PERSON):
    """The history as the store has it."""
    return list(store.history(account, person, LONG_AGO))


def devices(store, account=HOUSEHOLD):
    """The devices of a household as the store has them."""
    return store.back_up(account, at(0)).devices


def test_nothing_kept_is_an_empty_profile(store):
    """Somebody new has an empty profile and an empty history."""
    assert opened(store) == Profile(PERSON)
    assert history(store) == []


def test_an_empty_change_changes_nothing(store):
    """Writing nothing leaves nothing."""
    write(store, Change(at(0)))

    assert opened(store) == Profile(PERSON)


def test_what_is_written_is_read(again):
    """A whole change comes back from another store on the same data as it was written."""
    preferences = Preferences(Level.GENTLE, introduced=True, holds={"bridge": 20.0})
    practices, finished = (saved(1, 5),), (done(1, 0), done(1, 1))
    write(again(), Change(at(5), preferences, practices, finished))

    assert opened(again()) == Profile(
        PERSON,
        preferences,
        (knowing(saved(1, 5), 0, 1),),
        stretches={"childs_pose": Tally(1, 60), "cat_cow": Tally(1, 120)},
        days={"2026-11-20": Tally(2, 180)},
        lately={"childs_pose": "2026-11-20", "cat_cow": "2026-11-20"},
    )
    assert history(again()) == [done(1, 1), done(1, 0)]


def test_finished_counts_once(again):
    """The same finished stretch counts once, however often and by whomever it is written."""
    write(again(), *[finishing(done(1))] * 3)
    write(again(), finishing(done(1)))

    assert history(again()) == [done(1)]
    assert opened(again()).stretches == {"childs_pose": Tally(1, 60)}
    assert opened(again()).days == {"2026-11-20": Tally(1, 60)}


def test_finished_twice_in_one_change_counts_once(store):
    """A change with the same stretch twice counts it once, and the first report stays."""
    write(store, finishing(done(1), done(1, day="2026-11-21")))

    assert history(store) == [done(1)]
    assert opened(store).days == {"2026-11-20": Tally(1, 60)}


@pytest.mark.parametrize("known", [(0,), (1,), (2,), (0, 2), (0, 1, 2)])
def test_only_new_ones_are_added(store, known):
    """Of several finished stretches in one change, those that are kept already add nothing."""
    change = finishing(done(1, 0), done(1, 1), done(1, 2))
    write(store, finishing(*(done(1, item) for item in known)), change)

    assert history(store) == [done(1, 2), done(1, 1), done(1, 0)]
    assert opened(store).days == {"2026-11-20": Tally(3, 360)}
    assert opened(store).times_done("cat_cow") == 1


def test_totals_add_up(store):
    """Totals count per stretch and per day, seconds and times."""
    write(store, finishing(done(1, 0), done(1, 3)), finishing(done(9, 0, day="2026-11-21")))

    assert opened(store).stretches == {"childs_pose": Tally(3, 180)}
    assert opened(store).days == {"2026-11-20": Tally(2, 120), "2026-11-21": Tally(1, 60)}


def test_a_great_many_at_once(store):
    """Everything that could not be written before is written in one change, however much."""
    many = tuple(done(1, item) for item in range(250))
    write(store, Change(at(9), practices=(saved(1, 9),), finished=many))

    assert history(store) == list(reversed(many))
    assert opened(store).days["2026-11-20"].count == 250
    assert opened(store).practices == (knowing(saved(1, 9), *range(250)),)


def test_a_place_goes_forwards(store):
    """A later place replaces an earlier one."""
    write(store, placing(saved(1, 5)), placing(saved(1, 6)))

    assert opened(store).practices == (saved(1, 6),)


def test_a_place_never_goes_back(again):
    """A late write does not put the place back; the rest of it is written."""
    write(again(), placing(saved(1, 6)))
    late = Change(at(5), Preferences(introduced=True), (saved(1, 5),), (done(1),))
    write(again(), late)

    assert opened(again()) == Profile(
        PERSON,
        Preferences(introduced=True),
        (knowing(saved(1, 6), 0),),
        stretches={"childs_pose": Tally(1, 60)},
        days={"2026-11-20": Tally(1, 60)},
        lately={"childs_pose": "2026-11-20"},
    )


def test_the_same_time_again_changes_nothing(store):
    """A place saved at the same moment as the kept one changes nothing; the rest is written."""
    write(store, placing(saved(1, 5)), Change(at(5), None, (saved(1, 5, ended=True),), (done(1),)))

    assert opened(store).practices == (knowing(saved(1, 5), 0),)
    assert history(store) == [done(1)]


def test_one_late_practice_does_not_hold_up_the_other(store):
    """Of two practices in one change, the one that is newer than what is kept is set."""
    write(store, placing(saved(1, 6), saved(2, 6)), placing(saved(1, 5), saved(2, 7)))

    assert opened(store).practices == (saved(2, 7), saved(1, 6))


def test_the_last_word_on_a_practice_in_one_change(store):
    """A change that names a practice twice sets the newer place."""
    write(store, placing(saved(1, 6), saved(1, 5)))

    assert opened(store).practices == (saved(1, 6),)


def test_two_devices_keep_both_practices(again):
    """Two devices with different practices keep both, the newest first."""
    kitchen, bedroom = again(), again()
    opened(kitchen)
    opened(bedroom)
    write(kitchen, placing(saved(1, 5)))
    write(bedroom, placing(saved(2, 6)))

    assert opened(again()).practices == (saved(2, 6), saved(1, 5))


def test_an_ended_practice_does_not_come_back(again):
    """A late write of a practice that has ended leaves it ended."""
    write(again(), placing(saved(1, 6, ended=True)))
    write(again(), placing(saved(1, 5)))

    assert opened(again()).unfinished == ()


def test_the_newest_practices_are_kept(store):
    """A limited number of practices is shown; a late write does not bring back one that fell out."""
    numbers = range(SAVED_PRACTICES + 3)
    for number in numbers:
        opened(store)
        write(store, placing(saved(number, number + 10)))
    write(store, placing(saved(0, 9)))
    opened(store)
    write(store, placing(saved(0, 8)))

    newest = [saved(number, number + 10) for number in reversed(numbers)][:SAVED_PRACTICES]
    assert opened(store).practices == tuple(newest)


def test_an_old_practice_is_resumed(again):
    """A practice about to fall out stays if another device has gone on with it meanwhile."""
    kitchen, bedroom = again(), again()
    write(kitchen, *(placing(saved(number, number + 10)) for number in range(SAVED_PRACTICES + 1)))
    opened(kitchen)
    write(bedroom, placing(saved(0, 50)))
    write(kitchen, Change(at(51), practices=(saved(9, 51),), finished=(done(9),)))

    assert opened(again()).practices[:2] == (knowing(saved(9, 51), 0), saved(0, 50))


def test_a_practice_that_fell_out_is_resumed(store):
    """A practice that is no longer shown is back when a session still open goes on with it."""
    write(store, *(placing(saved(number, number + 10)) for number in range(SAVED_PRACTICES + 1)))
    opened(store)
    write(store, placing(saved(0, 50)))

    assert opened(store).practices[0] == saved(0, 50)


def test_preferences_the_last_word_holds(store):
    """Wishes are as they were written last, what is learnt stays, and other writes change neither."""
    first, last = Preferences(Level.GENTLE, introduced=True), Preferences(Level.LONGER)
    write(store, Change(at(0), first), Change(at(1), last, known=first), finishing(done(1)))

    assert opened(store).preferences == replace(last, introduced=True)


def test_preferences_of_two_devices(store, again):
    """Two open sessions change different preferences, and both changes stay."""
    before = Preferences(introduced=True, holds={"bridge": 20.0}, left_out=("happy_baby",))
    write(store, Change(at(0), before))
    kitchen = replace(before, routines={"evening": ("bridge",)}, holds={}, cautioned=("bridge",))
    bedroom = replace(before, level=Level.GENTLE, left_out=("happy_baby", "bridge"))
    write(again(), Change(at(1), kitchen, known=before))
    write(store, Change(at(2), bedroom, known=before))

    assert opened(store).preferences == replace(
        kitchen, level=Level.GENTLE, left_out=("happy_baby", "bridge")
    )


def test_persons_are_apart(store):
    """Persons of one household do not see each other's progress, however alike their ids are."""
    others = [
        "amzn1.ask.person.ON",
        *(PERSON + more for more in ("#1", "%231", "#", "$", "$1", "!")),
        "account",
    ]
    for other in others:
        write(store, Change(at(5), None, (saved(1, 5),), (done(1),)), person=other)

    assert replace(opened(store), household=()) == Profile(PERSON)
    assert history(store) == []
    assert [len(history(store, person=other)) for other in others] == [1] * len(others)
    kept = [opened(store, person=other).practices for other in others]
    assert kept == [(knowing(saved(1, 5), 0),)] * len(others)


def test_accounts_are_apart(store):
    """Households do not see each other's progress."""
    write(store, Change(at(5), None, (saved(1, 5),), (done(1),)), account="another")

    assert opened(store) == Profile(PERSON)
    assert history(store) == []


def test_history_is_newest_first(store):
    """History goes by when a stretch was finished, also where an old practice was resumed."""
    resumed, between = [done(1, item) for item in (0, 30)], done(10)
    write(store, finishing(resumed[0]), finishing(between), finishing(resumed[1]))

    assert history(store) == [resumed[1], between, resumed[0]]


def test_practices_of_the_same_second_are_apart(store):
    """Ids that differ only in a fraction of a second are kept apart."""
    early = done(1)
    late = replace(early, practice=early.practice.replace("123", "124"))
    write(store, finishing(early), finishing(late))

    assert history(store) == [late, early]


def test_any_letters(store):
    """Ids and names in any script come back as they were."""
    account, person = "Haushalt Müller 🏠", "Zoë 瑜伽"
    finished = replace(done(1), stretch="Kätzchen-瑜伽 #1")
    write(store, finishing(finished), account=account, person=person)

    assert history(store, account, person) == [finished]
    assert opened(store, account, person).stretches == {"Kätzchen-瑜伽 #1": Tally(1, 60)}


def test_days_of_two_months(store):
    """A profile shows the totals of the sixty days up to the newest, the whole history stays."""
    write(
        store,
        *(
            finishing(done(1, i, day=day))
            for i, day in enumerate(["2026-11-20", "2026-09-22", "2026-09-21", "2025-11-20"])
        ),
    )

    assert set(opened(store).days) == {"2026-11-20", "2026-09-22"}
    assert len(history(store)) == 4


def test_the_last_day_of_each_stretch(store):
    """A profile knows the last day of each stretch."""
    write(store, finishing(done(9, 0, day="2026-11-21"), done(9, 1, day="2026-11-21")))
    write(store, finishing(done(10, 0, day="2026-11-23")))

    assert opened(store).lately == {"childs_pose": "2026-11-23", "cat_cow": "2026-11-21"}


def test_a_last_day_never_goes_back(again):
    """A late report does not put the last day of a stretch back, and is counted all the same."""
    write(again(), finishing(done(9, 0, day="2026-11-23")))
    late = finishing(done(8, 0, day="2026-11-21"), done(8, 1, day="2026-11-21"))
    write(again(), replace(late, practices=(saved(8, 9),)))

    assert opened(again()).lately == {"childs_pose": "2026-11-23", "cat_cow": "2026-11-21"}
    assert opened(again()).times_done("childs_pose") == 2
    assert opened(again()).practices == (knowing(saved(8, 9), 0, 1),)


def test_history_of_two_years(store):
    """What is asked for is what was finished since; the rest is left out, kept or not."""
    write(store, finishing(done(1)), finishing(done(90)))

    assert list(store.history(HOUSEHOLD, PERSON, at(50))) == [done(90)]


def test_a_little_of_a_long_history(store):
    """With a limit, only the newest are read."""
    write(store, finishing(*(done(number) for number in range(8))))

    assert list(store.history(HOUSEHOLD, PERSON, LONG_AGO, limit=3)) == [done(7), done(6), done(5)]


def test_deleted(again):
    """Once deletion has begun nothing is seen any more; when it is over, nothing is left."""
    preferences = Preferences(Level.GENTLE, introduced=True)
    write(again(), Change(at(5), preferences, (saved(1, 5),), (done(1), done(2))))

    empty = again().hide(HOUSEHOLD, PERSON)
    assert (opened(again()), history(again())) == (empty, [])
    assert replace(empty, generation="", erasing=False) == Profile(PERSON)

    assert again().erase(HOUSEHOLD, PERSON, seconds=60)
    assert (opened(again()), history(again())) == (replace(empty, erasing=False), [])


def test_older_sessions_write_no_more(again):
    """A session that began before a deletion brings nothing back, whenever it tries.

    What it adds to a practice that is hidden and not yet deleted may be taken: it goes with that.
    """
    old = opened(again()).generation
    write(again(), Change(at(5), Preferences(introduced=True), (saved(1, 5),), (done(1),), old))
    again().hide(HOUSEHOLD, PERSON)
    changes = (
        Change(at(6), Preferences(Level.GENTLE), generation=old),
        Change(at(6), practices=(saved(1, 6),), generation=old),
        Change(at(6), finished=(done(1, 1),), generation=old),
    )
    for change in changes:
        with suppress(ErasedError):
            write(again(), change)
        assert replace(opened(again()), generation="", erasing=False) == Profile(PERSON)
        assert history(again()) == []
    assert again().erase(HOUSEHOLD, PERSON, seconds=60)
    for change in changes:
        with pytest.raises(ErasedError):
            write(again(), change)
    assert replace(opened(again()), generation="", erasing=False) == Profile(PERSON)
    assert history(again()) == []


def test_life_after_deletion(again):
    """Somebody who goes on after a deletion is kept again, and that survives the deletion's end."""
    write(again(), finishing(done(1), done(2)))
    new = again().hide(HOUSEHOLD, PERSON).generation
    write(again(), Change(at(9), Preferences(introduced=True), (), (done(3),), new))
    again().erase(HOUSEHOLD, PERSON, seconds=60)
    write(again(), Change(at(10), finished=(done(4),), generation=new))

    assert history(again()) == [done(4), done(3)]
    assert opened(again()).preferences.introduced
    assert opened(again()).times_done("childs_pose") == 2


def test_deleted_twice(again):
    """A second deletion refuses sessions that began between the two."""
    first = again().hide(HOUSEHOLD, PERSON).generation
    write(again(), Change(at(5), finished=(done(1),), generation=first))
    again().hide(HOUSEHOLD, PERSON)

    assert again().erase(HOUSEHOLD, PERSON, seconds=60)
    assert history(again()) == []
    with pytest.raises(ErasedError):
        write(again(), Change(at(6), finished=(done(2),), generation=first))


def test_deletion_is_one_persons(store):
    """Others of the household keep what is theirs."""
    write(store, Change(at(5), None, (saved(1, 5),), (done(1),)), person="another")
    write(store, Change(at(5), None, (saved(2, 5),), (done(2),)))
    store.hide(HOUSEHOLD, PERSON)
    store.erase(HOUSEHOLD, PERSON, seconds=60)

    assert history(store, person="another") == [done(1)]
    assert opened(store, person="another").practices == (knowing(saved(1, 5), 0),)


def test_the_people_of_a_household(store):
    """Everybody of whom anything is kept is named, and nobody of another household."""
    write(store, finishing(done(1)), person="one#1")
    write(store, placing(saved(1, 5)), person="two")
    write(store, placing(saved(1, 5)), account="another", person="three")

    assert set(store.people(HOUSEHOLD)) == {"one#1", "two"}


def test_what_the_household_left_unfinished(store):
    """An unrecognised voice is shown what anybody left, a recognised one what such a voice left."""
    write(store, placing(saved(1, 5)), person=ACCOUNT)
    write(store, placing(saved(2, 6), saved(3, 3, ended=True)), person="one")
    write(store, placing(saved(4, 7)), person="two")

    assert opened(store, person=ACCOUNT).household == (saved(4, 7), saved(2, 6))
    assert opened(store, person="one").household == (saved(1, 5),)
    assert opened(store, person="one").practices == (saved(2, 6), saved(3, 3, ended=True))


def test_a_practice_gone_on_with_by_another_voice(store):
    """Of one practice in two profiles the newest place counts: once finished, it is finished."""
    write(store, placing(saved(1, 5), saved(2, 5)), person="one")
    write(store, placing(saved(1, 6, ended=True), saved(2, 7)), person=ACCOUNT)

    assert opened(store, person="one").practices == ()
    assert opened(store, person="one").household == (saved(2, 7),)
    assert opened(store, person=ACCOUNT).household == ()


def test_what_was_finished_never_changes(again):
    """Whatever a later report says of the same item, the first one stays, and is counted once."""
    write(again(), finishing(done(1)), placing(saved(1, 5)))
    other = replace(done(1, day="2026-11-22"), stretch="bridge", seconds=999, finished_at=at(90))
    write(again(), finishing(other), Change(at(6), None, (saved(1, 6),), (other, done(1, 1))))

    assert history(again()) == [done(1, 1), done(1)]
    assert opened(again()).stretches == {"childs_pose": Tally(1, 60), "cat_cow": Tally(1, 120)}
    assert opened(again()).days == {"2026-11-20": Tally(2, 180)}


def test_another_device_sees_what_was_finished(again):
    """Whoever opens in the middle of a practice knows what is finished in it already."""
    write(again(), placing(saved(1, 5)), finishing(done(1, 1)), finishing(done(1, 0)))

    assert opened(again()).practices == (knowing(saved(1, 5), 0, 1),)


def later_practices(store, numbers, person=PERSON):
    """Others that begin and end later, each in a visit of its own."""
    for number in numbers:
        opened(store, person=person)
        over = saved(number, number + 1, ended=True)
        write(store, placing(saved(number, number)), person=person)
        write(store, Change(at(number + 1), None, (over,), (done(number),)), person=person)


@pytest.mark.parametrize("by", [PERSON, ACCOUNT])
def test_a_practice_of_any_age_is_gone_on_with(again, by):
    """However many have come since, an unfinished practice is offered, and what is done in it counts."""
    write(again(), placing(saved(1, 5)), Change(at(6), None, (saved(1, 6),), (done(1, 0),)), person=by)
    later_practices(again(), range(10, 60))
    seen = opened(again())
    assert knowing(saved(1, 6), 0) in (*seen.practices, *seen.household)

    write(again(), Change(at(90), None, (saved(1, 90),), (done(1, 1),)), person=by)
    later_practices(again(), range(100, 130))
    seen = opened(again(), person=by)
    assert knowing(saved(1, 90), 0, 1) in seen.practices
    assert seen.times_done("cat_cow") == 1
    assert opened(again(), person=PERSON).times_done("childs_pose") == 80 + (by == PERSON)


def test_a_long_absence(again):
    """Whoever comes back after many practices of others finds everything counted, and once."""
    write(again(), placing(saved(1, 1)), finishing(done(1, 0), done(1, 2)), person="away")
    later_practices(again(), range(10, 80))
    for _ in range(3):
        assert opened(again(), person="away").days == {"2026-11-20": Tally(2, 240)}
    write(again(), placing(saved(90, 90)), finishing(done(90)), person="away")

    assert opened(again(), person="away").days == {"2026-11-20": Tally(3, 300)}


def test_what_a_practice_teaches(again):
    """A caution that was heard in a practice has been heard, whatever other devices change meanwhile."""
    before = Preferences(introduced=True, cautioned=("cobra",))
    write(again(), Change(at(0), before), placing(saved(1, 1)))
    heard = replace(
        before, cautioned=("cobra", "bridge"), taught=True, lessons=2, lesson_day="2026-11-20"
    )
    write(again(), Change(at(2), heard, (saved(1, 2),), known=before))
    other = replace(before, level=Level.GENTLE, lessons=1)
    write(again(), Change(at(3), other, known=before))
    later_practices(again(), range(10, 50))

    assert opened(again()).preferences == replace(heard, level=Level.GENTLE, lessons=2)


def test_totals_are_worked_out_anew(again):
    """The totals are those that the practices give: counting again changes nothing, and says so."""
    later_practices(again(), range(10, 40))
    write(again(), finishing(done(5), done(6, 1, day="2026-11-18")))
    before = opened(again()).totals
    counted = again().recount(HOUSEHOLD, PERSON)

    assert (counted.before, counted.after) == (before, before)
    assert opened(again()).totals == before
    assert again().recount(HOUSEHOLD, "nobody").after == Totals()


def test_what_was_deleted_is_counted_as_nothing(again):
    """To count anew after a deletion is no trouble, and brings nothing back."""
    write(again(), finishing(done(1)))
    again().hide(HOUSEHOLD, PERSON)
    assert again().erase(HOUSEHOLD, PERSON, seconds=60)
    counted = again().recount(HOUSEHOLD, PERSON)

    assert (counted.before, counted.after) == (Totals(), Totals())
    assert opened(again()).totals == Totals()


def test_a_device_is_the_households(again):
    """What is known of a device is there for everybody who is at it, and at no other, nor elsewhere."""
    write(again(), Change(at(5), device=KITCHEN))
    write(again(), Change(at(6), Preferences(introduced=True), (saved(1, 5),), (done(1),), device=HALL))

    for person in (PERSON, "another", ACCOUNT):
        assert again().open(HOUSEHOLD, person, KITCHEN.key).device == KITCHEN
        assert again().open(HOUSEHOLD, person, HALL.key).device == HALL
        assert again().open(HOUSEHOLD, person, "cellar").device == KnownDevice("cellar")
    assert again().open("another", PERSON, KITCHEN.key).device == KnownDevice(KITCHEN.key)
    assert devices(again()) == (HALL, KITCHEN)
    assert devices(again(), "another") == ()
    assert (history(again()), opened(again()).practices) == ([done(1)], (knowing(saved(1, 5), 0),))


def test_a_device_alone_makes_nobody(store):
    """Where nothing but a device is known, there is nobody in the household yet."""
    write(store, Change(at(5), device=KITCHEN))

    assert store.people(HOUSEHOLD) == ()
    assert opened(store) == Profile(PERSON)


def test_a_device_is_as_it_was_known_last(again):
    """A write that comes late does not put it back, and what else it says still holds."""
    later = replace(KITCHEN, rendering=Rendering.SHORT)
    write(again(), Change(at(5), device=KITCHEN), Change(at(7), device=later))
    write(again(), Change(at(6), device=KITCHEN), Change(at(6), finished=(done(1),), device=KITCHEN))
    write(again(), Change(at(6), Preferences(introduced=True), device=KITCHEN))

    assert again().open(HOUSEHOLD, PERSON, KITCHEN.key).device == later
    assert history(again()) == [done(1)]
    assert opened(again()).preferences.introduced


def test_a_session_whose_person_was_deleted_keeps_no_device(again):
    """What it brings along with the rest of its knowledge is refused with that."""
    write(again(), finishing(done(1)))
    again().hide(HOUSEHOLD, PERSON)

    with pytest.raises(ErasedError):
        write(again(), Change(at(6), finished=(done(2),), device=KITCHEN))
    assert devices(again()) == ()


def test_devices_go_with_the_last_of_a_household(again):
    """As long as anybody is left, devices are remembered; with the last one they are forgotten."""
    write(again(), Change(at(5), None, (saved(1, 5),), (done(1),), device=KITCHEN), person="one")
    write(again(), finishing(done(2)), person="two")
    write(again(), Change(at(5), device=HALL), account="another")

    left = []
    for who in ("one", "two"):
        again().hide(HOUSEHOLD, who)
        assert again().erase(HOUSEHOLD, who, seconds=60)
        left.append(devices(again()))
    assert left == [(KITCHEN,), ()]
    assert devices(again(), "another") == (HALL,)


ACCOUNTS = count()

# The place follows from the number and the time: no two writes disagree about the same moment.
PLACES = st.builds(
    lambda number, minute: saved(number, 10 * minute + number), st.integers(0, 5), st.integers(0, 5)
)
CHANGES = st.builds(
    Change,
    st.just(at(0)),
    st.sampled_from([None, Preferences(), Preferences(Level.GENTLE)]),
    st.lists(PLACES, max_size=2).map(tuple),
    st.lists(
        st.builds(
            lambda number, item: done(number, item, day=f"2026-11-2{number}"),
            st.integers(0, 2),
            st.integers(0, 3),
        ),
        max_size=3,
    ).map(tuple),
)
WRITTEN = st.lists(CHANGES, max_size=6).flatmap(
    lambda changes: st.permutations([*changes, *changes[:2]])
)


@settings(
    derandomize=True,
    max_examples=25,
    deadline=None,
    # Every example has an account of its own: it does not matter that the stores are the same.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(WRITTEN, st.sets(st.integers(0, 7)))
def test_any_order_any_repetition(sqlite, dynamodb, amazon, changes, visits):
    """Changes in any order, some of them twice, give the same in all stores, and all of it once."""
    account = f"account {next(ACCOUNTS)}"
    stores = MemoryStore(), sqlite, dynamodb, amazon
    for number, change in enumerate(changes):
        for store in stores:
            write(store, change, account=account)
            if number in visits:
                opened(store, account)

    expected = {finished for change in changes for finished in change.finished}
    for store in stores:
        assert set(history(store, account)) == expected
        assert history(store, account) == history(stores[0], account)
        assert opened(store, account) == opened(stores[0], account)
        assert sum(tally.count for tally in opened(store, account).days.values()) == len(expected)
