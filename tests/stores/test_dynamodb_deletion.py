"""Deletion on the DynamoDB table: in slices, refused sessions, and what is left of it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from botocore.exceptions import ReadTimeoutError

from helpers.dynamodb_table import HEAD, items, key_of_practice, names, put, recorded
from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    beginning,
    done,
    finishing,
    placing,
    saved,
)
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile
from skill.coach.person.totals import Tally
from skill.errors import ErasedError, StoreError
from skill.stores.dynamodb import store as module
from skill.stores.dynamodb import table as dynamodb_table
from skill.stores.dynamodb.keys import key_of
from skill.stores.dynamodb.store import TOMBSTONE_SECONDS, DynamoStore

MANY = tuple(done(number) for number in range(60))


@pytest.fixture
def hidden(amazon) -> tuple[DynamoStore, str]:
    """A store in which sixty practices have just been hidden, and the new generation."""
    amazon.write(HOUSEHOLD, PERSON, Change(at(5), Preferences(introduced=True), (saved(1, 5),), MANY))
    return amazon, amazon.hide(HOUSEHOLD, PERSON).generation


def kept(store):
    """The sort keys of the practices, past the store."""
    return [key for key in items(store) if key.startswith("q#")]


def test_hiding_is_one_request(amazon):
    """Hiding takes one small item in the place of the head, however much is kept."""
    amazon.write(HOUSEHOLD, PERSON, finishing(*MANY))
    requests = recorded(amazon)
    generation = amazon.hide(HOUSEHOLD, PERSON).generation

    assert names(requests) == ["PutItem"]
    assert items(amazon)[HEAD] == {
        **key_of(HOUSEHOLD, HEAD),
        "v": {"N": "3"},
        "p": {"S": PERSON},
        "g": {"S": generation},
        "erasing": {"BOOL": True},
        "bare": {"BOOL": True},
    }


def test_the_requests_of_a_deletion(hidden):
    """Two reads and one request for every 25 items, then one that notes that all is gone."""
    store, _ = hidden
    requests = recorded(store)

    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert names(requests) == ["Query", "Query", *["BatchWriteItem"] * 3, "UpdateItem"]
    assert kept(store) == []


def test_a_deletion_that_is_over(hidden):
    """Asking again costs one read and says that nothing is left."""
    store, _ = hidden
    store.erase(HOUSEHOLD, PERSON, seconds=60)
    requests = recorded(store)

    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert names(requests) == ["Query"]


def test_nothing_to_delete(amazon):
    """Of an unknown person nothing is left, and nothing is written to say so."""
    requests = recorded(amazon)

    assert amazon.erase(HOUSEHOLD, PERSON, seconds=60)
    assert names(requests) == ["Query"]


def test_a_deletion_in_slices(hidden):
    """When time runs out it says that it is not done, and goes on at the next call."""
    store, _ = hidden
    left, calls = [len(MANY)], []
    while not calls or not calls[-1]:
        calls.append(store.erase(HOUSEHOLD, PERSON, seconds=-1))
        left.append(len(kept(store)))
        assert list(store.history(HOUSEHOLD, PERSON, LONG_AGO)) == []
        assert store.open(HOUSEHOLD, PERSON).erasing is not calls[-1]

    assert calls == [False, False, False, True]
    assert left == [60, 35, 10, 0, 0]


def test_what_dynamodb_leaves_is_sent_again(hidden, mocker):
    """Items that DynamoDB has not processed for want of capacity are deleted after a pause."""
    store, _ = hidden
    pause = mocker.patch("skill.stores.dynamodb.table.pause")
    real, sizes = store._client.batch_write_item, []

    def busy(RequestItems):  # noqa: N803 - boto3's name
        requests = RequestItems[store.table]
        sizes.append(len(requests))
        answer = real(RequestItems={store.table: requests[:20]})
        left = requests[20:]
        return {**answer, "UnprocessedItems": {store.table: left} if left else {}}

    mocker.patch.object(store._client, "batch_write_item", busy)

    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert (kept(store), sizes) == ([], [25, 5, 25, 5, 10])
    assert pause.call_count == 2


def test_a_table_that_is_busy_for_long(hidden, mocker):
    """Where DynamoDB takes nothing, the deletion ends when time is up and is not said to be done."""
    store, _ = hidden
    clock = iter(range(1000))
    stand_in = SimpleNamespace(monotonic=lambda: next(clock), sleep=lambda _: None)
    for part in (module, dynamodb_table):
        mocker.patch.object(part, "time", stand_in)
    mocker.patch.object(
        store._client,
        "batch_write_item",
        lambda RequestItems: {"UnprocessedItems": RequestItems},  # noqa: N803 - boto3's name
    )

    assert not store.erase(HOUSEHOLD, PERSON, seconds=10)
    assert next(clock) < 20
    mocker.stopall()
    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert kept(store) == []


def test_a_deletion_that_breaks_off(hidden, mocker):
    """What a failure left behind stays hidden, and the next call finishes it."""
    store, _ = hidden
    real, calls = store._client.batch_write_item, []

    def breaking(**request):
        calls.append(request)
        if len(calls) == 2:
            raise ReadTimeoutError(endpoint_url="https://dynamodb.example")
        return real(**request)

    mocker.patch.object(store._client, "batch_write_item", breaking)
    with pytest.raises(StoreError):
        store.erase(HOUSEHOLD, PERSON, seconds=60)

    assert len(kept(store)) == 35
    assert store.open(HOUSEHOLD, PERSON).erasing
    assert list(store.history(HOUSEHOLD, PERSON, LONG_AGO)) == []
    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert kept(store) == []


def test_a_bare_tombstone_goes_by_itself(hidden, mocker):
    """Where nobody practised since, the tombstone expires some days after the deletion's end."""
    store, generation = hidden
    clock = SimpleNamespace(monotonic=lambda: 0.0, time=lambda: 1_800_000_000.0)
    mocker.patch.object(module, "time", clock)
    assert "expires_at" not in items(store)[HEAD]
    store.erase(HOUSEHOLD, PERSON, seconds=60)

    [tombstone] = items(store).values()
    assert int(tombstone["expires_at"]["N"]) == 1_800_000_000 + TOMBSTONE_SECONDS
    assert "erasing" not in tombstone
    assert store.open(HOUSEHOLD, PERSON) == Profile(PERSON, generation=generation)


