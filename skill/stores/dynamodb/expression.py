"""An update of one item that grows part by part, with everything it requires of the item."""

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef, UpdateTypeDef

    Value = AttributeValueTypeDef
    Item = dict[str, AttributeValueTypeDef]


class Expression:
    """What is set, removed and required; it uses placeholders for names, for many words are reserved."""

    def __init__(self) -> None:
        self._clauses: defaultdict[str, list[str]] = defaultdict(list)
        self._conditions: list[str] = []
        self._names: dict[str, str] = {}
        self._values: dict[str, Value] = {}

    def set(self, name: str, value: "Value") -> None:
        """Set an attribute."""
        self._clauses["SET"].append(f"{self._name(name)} = {self._value(value)}")

    def set_missing(self, name: str, value: "Value") -> None:
        """Set an attribute where it is missing."""
        place = self._name(name)
        self._clauses["SET"].append(f"{place} = if_not_exists({place}, {self._value(value)})")

    def remove(self, name: str) -> None:
        """Remove an attribute, whatever it holds by now."""
        self._clauses["REMOVE"].append(self._name(name))

    def require(self, name: str, operator: str, value: "Value", *, or_no: str = "") -> None:
        """Require that an attribute compares to a value.

        Args:
            name: The attribute.
            operator: How: `=`, `<` or `<=`.
            value: To what.
            or_no: A type, as DynamoDB calls it: an attribute of another type, or none, is as good.
        """
        place = self._name(name)
        compared = f"{place} {operator} {self._value(value)}"
        if or_no:
            compared = f"(NOT attribute_type({place}, {self._value({'S': or_no})}) OR {compared})"
        self._conditions.append(compared)

    def require_there(self) -> None:
        """Require that the item is there."""
        self._conditions.append(f"attribute_exists({self._name('pk')})")

    def require_generation(self, seen: str, *, or_nothing: bool = False) -> None:
        """Require that the item is of a generation.

        Args:
            seen: The generation; empty for the one before every deletion.
            or_nothing: Whether it is as good if there is no item.
        """
        same = self._of(seen)
        if or_nothing:
            same = f"({same} OR attribute_not_exists({self._name('pk')}))"
        self._conditions.append(same)

    def require_none_of(self, generation: str) -> None:
        """Require that there is no item, or one of another generation."""
        none = f"attribute_not_exists({self._name('pk')})"
        place = self._name("g")
        other = f"NOT {self._of(generation)}" if generation else f"attribute_type({place}, {self._text})"
        self._conditions.append(f"({none} OR {other})")

    def update(self, table: str, key: "Item") -> "UpdateTypeDef":
        """The request; a refusal brings the kept item along, so that no other read is needed."""
        return {
            "TableName": table,
            "Key": key,
            "UpdateExpression": " ".join(
                f"{verb} {', '.join(terms)}" for verb, terms in self._clauses.items()
            ),
            "ConditionExpression": " AND ".join(self._conditions),
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            "ExpressionAttributeNames": {place: name for name, place in self._names.items()},
            "ExpressionAttributeValues": self._values,
        }

    def put(self, table: str, item: "Item") -> "PutTypeDef":
        """The request that puts a whole item in the place of what is there."""
        return {
            "TableName": table,
            "Item": item,
            "ConditionExpression": " AND ".join(self._conditions),
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            "ExpressionAttributeNames": {place: name for name, place in self._names.items()},
            "ExpressionAttributeValues": self._values,
        }

    def _of(self, generation: str) -> str:
        place = self._name("g")
        if generation:
            return f"{place} = {self._value({'S': generation})}"
        # A generation that is no text is damage, and no deletion.
        return f"NOT attribute_type({place}, {self._text})"

    @property
    def _text(self) -> str:
        return self._value({"S": "S"})

    def _name(self, name: str) -> str:
        return self._names.setdefault(name, f"#{len(self._names)}")

    def _value(self, value: "Value") -> str:
        place = f":{len(self._values)}"
        self._values[place] = value
        return place
