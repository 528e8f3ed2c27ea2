"""Amazon's rules for what the store shows, and checks whether the content keeps them.

Where the rules come from:

- **form**: Amazon's own models of the manifest (the package ask-smapi-model 1.36): three example
  phrases, icons of 108 and 512 pixels, phrases that come from the sample utterances.
- **console**: the counters beside the fields of Amazon's developer console (Distribution, Skill
  Preview), as they are known; the copies of Amazon's page on the fields that could be read
  (https://developer.amazon.com/docs/devconsole/launch-your-skill.html) name no numbers.
- **phrases**: https://developer.amazon.com/blogs/alexa/post/Tx3J3K6VCRJ6T1X and the publication steps of
  Amazon's own samples (alexa-samples/skill-sample-nodejs-trivia): the first has the wake word and the
  invocation name.
- **Alexa+**: what developers tell of it (`docs/platform.md`): the skill is opened first, and then asked.
- **health**: rejections by Amazon's testers (`docs/platform.md`): the description says that it is no
  medical advice, and nothing promises a cure. Which words these are, each language's `store.toml` says.
"""

import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.package.manifest import ICONS, REGIONS, Publisher
from skill.package.store import StoreWords, testing_instructions

WAKE_WORD = "alexa, "
"""What an example phrase begins with."""


@dataclass(frozen=True)
class Limit:
    """How long a text may be, and how many texts there may be."""

    field: str
    """The field of `StoreWords`."""
    longest: int
    """Characters at most."""
    shortest: int = 1
    """Characters at least."""
    most: int | None = None
    """How many texts there may be; None for a field with one text."""


LIMITS = (
    Limit("name", longest=50, shortest=2),  # console
    Limit("summary", longest=160),  # console
    Limit("description", longest=4000),  # console
    Limit("example_phrases", longest=200, most=3),  # form, console
    Limit("keywords", longest=150, most=30),  # console
)

INSTRUCTIONS = Limit("testing_instructions", longest=4000)  # console
"""How long the testers' instructions may be, of all languages together."""

ICON_PIXELS = {"smallIconUri": 108, "largeIconUri": 512}
PNG_HEADER = struct.Struct(">8s4s4sII")

ALIAS = re.compile(r"arn:aws:lambda:[a-z]{2}-[a-z]+-\d:\d{12}:function:[\w-]{1,64}:[a-zA-Z][\w-]*")
"""The ARN of the function's alias: template.yaml lets Alexa call only the alias."""
OWN_SERVICE = re.compile(r"https://[\w-]+(\.[\w-]+)+(:443)?(/[\w.~-]+)*/alexa")
"""The address that `docs/web.md` gives the service; Alexa accepts only https at port 443."""
ADDRESS = re.compile(r"https://[^\s/]+\.[^\s]+")


def problems_of_words(file: str, said: StoreWords) -> Iterator[str]:
    """What Amazon would refuse in one locale's words, as `file: key: problem`."""
    for limit in LIMITS:
        value = getattr(said, limit.field)
        texts = (value,) if limit.most is None else value
        if limit.most is not None and not 1 <= len(texts) <= limit.most:
            yield f"{file}: {limit.field}: there are {len(texts)}, Amazon takes 1 to {limit.most}"
        for text in texts:
            if not limit.shortest <= len(text) <= limit.longest:
                allowed = f"{limit.shortest} to {limit.longest}"
                yield f"{file}: {limit.field}: is {len(text)} characters long, Amazon takes {allowed}"
    yield from _problems_of_phrases(file, said)
    if not any(each in said.description for each in said.disclaims):
        yield f'{file}: description: must say that this is "{said.disclaims[0]}"'
    promises = re.compile(rf"\b(?:{'|'.join(said.promises)})\b", re.IGNORECASE)
    shown = {"summary": (said.summary,), "description": (said.description,), "keywords": said.keywords}
    for key, texts in shown.items():
        for promise in (found[0] for text in texts for found in promises.finditer(text)):
            yield f'{file}: {key}: "{promise}" promises what no stretch can keep'


def problems_of_instructions(words: Mapping[str, StoreWords]) -> Iterator[str]:
    """What Amazon's testers are told in all languages together, if it is more than there is room for."""
    length = len(testing_instructions(words))
    if length > INSTRUCTIONS.longest:
        yield (
            f"content/locales/*/store.toml: {INSTRUCTIONS.field}: is {length} characters long in all"
            f" languages together, Amazon takes {INSTRUCTIONS.longest}"
        )


def problems_of_icons(folder: Path) -> Iterator[str]:
    """Icons that are missing, or that Amazon would refuse."""
    for key, name in ICONS.items():
        pixels, path = ICON_PIXELS[key], folder / name
        if not path.is_file():
            yield f"content/icons/{name}: icon: is missing: draw it with scripts/draw_icons.py"
        elif _size(path) != (pixels, pixels):
            yield f"content/icons/{name}: icon: must be a PNG of {pixels} by {pixels} pixels"


def problems_of_publisher(publisher: Publisher, locales: Iterable[str]) -> Iterator[str]:
    """What the publisher gave that cannot be used."""
    tags = list(dict.fromkeys(locale.partition("-")[0] for locale in locales))
    for tag in publisher.policies:
        if tag not in tags:
            yield f"--privacy-policy {tag}=… is for no language of the skill's: give {' or '.join(tags)}"
    for policy in dict.fromkeys(map(publisher.policy_for, tags)):
        if not ADDRESS.fullmatch(policy):
            yield (
                f"--privacy-policy {policy!r} is no address: give one that people can open, such as"
                " https://example.com/privacy, for all languages or for each"
            )
    if publisher.endpoint:
        yield from _problems_of_endpoint("--endpoint", publisher.endpoint)
    elif publisher.regions:
        yield "--region needs --endpoint as well: it is for everybody who is in none of the regions"
    for region, uri in publisher.regions.items():
        if region not in REGIONS:
            yield f"--region {region!r} is no region of Alexa's: give one of {', '.join(REGIONS)}"
        yield from _problems_of_endpoint(f"--region {region}", uri)


def _problems_of_endpoint(option: str, uri: str) -> Iterator[str]:
    if not any(form.fullmatch(uri) for form in (ALIAS, OWN_SERVICE)):
        yield (
            f"{option} {uri!r} is neither a function's alias nor a service: give the"
            " stack's output SkillEndpoint, such as"
            " arn:aws:lambda:eu-west-1:123456789012:function:limber-back:live,"
            " or your own address, such as https://limber.example.org/alexa"
        )


def _problems_of_phrases(file: str, said: StoreWords) -> Iterator[str]:
    first = said.example_phrases[0] if said.example_phrases else ""
    if first.lower() not in {f"{WAKE_WORD}{launch}" for launch in said.launches}:
        yield f'{file}: example_phrases: the first must open the skill: "Alexa, {said.launches[0]}"'
    for phrase in said.example_phrases[1:]:
        if said.name_said in phrase.lower():
            yield (
                f"{file}: example_phrases: {phrase!r} opens and asks in one, which may not arrive on"
                " Alexa+: leave the name out, the first has opened the skill"
            )


def _size(path: Path) -> tuple[int, int] | None:
    header = path.read_bytes()[: PNG_HEADER.size]
    if len(header) < PNG_HEADER.size:
        return None
    signature, _, chunk, width, height = PNG_HEADER.unpack(header)
    return (width, height) if signature == b"\x89PNG\r\n\x1a\n" and chunk == b"IHDR" else None
