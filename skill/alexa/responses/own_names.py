"""The names of a person's own routines, sent to Alexa so that they are recognised in this session."""

from collections.abc import Collection

from ask_sdk_model.dialog import DynamicEntitiesDirective
from ask_sdk_model.er.dynamic import (
    Entity,
    EntityListItem,
    EntityValueAndSynonyms,
    UpdateBehavior,
)

from skill.coach.practice.practice import OWN

SLOT_TYPE = "ROUTINE"


def own_names(names: Collection[str]) -> DynamicEntitiesDirective:
    """The directive that replaces the names in the routines' slot type by these.

    Amazon takes a hundred values in all; a person has ten routines at most.
    """
    if not names:
        return DynamicEntitiesDirective(update_behavior=UpdateBehavior.CLEAR)
    values = [Entity(id=OWN + name, name=EntityValueAndSynonyms(value=name)) for name in names]
    return DynamicEntitiesDirective(
        update_behavior=UpdateBehavior.REPLACE,
        types=[EntityListItem(name=SLOT_TYPE, values=values)],
    )
