"""The DynamoDB table: what it costs, what its items are, and what can go wrong."""

import re
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from helpers.dynamodb_faults import response
from helpers.dynamodb_table import HEAD, change, items, key_of_practice, names, put, recorded
from helpers.sam_template import TABLE, template
from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    beginning,
    done,
    finishing,
    knowing,
    placing,
    practice_id,
    saved,
)
from skill.coach.person.change import Change
from skill.coach.person.device import KEPT_DEVICE, KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import KEPT_HISTORY, SAVED_PRACTICES, Profile
from skill.coach.person.totals import Tally
from skill.errors import StoreError
from skill.library.records import Level
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb import store as module
from skill.stores.dynamodb.heads import read_head
from skill.stores.dynamodb.keys import key_of
from skill.stores.dynamodb.sums import encode_sums
from skill.stores.dynamodb.values import packed

KITCHEN = KnownDevice("kitchen", Rendering.AUDIO)
PREFERENCES = Preferences(introduced=True)
TAUGHT = replace(PREFERENCES, taught=True)
LEVEL = replace(PREFERENCES, level=Level.GENTLE)
BEGINS = beginning(1)
CHANGE = replace(BEGINS, preferences=PREFERENCES, finished=(done(1),))


@pytest.fixture
def requests(dynamodb) -> list[tuple[str, dict]]:
    """The requests made from here on: what each is called and what is asked."""
    return recorded(dynamodb)


def refusal(code, operation="TransactWriteItems", **answer):
    """An error as DynamoDB answers it; its message quotes what was sent, as some do."""
    error = {"Error": {"Code": code, "Message": f"refused for {HOUSEHOLD}"}, **answer}
    return ClientError(error, operation)


def test_importing_it_is_cheap():
    """Importing the module does not import boto3."""
    check = "import skill.stores.dynamodb, sys; sys.exit('boto3' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", check], check=False)  # noqa: S603 - ours

    assert ended.returncode == 0


def test_nothing_is_made_before_the_first_use(mocker):
    """A store needs no region, no credentials and no boto3 until it is used."""
    session = mocker.patch("boto3.session.Session")
    DynamoStore(TABLE)

    session.assert_not_called()


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.open(HOUSEHOLD, PERSON),
        lambda store: store.people(HOUSEHOLD),
        lambda store: store.history(HOUSEHOLD, PERSON, LONG_AGO),
        lambda store: store.history(HOUSEHOLD, PERSON, LONG_AGO, limit=5),
        lambda store: store.back_up(HOUSEHOLD, at(90)),
    ],
    ids=["open", "people", "history", "a little history", "backup"],
)
def test_reading_is_one_strongly_consistent_query(dynamodb, requests, use):
    """Whatever is read is one request, with which nothing is missed that was written before."""
    dynamodb.write(HOUSEHOLD, PERSON, finishing(*(done(number) for number in range(20))))
    requests.clear()
    use(dynamodb)

    assert [(name, asked["ConsistentRead"]) for name, asked in requests] == [("Query", True)]


BEGUN = (BEGINS, Change(at(1), PREFERENCES))


@pytest.mark.parametrize(
    ("before", "change_", "expected"),
    [
        ((), Change(at(0)), []),
        ((), BEGINS, ["TransactWriteItems"]),
        ((), Change(at(5), PREFERENCES), ["UpdateItem"]),
        (BEGUN, placing(saved(1, 5)), ["UpdateItem"]),
        (BEGUN, finishing(done(1)), ["UpdateItem"]),
        (BEGUN, Change(at(5), None, (saved(1, 5, ended=True),), (done(1),)), ["UpdateItem"]),
        (BEGUN, Change(at(5), TAUGHT, (saved(1, 5),), (done(1),), known=PREFERENCES), ["UpdateItem"]),
        (BEGUN, Change(at(5), LEVEL, (saved(1, 5),), known=PREFERENCES), ["TransactWriteItems"]),
        (BEGUN, Change(at(5), LEVEL, known=PREFERENCES), ["UpdateItem"]),
        (BEGUN, Change(at(5), None, (saved(1, 5),), device=KITCHEN), ["TransactWriteItems"]),
        ((), Change(at(5), device=KITCHEN), ["PutItem"]),
        ((), Change(at(5), PREFERENCES, device=KITCHEN), ["TransactWriteItems"]),
    ],
    ids=[
        *("nothing", "begins", "first preference", "place", "finished", "the last turn", "caution"),
        *("preference and place", "preference", "device and place", "device", "device and preference"),
    ],
)
def test_writing_is_one_request_at_most(dynamodb, requests, before, change_, expected):
    """A coaching turn is one small update, and whatever touches more items is one transaction."""
    for earlier in before:
        dynamodb.write(HOUSEHOLD, PERSON, earlier)
    requests.clear()
    dynamodb.write(HOUSEHOLD, PERSON, change_)

    assert names(requests) == expected


