"""What is said on a machine of one's own, where there is no Alexa and none of her app."""

from datetime import UTC, datetime

import pytest

from helpers.ears import ear_of
from skill.assembly import WITHOUT_ALEXA
from skill.bootstrap import build, voices, voices_here
from skill.settings import Settings
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.envelope import Caller
from skill.speech.ssml import seconds_of, words_of
from skill.stores.memory import MemoryStore

ASKED = {
    "en-US": ("start happy baby", "export my data"),
    "de-DE": ("starte happy baby", "was weißt du über mich"),
}
HERE = {"en-US": "right here", "de-DE": "gleich hier"}


def exported(locale: str, *, alexa: bool) -> DeviceResponse:
    """The answer to somebody who asks for all that is kept about them, after a stretch."""
    words = voices()[locale]
    device = Device(
        skill=build(Settings("memory:", delay=0), store=MemoryStore(), zone=UTC, alexa=alexa),
        ear=ear_of(locale),
        caller=Caller(locale=locale),
        now=datetime(2026, 11, 20, 8, tzinfo=UTC),
        seconds_of=lambda ssml: seconds_of(ssml, words),
    )
    for said in (device.ear.opening.to_say, *ASKED[locale]):
        answer = device.say(said)
    return answer


@pytest.mark.parametrize("locale", ASKED)
def test_where_a_card_is_found_is_said_as_it_is(locale):
    """With Alexa it is in her app; without her it is shown right there, and her app is not spoken of."""
    with_her, alone = (exported(locale, alexa=alexa) for alexa in (True, False))
    assert with_her.card == alone.card != ""
    assert "Alexa App" in words_of(with_her.ssml).title()
    assert HERE[locale] in words_of(alone.ssml)
    assert "Alexa" not in words_of(alone.ssml)


@pytest.mark.parametrize("locale", ASKED)
def test_no_prompt_without_alexa_tells_of_her_app(locale):
    """Each of those that do has others in its place, as many, and nothing else is changed."""
    with_her, alone = voices()[locale].language.prompts, voices_here()[locale].language.prompts
    assert {name for name in with_her if with_her[name] != alone[name]} == WITHOUT_ALEXA.keys()
    for prompt, instead in WITHOUT_ALEXA.items():
        assert alone[prompt] == with_her[instead]
        assert all("Alexa" in text for text in with_her[prompt])
        assert all("Alexa" not in text and HERE[locale] in text for text in with_her[instead])
