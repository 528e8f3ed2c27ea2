"""Amazon Polly: its neural voices, spoken far away and paid by the character (`docs/sound.md`)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import get_session

from skill.errors import SettingError, VoiceError
from skill.sound.formats.samples import Samples
from skill.sound.voices.voice import Voice

VOICES = {
    "en-US": "Joanna",
    "en-CA": "Joanna",
    "en-GB": "Amy",
    "en-AU": "Olivia",
    "en-IN": "Kajal",
    "de-DE": "Vicki",
}
"""A neural voice for each locale (https://docs.aws.amazon.com/polly/latest/dg/available-voices.html)."""

ENCODED_RATE = 24_000
"""Samples a second of Polly's MP3: the default of its neural voices, and what our streams have."""

RATE = 16_000
"""Samples a second: the most that Polly gives as samples."""

CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 2.0, 10.0, 3


@dataclass
class Polly(Voice):
    """One voice of Polly's, or for each locale its own."""

    voice: str = ""
    """Polly's name for it, such as Ruth; empty for the locale's own."""
    client: Any = None
    """botocore's client; made from the environment when it is first needed."""

    @property
    def name(self) -> str:
        """Its name, with the kind of voice."""
        return f"polly neural {self.voice}".rstrip()

    def speak(self, text: str, locale: str) -> Samples:
        """A sentence; see `Voice`."""
        return Samples(self._asked(text, locale, {"OutputFormat": "pcm", "SampleRate": str(RATE)}), RATE)

    def speak_encoded(self, text: str, locale: str) -> bytes:
        """A sentence as the MP3 that Polly makes of it: where there is nothing to encode with.

        Raises:
            VoiceError: It cannot be spoken; the message says what to do.
        """
        return self._asked(text, locale, {"OutputFormat": "mp3", "SampleRate": str(ENCODED_RATE)})

    def _asked(self, text: str, locale: str, form: Mapping[str, str]) -> bytes:
        voice = self.voice or VOICES.get(locale, "")
        if not voice:
            known = ", ".join(VOICES)
            raise SettingError(
                f"no voice of Polly's is known for {locale}: name one, such as"
                f" --voice polly:Ruth; without a name there is one for {known}"
            )
        with _explaining():
            if self.client is None:
                self.client = _connect()
            answer = self.client.synthesize_speech(
                Engine="neural", VoiceId=voice, LanguageCode=locale, TextType="text", Text=text, **form
            )
            data = answer["AudioStream"].read()
        return bytes(data)


def _connect() -> Any:  # noqa: ANN401 - botocore makes its classes as it goes
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
    )
    return get_session().create_client("polly", config=config)


ADVICE = (
    ("NoRegion", "set AWS_DEFAULT_REGION to a region that has Polly's neural voices, such as us-east-1"),
    ("Credential", "set AWS credentials that allow polly:SynthesizeSpeech"),
    ("Token", "set AWS credentials that allow polly:SynthesizeSpeech"),
    ("AccessDenied", "allow polly:SynthesizeSpeech to these credentials"),
    ("LanguageNotSupported", "name a voice that speaks this language"),
    ("EngineNotSupported", "name a voice with a neural engine, in a region that has it"),
    ("Validation", "name a voice that Polly has, such as --voice polly:Ruth"),
    ("Throttl", "try again later"),
)
"""What to do, by a part of the name that botocore or Polly has for the failure."""


@contextmanager
def _explaining() -> Iterator[None]:
    """Turns whatever goes wrong into an error that says what to do about it.

    Raises:
        VoiceError: The sentence could not be had.
    """
    try:
        yield
    except ClientError as error:
        raise VoiceError(_advice(str(error.response["Error"]["Code"]))) from error
    except BotoCoreError as error:
        raise VoiceError(_advice(type(error).__name__)) from error
    except (KeyError, AttributeError, OSError) as error:
        raise VoiceError(_advice(type(error).__name__)) from error


def _advice(code: str) -> str:
    known = (advice for part, advice in ADVICE if part in code)
    return f"Polly does not speak ({code}): {next(known, 'check the network and the region')}"
