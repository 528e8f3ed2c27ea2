"""Request envelopes of a device whose services are those of a stand-in."""

import json
import time

from helpers.alexa_services import TOKEN, Service


def launch(service: Service, at: str, *, new: bool = True, attributes: dict | None = None) -> dict:
    """The envelope of a launch whose device's services are the stand-in's."""
    return {
        "version": "1.0",
        "session": {
            "new": new,
            "sessionId": "s",
            "application": {"applicationId": "a"},
            "attributes": attributes or {},
            "user": {"userId": "u"},
        },
        "context": {
            "System": {
                "application": {"applicationId": "a"},
                "user": {"userId": "u"},
                "device": {"deviceId": "kitchen", "supportedInterfaces": {}},
                "apiEndpoint": service.url,
                "apiAccessToken": TOKEN,
            }
        },
        "request": {
            "type": "LaunchRequest",
            "requestId": f"r-{time.monotonic_ns()}",
            "timestamp": at,
            "locale": "en-US",
        },
    }


def intent(envelope: dict, name: str, at: str, slots: dict | None = None) -> dict:
    """An envelope like another, with an intent in it."""
    changed = json.loads(json.dumps(envelope))
    changed["request"] = {
        "type": "IntentRequest",
        "requestId": f"r-{name}-{at}",
        "timestamp": at,
        "locale": "en-US",
        "dialogState": "COMPLETED",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": slots or {}},
    }
    return changed


def stretch_slot(entry: str) -> dict:
    """A stretch slot that entity resolution has matched."""
    return slot("stretch", entry)


def slot(name: str, entry: str) -> dict:
    """A slot that entity resolution has matched."""
    authority = {
        "authority": f"amzn1.er-authority.echo-sdk.a.{name}",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": entry, "id": entry}}],
    }
    return {
        name: {
            "name": name,
            "value": entry,
            "confirmationStatus": "NONE",
            "resolutions": {"resolutionsPerAuthority": [authority]},
        }
    }
