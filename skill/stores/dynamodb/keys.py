"""The keys of the DynamoDB table, and which of them a query selects.

`pk` is the household: a hash of its account, so that no id of Amazon's is in a key, and none of 200
characters in every item. In it are, in this order,

- `q#<practice id>#<person>`: each practice, by the moment it began; the person by a hash;
- `r#<person>`: each person's head;
- `s#<device>`: each device of the household.

So one query, backwards from the end, brings devices, heads, and then the newest practices.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Item = dict[str, AttributeValueTypeDef]

PRACTICES, HEADS, DEVICES = "q#", "r#", "s#"

KEYS = "pk = :pk AND sk BETWEEN :first AND :after"
"""Selects sort keys between two. On AWS `begins_with` would do that, too, but with it Amazon's local
engine looks at every item of the account."""

HOUSEHOLD_LETTERS, PERSON_LETTERS = 24, 12
"""How much of a hash tells apart all households, and the people of one."""


@dataclass(frozen=True)
class Owner:
    """Whose items are written, and where."""

    table: str
    account: str
    person: str
    generation: str
    """The generation of the head that a session knows."""


def after(prefix: str) -> str:
    """What comes after every key with a prefix that ends in `#`: `$` is next to it."""
    return prefix.removesuffix("#") + "$"


def values_between(account: str, first: str, last: str) -> "Item":
    """The values for `KEYS` that select all sort keys of a household between two."""
    return {":pk": {"S": household(account)}, ":first": {"S": first}, ":after": {"S": last}}


def household(account: str) -> str:
    """The partition key of an account."""
    return _hash(account)[:HOUSEHOLD_LETTERS]


def person_key(person: str) -> str:
    """What a person is called in keys."""
    return _hash(person)[:PERSON_LETTERS]


def key_of(account: str, sort_key: str) -> "Item":
    """The whole key of an item."""
    return {"pk": {"S": household(account)}, "sk": {"S": sort_key}}


def head_key(person: str) -> str:
    """The sort key of a person's head."""
    return HEADS + person_key(person)


def device_key(device: str) -> str:
    """The sort key of a device, by the key it is known by."""
    return DEVICES + device


def practice_key(practice: str, person: str) -> str:
    """The sort key of a person's practice.

    Args:
        practice: The practice's id; a `#` would end it.
        person: What the person is called in keys.
    """
    return f"{PRACTICES}{practice.replace('%', '%25').replace('#', '%23')}#{person}"


def practice_in(sort_key: str) -> tuple[str, str]:
    """The practice's id and the person of a practice's sort key."""
    practice, _, person = sort_key.removeprefix(PRACTICES).rpartition("#")
    return practice.replace("%23", "#").replace("%25", "%"), person


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
