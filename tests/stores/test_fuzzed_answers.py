"""What comes instead of an answer of DynamoDB's: a named error with one line, whatever it is.

The answers are DynamoDB's own, with a value set to something else, bytes changed, or cut off. What can
come of that is found out here, and is not a list of what anybody remembers botocore to raise.
"""

import base64
import json
import random

import pytest

from helpers.dynamodb_faults import KINDS, Clock, response
from helpers.dynamodb_table import ACCOUNTS_HEAD, items
from helpers.store_samples import HOUSEHOLD, LONG_AGO, PERSON, at, done, placing, saved
from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile
from skill.errors import BackupError, ErasedError, StoreError
from soak.mutants import changed, places

MUTANTS = 60
"""Calls of each kind; most of them are more than one request."""

CHANGE = Change(at(7), Preferences(taught=True), (saved(3, 7),), (done(99),), device=KnownDevice("k"))
NEW = Backup(at(9), (KeptPerson(Profile("new", Preferences(taught=True)), (done(1),)),))
REFUSED = "ConditionalCheckFailed"


def error(code, **details):
    """An answer in which DynamoDB refuses."""
    return 400, {"__type": KINDS + code, "message": "no", **details}


@pytest.fixture
def fuzzed(dynamodb):
    """A store all of whose answers are changed on the way, one time in two."""
    for person in (PERSON, "account"):
        practices, finished = (saved(1, 5), saved(2, 6)), tuple(done(number) for number in range(4))
        dynamodb.write(
            HOUSEHOLD, person, Change(at(5), Preferences(introduced=True), practices, finished)
        )
    dynamodb.write(HOUSEHOLD, PERSON, Change(at(5), device=KnownDevice("k", rates={"en-US": 1.1})))
    rows, lots = list(items(dynamodb).values()), random.Random(1)
    for row in rows:
        for value in row.values():
            if "B" in value:
                value["B"] = base64.b64encode(value["B"]).decode()
    head = next(row for row in rows if row["sk"]["S"] == ACCOUNTS_HEAD)
    practice = next(row for row in rows if row["sk"]["S"].startswith("q#"))
    reasons = [{"Code": "None"}, {"Code": REFUSED, "Item": practice}, {"Code": REFUSED, "Item": head}]
    requests = [{"DeleteRequest": {"Key": {"pk": rows[0]["pk"], "sk": rows[0]["sk"]}}}]
    last = {"pk": rows[0]["pk"], "sk": rows[0]["sk"]}
    more = (200, {"Items": rows[:2], "Count": 2, "ScannedCount": 2, "LastEvaluatedKey": last})
    answers = {
        "Query": [(200, {"Items": rows, "Count": len(rows), "ScannedCount": len(rows)}), more],
        "BatchWriteItem": [(200, {"UnprocessedItems": {dynamodb.table: requests}})],
        "TransactWriteItems": [error("TransactionCanceledException", CancellationReasons=reasons)],
        "BatchGetItem": [(200, {"Responses": {dynamodb.table: rows}, "UnprocessedKeys": {}})],
        "UpdateItem": [
            error(f"{REFUSED}Exception", Item=head),
            error(f"{REFUSED}Exception", Item=practice),
            error(f"{REFUSED}Exception"),
            error("ValidationException"),
        ],
        "PutItem": [error(f"{REFUSED}Exception", Item=head)],
    }

    def answer(request, **_):
        action = request.headers["X-Amz-Target"].decode().partition(".")[2]
        status, body = lots.choice([*answers[action], *answers[action], (200, {}), error("Throttling")])
        paths = list(places(body))
        if paths and lots.random() < 0.5:
            body = changed(body, lots.choice(paths), lots)
        raw = bytearray(json.dumps(body).encode())
        if lots.random() < 0.1:
            for _ in range(3):
                raw[lots.randrange(len(raw))] = lots.randrange(256)
        if lots.random() < 0.05:
            del raw[lots.randrange(len(raw)) :]
        return response(lots.choice((status,) * 9 + (503,)), bytes(raw))

    dynamodb._client.meta.events.register_first("before-send.dynamodb", answer)
    return dynamodb


@pytest.mark.parametrize(
    "call",
    [
        lambda store: store.open(HOUSEHOLD, "account", "k"),
        lambda store: store.recount(HOUSEHOLD, "account"),
        lambda store: list(store.history(HOUSEHOLD, PERSON, LONG_AGO)),
        lambda store: store.people(HOUSEHOLD),
        lambda store: store.back_up(HOUSEHOLD, at(9)),
        lambda store: store.restore(HOUSEHOLD, NEW),
        lambda store: store.write(HOUSEHOLD, "account", CHANGE),
        lambda store: store.write(HOUSEHOLD, "account", placing(saved(3, 7))),
        lambda store: store.hide(HOUSEHOLD, "account"),
        lambda store: store.erase(HOUSEHOLD, "account", 1.0),
    ],
    ids=["open", "recount", "history", "people", "backup", "restore", "write", "place", "hide", "erase"],
)
def test_no_answer_is_an_exception_of_a_library(fuzzed, call):
    """Each is what is kept, or an error of ours whose message is one line."""
    told = []
    with Clock().ticking():
        for _ in range(MUTANTS):
            try:
                call(fuzzed)
            except (StoreError, ErasedError, BackupError) as refused:
                told.append(str(refused))
    assert told
    assert all(line.isprintable() for line in told)