@pytest.mark.parametrize("when", ["before the end", "after the end"])
@pytest.mark.parametrize(
    "change", [Change(at(9), Preferences(introduced=True)), placing(saved(9, 9)), finishing(done(99))]
)
def test_a_profile_that_came_to_life_stays(hidden, change, when):
    """A tombstone that is written to does not expire any more."""
    store, generation = hidden
    if when == "after the end":
        store.erase(HOUSEHOLD, PERSON, seconds=60)
    store.write(HOUSEHOLD, PERSON, replace(change, generation=generation))

    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert not {"expires_at", "bare", "erasing"} & set(items(store)[HEAD])
    assert len(kept(store)) == len(change.finished) + len(change.practices)


def test_a_tombstone_that_has_gone(hidden):
    """A session that is open when its tombstone expires is kept, with its generation."""
    store, generation = hidden
    store.erase(HOUSEHOLD, PERSON, seconds=60)
    store._client.delete_item(TableName=store.table, Key=key_of(HOUSEHOLD, HEAD))
    store.write(HOUSEHOLD, PERSON, replace(finishing(done(99)), generation=generation))

    assert store.open(HOUSEHOLD, PERSON).generation == generation
    assert list(store.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(99)]


def test_a_second_deletion_meanwhile(hidden, mocker):
    """A deletion during which another one begins is not reported as done, and does not end the other."""
    store, first = hidden
    store.write(HOUSEHOLD, PERSON, replace(finishing(done(99)), generation=first))
    real = store._client.batch_write_item

    def overtaken(**request):
        if len(kept(store)) > 60:
            DynamoStore(store.table, store._client).hide(HOUSEHOLD, PERSON)
        return real(**request)

    mocker.patch.object(store._client, "batch_write_item", overtaken)
    assert not store.erase(HOUSEHOLD, PERSON, seconds=60)

    assert store.open(HOUSEHOLD, PERSON).erasing
    assert list(store.history(HOUSEHOLD, PERSON, LONG_AGO)) == []
    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert kept(store) == []
    with pytest.raises(ErasedError):
        store.write(HOUSEHOLD, PERSON, replace(finishing(done(98)), generation=first))


def test_two_devices_delete_at_once(hidden):
    """Two devices that finish the same deletion both succeed, by turns or one after the other."""
    store, _ = hidden
    other = DynamoStore(store.table, store._client)
    store.erase(HOUSEHOLD, PERSON, seconds=-1)
    other.erase(HOUSEHOLD, PERSON, seconds=-1)

    assert other.erase(HOUSEHOLD, PERSON, seconds=60)
    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert kept(store) == []


