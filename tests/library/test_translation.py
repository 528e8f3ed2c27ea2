"""What `limber content check` tells of a language beside the default one."""

import re
import shutil
from pathlib import Path

import pytest

from skill.content_check.every_problem import every_problem

CONTENT = Path(__file__).parents[2] / "content"
AT = "content/locales/xx"
COUNTRY = '[xx-XX]\nemergency = "one one two"\n'

CLOCK = """[clock]
noon = "midi"
midnight = "minuit"
hour = "{hour} heures"
exact = "{hour} heures {minutes}"
at = "à {clock}"

"""
"""The clock of 24 hours that a language has without a module of its own."""


@pytest.fixture
def content(tmp_path) -> Path:
    """The content, with English alone."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=lambda _, names: [n for n in names if n == "de"])
    return folder


@pytest.fixture
def copied(content) -> Path:
    """The content with English once more under another name."""
    locales = content / "locales"
    shutil.copytree(locales / "en", locales / "xx")
    (locales / "xx" / "countries.toml").write_text(COUNTRY, encoding="utf-8")
    phrases = locales / "xx" / "phrases.toml"
    told = phrases.read_text(encoding="utf-8")
    told = re.sub(r"\[clock\].*?(?=\[parts_of_day\])", CLOCK, told, flags=re.DOTALL)
    phrases.write_text(told, encoding="utf-8")
    return content


def changed(content: Path, name: str, old: str, new: str) -> list[str]:
    """What the check tells of a language whose file was changed, but for what is the same in both."""
    path = content / "locales" / "xx" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [line for line in every_problem(content) if not line.endswith("is the same as in 'en'")]


def test_an_untranslated_copy_is_no_translation(copied):
    """Every text of it is named, whoever speaks or shows it, and whatever people say of two words."""
    told = every_problem(copied)
    assert all(re.match(rf"{AT}/[\w./]+\.toml: ", line) for line in told)
    assert all(line.endswith("is the same as in 'en'") for line in told)
    files = {re.match(rf"{AT}/(\w+)", line)[1] for line in told}
    assert files >= {
        *("prompts", "phrases", "stretches", "routines", "figures", "positions", "conditions", "signs"),
        *("care", "areas", "equipment", "sources", "care_sources", "screen", "page", "terminal"),
        *("utterances", "slots", "shared_names"),
    }
    assert len(told) > 5000


def test_what_nobody_translates_may_be_the_same(copied):
    """A name that is listed as such is reported in no language."""
    said = "content/locales/xx/stretches/happy_baby.toml: name: 'happy baby' is the same as in 'en'"
    assert said not in every_problem(copied)
    (copied / "languages.toml").write_text('default = "en"\n', encoding="utf-8")
    assert said in every_problem(copied)


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            "prompts.toml",
            "{stretch}",
            "",
            r"prompts\.toml: \w+: '.+' lacks \{stretch\}",
        ),
        (
            "page.toml",
            "{number}",
            "",
            r"page\.toml: stage\.round: must have \{count\} and \{number\}",
        ),
        ("page.toml", "pàîs", "pàîs", "")
        if False
        else (
            "terminal.toml",
            "[history]\n",
            '[history]\nmore = "mùré"\n',
            r"terminal\.toml: history\.more: is unknown in the default language",
        ),
        (
            "hearing.toml",
            '"ExportDataIntent", ',
            "",
            r"hearing\.toml: careful: ExportDataIntent: is missing",
        ),
        (
            "stretches/bridge.toml",
            'release = "',
            'release = "Unterschenkelrückseitendehnung. ',
            r"stretches/bridge\.toml: release: '\w+' has more than 24 letters",
        ),
        (
            "screen.toml",
            'pause = "Pause"',
            'pause = "Take a little rest for now"',
            r"screen\.toml: pause: 'Take a little rest for now' has more than 24 letters",
        ),
        (
            "routines/loosen_up.toml",
            "synonyms = [",
            'synonyms = ["pelvic tilt", ',
            r"stretches/pelvic_tilt\.toml: synonyms: 'pelvic tilt' is also the routine loosen_up",
        ),
    ],
)
def test_a_slip_of_a_translator_is_reported(copied, name, old, new, line):
    """By file and key, and nothing but what follows from it."""
    told = changed(copied, name, old, new)
    assert told
    assert all(re.fullmatch(f"{AT}/{line}", each) for each in told), told


def test_a_sign_that_nothing_finds_is_reported(copied):
    """A red flag has its twin in what the ear knows people by."""
    path = copied / "locales" / "xx" / "meanings.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('sign = "saddle_numbness"', 'sign = "bladder_bowel"'), encoding="utf-8")
    told = [line for line in every_problem(copied) if "meanings" in line]
    assert told == [
        f"{AT}/meanings.toml: rules: nothing is found as 'saddle_numbness, urgent', as in 'en'"
    ]