@pytest.mark.parametrize(
    ("change_", "expected"),
    [
        (placing(saved(1, 5)), ["UpdateItem"]),
        (finishing(done(1)), ["UpdateItem"]),
        (finishing(done(1), done(1, 1)), ["UpdateItem"]),
        (Change(at(5), None, (saved(1, 5),), (done(1),)), ["UpdateItem"]),
        (Change(at(5), None, (saved(1, 4),), (done(1, 1),)), ["UpdateItem", "UpdateItem"]),
        (BEGINS, ["TransactWriteItems"]),
        (placing(saved(2, 5)), ["UpdateItem", "TransactWriteItems"]),
    ],
    ids=["place", "finished", "one new", "both", "late place, new stretch", "start", "a lost start"],
)
def test_writing_what_is_there_already(dynamodb, requests, change_, expected):
    """After a refusal, one more request writes what was not there yet, if anything was not."""
    for earlier in (BEGINS, Change(at(5), None, (saved(1, 5),), (done(1),))):
        dynamodb.write(HOUSEHOLD, PERSON, earlier)
    requests.clear()
    dynamodb.write(HOUSEHOLD, PERSON, change_)

    assert names(requests) == expected


def test_the_items(dynamodb):
    """Items have the keys and attributes that the modules' headers describe, and no id of Amazon's."""
    dynamodb.write(HOUSEHOLD, PERSON, BEGINS)
    dynamodb.write(
        HOUSEHOLD, PERSON, Change(at(5), TAUGHT, (saved(1, 5),), (done(1),), known=PREFERENCES)
    )

    kept = items(dynamodb)
    assert set(kept) == {HEAD, key_of_practice(1)}
    assert {item["v"]["N"] for item in kept.values()} == {"3"}
    head, practice = kept[HEAD], kept[key_of_practice(1)]
    assert set(head) == {"pk", "sk", "v", "n", "p", "w", f"u{practice_id(1)}"}
    assert head["p"] == {"S": PERSON}
    assert head["w"] == {"S": "2026-11-19T08:01:00.123+00:00"}
    assert set(practice) == {
        *("pk", "sk", "v", "b", "m", "f0", "expires_at", "ttaught"),
    }
    assert practice["m"] == {"N": "1795161900000"}
    assert practice["f0"] == {"S": "60 59877 2026-11-20 childs_pose"}
    assert practice["expires_at"] == {"N": str(int((at(5) + KEPT_HISTORY).timestamp()))}
    assert HOUSEHOLD not in str(kept)
    assert PERSON not in str(practice)


def test_a_household_of_its_own(dynamodb):
    """Nothing in a key tells whose it is to somebody who only sees the table."""
    dynamodb.write(HOUSEHOLD, PERSON, BEGINS)
    dynamodb.write("another", PERSON, BEGINS)

    pages = dynamodb._client.get_paginator("scan").paginate(TableName=dynamodb.table)
    households = {item["pk"]["S"] for page in pages for item in page["Items"]}
    assert len(households) == 2
    assert all(re.fullmatch("[0-9a-f]{24}", household) for household in households)


def test_the_item_of_a_device(dynamodb):
    """It lies after the heads, under the device's key, and goes after a year without news."""
    dynamodb.write(HOUSEHOLD, PERSON, Change(at(5), device=KITCHEN))

    (item,) = items(dynamodb).values()
    assert item == {
        **key_of(HOUSEHOLD, "s#kitchen"),
        "v": {"N": "3"},
        "known": {"S": '{"key":"kitchen","rendering":"apla"}'},
        "m": {"N": "1795161900000"},
        "expires_at": {"N": str(int((at(5) + KEPT_DEVICE).timestamp()))},
    }


