"""Settings and files with anything in them: read, or a named error with one line."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.whole_skill import model
from skill.errors import ContentError, LimberError, SettingError
from skill.interaction import drift
from skill.library import compiled
from skill.library.compiled import read_compiled, write_compiled
from skill.library.loading import data_folder, load_content
from skill.settings import Settings, read_settings
from skill.simulator.ear.ear import Ear
from skill.simulator.ear.model.model_file import heard_model, read_model
from soak.mutants import changed, places

VARIABLES = ("STORE", "DELAY", "HOLDS", "SKILL_ID", "BROWSER_COACH", "CARRY_ON", "SECRET")

TEXTS = st.text(st.characters(exclude_characters="\0"), max_size=30) | st.sampled_from(
    (
        "nan",
        "inf",
        "1e999",
        "-0",
        "1_0",
        "٣",
        "on",
        "ssml",
        "sqlite:",
        "dynamodb:",
        "memory:",
        "memory:x",
    )
)


@given(st.dictionaries(st.sampled_from([f"LIMBER_{name}" for name in VARIABLES]), TEXTS))
def test_settings_with_anything_in_them(environment):
    """A setting that cannot be used is named in one line."""
    try:
        settings = read_settings({"HOME": "/home/somebody", **environment})
    except SettingError as refused:
        told = str(refused)
        assert told.isprintable() and told.startswith("LIMBER_")  # noqa: PT018
    else:
        assert isinstance(settings, Settings)


def refused(call):
    """The message of a call that may be refused; empty where it was not."""
    try:
        call()
    except LimberError as error:
        return str(error) or "nothing"
    return ""


def test_interaction_models_with_anything_in_them():
    """A model is heard by, or refused with what writes it anew."""
    lots, whole = random.Random(1), model()
    deep = list(places(whole))
    shallow = [path for path in deep if len(path) < 6]
    told = []
    for number in range(150):
        mutant = changed(whole, lots.choice(lots.choice((deep, shallow))), lots)
        told.append(refused(lambda mutant=mutant: heard_model(mutant)))
        if not told[-1] and number % 10 == 0:
            Ear(mutant, "en")
    assert all(line.isprintable() for line in told)
    assert 0 < sum(map(bool, told)) < len(told)


def test_model_files_with_any_bytes(tmp_path):
    """The same for the file, and `limber models --check` names it."""
    lots, path = random.Random(1), tmp_path / "en-US.json"
    text = json.dumps(model()).encode()
    written = [b"", b"\xff\xfe\xff", b"[" * 100_000, b"9" * 5_000, b"null", b'"x"', text[:5_000]]
    for _ in range(60):
        mutant = bytearray(text)
        for _ in range(3):
            mutant[lots.randrange(len(mutant))] = lots.randrange(256)
        written.append(bytes(mutant))
    told = []
    for content in written:
        path.write_bytes(content)
        told.append(refused(lambda: read_model(path)))
    assert all(told[:7])
    assert all(line.isprintable() for line in told)
    content = data_folder("content")
    path.unlink()
    for name, broken in zip(("de-DE", "en-US", "de-DE", "en-US"), written, strict=False):
        path = tmp_path / f"{name}.json"
        path.write_bytes(broken)
        assert drift(content, tmp_path)
        path.unlink()


def test_compiled_content_with_a_byte_changed(tmp_path, monkeypatch):
    """Nothing of it is unpickled: it is refused before, whichever byte it was."""
    lots, path = random.Random(1), tmp_path / "content.pickle"
    monkeypatch.setattr(compiled, "COMPILED", path)
    content = load_content(data_folder("content"))
    write_compiled(content, path)
    assert dict(read_compiled()[1]) == dict(content[1])
    written = path.read_bytes()
    damaged = [b"", written[:20], written[:-1], written + b"\0"]
    for _ in range(200):
        mutant = bytearray(written)
        mutant[lots.randrange(len(mutant))] ^= lots.randrange(1, 256)
        damaged.append(bytes(mutant))
    for mutant in damaged:
        path.write_bytes(mutant)
        with pytest.raises(ContentError, match="it is damaged: build the function again"):
            read_compiled()
