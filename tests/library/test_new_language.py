"""The recipe for a language, done for French with a few names and one stretch: no code changes."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from skill.alexa.skill_builder import build_handler
from skill.assembly import conversation, voices_of
from skill.cli import limber
from skill.content_check.every_problem import every_problem
from skill.errors import SettingError
from skill.figures.gallery import Gallery
from skill.interaction import write_models
from skill.library.loading import load_content
from skill.library.new_language import write_skeleton
from skill.settings import Settings
from skill.simulator.device import Device
from skill.simulator.ear.ear import load_ear
from skill.simulator.envelope import Caller
from skill.speech.ssml import seconds_of
from skill.stores.memory import MemoryStore

CONTENT = Path(__file__).parents[2] / "content"
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SAME = re.compile(r"content/locales/fr/[\w./]+\.toml: .+ is the same as in 'en'")

BABY = """name = "le bébé heureux"
synonyms = ["bébé heureux", "le bébé heureux", "bébé content"]
which = "sur le dos, en tenant tes pieds"
steps = [
    { say = "Expire, et ramène tes genoux, l'un après l'autre.", takes = 4 },
    "Écarte tes genoux, aussi loin que c'est agréable.",
    "Tourne la plante de tes pieds vers le plafond.",
    { say = "Prends tes pieds ou tes tibias, les épaules lourdes.", takes = 5 },
]
brief = [
    { say = "Expire, et écarte tes genoux, aussi loin que c'est agréable.", takes = 4 },
    { say = "Prends tes pieds ou tes tibias, les épaules lourdes.", takes = 4 },
]
release = "Lâche tes pieds, et pose-les au sol, l'un après l'autre."
felt = "Tu dois le sentir dans les hanches."
ease = "Balance-toi un peu, si tu veux."
benefit = "Beaucoup de gens la trouvent reposante."

[ways.gentle]
differs = "Écarte tes genoux seulement à moitié, avec une sangle autour de tes pieds."
steps = ["Expire, et ramène tes genoux.", "Écarte tes genoux à moitié.", "Prends la sangle."]
brief = ["Expire, et écarte tes genoux à moitié.", "Prends la sangle."]
"""
"""The words of happy baby, all of them: a text of a way that is not there is as usual."""

PROMISE = """[[promises]]
told = ["seulement à moitié"]
needs = ["à moitié"]
never = ["aussi loin que"]
"""
"""What the words of a stretch keep, where they have told it."""

LIMIT = """[[happy_baby]]
goes = ["écarte tes genoux"]
only = ["aussi loin que c'est agréable", "à moitié"]
"""
"""What limits its movement."""

NAMES = {
    "bridge": "le pont",
    "childs_pose": "la posture de l'enfant",
    "knee_to_chest": "le genou vers la poitrine",
}
"""Other stretches of which only the name is translated."""


@pytest.fixture
def content(tmp_path) -> Path:
    """The content with English alone, and French begun by the recipe."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=lambda _, names: [name for name in names if name == "de"])
    told = CliRunner().invoke(limber, ["content", "new-language", "fr", str(folder)])
    assert told.exit_code == 0, told.output
    assert told.output.startswith(f"wrote {folder / 'locales' / 'fr'}")
    return folder


def put(content: Path, name: str, old: str, new: str) -> None:
    """Translate a part of a file."""
    path = content / "locales" / "fr" / name
    told = path.read_text(encoding="utf-8")
    assert old in told, name
    path.write_text(told.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def french(content) -> Path:
    """Some names, one stretch, and how it is asked for."""
    (content / "locales" / "fr" / "stretches" / "happy_baby.toml").write_text(BABY, encoding="utf-8")
    for stretch, name in NAMES.items():
        path = content / "locales" / "fr" / "stretches" / f"{stretch}.toml"
        told = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'^name = ".*"', f'name = "{name}"', told, count=1), encoding="utf-8")
    put(content, "interaction.toml", '"limber back"', '"dos souple"')
    put(content, "interaction.toml", '"open {name}"', '"ouvre {name}"')
    put(content, "interaction.toml", 'articles = ["the"', 'articles = ["le", "la", "the"')
    put(content, "phrases.toml", 'articles = ["the"]', 'articles = ["le", "la"]')
    put(content, "phrases.toml", 'many = "{number} seconds"', 'many = "{number} secondes"')
    put(content, "utterances/StartStretchIntent.toml", '"start {stretch}"', '"commence {stretch}"')
    put(content, "store.toml", '"Alexa, open limber back"', '"Alexa, ouvre dos souple"')
    coaching = content / "locales" / "fr" / "coaching.toml"
    rules, _, _ = coaching.read_text(encoding="utf-8").partition("[[promises]]")
    rules = rules.replace("breath = [", 'breath = ["expire", "inspire", ')
    coaching.write_text(rules + PROMISE, encoding="utf-8")
    limits = content / "locales" / "fr" / "limits.toml"
    told = re.sub(r"\[\[happy_baby\]\][^\[]+\[[^\[]+\[[^\[]+", "", limits.read_text(encoding="utf-8"))
    limits.write_text(told + LIMIT, encoding="utf-8")
    put(
        content,
        "moving.toml",
        "moves = [",
        'moves = ["ramène", "écarte", "tourne", "prends", "lâche", "pose", ',
    )
    return content


def test_the_skeleton_lacks_nothing_but_its_translation(content):
    """The check reads it like any language, and lists every text that is still English."""
    told = every_problem(content)
    assert len(told) > 1000
    assert [line for line in told if not SAME.fullmatch(line)] == []


def test_what_is_translated_is_off_the_list(french):
    """The stretch is done, of the others the name; the list is of what is left."""
    told = every_problem(french)
    assert [line for line in told if not SAME.fullmatch(line)] == []
    assert [line for line in told if "happy_baby" in line and "figures" not in line] == []
    assert not any(f"stretches/{stretch}.toml: name:" in line for stretch in NAMES for line in told)
    assert any("stretches/bridge.toml: steps:" in line for line in told)


def test_a_stretch_is_coached_in_the_new_language(french, tmp_path):
    """By content and nothing else: models, ear, voice, numbers, and who is answered in it."""
    models = tmp_path / "interaction_models"
    write_models(french, models)
    library, languages = load_content(french)
    voices = voices_of(languages)
    words = voices.near("fr-CA")
    assert (words.locale, voices.near("it").locale) == ("fr-FR", "en-US")
    assert words.title(words.stretch("bridge").name) == "Pont"
    shell = conversation(
        Settings("memory:", delay=0), library, voices, MemoryStore(), Gallery(french).drawn, UTC
    )
    device = Device(
        build_handler(shell, "", ""),
        load_ear(models / "fr-FR.json", french),
        Caller(user="somebody", locale="fr-FR"),
        START,
        lambda ssml: seconds_of(ssml, words),
    )
    assert device.say("ouvre dos souple").heard.intent == "LaunchRequest"
    coached = device.say("commence le bébé heureux")
    assert coached.heard.intent == "StartStretchIntent"
    assert "Tourne la plante de tes pieds" in coached.ssml
    assert "secondes" in coached.ssml


@pytest.mark.parametrize("named", ["", "french", "fr-fr", "../fr", "f"])
def test_what_is_no_language_is_refused(content, named):
    """With how one is named."""
    with pytest.raises(SettingError, match="give one such as fr"):
        write_skeleton(content, named)


def test_a_language_that_is_there_is_not_overwritten(content):
    """What was translated is nobody's to lose."""
    with pytest.raises(SettingError, match="is there already"):
        write_skeleton(content, "fr-CA")