def test_a_device_comes_with_the_opening(dynamodb, requests):
    """What is known of it needs no request of its own."""
    dynamodb.write(HOUSEHOLD, PERSON, Change(at(5), device=KITCHEN))
    requests.clear()

    assert dynamodb.open(HOUSEHOLD, PERSON, "kitchen").device == KITCHEN
    assert names(requests) == ["Query"]


def test_a_damaged_device_is_as_if_nothing_were_known(dynamodb):
    """Whatever stands there, the visit opens; and what is found out next takes its place."""
    for nonsense in ({"known": {"N": "1"}}, {"known": {"S": "[]"}, "m": {"S": "x"}}, {}):
        put(dynamodb, "s#kitchen", **nonsense)
        assert dynamodb.open(HOUSEHOLD, PERSON, "kitchen").device == KnownDevice("kitchen")
        dynamodb.write(HOUSEHOLD, PERSON, Change(at(5), device=KITCHEN))
        assert dynamodb.open(HOUSEHOLD, PERSON, "kitchen").device == KITCHEN


def practise(store, numbers, person=PERSON):
    """Visits, each with a practice that begins and ends."""
    for number in numbers:
        store.open(HOUSEHOLD, person)
        store.write(HOUSEHOLD, person, beginning(number))
        over = Change(at(number + 1), None, (saved(number, number + 1, ended=True),), (done(number),))
        store.write(HOUSEHOLD, person, over)


def test_the_sums_ride_on_the_next_start(dynamodb, requests):
    """What a visit has added up is saved by the transaction with which a practice begins anyway."""
    practise(dynamodb, range(1, 30))
    requests.clear()
    dynamodb.open(HOUSEHOLD, PERSON)
    dynamodb.write(HOUSEHOLD, PERSON, beginning(40))

    assert names(requests) == ["Query", "TransactWriteItems"]
    head = read_head(items(dynamodb)[HEAD])
    assert head.sums.totals.days == {"2026-11-20": Tally(29, 29 * 60)}
    assert head.begun == set()
    assert practice_id(40) in head.noted
    assert min(head.sums.counted) == head.sums.watermark == practice_id(20)


def test_a_start_elsewhere_saves_no_sums(dynamodb):
    """Another process has the next turn: it begins the practice, and a later visit does the sums."""
    practise(dynamodb, range(1, 6))
    before = read_head(items(dynamodb)[HEAD]).sums
    dynamodb.open(HOUSEHOLD, PERSON)
    DynamoStore(dynamodb.table, dynamodb._client).write(HOUSEHOLD, PERSON, beginning(40))

    assert read_head(items(dynamodb)[HEAD]).sums == before
    assert dynamodb.open(HOUSEHOLD, PERSON).times_done("childs_pose") == 5


def test_sums_of_an_older_head_are_not_saved(dynamodb, requests):
    """Another device has begun a practice since the visit: its sums stay, and the practice begins."""
    practise(dynamodb, range(1, 6))
    dynamodb.open(HOUSEHOLD, PERSON)
    practise(DynamoStore(dynamodb.table, dynamodb._client), range(6, 8))
    kept = read_head(items(dynamodb)[HEAD]).sums
    requests.clear()
    dynamodb.write(HOUSEHOLD, PERSON, beginning(40))

    assert names(requests) == ["TransactWriteItems"] * 2
    assert read_head(items(dynamodb)[HEAD]).sums == kept
    assert dynamodb.open(HOUSEHOLD, PERSON).times_done("childs_pose") == 7


def test_a_visit_that_is_far_behind_saves_the_sums(dynamodb, requests):
    """Where starts never save them, the visit that needs a second query does, and the next needs one."""
    for number in range(1, 30):
        other = DynamoStore(dynamodb.table, dynamodb._client)
        other.write(HOUSEHOLD, PERSON, beginning(number))
        other.write(HOUSEHOLD, PERSON, finishing(done(number)))
    requests.clear()
    first = dynamodb.open(HOUSEHOLD, PERSON)
    again = dynamodb.open(HOUSEHOLD, PERSON)

    assert names(requests) == ["Query", "Query", "UpdateItem", "Query"]
    assert first == again
    assert first.times_done("childs_pose") == 29


