"""Names a skill has taught Alexa for one session, heard like those of its model.

A name is heard as a name of the same type that the model has, and then put back: so whatever can be
said with the one can be said with the other.
"""

from collections.abc import Mapping
from dataclasses import replace

from skill.simulator.ear.ear import Ear
from skill.simulator.ear.interpretation import Interpretation
from skill.simulator.envelope import Json

Names = Mapping[str, Mapping[str, str]]
"""By slot type: each name and its id."""


def hear(ear: Ear, utterance: str, names: Names) -> Interpretation:
    """What somebody means by these words, in a session that knows these names."""
    lowered = utterance.lower()
    for kind, known in names.items():
        for name in sorted(known, key=len, reverse=True):
            if name.lower() not in lowered:
                continue
            stand_in = ear.a_name_of(kind)
            heard = ear.hear(lowered.replace(name.lower(), stand_in))
            slots = {
                slot: replace(found, heard=name, value=name, ids=(known[name],))
                if found.heard == stand_in
                else found
                for slot, found in heard.slots.items()
            }
            if slots != heard.slots:
                return replace(heard, slots=slots)
    return ear.hear(utterance)


def taught(response: Json) -> Names | None:
    """The names a response teaches, in place of those before; None for one that teaches none."""
    for directive in response.get("directives") or ():
        if directive["type"] == "Dialog.UpdateDynamicEntities":
            return {
                kind["name"]: {value["name"]["value"]: value["id"] for value in kind["values"]}
                for kind in directive.get("types") or ()
            }
    return None
