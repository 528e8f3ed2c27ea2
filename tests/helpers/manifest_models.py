"""Amazon's own models of the manifest (ask-smapi-model), walked field by field beside a manifest.

The SDK's deserializer would do for types, but it drops what it does not know: a misspelt field would
vanish without a word. The models mark every field as optional, so what has to be there is listed here.
"""

import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from typing import Any

MANIFEST = "ask_smapi_model.v1.skill.manifest.skill_manifest_envelope.SkillManifestEnvelope"

PLAIN = {"str": str, "bool": bool, "int": int, "float": float}

REQUIRED = {
    "SkillManifestEnvelope": {"manifest"},
    "SkillManifest": {"manifestVersion", "publishingInformation", "privacyAndCompliance", "apis"},
    "SkillManifestPublishingInformation": {
        "locales",
        "category",
        "distributionMode",
        "isAvailableWorldwide",
        "testingInstructions",
    },
    "SkillManifestLocalizedPublishingInformation": {
        "name",
        "summary",
        "description",
        "examplePhrases",
        "keywords",
        "smallIconUri",
        "largeIconUri",
    },
    "SkillManifestPrivacyAndCompliance": {
        "locales",
        "allowsPurchases",
        "usesPersonalInfo",
        "isChildDirected",
        "isExportCompliant",
        "containsAds",
    },
    "SkillManifestLocalizedPrivacyAndCompliance": {"privacyPolicyUrl"},
    "SkillManifestApis": {"custom"},
    "CustomApis": {"interfaces"},
    "SkillManifestEvents": {"endpoint", "subscriptions"},
    "Region": {"endpoint"},
    "SkillManifestEndpoint": {"uri"},
    "EventName": {"eventName"},
    "PermissionItems": {"name"},
}
"""By model: what a skill that is sent in for certification has, by Amazon's page on the manifest and its
first example (https://developer.amazon.com/docs/smapi/skill-manifest.html). No model says it itself."""


def problems(value: object, kind: str = MANIFEST, at: str = "") -> Iterator[str]:
    """What of a value is not as the model of that name has it, each with where it stands."""
    listed = re.fullmatch(r"list\[(.+)\]", kind)
    mapped = re.fullmatch(r"dict\(str, (.+)\)", kind)
    if listed:
        yield from _each(enumerate(value) if isinstance(value, list) else None, listed[1], at)
    elif mapped:
        yield from _each(value.items() if isinstance(value, dict) else None, mapped[1], at)
    elif kind in PLAIN:
        if type(value) is not PLAIN[kind]:
            yield f"{at}: {value!r} is no {kind}"
    else:
        yield from _modelled(value, _model(kind), at)


def _each(entries: Any, kind: str, at: str) -> Iterator[str]:
    if entries is None:
        yield f"{at}: is none of several"
        return
    for key, entry in entries:
        yield from problems(entry, kind, f"{at}.{key}")


def _modelled(value: object, model: type, at: str) -> Iterator[str]:
    if issubclass(model, Enum):
        if value not in {member.value for member in model}:
            yield f"{at}: {value!r} is none of {model.__name__}"
        return
    if not isinstance(value, dict):
        yield f"{at}: {value!r} is no {model.__name__}"
        return
    if hasattr(model, "discriminator_value_class_map"):
        kind = model.discriminator_value_class_map.get(value.get(model.json_discriminator_key))
        if kind is None:
            yield f"{at}: {value!r} is no kind of {model.__name__}"
            return
        model = _model(kind)
    kinds = {name: model.deserialized_types[key] for key, name in model.attribute_map.items()}
    for name in REQUIRED.get(model.__name__, set()) - value.keys():
        yield f"{at}.{name}: is missing"
    for name, entry in value.items():
        if name not in kinds:
            yield f"{at}.{name}: is no field of {model.__name__}"
        else:
            yield from problems(entry, kinds[name], f"{at}.{name}")


def _model(name: str) -> type:
    module, _, found = name.rpartition(".")
    return getattr(import_module(module), found)
