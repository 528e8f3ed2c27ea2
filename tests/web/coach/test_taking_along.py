"""A practice is taken along from its page, as a file."""

from datetime import UTC, datetime
from threading import Event

import pytest
from mutagen.mp3 import MP3 as TAGGED

from helpers.command_line import PATIENCE, Desk, refusal
from helpers.content import LIBRARY
from helpers.voices import Tones
from skill.errors import VoiceError
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.web.application import create_app
from skill.web.coach.sounds import Sounds

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


class Slow(Tones):
    """Speaks one sentence, and then waits until it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = Event()

    def speak(self, text, locale):
        """Wait before the second sentence."""
        if self.asked:
            assert self.may_go_on.wait(PATIENCE)
        return super().speak(text, locale)


class Broken(Tones):
    """Fails as long as it is to."""

    fails = True

    def speak(self, text, locale):
        """Fail, or speak."""
        if self.fails:
            raise VoiceError("it fails")
        return super().speak(text, locale)


def service(voice, folder, waited=PATIENCE):
    """The coach at a desk with a voice, or with none."""
    sounds = Sounds(voice, folder, waited, lambda: NOW) if voice is not None else None
    settings = Settings("memory:", browser_coach=True, secret="of these tests")  # noqa: S106 - nobody's
    app = create_app(settings, MemoryStore(), None, desk_host="127.0.0.1", sounds=sounds)
    return app.test_client()


@pytest.mark.parametrize("page", ["routines/loosen_up", "stretches/bridge"])
def test_every_page_has_the_way_to_its_file(tmp_path, page):
    """Where there is a voice; without one nothing is offered that cannot be had."""
    address = f'href="/sounds/{page.partition("/")[2]}.mp3"'
    assert address in service(Tones(), tmp_path).get(f"/{page}").text
    without = service(None, tmp_path)
    assert "/sounds/" not in without.get(f"/{page}").text
    assert without.get("/sounds/bridge.mp3").status_code == 404


def test_it_is_a_file_with_its_name_and_chapters(tmp_path):
    """Of every stretch and routine: an MP3 that the browser keeps, with the title in its tags."""
    client = service(Tones(), tmp_path)
    for entry in ("loosen_up", next(iter(LIBRARY.stretches))):
        answer = client.get(f"/sounds/{entry}.mp3")
        assert (answer.status_code, answer.mimetype) == (200, "audio/mpeg")
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="')
        file = tmp_path / "it.mp3"
        file.write_bytes(answer.data)
        assert TAGGED(file).tags.getall("CHAP")
    assert client.get("/sounds/nothing.mp3").status_code == 404


def test_the_rest_of_it_can_be_had(tmp_path):
    """A player that goes on where it was asks for that part alone."""
    client = service(Tones(), tmp_path)
    whole = client.get("/sounds/bridge.mp3").data
    part = client.get("/sounds/bridge.mp3", headers={"Range": f"bytes={len(whole) - 1000}-"})
    assert (part.status_code, part.data) == (206, whole[-1000:])


def test_whoever_waits_is_told_how_far_it_is(tmp_path):
    """The page asks again by itself, without JavaScript; two who ask have it spoken once."""
    voice = Slow()
    client = service(voice, tmp_path, waited=0.0)
    while True:
        waiting = client.get("/sounds/bridge.mp3")
        assert (waiting.status_code, waiting.headers["Refresh"]) == (202, "2")
        assert "It is being spoken" in waiting.text
        if "1 of " in waiting.text:
            break
    voice.may_go_on.set()
    while (answer := client.get("/sounds/bridge.mp3")).status_code == 202:
        pass
    assert answer.mimetype == "audio/mpeg"
    assert len(voice.asked) == len(set(voice.asked))


def test_a_voice_that_fails_is_told_and_tried_again(tmp_path):
    """In a sentence on a page; once it speaks again the file is there."""
    voice = Broken()
    client = service(voice, tmp_path)
    refused = client.get("/sounds/bridge.mp3")
    assert refused.status_code == 503
    assert "It cannot be spoken just now" in refused.text
    voice.fails = False
    assert client.get("/sounds/bridge.mp3").status_code == 200


def test_a_service_with_a_voice_that_is_not_there_does_not_start(tmp_path):
    """It is told in a line before anybody opens a page."""
    line = refusal(Desk(tmp_path).limber("serve", "--store", "memory:", "--voice", "siri"))
    assert line.startswith("limber: the voice 'siri' is none of espeak-ng,")