def test_a_refused_session_leaves_no_trace(hidden):
    """A refused write begins no practice: nothing of the transaction is kept."""
    store, _ = hidden
    store.erase(HOUSEHOLD, PERSON, seconds=60)
    before = items(store)
    with pytest.raises(ErasedError):
        store.write(HOUSEHOLD, PERSON, Change(at(9), None, (saved(9, 9),), (done(98), done(99))))

    assert items(store) == before


def test_damage_in_a_history_is_deleted_too(amazon):
    """What could not be read goes as well: it is theirs."""
    put(amazon, key_of_practice(1), g={"N": "7"})
    put(amazon, key_of_practice(2))
    amazon.hide(HOUSEHOLD, PERSON)

    assert amazon.erase(HOUSEHOLD, PERSON, seconds=60)
    assert kept(amazon) == []


def test_totals_begin_anew(hidden):
    """After a deletion the totals count what came after it, and nothing else."""
    store, generation = hidden
    store.write(HOUSEHOLD, PERSON, replace(finishing(done(99)), generation=generation))
    store.erase(HOUSEHOLD, PERSON, seconds=60)

    profile = store.open(HOUSEHOLD, PERSON)
    assert profile.stretches == {"childs_pose": Tally(1, 60)}
    assert profile.preferences == Preferences()


def test_the_newest_practices_go_first(hidden):
    """The one that is under way is gone before a session that is still open writes to it again."""
    store, _ = hidden
    store.erase(HOUSEHOLD, PERSON, seconds=-1)

    assert sorted(kept(store)) == [key_of_practice(number) for number in range(35)]


def test_a_turn_between_hiding_and_deleting(hidden):
    """It may be taken, is never seen, and is deleted with the practice that it was added to."""
    store, _ = hidden
    store.write(HOUSEHOLD, PERSON, Change(at(90), None, (saved(1, 90),), (done(1, 1),)))

    assert list(store.history(HOUSEHOLD, PERSON, LONG_AGO)) == []
    assert store.open(HOUSEHOLD, PERSON).practices == ()
    assert store.erase(HOUSEHOLD, PERSON, seconds=60)
    assert kept(store) == []
    with pytest.raises(ErasedError):
        store.write(HOUSEHOLD, PERSON, Change(at(91), None, (saved(1, 91),), (done(1, 2),)))
    assert kept(store) == []


def test_a_practice_begins_in_the_place_of_a_hidden_one(hidden):
    """The session that goes on after the deletion is kept, whatever is hidden under the same key."""
    store, generation = hidden
    store.write(HOUSEHOLD, PERSON, replace(beginning(1), generation=generation))

    assert [s.practice.id for s in store.open(HOUSEHOLD, PERSON).practices] == [done(1).practice]
    assert list(store.history(HOUSEHOLD, PERSON, LONG_AGO)) == []


def test_open_sessions_bring_nothing_back(amazon):
    """A session that writes on and on while somebody is deleted: nothing comes back, and it is told.

    A write of its comes between any two requests of the deletion.
    """
    for round_ in range(4):
        generation = amazon.open(HOUSEHOLD, PERSON).generation
        numbers = range(100 * round_, 100 * round_ + 40)
        for number in numbers:
            amazon.write(HOUSEHOLD, PERSON, replace(beginning(number), generation=generation))
        other = DynamoStore(amazon.table, amazon._client)
        told, turns = [], iter(range(10_000))

        def interfere(told=told, turns=turns, other=other, numbers=numbers, generation=generation, **_):
            turn = next(turns)
            if turn % 3 or interfere.busy:
                return
            interfere.busy = True
            number = numbers[-1 - turn % 40]
            for change in (
                finishing(done(number, turn)),
                placing(saved(number, number + turn)),
                beginning(numbers[-1] + 10 + turn),
            ):
                try:
                    other.write(HOUSEHOLD, PERSON, replace(change, generation=generation))
                except ErasedError:
                    told.append(change)
            interfere.busy = False

        interfere.busy = False
        events = amazon._client.meta.events
        events.register("before-send.dynamodb", interfere)
        amazon.hide(HOUSEHOLD, PERSON)
        while not amazon.erase(HOUSEHOLD, PERSON, seconds=-1):
            pass
        events.unregister("before-send.dynamodb", interfere)
        assert told
        assert set(items(amazon)) == {HEAD}
