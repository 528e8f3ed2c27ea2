"""The manifest, `skill.json`: what the skill is, may do, and answers about privacy.

Its form is that of Amazon's manifest schema
(https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html); what differs between
languages comes from `StoreWords`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from skill.package.store import StoreWords

CATEGORY = "HEALTH_AND_FITNESS"

PERMISSIONS = ("alexa::alerts:reminders:skill:readwrite",)
"""Reminders; the device's time zone needs none."""

EVENTS = ("SKILL_DISABLED",)
"""Somebody who disables the skill has what is kept about them deleted."""

PRIVACY = {
    "allowsPurchases": False,
    "usesPersonalInfo": True,
    "isChildDirected": False,
    "isExportCompliant": True,
    "containsAds": False,
    "usesHealthInfo": False,
}
"""The answers to Amazon's questions. Personal, because progress is kept under an account's id; no health
information in HIPAA's sense: this is no covered entity, and nothing about anybody's health is kept."""

ICONS = {"smallIconUri": "small.png", "largeIconUri": "large.png"}
"""The manifest's keys for the icons, and their files in `content/icons/`."""


@dataclass(frozen=True)
class Publisher:
    """What whoever publishes the skill decides."""

    privacy_policy: str
    """The address of their privacy policy; docs/privacy.md is what it can be made of."""
    endpoint: str = ""
    """The ARN of the function's alias, or the https address of a service of one's own; empty while
    there is neither, and the skill is only to get its id."""


def manifest(words: Mapping[str, StoreWords], publisher: Publisher) -> dict[str, object]:
    """The contents of `skill.json`."""
    icons = {key: f"file://assets/images/{name}" for key, name in ICONS.items()}
    endpoint = {"uri": publisher.endpoint}
    if publisher.endpoint.startswith("https:"):
        # Of one name, by an authority that Alexa trusts: what a reverse proxy has (docs/web.md).
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
