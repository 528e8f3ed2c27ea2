"""Streams and sentences in a bucket: S3 as moto has it, and sentences that a real encoder made."""

import io
import re
import sys
from collections import Counter
from dataclasses import dataclass, field

import lameenc
import pytest
from botocore.response import StreamingBody
from botocore.session import get_session
from botocore.stub import Stubber
from click.testing import CliRunner
from moto import mock_aws

from helpers.command_line import Desk, refusal
from helpers.content import WORDS
from helpers.mp3_frames import frames_of
from helpers.played import started
from skill.cli import limber
from skill.commands import sounds
from skill.errors import SettingError, SoundError, VoiceError
from skill.settings import read_settings
from skill.sound.formats.frames import bit_rate_of, joinable
from skill.sound.streams.bucket import Bucket, BucketSentences, BucketShelf
from skill.sound.streams.streaming import Streams
from skill.sound.voices.polly import Polly

RATE, NAME = 24_000, "limber-back-sounds"


def encoded(text: str, bit_rate: int = 48, rate: int = RATE, channels: int = 1) -> bytes:
    """Some sound as long as a text, as a service encodes it."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(bit_rate)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(channels)
    encoder.silence()
    samples = b"".join((n * 37 % 9000).to_bytes(2, "little") for n in range(len(text) * 900 * channels))
    return bytes(encoder.encode(samples)) + bytes(encoder.flush())


@dataclass
class Speaker:
    """A voice that encodes by itself, and counts what it was asked."""

    name: str = "a voice"
    fails: bool = False
    asked: Counter = field(default_factory=Counter)
    data: bytes | None = None

    def speak_encoded(self, text: str, locale: str) -> bytes:
        """A sentence, with a tag before it."""
        self.asked[text] += 1
        if self.fails:
            raise VoiceError("Polly does not speak (ThrottlingException): try again later")
        tag = b"ID3\x04\x00\x00\x00\x00\x00\x0a" + b"\0" * 10
        return tag + (self.data if self.data is not None else encoded(f"{text} {locale}"[:40]))


@pytest.fixture
def bucket(monkeypatch):
    """A bucket of moto's."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "none")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        there = Bucket(NAME)
        there.client.create_bucket(Bucket=NAME)
        yield there


def test_a_practice_is_spoken_once_and_its_streams_are_frames(bucket):
    """What is kept is not spoken again; a stream is whole frames of one size that anybody can fetch."""
    voice, play = Speaker(), started("everyday_back").reply.play
    made = Streams(BucketShelf(bucket), BucketSentences(bucket, voice)).made(play, WORDS, 30.0)
    assert made.timetable.end == play.practice.place_of(1)
    assert set(voice.asked.values()) == {1}
    data = bucket.get(f"streams/{made.name}.mp3")
    assert {(frame.bit_rate, frame.rate) for frame in frames_of(data)} == {(48, RATE)}
    assert len(data) // 144 * 0.024 == pytest.approx(made.timetable.seconds)
    assert "X-Amz-Signature" in made.address
    assert made.address.startswith("https://")

    other = Streams(BucketShelf(bucket), BucketSentences(bucket, voice))
    assert other.timetable(made.name) == made.timetable
    again = other.made(play, WORDS, 30.0)
    assert again.name == made.name
    assert set(voice.asked.values()) == {1}


def test_what_is_not_there_is_not_there(bucket):
    """And no error."""
    assert BucketShelf(bucket).timetable("nothing") is None
    assert not BucketSentences(bucket, Speaker()).is_kept("Hello.", "en-US")


def test_a_stream_has_the_picture_of_its_stretch(bucket):
    """A signed address of what was put there; before all are there, and for others, none."""
    play = started("everyday_back").reply.play
    stretch = play.start.stretch

    def picture():
        streams = Streams(BucketShelf(bucket), BucketSentences(bucket, Speaker()))
        return streams.made(play, WORDS, 30.0).picture

    bucket.put(f"figures/{stretch}.png", b"not all of them", "image/png")
    assert picture() == ""
    BucketShelf(bucket).put_pictures({stretch: b"a picture", "bridge": b"another"})
    assert bucket.get(f"figures/{stretch}.png") == b"a picture"
    assert f"/figures/{stretch}.png?" in picture()
    assert "X-Amz-Signature" in picture()
    BucketShelf(bucket).put_pictures({"bridge": b"another"})
    assert picture() == ""


def test_a_voice_that_fails_leaves_its_sentences_out(bucket):
    """Nothing is kept of them, and none of it is an error here: the stream ends before."""
    sentences = BucketSentences(bucket, Speaker(fails=True))
    assert sentences.spoken(["And hold."], "en-US", 5.0) == {}
    assert not sentences.is_kept("And hold.", "en-US")


