"""The names of a person's own routines, told to Alexa so that she recognises them in this session.

She keeps them for half an hour after a session, whoever speaks then: so they are taken back.
"""

from collections.abc import Collection
from typing import Any, ClassVar

from ask_sdk_model import Directive

from skill.coach.practice.practice import OWN

SLOT_TYPE = "ROUTINE"

MOST_NAMES = 100
"""Values Amazon takes in one directive."""


class NamesDirective(Directive):  # type: ignore[misc] # the SDK has no types
    """Dialog.UpdateDynamicEntities; the SDK's own classes take 2 ms to import at every start."""

    deserialized_types: ClassVar = {"object_type": "str", "update_behavior": "str", "types": "object"}
    attribute_map: ClassVar = {
        "object_type": "type",
        "update_behavior": "updateBehavior",
        "types": "types",
    }

    def __init__(self, update_behavior: str, types: list[dict[str, Any]] | None = None) -> None:
        super().__init__(object_type="Dialog.UpdateDynamicEntities")
        self.update_behavior = update_behavior
        self.types = types


def own_names(names: Collection[str]) -> NamesDirective:
    """The directive that adds these names to the routines' slot type, in place of those before.

    Args:
        names: None, to take back those before.
    """
    if not names:
        return NamesDirective("CLEAR")
    values = [{"id": OWN + name, "name": {"value": name}} for name in [*names][:MOST_NAMES]]
    return NamesDirective("REPLACE", [{"name": SLOT_TYPE, "values": values}])
