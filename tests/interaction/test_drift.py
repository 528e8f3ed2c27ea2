"""The model files and the content they come from."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from skill.errors import ContentError, SettingError
from skill.interaction import drift, interaction_model, models, write_models
from skill.library.intents import Intent, Intents, SlotType
from skill.library.language import RoutineWords
from skill.library.utterances import Utterances

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A folder with the models of the real content; copy it before changing anything."""
    folder = tmp_path_factory.mktemp("drift") / "interaction_models"
    write_models(CONTENT, folder)
    return folder


@pytest.fixture
def folder(written, tmp_path):
    """A copy to spoil."""
    return Path(shutil.copytree(written, tmp_path / "interaction_models"))


def spoil(folder, change):
    """Change the language model of the one file."""
    path = folder / "en-US.json"
    model = json.loads(path.read_text(encoding="utf-8"))
    change(model["interactionModel"]["languageModel"])
    path.write_text(json.dumps(model, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def intent(language, name):
    """One intent of a language model."""
    return next(each for each in language["intents"] if each["name"] == name)


def test_the_committed_models_are_what_the_content_gives():
    """Whoever changes content runs `limber models` too."""
    assert drift(CONTENT, ROOT / "interaction_models") is None


def test_writing_twice_gives_the_same_bytes(written):
    """The same content, the same files, in UTF-8 and with a newline at the end."""
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in written.glob("*.json")}

    assert texts == models(CONTENT)
    assert all(text.endswith("}\n") and "\r" not in text for text in texts.values())


def test_models_of_locales_that_are_no_more_are_removed(folder):
    """The file of a locale that the content no longer has is deleted."""
    (folder / "xx-XX.json").write_text("{}")

    assert drift(CONTENT, folder) == "interaction_models/xx-XX.json: content has no such locale"
    assert folder / "xx-XX.json" not in write_models(CONTENT, folder)
    assert drift(CONTENT, folder) is None


def test_a_missing_model_is_named(folder):
    """A file that is not there is a difference."""
    (folder / "en-US.json").unlink()

    assert drift(CONTENT, folder) == "interaction_models/en-US.json: is missing"


def test_a_broken_model_is_named(folder):
    """So is one that is no JSON."""
    (folder / "en-US.json").write_text("{", encoding="utf-8")

    assert drift(CONTENT, folder).startswith("interaction_models/en-US.json: is not JSON: ")


def test_another_layout_is_a_difference(folder):
    """Another layout of the same JSON is a difference, or two tools would keep changing it."""
    path = folder / "en-US.json"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert drift(CONTENT, folder) == "interaction_models/en-US.json: is laid out differently"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda language: language.update(invocationName="stiff back"),
            'invocationName: has "stiff back", content gives "limber back"',
        ),
        (
            lambda language: intent(language, "SkipIntent")["samples"].remove("skip it"),
            'intents.SkipIntent.samples.skip it: is missing, content gives "skip it"',
        ),
        (
            lambda language: intent(language, "SkipIntent")["samples"].append("hop over it"),
            'intents.SkipIntent.samples.hop over it: has "hop over it", content has no such thing',
        ),
        (
            lambda language: intent(language, "SkipIntent")["samples"].reverse(),
            "intents.SkipIntent.samples: stands in another order",
        ),
        (
            lambda language: intent(language, "HowToIntent")["slots"][0].update(type="POSE"),
            'intents.HowToIntent.slots.stretch.type: has "POSE", content gives "STRETCH"',
        ),
        (
            lambda language: language["types"][0]["values"][0]["name"].update(value="arch"),
            'types.STRETCH.values.bridge.name.value: has "arch", content gives "bridge"',
        ),
        (
            lambda language: language.update(types=None),
            "types: has null, content gives ",
        ),
    ],
)
def test_the_first_difference_is_named(folder, change, expected):
    """One line that says where, what stands there, and what the content gives."""
    spoil(folder, change)
    difference = drift(CONTENT, folder)

    assert "\n" not in difference
    assert difference.startswith(f"interaction_models/en-US.json: {expected}")


def test_unsound_content_gives_no_model(tmp_path):
    """The problem is reported, in the words of `limber content check`."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    (content / "intents.toml").write_text("[slot_types]\n[intents]\n")

    with pytest.raises(ContentError, match=r"content/locales/en/utterances/\w+\.toml: file: is for n"):
        write_models(content, tmp_path / "interaction_models")


def test_a_small_model_is_put_together_in_order(words):
    """Articles are left off, synonyms occur once, a shared name is under each stretch that has it."""
    intents = Intents(
        intents={
            "StartIntent": Intent("StartIntent", {"stretch": "STRETCH"}),
            "AMAZON.FallbackIntent": Intent("AMAZON.FallbackIntent", {}),
        },
        slot_types={
            "STRETCH": SlotType("STRETCH", entries="stretches"),
            "DAY": SlotType("DAY", values=("mon",)),
        },
    )
    utterances = Utterances(
        tag="en",
        invocation_name="limber back",
        fallback_sensitivity="",
        articles=("the",),
        samples={"StartIntent": ("start {stretch}",)},
        slot_words={"DAY": {"mon": ("monday", "on monday")}},
    )
    bend = replace(words.stretch("bridge"), name="the bend", synonyms=("bend", "the bend"))
    lean = replace(bend, name="the lean", synonyms=("leaning",))
    language = replace(
        words.language,
        stretches={"lean": lean, "bend": bend},
        routines={"none": RoutineWords("the none", (), "")},
        shared_names={"tilt": ("lean", "bend")},
    )

    model = interaction_model(intents, utterances, language)["interactionModel"]["languageModel"]

    assert model == {
        "invocationName": "limber back",
        "intents": [
            {
                "name": "StartIntent",
                "slots": [{"name": "stretch", "type": "STRETCH"}],
                "samples": ["start {stretch}"],
            },
            {"name": "AMAZON.FallbackIntent", "samples": []},
        ],
        "types": [
            {
                "name": "STRETCH",
                "values": [
                    {"id": "bend", "name": {"value": "bend", "synonyms": ["the bend", "tilt"]}},
                    {"id": "lean", "name": {"value": "lean", "synonyms": ["leaning", "tilt"]}},
                ],
            },
            {
                "name": "DAY",
                "values": [{"id": "mon", "name": {"value": "monday", "synonyms": ["on monday"]}}],
            },
        ],
    }


def test_a_model_that_cannot_be_written_leaves_the_others_as_they_were(folder):
    """A folder stands where a file is to be: one line says so, and no half file is left."""
    (folder / "en-US.json").unlink()
    (folder / "en-US.json").mkdir()
    before = sorted(path.name for path in folder.iterdir())

    with pytest.raises(SettingError, match=r"cannot write the models to .*en-US.json: Is a directory"):
        write_models(CONTENT, folder)
    assert sorted(path.name for path in folder.iterdir()) == before
