"""The manifest, `skill.json`: what the skill is and may do, and its answers about privacy.

Its form is that of Amazon's manifest schema
(https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html); what differs between
languages comes from `StoreWords`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from skill.package.store import StoreWords

CATEGORY = "HEALTH_AND_FITNESS"

PERMISSIONS = ("alexa::alerts:reminders:skill:readwrite",)
"""Reminders need this permission; the device's time zone needs none."""

EVENTS = ("SKILL_DISABLED",)
"""The events sent to the skill: when a person disables it, what is kept about them is deleted."""

PRIVACY = {
    "allowsPurchases": False,
    "usesPersonalInfo": True,
    "isChildDirected": False,
    "isExportCompliant": True,
    "containsAds": False,
    "usesHealthInfo": False,
}
"""The answers to Amazon's questions. Personal information, because progress is kept under an
account's id. No health information as HIPAA means it: this project is no covered entity, and
nothing about anybody's health is kept."""

ICONS = {"smallIconUri": "small.png", "largeIconUri": "large.png"}
"""The manifest's keys for the icons, and the files in `content/icons/`."""


@dataclass(frozen=True)
class Publisher:
    """What the publisher of the skill decides."""

    privacy_policy: str
    """The address of the publisher's privacy policy, which can be made from docs/privacy.md."""
    endpoint: str = ""
    """The ARN of the function's alias, or the https address of a web service; empty as long as there
    is none and the skill only needs its id."""


def manifest(words: Mapping[str, StoreWords], publisher: Publisher) -> dict[str, object]:
    """The contents of `skill.json`."""
    icons = {key: f"file://assets/images/{name}" for key, name in ICONS.items()}
    endpoint = {"uri": publisher.endpoint}
    if publisher.endpoint.startswith("https:"):
        # The certificate is for one name, by a trusted authority, as a reverse proxy has it
        # (docs/web.md).
        endpoint["sslCertificateType"] = "Trusted"
    custom: dict[str, object] = {"interfaces": []}
    made: dict[str, object] = {
        "manifestVersion": "1.0",
        "publishingInformation": {
            "category": CATEGORY,
            "isAvailableWorldwide": True,
            "distributionMode": "PUBLIC",
            "testingInstructions": next(iter(words.values())).testing_instructions,
            "locales": {locale: _shown(said) | icons for locale, said in words.items()},
        },
        "permissions": [{"name": name} for name in PERMISSIONS],
        "privacyAndCompliance": PRIVACY
        | {"locales": {locale: {"privacyPolicyUrl": publisher.privacy_policy} for locale in words}},
        "apis": {"custom": custom},
    }
    if publisher.endpoint:
        custom["endpoint"] = endpoint
        subscriptions = [{"eventName": name} for name in EVENTS]
        made["events"] = {"endpoint": endpoint, "subscriptions": subscriptions}
    return {"manifest": made}


def _shown(said: StoreWords) -> dict[str, object]:
    return {
        "name": said.name,
        "summary": said.summary,
        "description": said.description,
        "examplePhrases": list(said.example_phrases),
        "keywords": list(said.keywords),
    }
