"""The skill package: Amazon's form, Amazon's rules, and what people are shown to say."""

import copy
import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from ask_smapi_model.v1.skill.invocations import EndPointRegions
from click.testing import CliRunner

from helpers.ears import ear_of
from helpers.manifest_models import problems
from skill.bootstrap import build, voices
from skill.cli import limber
from skill.coach.conversation.state.state import Running, Waiting
from skill.coach.conversation.state.state_encoding import decode_state
from skill.errors import ContentError, SettingError
from skill.package.manifest import REGIONS, Publisher
from skill.package.store import load_store
from skill.package.writing import problems_of_package, write_package
from skill.settings import Settings
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.envelope import Caller
from skill.speech.ssml import seconds_of, words_of
from skill.stores.memory import MemoryStore

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
LOCALES = ["en-US", "en-GB", "en-CA", "en-AU", "en-IN", "de-DE"]
ENDPOINT = "arn:aws:lambda:eu-west-1:123456789012:function:limber-back:live"
VOICE = {"en": "knows your voice", "de": "deine Stimme kennt"}
POLICY = "https://example.com/privacy"
PUBLISHER = Publisher(POLICY, ENDPOINT)
OWN = "https://limber.example.org/alexa"
EVERYWHERE = Publisher(
    POLICY,
    ENDPOINT,
    {"FE": OWN, "NA": ENDPOINT.replace("eu-west-1", "us-east-1"), "EU": ENDPOINT},
)


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """The folder that `ask deploy` is run in."""
    folder = tmp_path_factory.mktemp("build")
    write_package(CONTENT, folder, PUBLISHER)
    return folder


@pytest.fixture(scope="module")
def manifest(package) -> dict:
    """What `skill.json` holds."""
    return json.loads((package / "skill-package/skill.json").read_text())["manifest"]


@pytest.fixture
def content(tmp_path) -> Path:
    """A copy of the content, to spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


def spoilt(content: Path, field: str, value: str) -> list[str]:
    """What is said of the store's words with another value of one field."""
    path = content / "locales/en/store.toml"
    text = path.read_text()
    text = re.sub(
        rf'^{field} = (""".*?"""|\[.*?^\]|.*?$)',
        lambda _: f"{field} = {value}",
        text,
        flags=re.MULTILINE | re.DOTALL,
    )
    path.write_text(text)
    return problems_of_package(content)


# The form


def test_it_lies_where_the_ask_cli_looks(package):
    """The layout is that of version 2: the package, and beside it the file that names it."""
    found = {str(path.relative_to(package)) for path in package.rglob("*") if path.is_file()}
    models = {f"skill-package/interactionModels/custom/{locale}.json" for locale in LOCALES}
    images = {f"skill-package/assets/images/{name}.png" for name in ("small", "large")}
    assert found == {"ask-resources.json", "skill-package/skill.json"} | models | images
    resources = json.loads((package / "ask-resources.json").read_text())
    assert (package / resources["profiles"]["default"]["skillMetadata"]["src"]).is_dir()


def test_the_models_are_those_that_are_committed(package):
    """What is deployed is what was reviewed."""
    for locale in LOCALES:
        path = package / f"skill-package/interactionModels/custom/{locale}.json"
        assert path.read_bytes() == (ROOT / f"interaction_models/{locale}.json").read_bytes()