def test_sums_that_cannot_be_saved_stop_no_visit(dynamodb, mocker):
    """The visit opens all the same, and the next one tries again."""
    for number in range(1, 30):
        DynamoStore(dynamodb.table, dynamodb._client).write(HOUSEHOLD, PERSON, beginning(number))
    mocker.patch.object(dynamodb._client, "update_item", side_effect=refusal("AccessDeniedException"))

    assert len(dynamodb.open(HOUSEHOLD, PERSON).practices) == SAVED_PRACTICES


def test_so_many_are_remembered_and_no_more(dynamodb, monkeypatch):
    """A process that lives long does not remember the sums of everybody it has ever seen."""
    monkeypatch.setattr(module, "MOST_FOLDS", 5)
    for number in range(9):
        dynamodb.write(f"house {number}", PERSON, BEGINS)
        dynamodb.open(f"house {number}", PERSON)

    assert list(dynamodb._folds) == [(f"house {n}", PERSON) for n in range(4, 9)]


def test_a_practice_of_any_age_is_one_request_more(dynamodb, requests):
    """One that is older than what a query brings is fetched, with what others have made of it."""
    dynamodb.write(HOUSEHOLD, PERSON, placing(saved(1, 1), saved(2, 2)))
    practise(dynamodb, range(10, 50))
    requests.clear()
    seen = dynamodb.open(HOUSEHOLD, PERSON)

    assert names(requests) == ["Query", "BatchGetItem"]
    assert {saved.practice.id for saved in seen.unfinished} == {practice_id(1), practice_id(2)}


def test_damaged_items_are_passed_over(dynamodb):
    """What cannot be read is left out, the rest is told, and writing goes on."""
    put(
        dynamodb, HEAD, v={"S": "?"}, prefs={"S": "[]"}, sums={"B": b"?"}, w={"N": "1"}, n={"BOOL": True}
    )
    put(dynamodb, key_of_practice(1), b={"S": "nonsense"}, m={"S": "x"}, f0={"N": "1"}, f1={"S": "1 2"})
    put(dynamodb, key_of_practice(2), b={"B": b"\x00"}, m={"N": "1"}, g={"N": "7"}, fx={"S": "?"})
    put(
        dynamodb,
        key_of_practice(3),
        f0={"S": "60 -9999999999999999999 2026-11-20 x"},
        tlessons={"N": "1"},
    )
    put(dynamodb, "q#x")
    put(dynamodb, "r#x", sums={"N": "1"})
    put(dynamodb, "q#1#2#3", expires_at={"S": "?"})
    assert dynamodb.open(HOUSEHOLD, PERSON) == Profile(PERSON)

    dynamodb.write(HOUSEHOLD, PERSON, placing(saved(2, 6)))
    dynamodb.write(HOUSEHOLD, PERSON, Change(at(7), PREFERENCES, (saved(1, 5),), (done(1, 2),)))
    assert dynamodb.open(HOUSEHOLD, PERSON) == Profile(
        PERSON,
        PREFERENCES,
        (saved(2, 6), knowing(saved(1, 5), 2)),
        stretches={"knee_to_chest": Tally(1, 180)},
        days={"2026-11-20": Tally(1, 180)},
        lately={"knee_to_chest": "2026-11-20"},
    )
    assert list(dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1, 2)]


def test_damaged_sums_are_worked_out_anew(dynamodb):
    """They are a function of the practices: whatever stands in their place, nothing is lost."""
    practise(dynamodb, range(1, 40))
    before = dynamodb.open(HOUSEHOLD, PERSON)
    for damage in ({"S": "?"}, {"B": b"?"}, packed("{}"), packed('{"n":"","d":[],"s":7}'), {"N": "1"}):
        change(dynamodb, HEAD, sums=damage)
        assert dynamodb.open(HOUSEHOLD, PERSON) == before
        assert read_head(items(dynamodb)[HEAD]).sums.totals == before.totals


