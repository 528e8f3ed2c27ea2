"""The DynamoDB table: what it costs, what its items are, and what can go wrong."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from helpers.dynamodb_faults import response
from helpers.dynamodb_table import items, names, put, recorded
from helpers.sam_template import TABLE, template
from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    done,
    finishing,
    placing,
    practice_id,
    saved,
)
from skill.coach.person.change import Change
from skill.coach.person.device import KEPT_DEVICE, KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import SAVED_PRACTICES, Profile, Tally
from skill.errors import StoreError
from skill.stores import dynamodb as module
from skill.stores.dynamodb import DynamoStore

KITCHEN = KnownDevice("kitchen", Rendering.AUDIO)
PREFERENCES = Preferences(introduced=True)
CHANGE = Change(at(5), PREFERENCES, (saved(1, 5),), (done(1),))


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
    ("use", "queries"),
    [
        (lambda store: store.open(HOUSEHOLD, PERSON), 1),
        (lambda store: store.people(HOUSEHOLD), 1),
        (lambda store: store.history(HOUSEHOLD, PERSON, LONG_AGO), 2),
        (lambda store: store.history(HOUSEHOLD, PERSON, LONG_AGO, limit=5), 2),
    ],
    ids=["open", "people", "history", "a little history"],
)
def test_reading_is_strongly_consistent(dynamodb, requests, use, queries):
    """A profile is read in one strongly consistent query; a history in one more."""
    dynamodb.write(HOUSEHOLD, PERSON, finishing(*(done(number) for number in range(20))))
    requests.clear()
    use(dynamodb)

    assert [(name, asked["ConsistentRead"]) for name, asked in requests] == [("Query", True)] * queries


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(at(0)), []),
        (Change(at(5), PREFERENCES), ["UpdateItem"]),
        (placing(saved(1, 5), saved(2, 5)), ["UpdateItem"]),
        (finishing(done(1)), ["TransactWriteItems"]),
        (CHANGE, ["TransactWriteItems"]),
    ],
    ids=["nothing", "preferences", "places", "finished", "everything"],
)
def test_writing_is_one_request_at_most(dynamodb, requests, change, expected):
    """A turn writes in one request, and not at all where nothing changed."""
    dynamodb.write(HOUSEHOLD, PERSON, change)

    assert names(requests) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (placing(saved(1, 5)), ["UpdateItem"]),
        (Change(at(5), PREFERENCES, (saved(1, 4),)), ["UpdateItem"]),
        (finishing(done(1)), ["TransactWriteItems"]),
        (CHANGE, ["TransactWriteItems"]),
        (finishing(done(1), done(1, 1)), ["TransactWriteItems"] * 2),
    ],
    ids=["same place", "late place", "same finished", "same everything", "one new"],
)
def test_writing_what_is_there_already(dynamodb, requests, change, expected):
    """After a refusal, one more request writes what was not there yet, if anything was not."""
    dynamodb.write(HOUSEHOLD, PERSON, CHANGE)
    requests.clear()
    dynamodb.write(HOUSEHOLD, PERSON, change)

    assert names(requests) == expected


def test_the_items(dynamodb):
    """Items have the keys and attributes that the module's header describes, and a schema."""
    dynamodb.write(HOUSEHOLD, PERSON, CHANGE)

    kept = items(dynamodb)
    finished_key = f"done#{PERSON}#{practice_id(1)}#00"
    assert set(kept) == {f"profile#{PERSON}", finished_key}
    assert {item["schema"]["N"] for item in kept.values()} == {"2"}
    profile = kept[f"profile#{PERSON}"]
    saved_at = profile[f"practice#{practice_id(1)}"]["M"]["at"]
    assert saved_at == {"S": "2026-11-20T08:05:00.000+00:00"}
    totals = {name: value["N"] for name, value in profile.items() if "N" in value}
    assert totals == {
        "schema": "2",
        "n#childs_pose": "1",
        "s#childs_pose": "60",
        "dn#2026-11-20": "1",
        "ds#2026-11-20": "60",
    }
    assert kept[finished_key] == {
        "pk": {"S": HOUSEHOLD},
        "sk": {"S": finished_key},
        "schema": {"N": "2"},
        "expires_at": {"N": "1858233720"},
        "practice": {"S": practice_id(1)},
        "item": {"N": "0"},
        "stretch": {"S": "childs_pose"},
        "at": {"S": "2026-11-20T08:02:00.000+00:00"},
        "day": {"S": "2026-11-20"},
        "seconds": {"N": "60"},
    }


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(at(5), device=KITCHEN), ["PutItem"]),
        (Change(at(5), PREFERENCES, device=KITCHEN), ["TransactWriteItems"]),
        (Change(at(5), finished=(done(1),), device=KITCHEN), ["TransactWriteItems"]),
    ],
    ids=["alone", "with a preference", "with a stretch"],
)
def test_a_device_is_written_in_one_request(dynamodb, requests, change, expected):
    """Alone it is a plain write, with anything else one transaction; and one query brings it back."""
    dynamodb.write(HOUSEHOLD, PERSON, change)
    assert names(requests) == expected

    requests.clear()
    assert dynamodb.open(HOUSEHOLD, PERSON, "kitchen").device == KITCHEN
    assert names(requests) == ["Query"]