@pytest.mark.parametrize("publisher", [Publisher(POLICY), PUBLISHER, Publisher(POLICY, OWN), EVERYWHERE])
def test_amazons_own_models_know_every_field(tmp_path, publisher):
    """Walked beside the models: no field unknown, no value of an enumeration, nothing needed missing."""
    write_package(CONTENT, tmp_path, publisher)
    made = json.loads((tmp_path / "skill-package/skill.json").read_text())
    assert list(problems(made)) == []


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("apis.custom.region", {}, "is no field of CustomApis"),
        ("apis.custom.regions.EU", {"uri": ENDPOINT}, "is no field of Region"),
        ("apis.custom.endpoint.sslCertificateType", "SelfSigned!", "is none of SSLCertificateType"),
        ("apis.custom.interfaces", [{"type": "APLA"}], "is no kind of Interface"),
        ("permissions", [{"name": "alexa::alerts:reminders"}], "is none of PermissionName"),
        ("events.subscriptions", [{"eventName": "DISABLED"}], "is none of EventNameType"),
        ("publishingInformation.locales.en-US.keywords", "backs", "is none of several"),
        ("publishingInformation.distributionMode", "public", "is none of DistributionMode"),
        ("privacyAndCompliance.containsAds", "no", "is no bool"),
        ("privacyAndCompliance.locales.en-US", {}, "is missing"),
    ],
)
def test_what_amazons_models_do_not_know_is_found(manifest, path, value, told):
    """The walk fails on each kind of mistake, or it would prove nothing."""
    spoilt = copy.deepcopy(manifest)
    *parents, last = path.split(".")
    place = spoilt
    for name in parents:
        place = place.setdefault(name, {})
    place[last] = value
    assert [told in problem for problem in problems({"manifest": spoilt})].count(True) >= 1


def test_the_skill_asks_for_what_it_uses_and_hears_of_a_farewell(manifest):
    """The permission that reminders need, and the event that somebody has disabled the skill."""
    assert {"name": "alexa::alerts:reminders:skill:readwrite"} in manifest["permissions"]
    assert manifest["events"]["subscriptions"] == [{"eventName": "SKILL_DISABLED"}]


def test_each_region_can_have_an_endpoint_of_its_own(tmp_path):
    """Requests and events go to the same one: what somebody did is kept where their requests went."""
    write_package(CONTENT, tmp_path, EVERYWHERE)
    made = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    assert set(REGIONS) == {region.value for region in EndPointRegions}
    for where in (made["apis"]["custom"], made["events"]):
        assert where["endpoint"] == {"uri": ENDPOINT}
        assert where["regions"] == {
            "NA": {"endpoint": {"uri": ENDPOINT.replace("eu-west-1", "us-east-1")}},
            "EU": {"endpoint": {"uri": ENDPOINT}},
            "FE": {"endpoint": {"uri": OWN, "sslCertificateType": "Trusted"}},
        }


def test_what_is_asked_for_is_what_is_used(manifest):
    """Reminders, and whose voice it is: nothing more, and the store says what the voice is for."""
    assert [entry["name"] for entry in manifest["permissions"]] == [
        "alexa::alerts:reminders:skill:readwrite",
        "alexa::person_id:read",
    ]
    for locale, shown in manifest["publishingInformation"]["locales"].items():
        assert VOICE[locale.partition("-")[0]] in shown["description"]


KEPT = {
    "en": ("what you have done", "how you like it", "your own routines", "disable the skill"),
    "de": ("was du gemacht hast", "wie du es magst", "welche Programme", "deaktiviere den Skill"),
}
"""What is kept, in the store's words, and how it goes with the skill."""


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_kept_and_how_it_is_deleted_is_said_in_one_sentence(manifest, locale):
    """Before anybody opens the skill; what they are told to say is understood, and deletes it."""
    description = manifest["publishingInformation"]["locales"][locale]["description"]
    told = [
        sentence
        for sentence in re.split(r"(?<=[.])\s", description)
        if all(part in sentence for part in KEPT[locale.partition("-")[0]])
    ]
    assert len(told) == 1
    (said,) = re.findall(r'"([^"]+)"', told[0])
    heard = ear_of(locale).hear(said)
    assert (heard.intent, heard.tier) == ("DeleteDataIntent", "exact")


def test_all_locales_have_everything(manifest):
    """Names, descriptions, phrases, keywords, icons, and where the privacy policy is."""
    shown = manifest["publishingInformation"]["locales"]
    assert list(shown) == LOCALES
    assert list(manifest["privacyAndCompliance"]["locales"]) == LOCALES
    for locale in LOCALES:
        assert all(shown[locale].values())
        policy = manifest["privacyAndCompliance"]["locales"][locale]
        assert policy == {"privacyPolicyUrl": POLICY}
    assert manifest["publishingInformation"]["category"] == "HEALTH_AND_FITNESS"


