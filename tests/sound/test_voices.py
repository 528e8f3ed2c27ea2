"""The voices: programs on this machine, and Polly."""

import io
import os
import select
import shlex
import sys

import pytest
from botocore.response import StreamingBody
from botocore.session import get_session
from botocore.stub import Stubber

from helpers.command_line import PATIENCE
from helpers.voices import espeak, tone
from skill.errors import SettingError, VoiceError
from skill.sound.formats.samples import read_wav, trimmed, wav_header
from skill.sound.voices.choosing import VOICES, chosen_voice
from skill.sound.voices.command import Command
from skill.sound.voices.espeak import MISSING
from skill.sound.voices.polly import RATE, Polly

TONE = tone(0.05, lead=0, tail=0)


def python(code: str) -> str:
    """A program as a line to type."""
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}"


def writes(data: bytes) -> str:
    """A program that reads its sentence and writes these bytes."""
    return python(f"import sys; sys.stdin.read(); sys.stdout.buffer.write({data!r})")


def refused(line: str, text: str = "And hold.", patience: float = 60.0) -> str:
    """What a command is refused with when it is to speak."""
    with pytest.raises(VoiceError) as refusal:
        Command(line, patience).speak(text, "en-US")
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_espeak_speaks_about_as_long_as_predicted(words):
    """In the locale's own accent; the silence around it is cut off."""
    for locale in ("en-US", "en-GB", "en-AU"):
        spoken = trimmed(espeak().speak("Breathe out, and round your back.", locale))
        predicted = words.seconds("Breathe out, and round your back.")
        assert spoken.seconds == pytest.approx(predicted, abs=0.6)
    american, british = (espeak().speak("Tomato.", locale) for locale in ("en-US", "en-GB"))
    assert american != british


def test_a_program_gives_what_it_writes(tmp_path):
    """It reads the sentence with a line's end, and is told the locale where that is asked for."""
    wav = wav_header(len(TONE.data), TONE.rate) + TONE.data
    asked = tmp_path / "asked"
    told = "import sys; said = sys.stdin.read() + sys.argv[1]"
    writing = f"open({str(asked)!r}, 'w').write(said); sys.stdout.buffer.write({wav!r})"
    assert Command(f"{python(f'{told}; {writing}')} {{locale}}").speak("And hold.", "en-GB") == TONE
    assert asked.read_text() == "And hold.\nen-GB"


def test_two_channels_become_one():
    """Their mean; a header that does not know the length, as programs write it to a pipe, will do."""
    stereo = bytearray(wav_header(0x7FFF_FFF0, 8000) + b"\x10\x00\x20\x00" * 100)
    stereo[22], stereo[32] = 2, 4
    assert read_wav(bytes(stereo), "it").data == b"\x18\x00" * 100


def test_what_a_program_can_do_wrong_is_told_in_a_line():
    """What it was, on which sentence, and what to do."""
    assert "cannot run nowhere-to-be-found (No such file or directory)" in refused("nowhere-to-be-found")
    assert "gave no WAV file" in refused(writes(b"no sound"))
    assert "gave no WAV file" in refused(writes(b""))
    eight = bytearray(wav_header(4, 8000) + b"abcd")
    eight[32], eight[34] = 1, 8
    assert "gave samples of 8 bits: it has to give 16" in refused(writes(bytes(eight)))
    failing = python("import sys; sys.exit('no model here\\nread the manual')")
    assert "failed on 'And hold.' (no model here): give another --voice" in refused(failing)
    assert "(it ended with status 3)" in refused(python("raise SystemExit(3)"))
    assert f"failed on '{'a' * 60}…'" in refused(python("raise SystemExit(3)"), "a" * 90)


def test_a_program_that_hangs_is_ended_with_all_it_has_started(tmp_path):
    """Its time is the caller's to set; nothing of it is left behind."""
    told = tmp_path / "pids"
    hanging = (
        "import os, subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)\n"
        f"open({str(told)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "child.wait()"
    )
    patience = 0.5
    message = ""
    while not told.exists() or not told.read_text():
        message = refused(python(hanging), patience=patience)
        patience *= 2
    assert message.endswith("for 'And hold.': give another --voice, or more --patience")
    itself, child = map(int, told.read_text().split())
    with pytest.raises(ProcessLookupError):
        os.kill(itself, 0)
    assert has_ended(child)


