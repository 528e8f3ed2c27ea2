"""Faults between boto3 and DynamoDB, drawn by lot for every request: boto3's own code meets them.

No time passes for them: what a fault would take is added up on a clock of its own.
"""

import base64
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from unittest import mock

from botocore.awsrequest import AWSRequest, AWSResponse
from botocore.exceptions import (
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ReadTimeoutError,
)

from skill.stores.dynamodb.client import CONNECT_SECONDS, READ_SECONDS

ANSWER_SECONDS = 0.02
SLOW_SECONDS = 0.9 * READ_SECONDS

KINDS = "com.amazonaws.dynamodb.v20120810#"
GARBAGE = (
    {"S": "nonsense"},
    {"N": "1.5"},
    {"N": "-3"},
    {"BOOL": True},
    {"NULL": True},
    {"L": [{"S": "?"}]},
    {"M": {"at": {"N": "9"}, "saved": {"S": "[[[["}}},
    {"B": b"\x00\xff"},
)

HEADS_DAMAGE = ("prefs", "sums", "w", "n", "u9", "p2", "expires")
PRACTICES_DAMAGE = ("b", "m", "t", "tlessons x", "tcautioned ", "f99", "f", "e")
"""What nonsense is written into: nothing that says what was finished, for that would be gone."""


