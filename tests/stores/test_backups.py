"""A household taken from one store and given to another: the same there, or refused as a whole."""

import json
from dataclasses import replace
from itertools import count, permutations
from pathlib import Path

import pytest
from botocore.exceptions import ReadTimeoutError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.any_record import PROFILES
from helpers.dynamodb_table import items
from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    done,
    finishing,
    placing,
    saved,
    without_counted,
)
from skill.coach.person.backup import Backup, KeptPerson, decode_backup, encode_backup
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile, kept_practices
from skill.coach.person.totals import Tally, recent
from skill.errors import BackupError, ErasedError, StoreError
from skill.library.records import Level
from skill.stores.memory import MemoryStore

KITCHEN = KnownDevice("kitchen", Rendering.AUDIO, at(3), told=True, rates={"en-US": 1.1})
HALL = KnownDevice("hall", time_zone="Europe/Berlin", zone_told_at=at(4), cut_short=1)
MANY = tuple(done(number, day=f"2026-11-{1 + number // 3:02d}") for number in range(60))
LIKED = Preferences(Level.GENTLE, holds={"bridge": 20.5}, routines={"Zoës Abend": ("bridge", "cobra")})
NEW = count()
EARLIER = Path(__file__).parent / "earlier"


def lived_in(store, account):
    """A household of three in which about everything is kept, and one that was deleted."""
    store.write(account, PERSON, Change(at(5), LIKED, (saved(1, 5), saved(3, 3, ended=True)), MANY))
    store.write(account, ACCOUNT, Change(at(6), None, (saved(1, 6, ended=True),), device=KITCHEN))
    store.write(account, "one#1 %", Change(at(7), Preferences(introduced=True), (), (done(70),)))
    store.write(account, "gone", finishing(done(1)))
    store.hide(account, "gone")
    store.erase(account, "gone", seconds=60)
    store.write(account, PERSON, Change(at(8), device=HALL))


def carried(backup):
    """A backup after it was in a file."""
    return decode_backup(json.loads(json.dumps(encode_backup(backup))))


def without_deletions(backup):
    """What has to be the same in another store: deletions are each store's own, as is some order."""
    kept = (replace(k, profile=_alike(k.profile)) for k in backup.people)
    return replace(backup, people=tuple(person for person in kept if not person.is_bare))


def _alike(profile):
    known = replace(profile.preferences, cautioned=tuple(sorted(profile.preferences.cautioned)))
    return replace(profile, preferences=known, generation="", erasing=False)


def seen(store, account):
    """What each of the household is shown, with what others have left, and what they finished."""
    return {
        person: (
            replace(store.open(account, person, KITCHEN.key), generation="", erasing=False),
            list(store.history(account, person, LONG_AGO)),
        )
        for person in (PERSON, ACCOUNT, "one#1 %", "gone")
    }


def test_from_every_store_into_every_other(sqlite, dynamodb, amazon):
    """A file and a table exchange a household both ways: totals, preferences, all of it is the same."""
    stores = {"memory": MemoryStore(), "sqlite": sqlite, "dynamodb": dynamodb, "amazon": amazon}
    for name, store in stores.items():
        lived_in(store, name)
    for source, target in permutations(stores, 2):
        kept = stores[source].back_up(source, at(90))
        assert len(without_deletions(kept).people) == 3
        account = f"from {source}"
        stores[target].restore(account, carried(kept))
        there = stores[target].back_up(account, at(90))
        assert without_deletions(there) == without_deletions(kept)
        assert seen(stores[target], account) == seen(stores[source], source)
    assert seen(amazon, "from sqlite") == seen(sqlite, "from amazon") == seen(amazon, "amazon")


PEOPLE = st.builds(
    lambda profile, finished: KeptPerson(
        replace(
            profile,
            practices=kept_practices({s.practice.id: s for s in profile.practices}.values()),
            household=(),
            preferences=replace(
                profile.preferences, cautioned=tuple(s for s in profile.preferences.cautioned if s)
            ),
            stretches={s: tally for s, tally in profile.stretches.items() if s},
            lately={s: day for s, day in profile.lately.items() if s in profile.stretches and s},
            days=recent(profile.days),
            device=KnownDevice(),
        ),
        tuple(done(number) for number in sorted(finished, reverse=True)),
    ),
    PROFILES,
    st.sets(st.integers(0, 99), max_size=3),
).filter(lambda kept: not kept.is_bare)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PEOPLE)
def test_whatever_is_kept_of_somebody(sqlite, dynamodb, kept):
    """Any record that can be read comes back as it was from each store."""
    backup = carried(Backup(at(200), (kept,)))
    assert backup.people == (carried(backup).people)
    for store in (MemoryStore(), sqlite, dynamodb):
        account = f"account {next(NEW)}"
        store.restore(account, backup)
        assert without_deletions(store.back_up(account, at(200))) == without_deletions(backup)


def test_nothing_is_overwritten(again):
    """Where something is kept of one of its people, all of it is refused and nothing is written."""
    lived_in(again(), "there")
    backup = again().back_up("there", at(90))
    again().write(HOUSEHOLD, "one#1 %", placing(saved(9, 9)))
    before = again().back_up(HOUSEHOLD, at(90))

    with pytest.raises(BackupError, match="of 'one#1 %' something is kept already"):
        again().restore(HOUSEHOLD, backup)
    with pytest.raises(BackupError):
        again().restore("there", backup)
    assert again().back_up(HOUSEHOLD, at(90)) == before
    again().restore(HOUSEHOLD, backup.of(PERSON))
    assert len(again().back_up(HOUSEHOLD, at(90)).people) == 2


