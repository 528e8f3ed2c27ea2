"""Envelopes nobody has seen yet: whatever is in one field, the rest of the request counts."""

import copy
import importlib
import json
from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest

from helpers.envelope_cases import Answers, Step, case, said
from helpers.lambda_entry import empty_table, load
from skill.alexa.requests.models import LIST, TABLE, reader_of
from skill.coach.conversation.state.state import Course
from skill.coach.conversation.state.state_encoding import decode_state
from skill.stores.dynamodb import DynamoStore

ACCOUNT = "amzn1.ask.account.RECORDED"

OPENED, PRACTISING = case("number_nan")[0], case("number_nan")[1]
"""A launch, and a stretch started in the session it opens."""

CAT_COW = case("unknown_resolution_code")[2]["event"]["request"]["intent"]["slots"]["stretch"]
RESOLVED = CAT_COW["resolutions"]["resolutionsPerAuthority"]


@pytest.fixture
def answers(compiled) -> Iterator[Answers]:
    """Lambda's function on an empty table."""
    with empty_table(compiled):
        yield Answers(load())


def changed(step: Step, *path: str | int, to: Any) -> Step:
    """A step with one value of its event set."""
    step = copy.deepcopy(step)
    inner = step["event"]
    for key in path[:-1]:
        inner = inner[key] if isinstance(key, int) else inner.setdefault(key, {})
    inner[path[-1]] = to
    return step


def asking(intent: str, slots: dict | None = None, after: float = 40) -> Step:
    """A step in which something is said in the session."""
    step = changed(PRACTISING, "request", "intent", to={"name": intent, "slots": slots or {}})
    return {**step, "after": after}


def state_of(answers: Answers) -> Any:
    """The conversation as the last answer carries it."""
    return decode_state(answers.attributes["state"])


# The cases


@pytest.mark.parametrize(
    "name", ["unknown_dialog_state", "unknown_permission_status", "multiple_value_slot"]
)
def test_an_unknown_value_does_not_silence_a_request(answers, name, words):
    """The intent is answered as it is without the field, and the stretch goes on."""
    *_, answer = answers.play(case(name))
    about = "multiple" in name
    wanted = words.stretch("cat_cow").name if about else "left"
    assert wanted in said(answer)
    assert state_of(answers).course is Course.RUNNING


def test_values_of_an_unknown_resolution_are_still_values(answers, words):
    """Alexa gives ids only of what matched: they count, whatever she calls it."""
    *_, answer = answers.play(case("unknown_resolution_code"))
    assert words.stretch("cat_cow").name in said(answer)
    assert state_of(answers).course is Course.RUNNING


def test_an_unknown_reason_of_an_ending_is_an_error(answers):
    """In doubt nothing was heard, and nothing is counted; the place is kept."""
    *_, answer = answers.play(case("unknown_session_end_reason"))
    assert answer == {"version": "1.0", "response": {}, "sessionAttributes": {}} | {
        key: value for key, value in answer.items() if key == "userAgent"
    }
    profile = DynamoStore("progress").open(ACCOUNT, "account")
    assert [saved.leaving.value for saved in profile.practices] == ["error"]
    assert not profile.stretches


def test_a_taught_name_that_is_gone_is_an_unknown_name(answers):
    """It is taken back when its session ends; where she hears it all the same, it is said kindly."""
    heard = answers.play(case("dynamic_entity_outlives_routine"))
    directives = [answer["response"].get("directives") for answer in heard]
    cleared = {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}
    assert directives[6] == [cleared]
    assert directives[7] == [cleared]
    assert said(heard[-1]).startswith("I don't know a routine called evening calm")


def test_without_a_context_the_user_is_the_sessions(answers):
    """The session says who it is for as well."""
    (opened,) = case("no_context")
    start = changed(case("number_nan")[1], "session", to=opened["session"])
    assert "context" not in start
    welcome, _ = answers.play([opened, start])
    assert said(welcome).startswith("Welcome")
    assert DynamoStore("progress").open(ACCOUNT, "account").practices