def test_a_bucket_that_refuses_says_what_to_allow():
    """Amazon's name for it, and what to do."""
    client = get_session().create_client(
        "s3",
        "us-east-1",
        aws_access_key_id="none",
        aws_secret_access_key="none",  # noqa: S106
    )
    with Stubber(client) as stub:
        stub.add_client_error("get_object", "AccessDenied")
        with pytest.raises(SoundError, match=r"refuses \(AccessDenied\): allow s3:GetObject"):
            Bucket(NAME, client).get("streams/x.json")
        stub.add_client_error("put_object", "NoSuchBucket")
        with pytest.raises(SoundError, match="SoundBucketName"):
            Bucket(NAME, client).put("streams/x.json", b"", "audio/mpeg")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it has no sound"),
        (b"no sound at all", "frame 1 is none of MP3"),
        (encoded("hello", 48, 16_000), "frame 1 has 16000 samples a second, and 24000 are wanted"),
        (encoded("hello", 48, 22_050), "frame 1 has 22050 samples a second, and 24000 are wanted"),
        (encoded("hello", 48, 48_000), "frame 1 has 48000 samples a second, and 24000 are wanted"),
        (encoded("hello", 48, 12_000), "frame 1 has 12000 samples a second, and 24000 are wanted"),
        (encoded("hello", 64, RATE, 2), "frame 1 has two channels, and one is wanted"),
        (encoded("hello") + encoded("hello", 32), "several sizes, of 96 to 144 bytes"),
        (encoded("hello")[:-1], "several sizes, of 143 to 144 bytes"),
        (encoded("hello") + encoded("hello", 48, 22_050), "has 22050 samples a second"),
        (encoded("hello") + b"broken off", "is none of MP3"),
        (encoded("hello")[144:], "its first frame leans on bytes before it"),
    ],
)
def test_what_cannot_be_joined_is_refused(bucket, data, why):
    """In words that say which frame has what, and what to do; nothing of it is kept."""
    sentences = BucketSentences(bucket, Speaker(data=data))
    with pytest.raises(VoiceError, match=re.escape(why)) as refused:
        sentences.had("And hold.", "en-US")
    assert str(refused.value).endswith("name another voice")
    assert not sentences.is_kept("And hold.", "en-US")


@pytest.mark.parametrize("end", [b"TAG" + b" " * 125, b"\0" * 40])
def test_what_comes_after_the_sound_is_left_out(end):
    """A tag at the end, or bytes without a meaning, are no reason to refuse a sentence."""
    assert joinable(encoded("hello") + end, RATE) == joinable(encoded("hello"), RATE)


def test_what_cannot_be_had_is_in_the_log(bucket, caplog):
    """Once for each reason, however many sentences; and what was kept at another bit rate by its key."""
    sentences = BucketSentences(bucket, Speaker(data=encoded("hello", 48, 22_050)))
    assert sentences.spoken(["And hold.", "Breathe.", "Rest."], "en-US", 5.0) == {}
    (line,) = caplog.messages
    assert line.startswith("3 sentences cannot be had: ")
    assert "22050 samples a second" in line
    caplog.clear()

    for text, bit_rate in (("And hold.", 48), ("Breathe.", 32)):
        BucketSentences(bucket, Speaker(data=encoded(text, bit_rate))).speak(text, "en-US")
    sentences = BucketSentences(bucket, Speaker())
    assert set(sentences.spoken(["And hold.", "Breathe."], "en-US", 5.0)) == {"And hold."}
    (line,) = caplog.messages
    assert line.startswith(f"{sentences.key_of('Breathe.', 'en-US')} has 32 kilobits a second")
    assert "Breathe" not in line


