"""The names of a person's own routines, as Alexa is told of them."""

from datetime import UTC, datetime

from helpers.alexa_requests import intent, launch, slot
from helpers.alexa_services import Service
from skill.bootstrap import build
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT
from skill.settings import Settings
from skill.stores.memory import MemoryStore

AT = "2026-11-20T08:00:00Z"


def test_the_first_answer_of_a_session_names_them():
    """Dialog.UpdateDynamicEntities comes with the first answer, once, and again when they change."""
    store = MemoryStore()
    kept = Preferences(introduced=True, routines={"after work": ("bridge",)})
    store.write("u", ACCOUNT, Change(datetime(2026, 11, 19, tzinfo=UTC), kept))
    skill = build(Settings("memory:"), store=store)
    opened = launch(Service(url="http://127.0.0.1:9"), AT)
    answer = skill(opened, None)
    (directive,) = answer["response"]["directives"]

    assert directive == {
        "type": "Dialog.UpdateDynamicEntities",
        "updateBehavior": "REPLACE",
        "types": [
            {
                "name": "ROUTINE",
                "values": [{"id": "own:after work", "name": {"value": "after work"}}],
            }
        ],
    }

    opened["session"] |= {"new": False, "attributes": answer["sessionAttributes"]}
    named = {"routine": slot("routine", "own:after work")["routine"]}
    answer = skill(intent(opened, "DeleteRoutineIntent", AT, named), None)
    assert not answer["response"].get("directives")

    opened["session"]["attributes"] = answer["sessionAttributes"]
    (directive,) = skill(intent(opened, "AMAZON.YesIntent", AT), None)["response"]["directives"]
    assert directive == {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}
