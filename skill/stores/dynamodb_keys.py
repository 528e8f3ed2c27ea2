"""Which sort keys a query selects."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Item = dict[str, AttributeValueTypeDef]

OPENING = ("profile#", "profile.")
"""Between these two are all profiles of an account, and its devices: a dash comes before a full stop."""

KEYS = "pk = :pk AND sk BETWEEN :first AND :after"
"""Selects sort keys between two, and so by a prefix: `$` comes next after `#`. On AWS `begins_with`
would do that, too, but with it Amazon's local engine looks at every item of the account."""


def values_between(account: str, first: str, after: str) -> "Item":
    """The values for `KEYS` that select all sort keys between two."""
    return {":pk": {"S": account}, ":first": {"S": first}, ":after": {"S": after}}


def beginning_with(prefix: str) -> tuple[str, str]:
    """The two keys between which all are that have a prefix that ends in `#`."""
    return prefix, prefix.removesuffix("#") + "$"