def test_the_testers_are_told_in_every_language(manifest):
    """The manifest's one field has each language's instructions, with the locales that they are for."""
    told, words = manifest["publishingInformation"]["testingInstructions"], load_store(CONTENT)
    english, german = told.split("\n\n")
    assert english == f"{', '.join(LOCALES[:-1])}: {words['en-US'].testing_instructions}"
    assert german == f"de-DE: {words['de-DE'].testing_instructions}"


def test_instructions_that_are_too_long_together_are_told_in_one_line(content):
    """Each language's may fit: the field has room for four thousand characters, and both stand in it."""
    (told,) = spoilt(content, "testing_instructions", f'"{"x" * 3900}"')
    assert re.fullmatch(
        r"content/locales/\*/store\.toml: testing_instructions: is \d{4} characters long in all"
        r" languages together, Amazon takes 4000",
        told,
    )


GERMAN = "https://example.com/datenschutz"


@pytest.mark.parametrize("given", [(POLICY, f"de={GERMAN}"), (f"en={POLICY}", f"de={GERMAN}")])
def test_a_language_can_have_a_privacy_policy_of_its_own(tmp_path, given):
    """A plain address is for all that have none of their own."""
    options = [word for each in given for word in ("--privacy-policy", each)]
    limber.main(["package", *options, "--folder", str(tmp_path)], standalone_mode=False)
    made = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    shown = made["privacyAndCompliance"]["locales"]
    for locale in LOCALES:
        wanted = GERMAN if locale == "de-DE" else POLICY
        assert shown[locale] == {"privacyPolicyUrl": wanted}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((f"de={GERMAN}",), "--privacy-policy '' is no address"),
        ((POLICY, "de=nowhere"), "--privacy-policy 'nowhere' is no address"),
        (
            (POLICY, f"fr={GERMAN}"),
            "--privacy-policy fr=… is for no language of the skill's: give en or",
        ),
        ((POLICY, POLICY), "--privacy-policy is given twice for the same"),
    ],
)
def test_a_policy_that_will_not_do_is_told_in_one_line(tmp_path, given, told):
    """A language without any, one that is not there, and two for the same; nothing is written."""
    options = [word for each in given for word in ("--privacy-policy", each)]
    with pytest.raises(SettingError, match=re.escape(told)):
        limber.main(["package", *options, "--folder", str(tmp_path)], standalone_mode=False)
    assert not list(tmp_path.iterdir())


def test_function_and_events_have_the_same_endpoint(manifest):
    """The alias of the stack's function."""
    assert manifest["apis"]["custom"]["endpoint"] == manifest["events"]["endpoint"] == {"uri": ENDPOINT}


def test_a_service_of_ones_own_has_a_certificate_that_is_trusted(tmp_path):
    """Its address, for requests and for events, and what kind of certificate Alexa finds there."""
    write_package(CONTENT, tmp_path, Publisher(POLICY, OWN))
    made = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    endpoint = {"uri": OWN, "sslCertificateType": "Trusted"}
    assert made["apis"]["custom"]["endpoint"] == made["events"]["endpoint"] == endpoint


def test_without_a_function_there_is_a_skill_to_get_an_id_from(tmp_path):
    """Such a package has no endpoint and no events, and is enough to get the skill's id."""
    write_package(CONTENT, tmp_path, Publisher(POLICY))
    made = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    assert made["apis"]["custom"].keys() == {"interfaces"}
    assert "events" not in made


def test_it_declares_the_screens_it_has_layouts_for(tmp_path):
    """APL, with every viewport once; no range of sizes is empty. And the audio player."""
    write_package(CONTENT, tmp_path, Publisher(POLICY))
    made = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]
    screens, player = made["apis"]["custom"]["interfaces"]
    assert player == {"type": "AUDIO_PLAYER"}
    assert screens["type"] == "ALEXA_PRESENTATION_APL"
    kinds = {(each["mode"], each["shape"]) for each in screens["supportedViewports"]}
    assert kinds == {("HUB", "ROUND"), ("HUB", "RECTANGLE"), ("TV", "RECTANGLE")}
    for each in screens["supportedViewports"]:
        assert each["minWidth"] <= each["maxWidth"]
        assert each["minHeight"] <= each["maxHeight"]


