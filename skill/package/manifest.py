"""The manifest, `skill.json`: what the skill is and may do, and its answers about privacy.

Its form is that of Amazon's manifest schema
(https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html); what differs between
languages comes from `StoreWords`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.package.store import StoreWords, testing_instructions

CATEGORY = "HEALTH_AND_FITNESS"

PERMISSIONS = ("alexa::alerts:reminders:skill:readwrite", "alexa::person_id:read")
"""Reminders need one, and without the other no request names a recognised person; the device's time zone
needs none."""

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

VIEWPORTS = [
    {"mode": mode, "shape": shape}
    | {"minWidth": least[0], "maxWidth": most[0], "minHeight": least[1], "maxHeight": most[1]}
    for mode, shape, least, most in (
        ("HUB", "ROUND", (100, 100), (599, 599)),
        ("HUB", "RECTANGLE", (960, 100), (1279, 599)),
        ("HUB", "RECTANGLE", (960, 600), (1279, 959)),
        ("HUB", "RECTANGLE", (1280, 600), (1920, 1279)),
        ("HUB", "RECTANGLE", (1920, 960), (2560, 1279)),
        ("HUB", "RECTANGLE", (960, 1920), (1279, 2560)),
        ("TV", "RECTANGLE", (960, 540), (960, 540)),
    )
]
"""The screens that there is a layout for: small round, small, medium, large and very large across, and
television. Any other is shown one of these, scaled.
https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-support-for-your-skill.html"""

REGIONS = ("NA", "EU", "FE")
"""Amazon's names for North America, Europe and the Far East (`EndPointRegions` in ask-smapi-model).
Amazon decides which countries belong to which."""

ICONS = {"smallIconUri": "small.png", "largeIconUri": "large.png"}
"""The manifest's keys for the icons, and the files in `content/icons/`."""


@dataclass(frozen=True)
class Publisher:
    """What the publisher of the skill decides."""

    privacy_policy: str
    """The address of the publisher's privacy policy, which can be made from docs/privacy.md; empty where
    each language has its own."""
    endpoint: str = ""
    """The ARN of the function's alias, or the https address of a web service; empty as long as there
    is none and the skill only needs its id."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """Endpoints for single regions, by `REGIONS`; the others get `endpoint`."""
    policies: Mapping[str, str] = field(default_factory=dict)
    """Privacy policies of single languages, such as de; the others get `privacy_policy`."""

    def policy_for(self, locale: str) -> str:
        """The address of the policy that is shown in a locale."""
        return self.policies.get(locale.partition("-")[0], self.privacy_policy)


def manifest(words: Mapping[str, StoreWords], publisher: Publisher) -> dict[str, object]:
    """The contents of `skill.json`."""
    icons = {key: f"file://assets/images/{name}" for key, name in ICONS.items()}
    screens: list[dict[str, object]] = [
        {"type": "ALEXA_PRESENTATION_APL", "supportedViewports": VIEWPORTS}
    ]
    player = [{"type": "AUDIO_PLAYER"}]
    custom: dict[str, object] = {"interfaces": screens + player}
    made: dict[str, object] = {
        "manifestVersion": "1.0",
        "publishingInformation": {
            "category": CATEGORY,
            "isAvailableWorldwide": True,
            "distributionMode": "PUBLIC",
            "testingInstructions": testing_instructions(words),
            "locales": {locale: _shown(said) | icons for locale, said in words.items()},
        },
        "permissions": [{"name": name} for name in PERMISSIONS],
        "privacyAndCompliance": PRIVACY
        | {"locales": {locale: {"privacyPolicyUrl": publisher.policy_for(locale)} for locale in words}},
        "apis": {"custom": custom},
    }
    if publisher.endpoint:
        where = _endpoints(publisher)
        custom |= where
        subscriptions = [{"eventName": name} for name in EVENTS]
        made["events"] = where | {"subscriptions": subscriptions}
    return {"manifest": made}


def _endpoints(publisher: Publisher) -> dict[str, object]:
    """The endpoints of requests, and of events as well: what is deleted is where the requests went."""
    where: dict[str, object] = {"endpoint": _endpoint(publisher.endpoint)}
    if publisher.regions:
        where["regions"] = {
            region: {"endpoint": _endpoint(publisher.regions[region])}
            for region in REGIONS
            if region in publisher.regions
        }
    return where


def _endpoint(uri: str) -> dict[str, str]:
    if uri.startswith("https:"):
        # The certificate is for one name, by a trusted authority, as a reverse proxy has it
        # (docs/web.md).
        return {"uri": uri, "sslCertificateType": "Trusted"}
    return {"uri": uri}


def _shown(said: StoreWords) -> dict[str, object]:
    return {
        "name": said.name,
        "summary": said.summary,
        "description": said.description,
        "examplePhrases": list(said.example_phrases),
        "keywords": list(said.keywords),
    }
