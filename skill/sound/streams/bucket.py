"""Streams and sentences in a bucket of Amazon S3, spoken by Polly: nothing is encoded here.

`sentences/` has what was spoken once, `streams/` what was put together of it. A stream is there as a
whole once its timetable is, which is put last. `figures/` has what a screen shows beside it.
"""

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import get_session

from skill.coach.practice.playback.timetable import Timetable
from skill.errors import LimberError, SoundError, VoiceError
from skill.sound.formats.form import RATE, Form, mp3
from skill.sound.formats.frames import bit_rate_of, joinable
from skill.sound.laying_out import Spoken
from skill.sound.sentences import Sentences
from skill.sound.streams.shelf import Shelf
from skill.sound.streams.streaming import Streams
from skill.sound.streams.timetables import decode_timetable, encode_timetable
from skill.sound.voices.polly import Polly

log = logging.getLogger(__name__)

HOLDS_FOR = 3 * 3600
"""Seconds for which an address is good: a practice, and a long pause in it."""

CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 1.0, 2.0, 2

AT_ONCE = 16
"""How many sentences are fetched at a time; a stretch has about thirty."""

KEPT_SENTENCES = 600
"""How many sentences a process remembers: those of a few routines, some 9 MB."""

HASHED_AS = "1"
"""Changed where the same sentence is to be spoken anew."""

MISSING = ("NoSuchKey", "404")

PICTURED = "figures/all.txt"
"""Names the stretches that have a picture, one a line."""


@dataclass
class Bucket:
    """One bucket."""

    name: str
    made: Any = None
    """botocore's client; made from the environment when it is first needed."""

    @cached_property
    def client(self) -> Any:  # noqa: ANN401 - botocore makes its classes as it goes
        """The client in use."""
        if self.made is not None:
            return self.made
        config = Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
            max_pool_connections=AT_ONCE,
            signature_version="s3v4",
        )
        with _explaining(self.name):
            return get_session().create_client("s3", config=config)

    def get(self, key: str) -> bytes | None:
        """An object; None where there is none.

        Raises:
            SoundError: The bucket cannot be read now.
        """
        with _explaining(self.name):
            try:
                return bytes(self.client.get_object(Bucket=self.name, Key=key)["Body"].read())
            except ClientError as error:
                if error.response["Error"]["Code"] in MISSING:
                    return None
                raise

    def put(self, key: str, data: bytes, kind: str) -> None:
        """Keep an object.

        Raises:
            SoundError: The bucket takes none now.
        """
        with _explaining(self.name):
            self.client.put_object(Bucket=self.name, Key=key, Body=data, ContentType=kind)

    def address(self, key: str) -> str:
        """A signed address of an object, for whoever has it, for some hours."""
        wanted = {"Bucket": self.name, "Key": key}
        with _explaining(self.name):
            return str(
                self.client.generate_presigned_url("get_object", Params=wanted, ExpiresIn=HOLDS_FOR)
            )


@dataclass(frozen=True)
class BucketShelf(Shelf):
    """Streams in a bucket."""

    bucket: Bucket

    def timetable(self, name: str) -> Timetable | None:
        """See `Shelf`."""
        found = self.bucket.get(f"streams/{name}.json")
        return decode_timetable(found.decode(errors="replace")) if found is not None else None

    def put(self, name: str, data: bytes, timetable: Timetable) -> None:
        """See `Shelf`."""
        self.bucket.put(f"streams/{name}.mp3", data, "audio/mpeg")
        written = encode_timetable(timetable).encode()
        self.bucket.put(f"streams/{name}.json", written, "application/json")

    def address(self, name: str) -> str:
        """See `Shelf`."""
        return self.bucket.address(f"streams/{name}.mp3")

    def picture(self, stretch: str) -> str:
        """See `Shelf`."""
        return self.bucket.address(f"figures/{stretch}.png") if stretch in self._pictured else ""

    def put_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """Keep a PNG for each stretch; that they are there is told last, when they are.

        Raises:
            SoundError: The bucket takes none now.
        """
        for stretch, data in pictures.items():
            self.bucket.put(f"figures/{stretch}.png", data, "image/png")
        self.bucket.put(PICTURED, "\n".join(pictures).encode(), "text/plain")

    @cached_property
    def _pictured(self) -> frozenset[str]:
        """The stretches that have a picture, asked once in a process."""
        found = self.bucket.get(PICTURED) or b""
        return frozenset(found.decode(errors="replace").splitlines())