@pytest.mark.parametrize("bit_rate", [32, 48, 64])
def test_any_one_bit_rate_is_joined(bit_rate):
    """Whichever it is that the service gives; the frame that only tells of others is left out."""
    data = encoded("one two three", bit_rate)
    frames, found = joinable(data, RATE)
    assert found == bit_rate == bit_rate_of(frames)
    assert frames_of(frames)[0].leans == 0
    info = data[: len(frames) // len(frames_of(frames))]
    marked = info[:13] + b"\0" * 8 + b"Info" + info[25:]
    assert joinable(marked + data, RATE)[0] == frames


def test_polly_is_asked_for_what_can_be_joined():
    """MP3 at 24,000 samples a second, which neural voices have."""
    client = get_session().create_client(
        "polly",
        "us-east-1",
        aws_access_key_id="none",
        aws_secret_access_key="none",  # noqa: S106
    )
    told = encoded("And hold.")
    wanted = {
        "Engine": "neural",
        "VoiceId": "Joanna",
        "LanguageCode": "en-US",
        "TextType": "text",
        "Text": "And hold.",
        "OutputFormat": "mp3",
        "SampleRate": "24000",
    }
    with Stubber(client) as stub:
        body = StreamingBody(io.BytesIO(told), len(told))
        answer = {"AudioStream": body, "ContentType": "audio/mpeg", "RequestCharacters": 9}
        stub.add_response("synthesize_speech", answer, wanted)
        assert Polly("", client).speak_encoded("And hold.", "en-US") == told


def test_polly_may_answer_at_another_rate(bucket):
    """Whatever was asked for, what comes is looked at: 22,050 samples a second are refused by name."""
    client = get_session().create_client(
        "polly",
        "us-east-1",
        aws_access_key_id="none",
        aws_secret_access_key="none",  # noqa: S106
    )
    told = encoded("And hold.", 48, 22_050)
    with Stubber(client) as stub:
        body = StreamingBody(io.BytesIO(told), len(told))
        stub.add_response("synthesize_speech", {"AudioStream": body, "ContentType": "audio/mpeg"})
        with pytest.raises(VoiceError, match=r"polly neural gives MP3 .* 22050 samples a second"):
            BucketSentences(bucket, Polly("", client)).speak("And hold.", "en-US")


@pytest.mark.parametrize("bad", ["memory:", "s3:", "s3:A", "s3:a/b", "here"])
def test_the_setting_says_what_it_may_be(bad):
    """One bucket, or nothing."""
    with pytest.raises(SettingError, match="s3:<bucket>"):
        read_settings({"LIMBER_STORE": "memory:", "LIMBER_SOUNDS": bad})
    named = read_settings({"LIMBER_STORE": "memory:", "LIMBER_SOUNDS": f"s3:{NAME}"})
    assert named.bucket == NAME
    assert read_settings({"LIMBER_STORE": "memory:"}).bucket == ""


@pytest.mark.usefixtures("bucket")
def test_everything_is_spoken_once_and_goes_on_after_an_error(monkeypatch):
    """`limber sounds build` says what it spoke and what it costs, and what is left is had next time."""
    texts = tuple(f"Sentence number {number}." for number in range(12))
    monkeypatch.setattr(sounds, "_texts", lambda _: texts)
    monkeypatch.setattr(sounds, "_pictures", lambda: {"bridge": b"a picture"})
    fails = {texts[3], texts[8]}

    def speak(_, text, locale):
        if text in fails:
            raise VoiceError("Polly does not speak (ThrottlingException): try again later")
        return encoded(f"{text} {locale}")

    monkeypatch.setattr(Polly, "speak_encoded", speak)
    command = ["sounds", "build", "--bucket", NAME, "--locale", "en-US"]
    first = CliRunner().invoke(limber, command, standalone_mode=False)
    assert "spoke 10 sentences of 182 characters in en-US: about 0.00 dollars" in first.output
    assert "2 could not be had; say the same again to go on" in first.output
    assert first.return_value == 1
    assert "picture" not in first.output
    fails.clear()
    second = CliRunner().invoke(limber, command, standalone_mode=False)
    assert "spoke 2 sentences of 36 characters" in second.output
    assert "10 were there" in second.output
    assert "drew 1 pictures" in second.output
    assert second.return_value == 0


@pytest.mark.usefixtures("bucket")
def test_a_build_without_what_draws_says_so(monkeypatch):
    """What is spoken is kept all the same, and it is no failure."""
    monkeypatch.setattr(sounds, "_texts", lambda _: ("And hold.",))
    monkeypatch.setattr(Polly, "speak_encoded", lambda _, text, _locale: encoded(text))
    monkeypatch.setitem(sys.modules, "PIL", None)
    told = CliRunner().invoke(
        limber, ["sounds", "build", "--bucket", NAME, "--locale", "en-US"], standalone_mode=False
    )
    assert told.output.splitlines()[-1] == (
        "no pictures: they need Pillow: say pip install pillow, then build again"
    )
    assert told.return_value == 0


@pytest.mark.usefixtures("bucket")
def test_a_build_that_can_have_nothing_gives_up(monkeypatch):
    """After five in a row: it would be the same with all the others."""
    monkeypatch.setattr(sounds, "_texts", lambda _: tuple(f"Sentence {n}." for n in range(50)))
    asked = []
    monkeypatch.setattr(Polly, "speak_encoded", lambda _, text, _locale: asked.append(text) or b"")
    command = ["sounds", "build", "--bucket", NAME, "--locale", "en-US"]
    told = CliRunner().invoke(limber, command, standalone_mode=False)
    assert len(asked) == 5
    assert told.return_value == 1
    assert "name another voice" in told.output


def test_a_build_without_credentials_ends_at_once_in_one_line(tmp_path):
    """The first sentence shows it, and every other would fail alike: status 2, and what to set."""
    desk = Desk(tmp_path)
    desk.environment["AWS_DEFAULT_REGION"] = "us-east-1"
    line = refusal(desk.limber("sounds", "build", "--bucket", NAME, "--locale", "en-US"))
    assert line.endswith(f"the bucket {NAME} cannot be used (NoCredentialsError): set AWS credentials")


def test_a_build_needs_a_bucket(monkeypatch):
    """And says where its name is."""
    monkeypatch.delenv("LIMBER_SOUNDS", raising=False)
    monkeypatch.setattr(sounds, "_texts", lambda _: ("Hello.",))
    with pytest.raises(SettingError, match="SoundBucketName"):
        CliRunner().invoke(limber, ["sounds", "build"], standalone_mode=False, catch_exceptions=False)
