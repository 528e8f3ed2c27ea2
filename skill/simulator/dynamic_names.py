"""Names that a skill has taught Alexa for one session, understood like those of its model.

A taught name is replaced by a name of its type from the model, and put back after the utterance was
understood: so it can be used in every sentence in which the other can.
"""

from collections.abc import Mapping
from dataclasses import replace

from skill.simulator.ear.interpretation import Interpretation
from skill.simulator.ear_in_time import Hears
from skill.simulator.envelope import Json

Names = Mapping[str, Mapping[str, str]]
"""By slot type: each taught name, with its id."""


def hear(ear: Hears, utterance: str, names: Names) -> Interpretation:
    """What an utterance means in a session in which these names were taught."""
    lowered = utterance.lower()
    for kind, known in names.items():
        for name in sorted(known, key=len, reverse=True):
            if name.lower() not in lowered:
                continue
            stand_in = ear.a_name_of(kind)
            heard = ear.hear(lowered.replace(name.lower(), stand_in))
            named = _named(heard, stand_in, name, known[name])
            if named != heard:
                return named
    return ear.hear(utterance)


def _named(heard: Interpretation, stand_in: str, name: str, id_: str) -> Interpretation:
    """What was heard, with the taught name wherever its stand-in is."""
    slots = {
        slot: replace(found, heard=name, value=name, ids=(id_,)) if found.heard == stand_in else found
        for slot, found in heard.slots.items()
    }
    then = _named(heard.then, stand_in, name, id_) if heard.then is not None else None
    return replace(heard, slots=slots, then=then)


def taught(response: Json) -> Names | None:
    """The names that a response teaches, in place of those before; None where it teaches none."""
    for directive in response.get("directives") or ():
        if directive["type"] == "Dialog.UpdateDynamicEntities":
            return {
                kind["name"]: {value["name"]["value"]: value["id"] for value in kind["values"]}
                for kind in directive.get("types") or ()
            }
    return None
