"""botocore's client for one DynamoDB table: its time limits, and messages for what goes wrong."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import get_session

from skill.coach.person.encoding import UNREADABLE
from skill.errors import StoreError
from skill.make_fast.botocore_data import DynamoLoader
from skill.make_fast.botocore_requests import PLAIN_REQUESTS

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

NOT_DYNAMODB = "an answer that is none of DynamoDB's"

CODE = re.compile(r"[A-Za-z0-9]{1,64}")

CONNECT_SECONDS = 0.5
READ_SECONDS = 1.0
REQUEST_ATTEMPTS = 2
"""How often botocore sends a request that is throttled or not answered. It takes little more than
three seconds at worst; Alexa waits eight."""


def connect() -> "DynamoDBClient":
    """A client with the region, credentials and address of the environment; nothing is sent yet.

    Raises:
        StoreError: The address that is set is no address.
        BotoCoreError: Another AWS setting cannot be used; `explaining` says what to do.
    """
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": REQUEST_ATTEMPTS, "mode": "standard"},
    ).merge(PLAIN_REQUESTS)
    # boto3 stands on this session; what boto3 adds is not used here and takes 20 ms to import.
    session = get_session()
    session.register_component("data_loader", DynamoLoader())
    try:
        return cast("DynamoDBClient", session.create_client("dynamodb", config=config))
    except BotoCoreError:
        raise  # some of these errors are ValueErrors too, and their own message says more
    except ValueError as error:
        raise StoreError(
            "the address set for DynamoDB is none: correct AWS_ENDPOINT_URL_DYNAMODB or"
            " AWS_ENDPOINT_URL, or unset it; or set AWS_DEFAULT_REGION to a region"
        ) from error


def code_of(error: ClientError) -> str:
    """DynamoDB's name for what went wrong; empty where something else has answered."""
    code = error.response["Error"]["Code"]
    return code if isinstance(code, str) and CODE.fullmatch(code) else ""


@contextmanager
def explaining(table: str) -> Iterator[None]:
    """Turns whatever goes wrong with a request into an error that says what to do about it.

    Raises:
        StoreError: The request failed.
    """
    try:
        yield
    except ClientError as error:
        # Amazon's own message is left out: it may quote what was sent.
        raise StoreError(advice(table, code_of(error))) from error
    except BotoCoreError as error:
        raise StoreError(advice(table, type(error).__name__)) from error
    except UNREADABLE as error:
        # botocore reads an answer without checking it, and fails in as many ways as it can be wrong.
        raise StoreError(advice(table, NOT_DYNAMODB)) from error


_ACCESS = (
    "check the credentials, and that they allow Query, PutItem, UpdateItem,"
    " BatchGetItem and BatchWriteItem on it"
)
_BUSY = "it is overloaded, try again later"
_KEYS = "it refuses what was sent, see that its keys are those of template.yaml, pk and sk"
_ADVICE = {
    "ResourceNotFound": (
        "there is none in this region: deploy template.yaml, which makes one,"
        " or set LIMBER_STORE=dynamodb:<table> to one that is there"
    ),
    "NoRegion": "set AWS_DEFAULT_REGION to its region",
    "InvalidRegion": "correct AWS_DEFAULT_REGION, its region is one such as eu-west-1",
    "ProfileNotFound": "correct AWS_PROFILE, or unset it",
    "ConfigParse": "correct the AWS configuration file, ~/.aws/config or ~/.aws/credentials",
    "Credential": _ACCESS,
    "Token": _ACCESS,
    "UnrecognizedClient": _ACCESS,
    "AccessDenied": _ACCESS,
    "Signature": _ACCESS,
    "Throughput": _BUSY,
    "Throttling": _BUSY,
    "LimitExceeded": _BUSY,
    "InternalServer": _BUSY,
    "Validation": _KEYS,
    "TransactionCanceled": _KEYS,
}
"""What to do, by a part of the name that botocore or DynamoDB has for the failure."""


def advice(table: str, code: str) -> str:
    """The message: what cannot be used, why, and what to do."""
    other = "check the network, the region and AWS_ENDPOINT_URL_DYNAMODB"
    known = next((advice for part, advice in _ADVICE.items() if part in code), other)
    return f"cannot use the DynamoDB table {table} ({code or NOT_DYNAMODB}): {known}"