def test_a_recount_says_what_it_changed(dynamodb):
    """Sums that somebody has changed past the store are put right, and it is told what they were."""
    practise(dynamodb, range(1, 40))
    before = dynamodb.open(HOUSEHOLD, PERSON).totals
    sums = read_head(items(dynamodb)[HEAD]).sums
    wrong = replace(sums, totals=replace(sums.totals, stretches={"bridge": Tally(9, 9)}))
    change(dynamodb, HEAD, sums=packed(encode_sums(wrong)))
    counted = dynamodb.recount(HOUSEHOLD, PERSON)

    assert counted.before.stretches["bridge"] == Tally(9, 9)
    assert counted.after == before == dynamodb.open(HOUSEHOLD, PERSON).totals


def test_a_recount_keeps_what_has_expired(dynamodb):
    """Where practices have gone since they were counted, no stretch is counted less for that."""
    practise(dynamodb, range(1, 40))
    before = dynamodb.open(HOUSEHOLD, PERSON).totals
    for number in range(1, 20):
        key = key_of(HOUSEHOLD, key_of_practice(number))
        dynamodb._client.delete_item(TableName=dynamodb.table, Key=key)

    assert dynamodb.recount(HOUSEHOLD, PERSON).after.stretches == before.stretches


def test_a_late_stretch_of_a_closed_practice(dynamodb):
    """It is in the history at once, and in the totals with the next recount."""
    practise(dynamodb, range(1, 60))
    dynamodb.write(HOUSEHOLD, PERSON, finishing(done(5, 1)))
    assert done(5, 1) in list(dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO))
    counted = dynamodb.recount(HOUSEHOLD, PERSON)

    assert (counted.before.stretches.get("cat_cow"), counted.after.stretches["cat_cow"]) == (
        None,
        Tally(1, 120),
    )


def test_a_long_history_is_read_to_its_end(dynamodb, requests):
    """A history longer than an answer of DynamoDB, one megabyte, is read in several."""
    long = {"S": "x" * 300_000}
    for number in range(2, 7):
        put(dynamodb, key_of_practice(number), padding=long)
    dynamodb.write(HOUSEHOLD, PERSON, finishing(done(1)))
    requests.clear()

    assert list(dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1)]
    assert names(requests).count("Query") > 1


def test_a_collision_passes(dynamodb, mocker):
    """A write that collides with another waits a moment and is sent again, whole."""
    pause = mocker.patch.object(module, "pause")
    client = dynamodb._client
    reasons = [{"Code": "None"}, {"Code": "TransactionConflict"}]
    met = client.exceptions.TransactionCanceledException(
        refusal("TransactionCanceledException", CancellationReasons=reasons).response, "x"
    )
    real = client.transact_write_items
    mocker.patch.object(
        client, "transact_write_items", side_effect=[met, met, mocker.DEFAULT], wraps=real
    )
    dynamodb.write(HOUSEHOLD, PERSON, CHANGE)

    assert list(dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1)]
    (begun,) = BEGINS.practices
    assert dynamodb.open(HOUSEHOLD, PERSON).practices == (knowing(begun, 0),)
    assert pause.call_count == 2


def test_a_collision_without_end(dynamodb, mocker):
    """A write that keeps colliding gives up, and a later turn tries again."""
    mocker.patch.object(module, "pause")
    client = dynamodb._client
    met = client.exceptions.TransactionConflictException(
        refusal("TransactionConflictException").response, "UpdateItem"
    )
    tried = mocker.patch.object(client, "update_item", side_effect=met)
    with pytest.raises(StoreError, match=f"the table {TABLE} was written to by others"):
        dynamodb.write(HOUSEHOLD, PERSON, placing(saved(1, 5)))

    assert tried.call_count == module.WRITE_ATTEMPTS