def test_a_practice_goes_on_after_it(again):
    """What comes later is counted in, and what is in it already is not counted twice."""
    lived_in(again(), "there")
    again().restore(HOUSEHOLD, again().back_up("there", at(90)))
    generation = again().open(HOUSEHOLD, PERSON).generation
    change = Change(at(91), replace(LIKED, introduced=True), (saved(1, 91),), (MANY[0], done(80)))
    again().write(HOUSEHOLD, PERSON, replace(change, generation=generation, known=LIKED))

    profile = again().open(HOUSEHOLD, PERSON)
    assert profile.stretches == {"childs_pose": Tally(61, 61 * 60)}
    assert profile.preferences == replace(LIKED, introduced=True)
    assert len(list(again().history(HOUSEHOLD, PERSON, LONG_AGO))) == 61


def test_back_after_a_deletion(again):
    """What was deleted can be brought back; the sessions from before the deletion stay shut out."""
    lived_in(again(), HOUSEHOLD)
    backup = again().back_up(HOUSEHOLD, at(90))
    old = again().open(HOUSEHOLD, PERSON).generation
    for person in (PERSON, ACCOUNT, "one#1 %"):
        again().hide(HOUSEHOLD, person)
    again().restore(HOUSEHOLD, backup)

    assert without_deletions(again().back_up(HOUSEHOLD, at(90))) == without_deletions(backup)
    with pytest.raises(ErasedError):
        again().write(HOUSEHOLD, PERSON, replace(finishing(done(99)), generation=old))
    assert again().erase(HOUSEHOLD, PERSON, seconds=60)
    assert len(list(again().history(HOUSEHOLD, PERSON, LONG_AGO))) == 60


def test_what_is_known_of_a_device_later_stays(again):
    """A backup does not put a device back; one that is not known comes along."""
    later = replace(KITCHEN, rendering=Rendering.SHORT)
    again().write(HOUSEHOLD, PERSON, Change(at(99), device=later))
    again().restore(HOUSEHOLD, Backup(at(90), (), (HALL, KITCHEN)))

    assert again().back_up(HOUSEHOLD, at(90)).devices == (HALL, later)


def test_a_backup_of_nobody(again):
    """Of a household that is not known there is nothing, and restoring nothing is no error."""
    nothing = again().back_up(HOUSEHOLD, at(90))
    assert nothing == Backup(at(90))
    again().restore(HOUSEHOLD, carried(nothing))
    assert again().people(HOUSEHOLD) == ()


@pytest.mark.parametrize("request_", ["batch_write_item", "transact_write_items"])
def test_a_restore_that_breaks_off(amazon, mocker, request_):
    """Nothing of it is seen, whichever request failed, and doing it again does all of it."""
    lived_in(amazon, "there")
    backup = amazon.back_up("there", at(90))
    real, calls = getattr(amazon._client, request_), []

    def breaking(**request):
        calls.append(request)
        if len(calls) == 2 or request_ != "batch_write_item":
            raise ReadTimeoutError(endpoint_url="https://dynamodb.example")
        return real(**request)

    patched = mocker.patch.object(amazon._client, request_, breaking)
    with pytest.raises(StoreError):
        amazon.restore(HOUSEHOLD, backup)
    assert patched
    assert amazon.open(HOUSEHOLD, PERSON) == Profile(PERSON)
    assert list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO)) == []
    assert amazon.people(HOUSEHOLD) == ()
    mocker.stopall()
    amazon.restore(HOUSEHOLD, backup)
    assert without_deletions(amazon.back_up(HOUSEHOLD, at(90))) == without_deletions(backup)


def test_somebody_begins_meanwhile(amazon, mocker):
    """A profile that was made while the history was written is not overwritten, and nothing is seen."""
    lived_in(amazon, "there")
    backup = amazon.back_up("there", at(90))
    real = amazon._client.batch_write_item

    def overtaken(**request):
        amazon.write(HOUSEHOLD, PERSON, placing(saved(99, 99)))
        return real(**request)

    mocker.patch.object(amazon._client, "batch_write_item", overtaken)
    with pytest.raises(StoreError, match="written to by others meanwhile: import it again"):
        amazon.restore(HOUSEHOLD, backup)
    assert amazon.people(HOUSEHOLD) == (PERSON,)
    assert amazon.open(HOUSEHOLD, PERSON).practices == (saved(99, 99),)
    assert list(amazon.history(HOUSEHOLD, PERSON, LONG_AGO)) == []


def test_a_restored_history_expires(amazon):
    """Its items are as a turn would have written them, of the profile's generation."""
    lived_in(amazon, "there")
    amazon.restore(HOUSEHOLD, amazon.back_up("there", at(90)))
    generation = amazon.open(HOUSEHOLD, PERSON).generation
    history = [item for key, item in items(amazon).items() if key.startswith("q#")]
    assert generation
    assert all("expires_at" in item for item in history)


def test_a_table_from_before_a_practice_was_a_record(again):
    """What the version before exported from its table is imported whole, wherever to."""
    exported = (EARLIER / "table_of_schema_2.json").read_text(encoding="utf-8")
    backup = decode_backup(json.loads(exported))
    again().restore(HOUSEHOLD, backup)

    there = again().back_up(HOUSEHOLD, at(90))
    assert without_counted(without_deletions(there)) == without_counted(without_deletions(backup))
    for person in again().people(HOUSEHOLD):
        counted = again().recount(HOUSEHOLD, person)
        assert counted.before == counted.after