def has_ended(pid: int) -> bool:
    """Whether a process ends, or has."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], PATIENCE)[0])
    finally:
        os.close(process)


@pytest.mark.parametrize("written", ["siri", "espeak-ng:", "command:", "command: ", "polly:", "espeak"])
def test_an_unknown_voice_is_refused(written):
    """The line has all that can be written."""
    with pytest.raises(SettingError) as refusal:
        chosen_voice(written)
    assert VOICES in str(refusal.value)
    with pytest.raises(SettingError, match="cannot be read"):
        chosen_voice('command:say "unclosed')


def test_without_a_voice_it_is_told_what_to_install(monkeypatch, tmp_path):
    """In one line."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for written in ("", "espeak-ng"):
        with pytest.raises(VoiceError) as refusal:
            chosen_voice(written)
        assert str(refusal.value) == MISSING
    assert "apt-get install espeak-ng" in MISSING


@pytest.fixture
def client():
    """A client of Polly's as botocore makes it, that calls nobody."""
    return get_session().create_client(
        "polly",
        region_name="us-east-1",
        aws_access_key_id="none",
        aws_secret_access_key="none",  # noqa: S106 - nobody's
    )


def asked(voice: str, locale: str, text: str = "And hold.") -> dict[str, str]:
    """What Polly is to be asked for."""
    return {
        "Engine": "neural",
        "VoiceId": voice,
        "LanguageCode": locale,
        "TextType": "text",
        "Text": text,
        "OutputFormat": "pcm",
        "SampleRate": str(RATE),
    }


@pytest.mark.parametrize(
    ("name", "locale", "voice"),
    [("", "en-US", "Joanna"), ("", "en-GB", "Amy"), ("Ruth", "en-US", "Ruth")],
)
def test_polly_is_asked_for_samples(client, name, locale, voice):
    """In the locale's own neural voice, or the one that is named; as Amazon's model of it has it."""
    with Stubber(client) as stub:
        body = StreamingBody(io.BytesIO(TONE.data), len(TONE.data))
        answer = {"AudioStream": body, "ContentType": "audio/pcm", "RequestCharacters": 9}
        stub.add_response("synthesize_speech", answer, asked(voice, locale))
        spoken = Polly(name, client).speak("And hold.", locale)
        stub.assert_no_pending_responses()
    assert (spoken.data, spoken.rate) == (TONE.data, RATE)


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("AccessDeniedException", "allow polly:SynthesizeSpeech"),
        ("EngineNotSupportedException", "a voice with a neural engine"),
        ("ThrottlingException", "try again later"),
        ("ServiceFailureException", "check the network"),
    ],
)
def test_what_polly_refuses_is_told_with_what_to_do(client, code, advice):
    """By Amazon's name for it; its own words, which may quote the sentence, are left out."""
    with Stubber(client) as stub:
        stub.add_client_error("synthesize_speech", code, "And hold.")
        with pytest.raises(VoiceError, match=advice) as refusal:
            Polly("", client).speak("And hold.", "en-US")
    assert code in str(refusal.value)
    assert "hold" not in str(refusal.value)


def test_a_locale_without_a_voice_of_its_own_needs_a_name(client):
    """Nobody is spoken to in a voice of another language."""
    with pytest.raises(SettingError, match="no voice of Polly's is known for ja-JP: name one"):
        Polly("", client).speak("And hold.", "ja-JP")


def test_polly_without_credentials_says_so(monkeypatch):
    """Nothing is set here, and the line says what to set."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_DEFAULT_REGION", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    with pytest.raises(VoiceError, match="set AWS_DEFAULT_REGION to a region"):
        chosen_voice("polly").speak("And hold.", "en-US")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with pytest.raises(VoiceError, match="set AWS credentials that allow polly:SynthesizeSpeech"):
        chosen_voice("polly").speak("And hold.", "en-US")