def test_collisions_that_take_long(dynamodb, mocker):
    """A write that collides for too long gives up before Alexa does, whatever the number of attempts."""
    clock = mocker.Mock(side_effect=[0.0, 1.0, 2.0])
    mocker.patch.object(module, "time", SimpleNamespace(monotonic=clock, sleep=mocker.Mock()))
    client = dynamodb._client
    met = refusal("TransactionConflictException", "UpdateItem")
    tried = mocker.patch.object(client, "update_item", side_effect=met)
    with pytest.raises(StoreError, match="was written to by others"):
        dynamodb.write(HOUSEHOLD, PERSON, placing(saved(1, 5)))

    assert (tried.call_count, clock.call_count) == (2, 3)


def test_something_else_answers(dynamodb):
    """An answer that is not DynamoDB's is not taken for an empty table."""
    dynamodb.write(HOUSEHOLD, PERSON, CHANGE)
    dynamodb.hide(HOUSEHOLD, PERSON)
    dynamodb._client.meta.events.register_first(
        "before-send.dynamodb", lambda **_: response(200, b"<html>Welcome to our network</html>")
    )
    for use in (
        lambda: dynamodb.open(HOUSEHOLD, PERSON),
        lambda: dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO),
        lambda: dynamodb.people(HOUSEHOLD),
        lambda: dynamodb.erase(HOUSEHOLD, PERSON, seconds=60),
    ):
        with pytest.raises(StoreError, match=r"none of DynamoDB's.*check the network"):
            use()


def test_a_refusal_for_another_reason(dynamodb, mocker):
    """A transaction that is refused for good is not tried again."""
    client = dynamodb._client
    reasons = [{"Code": "None"}, {"Code": "ValidationError"}]
    refused = client.exceptions.TransactionCanceledException(
        refusal("TransactionCanceledException", CancellationReasons=reasons).response, "x"
    )
    tried = mocker.patch.object(client, "transact_write_items", side_effect=refused)
    with pytest.raises(StoreError, match="it refuses what was sent"):
        dynamodb.write(HOUSEHOLD, PERSON, CHANGE)

    assert tried.call_count == 1


def test_an_answer_that_is_lost(dynamodb, mocker):
    """A write whose answer never came may be repeated: everything in it counts once."""
    client, real = dynamodb._client, dynamodb._client.transact_write_items

    def silent(**request):
        real(**request)
        raise ReadTimeoutError(endpoint_url="https://dynamodb.example")

    mocker.patch.object(client, "transact_write_items", silent)
    with pytest.raises(StoreError, match=r"\(ReadTimeoutError\): check the network"):
        dynamodb.write(HOUSEHOLD, PERSON, CHANGE)
    mocker.stopall()
    dynamodb.write(HOUSEHOLD, PERSON, CHANGE)

    assert list(dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1)]
    assert dynamodb.open(HOUSEHOLD, PERSON).stretches == {"childs_pose": Tally(1, 60)}


def test_a_missing_table(dynamodb):
    """A table that is not there is named, with the setting that names it."""
    store = DynamoStore("elsewhere", dynamodb._client)
    for use in (
        lambda: store.open(HOUSEHOLD, PERSON),
        lambda: store.write(HOUSEHOLD, PERSON, CHANGE),
        lambda: store.write(HOUSEHOLD, PERSON, placing(saved(1, 5))),
        lambda: store.history(HOUSEHOLD, PERSON, LONG_AGO),
    ):
        with pytest.raises(StoreError, match=r"table elsewhere .*LIMBER_STORE=dynamodb:<table>"):
            use()


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("AccessDeniedException", "check the credentials"),
        ("UnrecognizedClientException", "check the credentials"),
        ("ExpiredTokenException", "check the credentials"),
        ("ProvisionedThroughputExceededException", "try again later"),
        ("RequestLimitExceeded", "try again later"),
        ("InternalServerError", "try again later"),
        ("ValidationException", "pk and sk"),
        ("SomethingNew", "check the network"),
    ],
)
def test_refusals(dynamodb, mocker, code, advice):
    """A refusal is named with what to do, and nobody's id is repeated."""
    mocker.patch.object(dynamodb._client, "update_item", side_effect=refusal(code))
    with pytest.raises(StoreError) as caught:
        dynamodb.write(HOUSEHOLD, PERSON, placing(saved(1, 5)))

    assert str(caught.value).startswith(f"cannot use the DynamoDB table {TABLE} ({code}): ")
    assert advice in str(caught.value)
    assert HOUSEHOLD not in str(caught.value)


