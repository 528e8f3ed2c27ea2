"""Request envelopes, in the form in which Alexa's platform sends them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from skill.simulator.ear.interpretation import HeardSlot, Interpretation

Json = dict[str, Any]

SCREEN: Json = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2023.3"}}}
"""The interfaces of a device with a screen."""

PLAYER: Json = {"AudioPlayer": {}}
"""The interfaces of a device with a player."""


TOUCH = "Alexa.Presentation.APL.UserEvent"
"""The type of the request for what was touched on a screen."""

UNSPOKEN = "unspoken"
"""The session attribute by which a device of ours tells that the last answer was not spoken, for two
wishes came in one sentence. Alexa hears one wish in a sentence, and so never sets it."""


@dataclass(frozen=True)
class Caller:
    """Who speaks to which skill, on which device."""

    user: str = "amzn1.ask.account.TERMINAL"
    """The id of the household's account."""
    person: str = ""
    """The id of the recognised speaker; empty for a voice that is not recognised."""
    locale: str = "en-US"
    screen: bool = False
    """Whether the device has a screen."""
    player: bool = False
    """Whether the device plays streams by itself."""
    skill_id: str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
    device_id: str = "amzn1.ask.device.TERMINAL"
    services: str = ""
    """The address of Alexa's services; empty where there are none."""
    token: str = "none"  # noqa: S105 - nobody's
    """The token with which the skill calls these services."""


@dataclass
class SessionInfo:
    """One session, as the platform keeps it."""

    id: str
    new: bool = True
    """Whether the next request is its first."""
    attributes: Json = field(default_factory=dict)
    """What the skill has stored in it."""
    names: Json = field(default_factory=dict)
    """Names that the skill has taught for this session: by slot type, names and their ids."""


def launch(request_id: str, at: datetime, caller: Caller) -> Json:
    """The request for "open limber back"."""
    return {"type": "LaunchRequest", **_common(request_id, at, caller)}


def intent(
    request_id: str, at: datetime, caller: Caller, heard: Interpretation, slots: Iterable[str]
) -> Json:
    """The request for an utterance, with all of its intent's slots, filled or empty."""
    return {
        "type": "IntentRequest",
        **_common(request_id, at, caller),
        "dialogState": "COMPLETED",
        "intent": {
            "name": heard.intent,
            "confirmationStatus": "NONE",
            "slots": {name: _slot(name, heard.slots.get(name), caller) for name in slots},
        },
    }


def user_event(request_id: str, at: datetime, caller: Caller, token: str, told: list[object]) -> Json:
    """The request for what was touched on a screen, or what a screen tells by itself."""
    return {
        "type": TOUCH,
        **_common(request_id, at, caller),
        "token": token,
        "arguments": told,
        "source": {"type": "TouchWrapper", "handler": "Press", "id": str(told[0]) if told else ""},
        "components": {},
    }


def session_ended(request_id: str, at: datetime, caller: Caller, reason: str, error: str = "") -> Json:
    """The request that tells the skill that its session is over, and by which kind of error, if any."""
    ended: Json = {"type": "SessionEndedRequest", **_common(request_id, at, caller), "reason": reason}
    return ended | ({"error": {"type": error, "message": "it broke off"}} if error else {})


def player_event(
    request_id: str, at: datetime, caller: Caller, kind: str, token: str, milliseconds: int
) -> Json:
    """The request with which the player tells of a stream: `PlaybackStarted`, `PlaybackFinished` ..."""
    told = {"type": f"AudioPlayer.{kind}", **_common(request_id, at, caller), "token": token}
    if kind != "PlaybackFailed":
        return {**told, "offsetInMilliseconds": milliseconds}
    error = {"type": "MEDIA_ERROR_SERVICE_UNAVAILABLE", "message": "not there"}
    plays = {"token": token, "offsetInMilliseconds": milliseconds, "playerActivity": "STOPPED"}
    return {**told, "error": error, "currentPlaybackState": plays}


def pressed(request_id: str, at: datetime, caller: Caller, button: str) -> Json:
    """The request for one of the player's buttons, such as `NextCommandIssued`."""
    return {"type": f"PlaybackController.{button}", **_common(request_id, at, caller)}


def envelope(
    request: Json, session: SessionInfo | None, caller: Caller, player: Json | None = None
) -> Json:
    """A request with its context, and its session where it has one.

    Args:
        request: The request.
        session: The session; None for what comes without one.
        caller: Who speaks, and where.
        player: What the context tells of the player; None where it has had no stream.
    """
    application = {"applicationId": caller.skill_id}
    user = {"userId": caller.user}
    system: Json = {
        "application": application,
        "user": user,
        "device": {
            "deviceId": caller.device_id,
            "supportedInterfaces": (SCREEN if caller.screen else {}) | (PLAYER if caller.player else {}),
        },
    }
    if caller.services:
        system |= {"apiEndpoint": caller.services, "apiAccessToken": caller.token}
    if caller.person:
        system["person"] = {"personId": caller.person}
    told: Json = {
        "version": "1.0",
        "context": {"System": system} | ({"AudioPlayer": player} if player is not None else {}),
        "request": request,
    }
    if session is not None:
        told["session"] = {
            "new": session.new,
            "sessionId": session.id,
            "application": application,
            "attributes": session.attributes,
            "user": user,
        }
    return told


def _common(request_id: str, at: datetime, caller: Caller) -> Mapping[str, str]:
    stamp = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"requestId": request_id, "timestamp": stamp, "locale": caller.locale}


def _slot(name: str, slot: HeardSlot | None, caller: Caller) -> Json:
    """A slot as entity resolution fills it: a number as its value, a name with the ids that match."""
    written: Json = {"name": name, "confirmationStatus": "NONE", "source": "USER"}
    if slot is None:
        return written
    if slot.value is not None and not slot.ids:
        return written | {"value": str(slot.value)}
    code = "ER_SUCCESS_MATCH" if slot.ids else "ER_SUCCESS_NO_MATCH"
    authority = {
        "authority": f"amzn1.er-authority.echo-sdk.{caller.skill_id}.{name}",
        "status": {"code": code},
        "values": [{"value": {"name": slot.heard, "id": entry}} for entry in slot.ids],
    }
    return written | {
        "value": slot.heard,
        "resolutions": {"resolutionsPerAuthority": [authority]},
    }
