"""`limber render`, as somebody types it."""

import json
import shlex
import subprocess
import sys

import pytest

from helpers.command_line import LIMBER, PATIENCE, Desk, refusal
from helpers.heard import heard
from helpers.voices import espeak, tone
from skill.sound.formats.samples import wav_header
from skill.sound.voices.espeak import MISSING

TONE = tone(0.1, lead=0, tail=0)


@pytest.fixture
def desk(tmp_path):
    """A machine with nothing set on it but a voice of one tone, which is quick."""
    wav = wav_header(len(TONE.data), TONE.rate) + TONE.data
    (tmp_path / "tone.wav").write_bytes(wav)
    (tmp_path / "speak").write_text("#!/bin/sh\nexec cat tone.wav\n")
    (tmp_path / "speak").chmod(0o755)
    return Desk(tmp_path)


BEEP = ("--voice", "command:./speak")


def files(desk):
    """The files that are there, but for the voice and what it has spoken."""
    found = (path for path in desk.folder.iterdir() if path.is_file())
    return {path.name for path in found} - {"speak", "tone.wav"}


def test_a_routine_becomes_a_file(desk):
    """By its name, in the voice of this machine; with the place of every second where that is wanted."""
    espeak()
    result = desk.limber("render", "Loosen Up", "--out", "it.mp3", "--places", "--level", "gentle")
    assert (result.returncode, result.stderr) == (0, "")
    first, second = result.stdout.splitlines()
    assert first.startswith("wrote it.mp3: ")
    assert second == "wrote it.json"
    assert files(desk) == {"it.mp3", "it.json"}
    places = json.loads((desk.folder / "it.json").read_text())
    assert len(places["seconds"]) == pytest.approx(heard(desk.folder / "it.mp3").seconds, abs=1)
    kept = desk.folder / "home/.cache/limber-back/sounds"
    assert sorted({path.suffix for path in kept.rglob("*.*")}) == [".mp3", ".wav"]


def test_a_stretch_is_found_by_every_name(desk):
    """An id or a spoken name, in whatever case; the same practice, of the same length."""
    lines = set()
    for name in ("bridge", "The Bridge", "loosen_up"):
        result = desk.limber("render", name, "--out", "it.wav", *BEEP)
        assert (result.returncode, result.stderr) == (0, "")
        lines.add(result.stdout)
    assert len(lines) == 2


def test_a_level_and_a_person_are_heard(desk):
    """More is done at a longer level; of somebody's own routine what they leave out is left out."""
    store = f"sqlite:{desk.folder / 'progress'}"
    script = (
        "open limber back",
        "create a routine called evening",
        "add bridge",
        "add child's pose",
        "that's all",
    )
    desk.talk(*script, store=store, options=("--person", "ann"))
    seconds = {}
    for name, more in (
        ("bridge", ("--level", "gentle")),
        ("bridge", ("--level", "longer")),
        ("evening", ("--for", "ann", "--store", store)),
    ):
        desk.limber("render", name, "--out", "it.wav", *BEEP, *more)
        seconds[name, more[1]] = heard(desk.folder / "it.wav").seconds
    assert seconds["bridge", "gentle"] < seconds["bridge", "longer"]
    assert seconds["evening", "ann"] > seconds["bridge", "gentle"]
    nobody = refusal(desk.limber("render", "evening", "--out", "it.wav", *BEEP))
    assert nobody.startswith("limber: there is no routine or stretch 'evening': it may be such as ")


def test_a_person_of_whom_nothing_is_kept_is_told_in_a_line(desk):
    """A practice as nobody does it is not made in their name."""
    store = f"sqlite:{desk.folder / 'progress'}"
    desk.talk("open limber back", store=store)
    line = refusal(
        desk.limber("render", "bridge", "--out", "it.wav", *BEEP, "--for", "nobody", "--store", store)
    )
    assert line == "limber: --for 'nobody': nothing is kept of them; leave it out, or name another"
    assert "it.wav" not in files(desk)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bridge", "--out", "it.ogg"), "--out it.ogg is no sound: let its name end in .mp3 or .wav"),
        (("bridge", "--out", "gone/it.mp3"), "--out gone/it.mp3 is in no folder that is there"),
        (("brigde", "--out", "it.mp3"), "there is no routine or stretch 'brigde': it may be such as"),
        (("bridge", "--out", "it.mp3", "--locale", "xx"), "--locale 'xx' is unknown: it can be en-"),
        (("bridge", "--out", "it.mp3", "--patience", "0"), "--patience 0 is no time: give seconds"),
        (("bridge", "--out", "it.mp3", "--voice", "siri"), "the voice 'siri' is none of espeak-ng,"),
        (("bridge", "--out", "it.mp3", "--voice", "command:/nowhere"), "cannot run /nowhere (No such"),
        (("bridge", "--out", "it.mp3", "--voice", "command:false"), "false failed on '"),
        (("bridge", "--out", "it.mp3", "--voice", "command:true"), "true gave no WAV file"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(desk, arguments, told):
    """What is wrong and what would be right; nothing is written."""
    line = refusal(desk.limber("render", *arguments))
    assert line.startswith(f"limber: {told}")
    assert files(desk) == set()


def test_a_shared_name_is_asked_about(desk):
    """As `limber figure` does."""
    line = refusal(desk.limber("render", "hip flexor stretch", "--out", "it.mp3"))
    assert line.endswith("name one of them")


def test_no_voice_at_all(desk, tmp_path):
    """It is told what to install."""
    (tmp_path / "empty").mkdir()
    desk.environment["PATH"] = str(tmp_path / "empty")
    assert refusal(desk.limber("render", "bridge", "--out", "it.mp3")) == f"limber: {MISSING}"


def test_a_voice_that_hangs(desk):
    """After its patience, the sentence it hung on is told."""
    hangs = shlex.join([sys.executable, "-c", "import time; time.sleep(1000)"])
    voice = ("--voice", f"command:{hangs}", "--patience", "0.2")
    line = refusal(desk.limber("render", "bridge", "--out", "it.mp3", *voice))
    assert "took longer than 0.2 seconds for '" in line
    assert files(desk) == set()


@pytest.mark.parametrize("ending", ["mp3", "wav"])
def test_a_disk_that_is_full_in_the_middle(desk, ending):
    """Nothing is left half written, and what stood there before stays."""
    (desk.folder / f"it.{ending}").write_text("the one before")
    command = shlex.join([str(LIMBER), "render", "bridge", "--out", f"it.{ending}", *BEEP])
    result = subprocess.run(  # noqa: S603
        ["bash", "-c", f"ulimit -f 200; exec {command}"],  # noqa: S607
        cwd=desk.folder,
        env=desk.environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    line = refusal(result)
    assert line == f"limber: cannot write it.{ending}: File too large; make room, or give another --out"
    assert files(desk) == {f"it.{ending}"}
    assert (desk.folder / f"it.{ending}").read_text() == "the one before"