def test_the_item_of_a_device(dynamodb):
    """It lies beside the profiles, under the device's key, and goes after a year without news."""
    dynamodb.write(HOUSEHOLD, PERSON, Change(at(5), device=KITCHEN))

    assert items(dynamodb) == {
        "profile-device#kitchen": {
            "pk": {"S": HOUSEHOLD},
            "sk": {"S": "profile-device#kitchen"},
            "schema": {"N": "2"},
            "known": {"S": '{"key":"kitchen","rendering":"apla"}'},
            "at": {"S": "2026-11-20T08:05:00.000+00:00"},
            "expires_at": {"N": str(int((at(5) + KEPT_DEVICE).timestamp()))},
        }
    }


def test_a_damaged_device_is_as_if_nothing_were_known(dynamodb):
    """Whatever stands there, the visit opens; and what is found out next takes its place."""
    for nonsense in ({"known": {"N": "1"}}, {"known": {"S": "[]"}, "at": {"N": "3"}}, {}):
        put(dynamodb, "profile-device#kitchen", **nonsense)
        assert dynamodb.open(HOUSEHOLD, PERSON, "kitchen").device == KnownDevice("kitchen")
        dynamodb.write(HOUSEHOLD, PERSON, Change(at(5), device=KITCHEN))
        assert dynamodb.open(HOUSEHOLD, PERSON, "kitchen").device == KITCHEN


def test_practices_that_fell_out_are_removed_in_passing(dynamodb, requests):
    """Practices no longer shown are removed by the next write after a visit, in its one request."""
    numbers = range(SAVED_PRACTICES + 2)
    dynamodb.write(HOUSEHOLD, PERSON, placing(*(saved(number, number) for number in numbers)))
    dynamodb.open(HOUSEHOLD, PERSON)
    requests.clear()
    dynamodb.write(HOUSEHOLD, PERSON, Change(at(50), PREFERENCES))

    assert names(requests) == ["UpdateItem"]
    kept = [name for name in items(dynamodb)[f"profile#{PERSON}"] if name.startswith("practice#")]
    assert sorted(kept) == [f"practice#{practice_id(number)}" for number in numbers[2:]]


def test_a_surplus_is_its_owners(dynamodb):
    """What is removed in passing is removed from the profile it was seen in."""
    numbers = range(SAVED_PRACTICES + 1)
    for person in ("one", "two"):
        dynamodb.write(HOUSEHOLD, person, placing(*(saved(number, number) for number in numbers)))
    dynamodb.open(HOUSEHOLD, "one")
    dynamodb.write(HOUSEHOLD, "two", Change(at(50), PREFERENCES))

    assert f"practice#{practice_id(0)}" in items(dynamodb)["profile#two"]