def test_writing_it_again_keeps_the_ask_clis_notes(tmp_path):
    """The skill's id in `.ask/` stays; the files of the older package are removed."""
    (tmp_path / ".ask").mkdir()
    (tmp_path / ".ask/ask-states.json").touch()
    (tmp_path / "skill-package").mkdir()
    (tmp_path / "skill-package/old.json").touch()
    write_package(CONTENT, tmp_path, PUBLISHER)
    assert (tmp_path / ".ask/ask-states.json").exists()
    assert not (tmp_path / "skill-package/old.json").exists()


# The rules


def test_the_content_keeps_amazons_rules():
    """Nothing that is shown is too long, too much, or promises what it should not."""
    assert problems_of_package(CONTENT) == []


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", '"x"', "name: is 1 characters long, Amazon takes 2 to 50"),
        ("summary", f'"{"x" * 161}"', "summary: is 161 characters long, Amazon takes 1 to 160"),
        (
            "description",
            f'"{"x" * 4001} not medical advice"',
            "description: is 4020 characters long, Amazon takes 1 to 4000",
        ),
        ("description", '"It stretches."', 'description: must say that this is "not medical advice"'),
        (
            "summary",
            '"It cures your back."',
            'summary: "cures" promises what no stretch can keep',
        ),
        (
            "example_phrases",
            '["Alexa, open limber back", "a", "b", "c"]',
            "example_phrases: there are 4, Amazon takes 1 to 3",
        ),
        (
            "example_phrases",
            '["start the everyday back routine"]',
            'example_phrases: the first must open the skill: "Alexa, open limber back"',
        ),
        (
            "example_phrases",
            '["Alexa, open limber back", "ask limber back for help"]',
            (
                "example_phrases: 'ask limber back for help' opens and asks in one, which may not arrive"
                " on Alexa+: leave the name out, the first has opened the skill"
            ),
        ),
        ("keywords", str(["word"] * 31), "keywords: there are 31, Amazon takes 1 to 30"),
    ],
)
def test_what_amazon_would_refuse_is_told_in_one_line(content, field, value, told):
    """File, key, what is wrong and what would be right."""
    assert spoilt(content, field, value) == [f"content/locales/en/store.toml: {told}"]


@pytest.mark.parametrize("damage", ["missing", "wrong size", "no picture"])
def test_an_icon_that_will_not_do_is_told_in_one_line(content, damage):
    """A missing icon, one of another size, and a file that is no PNG."""
    small, large = content / "icons/small.png", content / "icons/large.png"
    if damage == "missing":
        small.unlink()
    elif damage == "wrong size":
        shutil.copyfile(large, small)
    else:
        small.write_bytes(b"GIF89a")
    (problem,) = problems_of_package(content)
    assert problem.startswith("content/icons/small.png: icon: ")
    assert problem.endswith(("draw it with scripts/draw_icons.py", "must be a PNG of 108 by 108 pixels"))


def test_nothing_is_written_while_anything_is_wrong(content, tmp_path):
    """All problems at once, and no half of a package."""
    (content / "icons/small.png").unlink()
    spoilt(content, "name", '"x"')
    with pytest.raises(ContentError) as refused:
        write_package(content, tmp_path / "build", PUBLISHER)
    assert len(refused.value.problems) == 2
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("publisher", "told"),
    [
        (Publisher("example.com/privacy"), "--privacy-policy"),
        (Publisher("https://"), "--privacy-policy"),
        (Publisher(POLICY, "limber-back"), "--endpoint .* output SkillEndpoint"),
        (Publisher(POLICY, ENDPOINT.removesuffix(":live")), "--endpoint .* output SkillEndpoint"),
        (Publisher(POLICY, ENDPOINT.replace(":live", ":7")), "--endpoint .* output SkillEndpoint"),
        (Publisher(POLICY, OWN.replace("https", "http")), "--endpoint .* such as https://"),
        (Publisher(POLICY, OWN.replace(".org", ".org:8443")), "--endpoint .* such as https://"),
        (Publisher(POLICY, OWN.removesuffix("/alexa")), "--endpoint .* such as https://"),
        (Publisher(POLICY, "https://localhost/alexa"), "--endpoint .* such as https://"),
        (Publisher(POLICY, ENDPOINT, {"EU": "limber"}), "--region EU 'limber' .* output SkillEndpoint"),
        (Publisher(POLICY, ENDPOINT, {"EU": ""}), "--region EU '' .* output SkillEndpoint"),
        (Publisher(POLICY, ENDPOINT, {"US": ENDPOINT}), "--region 'US' .* one of NA, EU, FE"),
        (Publisher(POLICY, regions={"EU": ENDPOINT}), "--region needs --endpoint"),
    ],
)
def test_what_the_publisher_gives_has_its_form(tmp_path, publisher, told):
    """An address that opens, and the alias of a function or the address of a service."""
    with pytest.raises(SettingError, match=told):
        write_package(CONTENT, tmp_path, publisher)


