"""A client of Amazon's own engine for the tests, beside the one that the store makes for itself."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


def client(address: str) -> "DynamoDBClient":
    """A client of the engine at an address; it takes any key."""
    from boto3.session import Session

    return Session().client(
        "dynamodb",
        endpoint_url=address,
        region_name="eu-west-1",
        aws_access_key_id="tests",
        aws_secret_access_key="tests",  # noqa: S106 - it opens nothing
    )