def test_a_time_in_milliseconds_is_a_time(answers):
    """As the console of some languages' SDKs writes it."""
    (answer,) = answers.play(case("epoch_timestamp"))
    assert said(answer).startswith("Welcome")


@pytest.mark.parametrize("number", ["nan", "NaN", "inf", "-Infinity", "1e999", "?"])
def test_what_is_no_number_is_asked_for(answers, number, words):
    """It is said how to say a length, and the stretch goes on."""
    opened, started, asked = case("number_nan")
    asked = changed(asked, "request", "intent", "slots", "seconds", "value", to=number)
    *_, answer = answers.play([opened, started, asked])
    assert said(answer).startswith(words.say("adjust_how_much"))
    assert state_of(answers).course is Course.RUNNING


# One field after another

SLOT = ("request", "intent", "slots", "stretch")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("request", "dialogState"), "SOMEWHERE"),
        (("request", "dialogState"), 5),
        (("request", "intent", "confirmationStatus"), "PERHAPS"),
        ((*SLOT, "confirmationStatus"), {}),
        ((*SLOT, "slotValue"), {"type": "Composite", "values": [None]}),
        ((*SLOT, "slotValue"), "cat cow"),
        ((*SLOT, "resolutions", "resolutionsPerAuthority"), [None, *RESOLVED]),
        (("request", "intent", "slots", "other"), None),
        (("request", "locale"), None),
        (("request", "locale"), ["en-US"]),
        (("request", "requestId"), None),
        (("request", "timestamp"), "yesterday"),
        (("request", "timestamp"), None),
        (("session", "user"), None),
        (("session", "application"), 5),
        (("session", "sessionId"), 5),
        (("session", "new"), "false"),
        (("context",), None),
        (("context",), []),
        (("context", "System"), None),
        (("context", "System"), "?"),
        (("context", "System", "user"), None),
        (("context", "System", "user"), {"userId": None}),
        (
            ("context", "System", "user", "permissions"),
            {"scopes": {"a": {"status": "PENDING"}, "b": None}},
        ),
        (("context", "System", "application"), None),
        (("context", "System", "device"), None),
        (("context", "System", "person"), {"personId": {}}),
        (("context", "System", "unit"), []),
        (("version",), 2),
    ],
    ids=repr,
)
def test_one_field_is_nonsense_and_the_intent_is_answered(answers, path, value, words):
    """A question about a stretch is answered in the middle of another, whatever else comes with it."""
    answers.play([OPENED, PRACTISING])
    question = asking("HoldTimeIntent", {"stretch": CAT_COW})
    answer = answers.send(changed(question, *path, to=value))
    assert words.stretch("cat_cow").name in said(answer)
    assert answer["response"]["shouldEndSession"] is False


@pytest.mark.parametrize("name", ["America", "../etc", "x" * 5000, "Nowhere/At_All", "\0"])
def test_a_time_zone_that_is_none_is_not_known(answers, name, words):
    """The day is that of a place where one is guessed."""
    answers.play([OPENED, PRACTISING])
    profile = answers.attributes["profile"]
    lasting = json.loads(profile["lasting"])
    lasting["device"]["time_zone"] = name
    profile["lasting"] = json.dumps(lasting)
    answer = answers.send(asking("HoldTimeIntent", {"stretch": CAT_COW}))
    assert words.stretch("cat_cow").name in said(answer)


@pytest.mark.parametrize("request_", [None, 5, [], {}, {"type": None}, {"type": ["LaunchRequest"]}])
def test_what_is_no_request_is_received(answers, request_):
    """Nothing happens, and the session stays as it was."""
    answers.play([OPENED, PRACTISING])
    before = answers.attributes
    answer = answers.send(changed(PRACTISING, "request", to=request_))
    assert answer["response"] == {}
    assert answers.attributes == before