def test_the_command_wants_a_privacy_policy():
    """A skill that keeps anything must have one: the command says so instead of a placeholder."""
    refused = CliRunner().invoke(limber, ["package"])
    assert refused.exit_code == 2
    assert "Missing option '--privacy-policy'" in refused.output


@pytest.mark.parametrize(
    ("regions", "told"),
    [
        (("EU", ENDPOINT, "EU", OWN), "--region EU is given twice"),
        (("eu", ENDPOINT), "--region 'eu' is no region of Alexa's: give one of NA, EU, FE"),
    ],
)
def test_a_region_that_will_not_do_is_told_in_one_line(tmp_path, regions, told):
    """Named as it was given, with what would be right; nothing is written."""
    given = [
        word for pair in zip(regions[::2], regions[1::2], strict=True) for word in ("--region", *pair)
    ]
    with pytest.raises(SettingError, match=re.escape(told)):
        limber.main(
            [
                "package",
                "--privacy-policy",
                POLICY,
                "--endpoint",
                ENDPOINT,
                *given,
                "--folder",
                tmp_path,
            ],
            standalone_mode=False,
        )
    assert not list(tmp_path.iterdir())


# What people are shown to say


@dataclass(frozen=True)
class Shown:
    """What an example phrase leads to."""

    intent: str
    told: tuple[str, ...]
    """What the answer says, so that it is about the phrase, however it is worded."""
    stretches: int = 0
    """How many stretches are being coached; none after the greeting."""
    in_one_breath: str = ""
    """How it is said together with the skill's name."""


EXPECTED = (
    Shown("LaunchRequest", ("Welcome to Limber Back", "What would you like?")),
    Shown("StartRoutineIntent", ("everyday back routine", "four stretches"), 4, "ask limber back to"),
    Shown(
        "StartRoutineIntent", ("four stretches for your hips", "ten minutes"), 4, "ask limber back for"
    ),
)
"""What becomes of the three phrases, in their order."""

IN_GERMAN = (
    Shown("LaunchRequest", ("Willkommen beim Rücken Coach", "Womit fangen wir an?")),
    Shown(
        "StartRoutineIntent",
        ("Programm für jeden Tag", "vier Übungen"),
        4,
        "öffne rücken coach und",
    ),
    Shown("StartRoutineIntent", ("deine Hüften", "zehn Minuten"), 4, "frag rücken coach nach"),
)
"""The same in German."""


def expected(locale: str, number: int) -> Shown:
    """What becomes of a phrase."""
    return (IN_GERMAN if locale == "de-DE" else EXPECTED)[number]


DEAD_ENDS = (
    "nothing_running",
    "nothing_unfinished",
    "not_understood",
    "not_for_me",
    "not_now_practising",
)
"""Prompts that say no more than that somebody is in the wrong place."""


def visitor(locale: str) -> Device:
    """Somebody's device on which the skill has never been used."""
    words = voices()[locale]
    return Device(
        skill=build(Settings("memory:", delay=0), store=MemoryStore(), zone=UTC),
        ear=ear_of(locale),
        caller=Caller(locale=locale),
        now=datetime(2026, 11, 20, 8, tzinfo=UTC),
        seconds_of=lambda ssml: seconds_of(ssml, words),
    )