def test_others_come_in_between(dynamodb):
    """What has to be removed from a profile is remembered while other profiles are opened."""
    numbers = range(SAVED_PRACTICES + 1)
    people = [f"person {number}" for number in range(12)]
    for person in people:
        dynamodb.write(HOUSEHOLD, person, placing(*(saved(number, number) for number in numbers)))
        dynamodb.open(HOUSEHOLD, person)
    for person in people:
        dynamodb.write(HOUSEHOLD, person, Change(at(50), PREFERENCES))

    kept = items(dynamodb)
    assert not any(f"practice#{practice_id(0)}" in kept[f"profile#{person}"] for person in people)


def test_so_many_are_remembered_and_no_more(dynamodb, monkeypatch):
    """A process that lives long does not remember everybody it has ever seen."""
    numbers = range(SAVED_PRACTICES + 1)
    monkeypatch.setattr(module, "MOST_SURPLUSES", 5)
    for number in range(9):
        person = f"person {number}"
        practices = placing(*(saved(number, number) for number in numbers))
        dynamodb.write(f"house {number}", person, practices)
        dynamodb.open(f"house {number}", person)

    assert list(dynamodb._surplus) == [(f"house {n}", f"person {n}") for n in range(4, 9)]


def test_damaged_items_are_passed_over(dynamodb):
    """What cannot be read is left out, the rest is told, and writing goes on."""
    put(
        dynamodb,
        f"profile#{PERSON}",
        **{
            "schema": {"S": "?"},
            "preferences": {"S": "[]"},
            f"practice#{practice_id(1)}": {"S": "nonsense"},
            f"practice#{practice_id(2)}": {"M": {"at": {"N": "1"}}},
            "practice#3": {"M": {"at": {"S": "9"}, "saved": {"S": "{}"}}},
            "n#bridge": {"S": "often"},
            "s#bridge": {"N": "5"},
            "n#cobra": {"N": "1.5"},
            "s#cobra": {"N": "-5"},
            "dn#someday": {"N": "1"},
            "ds#someday": {"N": "1"},
            "n#": {"BOOL": True},
            "l#bridge": {"S": "someday"},
            "l#cobra": {"N": "20261120"},
            "generation": {"N": "7"},
            "expires_at": {"S": "?"},
        },
    )
    put(dynamodb, f"done#{PERSON}#x#00", stretch={"S": "bridge"})
    put(dynamodb, f"done#{PERSON}#x#01")
    put(dynamodb, "profile#")
    assert dynamodb.open(HOUSEHOLD, PERSON) == Profile(PERSON)

    dynamodb.write(HOUSEHOLD, PERSON, placing(saved(2, 6)))
    dynamodb.write(HOUSEHOLD, PERSON, CHANGE)
    assert dynamodb.open(HOUSEHOLD, PERSON) == Profile(
        PERSON,
        PREFERENCES,
        (saved(2, 6), saved(1, 5)),
        stretches={"childs_pose": Tally(1, 60)},
        days={"2026-11-20": Tally(1, 60)},
        lately={"childs_pose": "2026-11-20"},
    )
    assert list(dynamodb.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1)]


def test_a_long_history_is_read_to_its_end(dynamodb, requests):
    """A history longer than an answer of DynamoDB, one megabyte, is read in several."""
    long = {"S": "x" * 300_000}
    for item in range(5):
        put(dynamodb, f"done#{PERSON}#x#{item:02d}", padding=long)
    dynamodb.write(HOUSEHOLD, PERSON, finishing(done(1)))
    requests.clear()
    put(dynamodb, f"done#{PERSON}#0#00", padding=long)

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
    assert dynamodb.open(HOUSEHOLD, PERSON).practices == (saved(1, 5),)
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
    dynamodb.write(HOUSEHOLD, PERSON, Change(at(6), PREFERENCES))
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
    [statement] = policy["Statement"]
    assert set(statement["Action"]) == made
