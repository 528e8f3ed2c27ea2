"""`limber talk --aloud`: the terminal speaks, and is broken off by what is typed."""

import os

import pytest

from helpers.command_line import PATIENCE, Desk, refusal
from helpers.voices import tone
from skill.sound.formats.samples import wav_header
from skill.sound.keeping import KeptSentences
from skill.sound.voices.command import Command

TONE = tone(0.1, lead=0, tail=0)

ALOUD = ("--speed", "1000", "--aloud", "--voice", "command:./speak", "--player", "./play")

PLAY = """#!/bin/sh
echo $$ "$1" >>played
test -e hangs && rm hangs && exec sleep 10000
exit 0
"""


@pytest.fixture
def desk(tmp_path):
    """A machine with a voice of one tone, and a loudspeaker that notes what it is given."""
    wav = wav_header(len(TONE.data), TONE.rate) + TONE.data
    (tmp_path / "tone.wav").write_bytes(wav)
    written = {
        "speak": "#!/bin/sh\nexec cat tone.wav\n",
        "play": PLAY,
        "broken": "#!/bin/sh\nexit 7\n",
    }
    for name, text in written.items():
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    return Desk(tmp_path)


def played(desk) -> list[tuple[int, str]]:
    """What was played, each with the process that played it."""
    try:
        lines = (desk.folder / "played").read_text().splitlines()
    except FileNotFoundError:
        return []
    return [(int(line.split()[0]), line.split()[1]) for line in lines]


def test_everything_that_is_shown_is_said(desk):
    """A sentence at a time, in order, from the sentences that are kept."""
    result = desk.limber("talk", "--store", "memory:", *ALOUD, text="help\n")
    assert (result.returncode, result.stderr) == (0, "")
    folder = desk.folder / "home/.cache/limber-back/sounds"
    kept = KeptSentences(folder, Command("./speak"), "en-US")
    said = [
        str(kept.file(line)) for line in result.stdout.splitlines() if line[:1] not in ("(", "y", " ")
    ]
    files = [file for _, file in played(desk)]
    assert len(files) > 1
    assert files == said[-len(files) :]  # the welcome may have been broken off before it sounded


def test_a_line_that_is_typed_breaks_it_off(desk):
    """The player that was speaking is ended, and the answer to the line is said."""
    (desk.folder / "hangs").touch()
    with desk.live(*ALOUD) as talking:
        while not played(desk):
            assert talking.poll() is None
        (first, _), *_ = played(desk)
        out, trouble = talking.communicate("stop\n", timeout=PATIENCE)
    assert (talking.returncode, trouble) == (0, "")
    assert "you: stop" in out
    assert len(played(desk)) > 1
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_what_cannot_be_said_ends_the_conversation(desk):
    """In one line: the player that fails or is not there, the voice that fails."""
    store = ("talk", "--store", "memory:", "--speed", "1000", "--aloud")

    def told(*options: str) -> str:
        result = desk.limber(*store, *options, text="help\n")
        assert result.returncode == 2
        (line,) = result.stderr.splitlines()
        return line

    voice = ("--voice", "command:./speak")
    assert "./broken ended with status 7: is there a loudspeaker?" in told(
        *voice, "--player", "./broken"
    )
    assert "cannot run /nowhere (No such file" in told(*voice, "--player", "/nowhere")
    assert "false failed on '" in told("--voice", "command:false", "--player", "./play")


def test_what_it_cannot_be_combined_with(desk):
    """A script has no time of its own."""
    line = refusal(desk.limber("talk", "--aloud", "--store", "memory:", "--json"))
    assert line.endswith("--aloud is for a conversation, and a script has no time: leave one out")
    quoted = refusal(desk.limber("talk", "--store", "memory:", *ALOUD[:-1], "'unclosed"))
    assert "cannot be read" in quoted