def held_against(answer: DeviceResponse, shown: Shown, locale: str) -> None:
    """The answer is about the phrase: understood word for word, coached where it asks for that."""
    said = words_of(answer.ssml)
    assert answer.heard.intent == shown.intent
    assert answer.heard.tier in ("exact", "launch")
    assert [text for text in shown.told if text not in said] == []
    for prompt in DEAD_ENDS:
        assert not [text for text in voices()[locale].language.prompts[prompt] if text in said]
    practice = decode_state(answer.attributes["state"]).practice
    coached = len(practice.practice.items) if isinstance(practice, Running) else 0
    assert (coached, answer.ends_session) == (shown.stretches, False)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_example_phrase_opens_the_skill(locale):
    """It greets, says what this is, and asks what somebody would like."""
    phrase = load_store(CONTENT)[locale].example_phrases[0]
    held_against(visitor(locale).say(phrase), expected(locale, 0), locale)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("locale", LOCALES)
def test_an_example_phrase_makes_sense_as_the_first_thing_said(locale, number):
    """Right after opening, to somebody who was never here, each is answered with what it asks for."""
    phrase, device = load_store(CONTENT)[locale].example_phrases[number], visitor(locale)
    device.say(f"{device.ear.opening.to_say} skill")
    held_against(device.say(phrase), expected(locale, number), locale)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("locale", LOCALES)
def test_an_example_phrase_works_in_one_breath_with_opening(locale, number):
    """Where one-shots arrive, each is answered as if it had been said after opening."""
    phrase, device = load_store(CONTENT)[locale].example_phrases[number], visitor(locale)
    answer = device.say(f"Alexa, {expected(locale, number).in_one_breath} {phrase}")
    held_against(answer, expected(locale, number), locale)


# What Amazon's testers are told to say


def tried(locale: str) -> list[DeviceResponse]:
    """Each sentence of the instructions in its turn; while one is being coached, forty seconds in."""
    device, answers = visitor(locale), list[DeviceResponse]()
    for said in re.findall(r'"([^"]+)"', load_store(CONTENT)[locale].testing_instructions):
        if answers and answers[-1].ends_session and not device.ear.opening.opened_with(said)[0]:
            answers.append(device.say(device.ear.opening.to_say))  # "open the skill again"
        last = answers[-1] if answers else None
        coaches = last is not None and isinstance(practice_after(last), Running)
        answers.append(device.say(said, last.at + timedelta(seconds=40) if coaches else None))
    return answers


def practice_after(answer: DeviceResponse) -> object:
    """What an answer leaves running, or waiting."""
    return decode_state(answer.attributes["state"]).practice if answer.attributes else None


LEADS_TO = {
    "StartRoutineIntent": (Running, 0),
    "TimeLeftIntent": (Running, 0),
    "AMAZON.NextIntent": (Running, 1),
    "AMAZON.PauseIntent": (Waiting, 1),
    "AMAZON.ResumeIntent": (Running, 1),
    "AMAZON.StopIntent": (Waiting, 1),
    "AMAZON.YesIntent": (Running, 1),
}
"""What each sentence leaves, and at which stretch of the routine, from the first, 0."""


@pytest.mark.parametrize("locale", LOCALES)
def test_the_testers_sentences_do_what_the_instructions_promise(locale):
    """In their order: nothing ends before "stop", the next stretch is gone on with, all is deleted."""
    *coached, asked, deleted = tried(locale)
    practised = {each.heard.intent: each for each in coached if each.heard.intent != "LaunchRequest"}

    assert {each.heard.tier for each in (*coached, asked, deleted)} == {"exact", "launch"}
    assert list(practised) == list(LEADS_TO)
    for intent, (kind, item) in LEADS_TO.items():
        left = practice_after(practised[intent])
        assert isinstance(left, kind), intent
        assert left.place.item == item, intent
    assert [each.heard.intent for each in coached if each.ends_session] == ["AMAZON.StopIntent"]
    assert (asked.heard.intent, deleted.heard.intent) == ("DeleteDataIntent", "AMAZON.YesIntent")
    prompts = voices()[locale].language.prompts["deleted"]
    assert words_of(deleted.ssml) in prompts