def test_a_table_of_other_keys(dynamodb):
    """A table that somebody made with other keys is told apart from a failure."""
    definition = {
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
    }
    dynamodb._client.create_table(TableName="other", **definition)
    with pytest.raises(StoreError, match="see that its keys are those of"):
        DynamoStore("other", dynamodb._client).open(HOUSEHOLD, PERSON)


@pytest.fixture
def aws(monkeypatch, tmp_path):
    """boto3's settings, none of the machine's own among them."""
    for variable in ("AWS_REGION", "AWS_PROFILE", "AWS_ENDPOINT_URL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    # Nobody listens at the port for discarding.
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9")
    return monkeypatch


@pytest.mark.usefixtures("aws")
def test_nobody_answers():
    """A table that cannot be reached is given up on, with what to check."""
    with pytest.raises(StoreError, match=r"\(EndpointConnectionError\): check the network"):
        DynamoStore(TABLE).open(HOUSEHOLD, PERSON)


@pytest.mark.usefixtures("aws")
def test_limits():
    """The client has short time limits and few retries."""
    config = DynamoStore(TABLE)._client.meta.config

    assert (config.connect_timeout, config.read_timeout) == (0.5, 1.0)
    assert (config.retries["total_max_attempts"], config.retries["mode"]) == (2, "standard")


def test_no_region(aws):
    """A region that is not set is asked for."""
    aws.delenv("AWS_DEFAULT_REGION")
    for use in (
        lambda: DynamoStore(TABLE).open(HOUSEHOLD, PERSON),
        lambda: DynamoStore(TABLE).write(HOUSEHOLD, PERSON, CHANGE),
    ):
        with pytest.raises(StoreError, match=r"\(NoRegionError\): set AWS_DEFAULT_REGION"):
            use()


def test_no_address(aws):
    """An address that is none is named by its setting."""
    aws.setenv("AWS_ENDPOINT_URL_DYNAMODB", "nonsense")
    with pytest.raises(StoreError, match="correct AWS_ENDPOINT_URL_DYNAMODB"):
        DynamoStore(TABLE).open(HOUSEHOLD, PERSON)


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("AWS_DEFAULT_REGION", "bad region", r"\(InvalidRegionError\): correct AWS_DEFAULT_REGION, "),
        ("AWS_DEFAULT_REGION", "", "set AWS_DEFAULT_REGION to a region"),
        ("AWS_PROFILE", "nobodys", r"\(ProfileNotFound\): correct AWS_PROFILE, "),
        ("AWS_CONFIG_FILE", __file__, r"\(ConfigParseError\): correct the AWS configuration file, "),
    ],
)
def test_settings_that_are_none_of_awss(aws, setting, value, told):
    """A wrong AWS setting is named by its own name."""
    aws.delenv("AWS_ENDPOINT_URL_DYNAMODB")
    aws.setenv(setting, value)
    with pytest.raises(StoreError, match=told):
        DynamoStore(TABLE).open(HOUSEHOLD, PERSON)


def test_the_function_may_do_what_the_store_does(dynamodb, requests):
    """The template allows the function exactly the calls that the store makes."""
    dynamodb.write(HOUSEHOLD, PERSON, CHANGE)
    dynamodb.write(HOUSEHOLD, PERSON, placing(saved(1, 6)))
    practise(dynamodb, range(10, 40))
    dynamodb.open(HOUSEHOLD, PERSON)
    list(dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO))
    dynamodb.people(HOUSEHOLD)
    dynamodb.hide(HOUSEHOLD, PERSON)
    dynamodb.erase(HOUSEHOLD, PERSON, seconds=60)

    made = set()
    for name, asked in requests:
        parts = [next(iter(part)) for part in asked.get("TransactItems", [])]
        made |= {f"dynamodb:{part}Item" for part in parts} or {f"dynamodb:{name}"}
    function = template()["Resources"]["SkillFunction"]["Properties"]
    [policy] = function["Policies"]
    [allowed] = [
        {*each["Action"]} for each in policy["Statement"] if str(each["Action"]).count("dynamodb:")
    ]
    assert allowed == made