@pytest.mark.parametrize("intent", [None, 5, {}, {"name": None}, {"name": {}}, {"name": "Juggle"}])
def test_an_intent_that_is_none_was_not_understood(answers, intent):
    """The stretch goes on."""
    answers.play([OPENED, PRACTISING])
    answer = answers.send(changed(asking("X"), "request", "intent", to=intent))
    assert said(answer)
    assert state_of(answers).practice is not None


def test_a_request_of_nobodys_is_apologised_for(answers, words):
    """Without an account nothing is read, and nothing is written anywhere."""
    nobodys = changed(changed(OPENED, "session", "user", to=None), "context", "System", "user", to={})
    answer = answers.send(nobodys)
    assert words.say("went_wrong") in said(answer)


@pytest.mark.parametrize("kind", ["SessionEndedRequest", "AlexaSkillEvent.SkillDisabled"])
def test_an_event_of_nobodys_is_received(answers, kind):
    """Nobody hears it, and it would say no more if it came again."""
    event = changed(
        OPENED, "request", to={"type": kind, "requestId": "r", "timestamp": "2026-11-20T15:00:00Z"}
    )
    event["event"].pop("session")
    event["event"].pop("context")
    assert answers.send(event)["response"] == {}


@pytest.mark.parametrize("reason", ["BORED", None, 5, []])
@pytest.mark.parametrize("error", ["INVALID_RESPONSE", "TOO_WARM", None, 5])
def test_whatever_ends_a_session_ends_it(answers, reason, error):
    """The place is kept."""
    answers.play([OPENED, PRACTISING])
    ended = {"type": "SessionEndedRequest", "requestId": "r", "timestamp": "x", "reason": reason}
    step = changed(asking("X"), "request", to={**ended, "error": {"type": error, "message": ""}})
    assert answers.send(step)["response"] == {}
    assert DynamoStore("progress").open(ACCOUNT, "account").unfinished


# Every enum of the SDK

GIBBERISH = "SOMETHING_NEW"


def enums(kind: str, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Every enum below a type of the SDK: where, a value with gibberish for it, and how to get at it."""
    if several := LIST.fullmatch(kind):
        yield from _inside(
            enums(several[1], above), lambda part: [None, part], lambda read: read[0] if read else None
        )
    elif several := TABLE.fullmatch(kind):
        inner = enums(several[1], above)
        yield from _inside(inner, lambda part: {"a": None, "b": part}, lambda read: read.get("b"))
    elif "." in kind and kind not in above:
        model = _class(kind)
        if issubclass(model, Enum):
            yield (), GIBBERISH, lambda read: read
        else:
            for told, child in _children(model).items():
                yield from _fields(_class(child), told, (*above, kind))


def _fields(model, told, above):
    for name, kind in model.deserialized_types.items():
        key = model.attribute_map[name]
        wrapped = lambda part, key=key: ({"type": told} if told else {}) | {key: part}  # noqa: E731
        inner = enums(kind, above)
        for path, value, get in _inside(inner, wrapped, lambda read, name=name: getattr(read, name)):
            yield (key, *path), value, get


def _inside(found, wrap, unwrap):
    for path, value, get in found:
        yield path, wrap(value), lambda read, get=get: get(unwrap(read))


def _children(model) -> dict[str, str]:
    """The classes a value may be read as, by its type."""
    own = f"{model.__module__}.{model.__name__}"
    if not hasattr(model, "get_real_child_model"):
        return {"": own}
    return model.discriminator_value_class_map or {"": own}


def _class(kind: str):
    module, _, name = kind.rpartition(".")
    return getattr(importlib.import_module(module), name)


ENVELOPE = "ask_sdk_model.request_envelope.RequestEnvelope"


def test_gibberish_in_any_enum_is_read_as_absent():
    """Whichever enum of the SDK an envelope can hold, and however deep: all around it is there."""
    found = list(enums(ENVELOPE))
    kinds = {path[-1] for path, _, _ in found}
    assert {"dialogState", "confirmationStatus", "status", "reason", "code", "playerActivity"} <= kinds
    read = reader_of(ENVELOPE)
    present = [path for path, value, get in found if get(read(value)) is not None]
    assert present == []