class Raw:
    """What urllib3 would hand on: botocore asks it for its parts."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def stream(self, *_: object, **__: object) -> Iterator[bytes]:
        """The whole body at once."""
        yield self.body


@dataclass
class Clock:
    """What would have passed since the request of the device came in, in seconds."""

    now: float = 0.0

    def sleep(self, seconds: float) -> None:
        """Pass."""
        self.now += seconds

    @contextmanager
    def ticking(self) -> Iterator[None]:
        """Everything that waits or looks at the time in the way to the store does so by this clock."""
        stand_in = SimpleNamespace(
            sleep=self.sleep, monotonic=lambda: self.now, time=lambda: 1_800_000_000 + self.now
        )
        with (
            mock.patch("skill.stores.dynamodb.store.time", stand_in),
            mock.patch("skill.stores.dynamodb.table.time", stand_in),
            mock.patch("skill.alexa.shell.store_visit.time", stand_in),
            mock.patch("botocore.endpoint.time", stand_in),
        ):
            yield


@dataclass
class Faults:
    """What goes wrong on a client's way to DynamoDB."""

    client: Any
    lots: random.Random
    clock: Clock
    rate: float = 0.0
    """How many of the requests go wrong."""
    kinds: "tuple[Fault, ...]" = ()
    """What can go wrong; everything where nothing is named."""
    met: Counter[str] = field(default_factory=Counter)
    _passing: bool = False
    _lost: int = 0
    """How many of the next requests are lost as well."""

    def __post_init__(self) -> None:
        self.client.meta.events.register_first("before-send.dynamodb", self._on_send)

    def _on_send(self, request: AWSRequest, **_: object) -> AWSResponse | None:
        """What botocore gets instead of sending; None to let it send."""
        if self._passing:
            return None
        self.clock.sleep(ANSWER_SECONDS)
        if self._lost:
            self._lost -= 1
            return lost_request(self, request)
        if self.lots.random() >= self.rate:
            return None
        fault = self.lots.choice(self.kinds or FAULTS)
        self.met[fault.__name__.strip("_").replace("_", " ")] += 1
        return fault(self, request)

    def do(self, request: AWSRequest, *, recognised: bool = False) -> None:
        """Do the same, as a request of another device's, or as one that is recognised when it comes."""
        action, asked = _action(request), _with_bytes(json.loads(request.body))
        if not recognised:
            asked.pop("ClientRequestToken", None)
        method = re.sub(r"(?<!^)(?=[A-Z])", "_", action).lower()
        with self.passing(), suppress(ClientError):
            getattr(self.client, method)(**asked)

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Nothing goes wrong meanwhile."""
        self._passing = True
        try:
            yield
        finally:
            self._passing = False

    @property
    def url(self) -> str:
        """Where DynamoDB is."""
        return self.client.meta.endpoint_url


Fault = Callable[[Faults, AWSRequest], AWSResponse | None]


def _with_bytes(value: Any) -> Any:
    """A part of a request as boto3 takes it: on the line, bytes are text."""
    if isinstance(value, list):
        return [_with_bytes(part) for part in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"B"} and isinstance(value["B"], str):
        return {"B": base64.b64decode(value["B"])}
    return {name: _with_bytes(part) for name, part in value.items()}


def _action(request: AWSRequest) -> str:
    return request.headers["X-Amz-Target"].decode().partition(".")[2]


def response(status: int, body: bytes) -> AWSResponse:
    """What comes back over the line."""
    return AWSResponse("http://dynamodb", status, {"Content-Type": "application/json"}, Raw(body))


def refused(code: str, status: int = 400, **details: object) -> AWSResponse:
    """How DynamoDB refuses a request."""
    body = {"__type": KINDS + code, "message": "no", **details}
    return response(status, json.dumps(body).encode())


def _throttled(_faults: Faults, _request: AWSRequest) -> AWSResponse:
    return refused("ProvisionedThroughputExceededException")


def _limit_of_requests(_faults: Faults, _request: AWSRequest) -> AWSResponse:
    return refused("RequestLimitExceeded")


def _internal_error(_faults: Faults, _request: AWSRequest) -> AWSResponse:
    return refused("InternalServerError", 500)


def _unavailable(_faults: Faults, _request: AWSRequest) -> AWSResponse:
    return response(503, b"<html>come back later</html>")


def _token_expired(_faults: Faults, _request: AWSRequest) -> AWSResponse:
    return refused("ExpiredTokenException")


def _not_connected_in_time(faults: Faults, _request: AWSRequest) -> AWSResponse:
    faults.clock.sleep(CONNECT_SECONDS)
    raise ConnectTimeoutError(endpoint_url=faults.url)


def _connection_refused(faults: Faults, _request: AWSRequest) -> AWSResponse:
    raise EndpointConnectionError(endpoint_url=faults.url)


def lost_request(faults: Faults, _request: AWSRequest) -> AWSResponse:
    """It never comes there."""
    faults.clock.sleep(READ_SECONDS)
    raise ReadTimeoutError(endpoint_url=faults.url)


def lost_answer(faults: Faults, request: AWSRequest) -> AWSResponse:
    """It is done, and nobody hears of it; half of the time not even by asking again."""
    faults.do(request)
    faults._lost = faults.lots.choice((0, 1))
    faults.clock.sleep(READ_SECONDS)
    raise ReadTimeoutError(endpoint_url=faults.url)


def _done_twice(faults: Faults, request: AWSRequest) -> None:
    """It is done already when it comes: every condition in it fails, and DynamoDB says so itself."""
    faults.do(request)


def _slow(faults: Faults, _request: AWSRequest) -> None:
    faults.clock.sleep(SLOW_SECONDS)


def conflict(_faults: Faults, request: AWSRequest) -> AWSResponse | None:
    """Somebody else is writing to the same items."""
    action = _action(request)
    if action == "TransactWriteItems":
        number = len(json.loads(request.body)["TransactItems"])
        reasons = [{"Code": "None"}] * (number - 1) + [{"Code": "TransactionConflict"}]
        return refused("TransactionCanceledException", CancellationReasons=reasons)
    return refused("TransactionConflictException") if action == "UpdateItem" else None


def _garbage_items(faults: Faults, request: AWSRequest) -> None:
    """Something has written nonsense into what is kept, beside it or over it."""
    if _action(request) != "Query":
        return
    asked = json.loads(request.body)
    table, household = asked["TableName"], asked["ExpressionAttributeValues"][":pk"]
    garbage = lambda: faults.lots.choice(GARBAGE)  # noqa: E731
    with faults.passing():
        found = faults.client.query(
            TableName=table,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": household},
        )["Items"]
        for kind, names in (("r#", HEADS_DAMAGE), ("q#", PRACTICES_DAMAGE)):
            keys = [item["sk"] for item in found if item["sk"]["S"].startswith(kind)]
            if keys:
                chosen = faults.lots.sample(names, 3)
                faults.client.update_item(
                    TableName=table,
                    Key={"pk": household, "sk": faults.lots.choice(keys)},
                    UpdateExpression="SET #0 = :0, #1 = :1, #2 = :2",
                    ExpressionAttributeNames={f"#{i}": name for i, name in enumerate(chosen)},
                    ExpressionAttributeValues={f":{i}": garbage() for i in range(3)},
                )
        key = {"pk": household, "sk": {"S": f"{faults.lots.choice('qr')}#account#x"}}
        item = {name: garbage() for name in ("b", "f0", "sums", "prefs", "m", "v", "g")}
        faults.client.put_item(TableName=table, Item={**item, **key})


def _nonsense_for_an_answer(_faults: Faults, _request: AWSRequest) -> AWSResponse:
    """Something between here and there answers in DynamoDB's place."""
    return response(200, b"<html>Welcome to our network</html>")


FAULTS: tuple[Fault, ...] = (
    _throttled,
    _limit_of_requests,
    _internal_error,
    _unavailable,
    _token_expired,
    _not_connected_in_time,
    _connection_refused,
    lost_request,
    lost_answer,
    _done_twice,
    _slow,
    conflict,
    _garbage_items,
    _nonsense_for_an_answer,
)