@dataclass
class BucketSentences(Sentences):
    """Sentences in a bucket, and Polly for those that are not there yet."""

    bucket: Bucket
    voice: Polly
    _known: dict[str, bytes] = field(default_factory=dict)

    def spoken(self, texts: Sequence[str], locale: str, seconds: float) -> Mapping[str, Spoken]:
        """See `Sentences`; what goes wrong with one of them is logged, and as if it took too long."""
        keys = {text: self.key_of(text, locale) for text in texts}
        missing = [text for text in texts if keys[text] not in self._known]
        if missing:
            pool = ThreadPoolExecutor(AT_ONCE)
            asked = {text: pool.submit(self.had, text, locale) for text in missing}
            wait(asked.values(), seconds)
            pool.shutdown(wait=False, cancel_futures=True)
            failed = Counter[str]()
            for text, future in asked.items():
                try:
                    if (data := _outcome(future)) is not None:
                        self._remember(keys[text], data)
                except LimberError as error:
                    failed[str(error)] += 1
            for why, times in failed.items():
                log.warning("%d sentences cannot be had: %s", times, why)
        known = {text: self._known[key] for text, key in keys.items() if key in self._known}
        bit_rate = next((bit_rate_of(data) for data in known.values()), BIT_RATE_OF_POLLY)
        form = mp3(bit_rate)
        fitting = {text: data for text, data in known.items() if bit_rate_of(data) == bit_rate}
        for text in known.keys() - fitting.keys():
            log.warning(
                "%s has %d kilobits a second, and those before it %d: delete it, and build again",
                keys[text],
                bit_rate_of(known[text]),
                bit_rate,
            )
        return {text: Spoken(data, form.units(data) * form.seconds) for text, data in fitting.items()}

    def form_of(self, spoken: Mapping[str, Spoken]) -> Form:
        """See `Sentences`."""
        return mp3(next((bit_rate_of(each.data) for each in spoken.values()), BIT_RATE_OF_POLLY))

    def had(self, text: str, locale: str) -> bytes:
        """A sentence as frames, spoken and kept where it was not.

        Raises:
            VoiceError: It cannot be spoken, or comes in a form that cannot be joined.
            SoundError: It cannot be read or kept.
        """
        kept = self.bucket.get(self.key_of(text, locale))
        return kept if kept is not None else self.speak(text, locale)

    def speak(self, text: str, locale: str) -> bytes:
        """A sentence as frames, spoken now and kept; raises what `had` raises."""
        encoded = self.voice.speak_encoded(text, locale)
        try:
            frames, _ = joinable(encoded, RATE)
        except SoundError as error:
            raise VoiceError(
                f"{self.voice.name} gives MP3 that cannot be joined ({error}): name another voice"
            ) from error
        self.bucket.put(self.key_of(text, locale), frames, "audio/mpeg")
        return frames

    def is_kept(self, text: str, locale: str) -> bool:
        """Whether a sentence need not be spoken any more; raises what `had` raises."""
        return self.bucket.get(self.key_of(text, locale)) is not None

    def key_of(self, text: str, locale: str) -> str:
        """What a sentence is kept under."""
        told = f"{HASHED_AS}\0{self.voice.name}\0{locale}\0{text}"
        return f"sentences/{sha256(told.encode()).hexdigest()[:40]}.mp3"

    def _remember(self, key: str, data: bytes) -> None:
        while len(self._known) >= KEPT_SENTENCES:
            del self._known[next(iter(self._known))]
        self._known[key] = data


BIT_RATE_OF_POLLY = 48
"""Thousands of bits a second of Polly's MP3 at 24,000 samples a second, as people report it; measured
here nowhere, and so read from each file."""


def streams_in(bucket: str, voice: str = "") -> Streams:
    """Streams in a bucket, spoken by Polly.

    Args:
        bucket: Its name.
        voice: Polly's name for a voice; empty for each locale's own.
    """
    there = Bucket(bucket)
    return Streams(BucketShelf(there), BucketSentences(there, Polly(voice)))


def _outcome(future: "Future[bytes]") -> bytes | None:
    """What came of a sentence; None where it is not there in time. Raises why it cannot be had."""
    return future.result() if future.done() and not future.cancelled() else None


@contextmanager
def _explaining(bucket: str) -> Iterator[None]:
    """Turns whatever goes wrong into an error that says what to do about it.

    Raises:
        SoundError: The bucket cannot be used now.
    """
    try:
        yield
    except ClientError as error:
        code = str(error.response["Error"]["Code"])
        raise SoundError(f"the bucket {bucket} refuses ({code}): {_advice(code)}") from error
    except BotoCoreError as error:
        code = type(error).__name__
        raise SoundError(f"the bucket {bucket} cannot be used ({code}): {_advice(code)}") from error
    except (KeyError, OSError) as error:
        raise SoundError(f"the bucket {bucket} does not answer: check the network") from error


def lacks_credentials(error: LimberError) -> bool:
    """Whether a bucket or Polly failed for want of AWS credentials: it will the next time, too."""
    cause = error.__cause__
    code = cause.response["Error"]["Code"] if isinstance(cause, ClientError) else type(cause).__name__
    return any(part in code for part in ("Credential", "Token"))


def _advice(code: str) -> str:
    for part, advice in (
        ("AccessDenied", "allow s3:GetObject, s3:PutObject and s3:ListBucket to these credentials"),
        ("Credential", "set AWS credentials"),
        ("Token", "set AWS credentials"),
        ("NoSuchBucket", "name the stack's bucket (its output SoundBucketName)"),
        ("Region", "set AWS_DEFAULT_REGION to the bucket's region"),
    ):
        if part in code:
            return advice
    return "check the network, the region and the bucket's name"
