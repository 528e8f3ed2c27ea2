"""Which language answers whom, and that the others stay unread."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.assembly import voices_of
from skill.errors import ContentError
from skill.library import compiled
from skill.library.compiled import read_compiled, write_compiled
from skill.library.languages import languages
from skill.library.loading import load_content, locales, problems_of
from skill.library.locales import Locales, nearest
from skill.settings import machine_language

CONTENT = Path(__file__).parents[2] / "content"

KNOWN = ("en-US", "en-GB", "de-DE", "pt-BR", "pt-PT")

BAVARIA = '[de-DE]\nemergency = "one one two"\n'


@pytest.fixture
def content(tmp_path) -> Path:
    """The content with English once more as German, whose folder comes before the English one."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    shutil.rmtree(folder / "locales" / "de", ignore_errors=True)
    shutil.copytree(folder / "locales" / "en", folder / "locales" / "de")
    (folder / "locales" / "de" / "countries.toml").write_text(BAVARIA, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("wanted", "locale"),
    [
        (["de-DE"], "de-DE"),
        (["de-AT"], "de-DE"),
        (["de"], "de-DE"),
        (["DE_de"], "de-DE"),
        (["en"], "en-US"),
        (["en-NZ"], "en-US"),
        (["en-GB"], "en-GB"),
        (["pt_PT.UTF-8"], "pt-PT"),
        (["C.UTF-8"], "en-US"),
        (["fr-FR"], "en-US"),
        (["fr-FR", "de-CH", "en"], "de-DE"),
        (["d"], "en-US"),
        ([""], "en-US"),
        ([], "en-US"),
    ],
)
def test_a_locale_is_found_by_its_language_and_then_by_the_default(wanted, locale):
    """Never by a part of a word, and never by the order of folders."""
    assert nearest(wanted, KNOWN) == locale


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "de_AT.UTF-8", "LANG": "en_GB.UTF-8"}, "de_AT.UTF-8"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "en_GB.UTF-8"}, "de_DE"),
        ({"LANG": "en_GB.UTF-8"}, "en_GB.UTF-8"),
        ({}, ""),
    ],
)
def test_the_terminal_speaks_the_machines_language(environment, language):
    """As POSIX orders its variables: what is set for everything counts first."""
    assert machine_language(environment) == language


@given(st.lists(st.text(max_size=8), max_size=4), st.sampled_from(list(permutations(KNOWN))))
def test_whatever_is_asked_for_is_answered(wanted, known):
    """By one of the locales that there are."""
    assert nearest(wanted, known) in known


def test_the_default_is_declared_and_not_the_first_folder(content):
    """A German folder does not make everybody German."""
    assert languages(content) == ("en", "de")
    assert next(iter(locales(content))) == "en-US"
    voices = voices_of(load_content(content)[1])
    assert voices.near("fr-FR").locale == "en-US"
    assert voices.near("de-AT").locale == "de-DE"
    assert voices.first.locale == "en-US"


def test_a_default_without_words_is_reported(content):
    """And so is none at all."""
    told = content / "languages.toml"
    told.write_text('default = "fr"\n', encoding="utf-8")
    assert "content/languages.toml: default: 'fr' has no folder in content/locales" in problems_of(
        content
    )
    told.unlink()
    assert any(line.startswith("content/languages.toml: file:") for line in problems_of(content))


def test_a_language_that_is_not_asked_for_is_not_read(content):
    """What is wrong with it troubles nobody else, and is told to whoever asks for it."""
    (content / "locales" / "de" / "prompts.toml").write_text("broken", encoding="utf-8")
    voices = voices_of(load_content(content)[1])
    assert voices["en-GB"].language.tag == "en"
    with pytest.raises(ContentError, match=r"content/locales/de/prompts\.toml"):
        voices.near("de-AT")


def test_a_build_reads_a_language_once_it_is_asked_for(content, tmp_path, monkeypatch):
    """Its file is opened for the first German, and a damaged one does not keep the others waiting."""
    path = tmp_path / "content.pickle"
    monkeypatch.setattr(compiled, "COMPILED", path)
    write_compiled(load_content(content), path)
    whole = load_content(content)[1]
    assert {locale: read_compiled()[1][locale] for locale in whole} == dict(whole)
    (tmp_path / "content.de.pickle").write_bytes(b"damaged")
    read = read_compiled()[1]
    assert read["en-US"] == whole["en-US"]
    with pytest.raises(ContentError, match="it is damaged"):
        read.near("de")


def test_everybody_has_the_same_words():
    """They are made once for each language: what was composed is found again by them."""
    made = []

    def load(tag: str) -> dict[str, object]:
        made.append(tag)
        return {"en-US": object(), "en-GB": object()}

    shared = Locales({"en-US": "en", "en-GB": "en"}, load)
    assert (len(shared), list(shared), made) == (2, ["en-US", "en-GB"], [])
    assert shared["en-GB"] is shared.near("en-GB")
    assert made == ["en"]
