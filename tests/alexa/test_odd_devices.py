"""Devices that drop pauses, refuse them, or stop half-way: found out, and coached all the same."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from helpers.odd_devices import (
    LOCALE,
    MOST_SILENCE,
    OddDevice,
    Sounds,
    as_meant,
    at_rate,
    odd_device,
    plays_half,
    refuses_audio_too,
    refuses_breaks,
    swallows_breaks,
)
from skill.alexa.requests.caller import key_of
from skill.coach.person.device import TRY_AGAIN, Rendering
from skill.stores.memory import MemoryStore

MORNING = datetime(2026, 11, 20, 8, tzinfo=UTC)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
SECONDS = {"happy_baby": 30, "childs_pose": 120, "lumbar_rotation": 40, "bridge": 90}
NAMES = {
    "happy_baby": "happy baby",
    "childs_pose": "child's pose",
    "lumbar_rotation": "the lumbar rotation",
    "bridge": "the bridge",
}


def known(store):
    """What is known of the device."""
    return store.open("household", "account", key_of("kitchen")).device


def history(store) -> list[tuple[str, int]]:
    """What is known to have been done."""
    return [(done.stretch, done.seconds) for done in store.history("household", "account", LONG_AGO)]


def visit(device: OddDevice, stretch: str, day: int) -> None:
    """Somebody comes for a stretch and is silent then; where it is refused, they come once more."""
    device.now = MORNING + timedelta(days=day)
    for _ in range(2):
        device.say("open limber back")
        device.say(f"start {NAMES[stretch]}")
        if not device.was_refused:
            break
    while device.session is not None:
        device.run_out()


def finish(device: OddDevice) -> None:
    """They go on until it is over: a session that ran out in the middle is opened again at once."""
    while device.response.reprompt_seconds > 10:
        device.say("open limber back")
        device.run_out()


@pytest.mark.parametrize("stretch", SECONDS)
@pytest.mark.parametrize(
    ("playing", "ends_as"),
    [
        (as_meant, Rendering.BREAKS),
        (swallows_breaks, Rendering.AUDIO),
        (refuses_breaks, Rendering.AUDIO),
        (refuses_audio_too, Rendering.SHORT),
        (plays_half, Rendering.AUDIO),
    ],
)
def test_within_two_visits_a_stretch_is_coached_to_its_end(playing, ends_as, stretch):
    """Whatever the device does with pauses: done once by then, with its seconds, and no earlier."""
    store = MemoryStore()
    device = odd_device(store, playing, MORNING)
    visit(device, stretch, 0)
    if playing in (swallows_breaks, plays_half):
        assert history(store) == []
        assert known(store).rendering is ends_as
    visit(device, stretch, 1)
    finish(device)
    assert known(store).rendering is ends_as
    assert set(history(store)) == {(stretch, SECONDS[stretch])}
    assert len(history(store)) <= 2


def test_nothing_of_a_routine_is_made_up():
    """Half of the first answer was played: no stretch of it counts, and the place is its beginning."""
    for playing in (plays_half, swallows_breaks):
        store = MemoryStore()
        device = odd_device(store, playing, MORNING)
        device.say("open limber back")
        device.say("start the everyday back routine")
        device.run_out()
        assert history(store) == []
        (saved,) = store.open("household", "account").unfinished
        assert saved.place == saved.practice.place_of(0)


def test_a_session_that_ended_soon_tells_no_more_than_it_had_time_for():
    """Twenty-five seconds into an answer of minutes the session is over: nothing was finished."""
    for screen in (False, True):
        store = MemoryStore()
        device = odd_device(store, as_meant, MORNING, screen=screen)
        device.say("open limber back")
        started = device.say("start child's pose")
        assert started.seconds > 150
        device.end("EXCEEDED_MAX_REPROMPTS", started.at + timedelta(seconds=25))
        assert history(store) == []
        (saved,) = store.open("household", "account").unfinished
        assert saved.worked == 0


def test_on_a_screen_once_is_not_enough():
    """A view may time out: only twice running steps down, and one heard whole starts the count anew."""
    store = MemoryStore()
    device = odd_device(store, as_meant, MORNING, screen=True)
    seen = []
    for day, early in enumerate([True, False, True, True]):
        device.now = MORNING + timedelta(days=day)
        device.say("open limber back")
        started = device.say("start happy baby")
        if early:
            device.end("EXCEEDED_MAX_REPROMPTS", started.at + timedelta(seconds=25))
        else:
            device.run_out()
        seen.append(known(store).rendering)
    assert seen == [*[Rendering.BREAKS] * 3, Rendering.AUDIO]


@pytest.mark.parametrize("error", ["INVALID_RESPONSE", "INTERNAL_SERVICE_ERROR"])
def test_a_refusal_steps_down_for_the_device_and_for_no_other(error):
    """What the kitchen cannot do holds for everybody there, and for nobody in the bedroom."""
    store = MemoryStore()
    device = odd_device(store, as_meant, MORNING)
    device.say("open limber back")
    started = device.say("start happy baby")
    device.end("ERROR", started.at + timedelta(seconds=1), error)
    kept = [
        store.open("household", person, key_of(device_id)).device.rendering
        for person in ("account", "somebody")
        for device_id in ("kitchen", "bedroom")
    ]
    assert kept == [Rendering.AUDIO, Rendering.BREAKS] * 2


def test_an_error_after_an_answer_that_coached_nothing_tells_nothing():
    """A welcome has no pauses: what went wrong there is no matter of them."""
    store = MemoryStore()
    device = odd_device(store, as_meant, MORNING)
    device.say("open limber back")
    device.end("ERROR", MORNING, "INVALID_RESPONSE")
    assert known(store).rendering is Rendering.BREAKS


def test_the_last_way_is_left_at_nothing_less():
    """A device that refused everything gets no pauses that were refused, however often it refuses."""
    store = MemoryStore()
    device = odd_device(store, refuses_audio_too, MORNING)
    for day in range(3):
        visit(device, "happy_baby", day)
        assert known(store).rendering is Rendering.SHORT
    device.say("open limber back")
    started = device.say("start happy baby")
    device.end("ERROR", started.at + timedelta(seconds=1), "INVALID_RESPONSE")
    device.say("open limber back")
    again = device.say("start happy baby")
    assert sounds(device, again.ssml).silent < MOST_SILENCE


def test_after_a_month_more_is_tried_again():
    """Devices learn: a month on a visit asks more of one, and what is refused again goes at once."""
    store = MemoryStore()
    device = odd_device(store, refuses_breaks, MORNING)
    visit(device, "happy_baby", 0)
    visit(device, "happy_baby", TRY_AGAIN.days - 1)
    assert known(store).rendering is Rendering.AUDIO
    device.now = MORNING + TRY_AGAIN + timedelta(minutes=10)
    device.say("open limber back")
    assert known(store).rendering is Rendering.BREAKS
    device.say("start happy baby")
    assert known(store).rendering is Rendering.AUDIO
    device.playing = as_meant
    visit(device, "happy_baby", 2 * TRY_AGAIN.days + 1)
    assert known(store).rendering is Rendering.BREAKS


@pytest.mark.parametrize("rate", [0.8, 0.9, 1.1, 1.2])
def test_the_rate_of_a_voice_is_learnt_from_sessions_that_ran_out(rate):
    """After some silent visits it is known to a few hundredths, and the place is where they are."""
    store = MemoryStore()
    device = odd_device(store, at_rate(rate), MORNING)
    for day in range(6):
        visit(device, "childs_pose", day)
    assert known(store).rate(LOCALE) == pytest.approx(rate, abs=0.04)
    device.now = MORNING + timedelta(days=7)
    device.say("open limber back")
    started = device.say("start child's pose")
    before, *_ = re.split("second time", started.ssml, maxsplit=1, flags=re.IGNORECASE)
    begins = device.playing(sounds(device, f"{before}</speak>"))
    answer = device.say("how long left", started.at + timedelta(seconds=begins + 12))
    running = answer.attributes["state"]["practice"]
    _, _, phase, repetition, _, _, held = running["sent"]["start"]
    assert (phase, repetition) == ("hold", 2)
    assert held == pytest.approx(12, abs=4)


def sounds(device: OddDevice, ssml: str) -> Sounds:
    """What a part of an answer in speech sounds like."""
    return Sounds(ssml, device.seconds_of(ssml), is_document=False)


@pytest.mark.parametrize("playing", [swallows_breaks, plays_half, refuses_breaks])
def test_a_device_that_drops_pauses_teaches_no_rate(playing):
    """Only what was heard whole tells how fast a voice is."""
    store = MemoryStore()
    device = odd_device(store, playing, MORNING)
    visit(device, "childs_pose", 0)
    assert known(store).rates == {}


def test_a_session_that_lasts_too_long_teaches_no_rate():
    """Nobody speaks twice as slowly: something else took its time, and all of it was heard."""
    store = MemoryStore()
    device = odd_device(store, at_rate(2.0), MORNING)
    for day in range(4):
        visit(device, "childs_pose", day)
    assert known(store).rates == {}
    assert known(store).rate(LOCALE) == 1.0
