"""What is known of a device: steps down and up, rates, time zones."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.coach.person.device import (
    FASTEST,
    SLOWEST,
    TRY_AGAIN,
    KnownDevice,
    Rendering,
    decode_device,
    encode_device,
)
from skill.errors import UnreadableStateError

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
NEW = KnownDevice("a-hash")


def test_each_refusal_is_one_step_down_and_the_last_step_stays():
    """Breaks, then sound, then the short form; less there is not."""
    device, steps = NEW, []
    for _ in range(4):
        device = device.refused(NOW)
        steps.append(device.rendering)
    assert steps == [Rendering.AUDIO, Rendering.SHORT, Rendering.SHORT, Rendering.SHORT]
    assert device.changed_at == NOW


def test_after_a_month_a_visit_asks_for_one_step_more():
    """One step and not two, and the next one has to wait another month."""
    device, seen = NEW.refused(NOW).refused(NOW), []
    for days in (29, 30, 59, 60, 90):
        device = device.opened(NOW + timedelta(days=days), Rendering.BREAKS)
        seen.append(device.rendering)
    assert seen == [Rendering.SHORT, *[Rendering.AUDIO] * 2, *[Rendering.BREAKS] * 2]


def test_nobody_asks_more_of_a_device_than_usual():
    """Where sound is the usual way, a device gets that, and its month does not take it beyond."""
    assert NEW.opened(NOW, Rendering.AUDIO).rendering is Rendering.AUDIO
    stepped = NEW.refused(NOW)
    assert stepped.opened(NOW + 2 * TRY_AGAIN, Rendering.AUDIO) == stepped
    assert stepped.opened(NOW, Rendering.SHORT).rendering is Rendering.SHORT
    back = NEW.opened(NOW, Rendering.AUDIO).opened(NOW, Rendering.BREAKS)
    assert back == NEW


@pytest.mark.parametrize(
    ("told", "kept"), [(0.9, 0.95), (1.1, 1.05), (0.5, 0.88), (2.0, 1.12), (1.02, 1.0), (None, 1.0)]
)
def test_a_rate_is_taken_half_way_within_its_bounds(told, kept):
    """One odd session moves it half-way at most; what nobody hears is not kept."""
    assert NEW.heard("en-US", told).rate("en-US") == pytest.approx(kept, abs=0.006)
    assert NEW.heard("en-US", told).rate("en-GB") == 1.0


def test_a_rate_that_is_nonsense_is_taken_at_its_bounds():
    """Whatever is kept: no voice is that fast, or that slow."""
    nonsense = KnownDevice("a-hash", rates={"en-US": 9.0, "en-GB": 0.01})
    assert (nonsense.rate("en-US"), nonsense.rate("en-GB")) == (SLOWEST, FASTEST)


def test_an_answer_heard_whole_forgives_one_that_was_cut_short():
    """Only twice running counts."""
    assert NEW.cut_off().cut_short == 1
    assert NEW.cut_off().heard("en-US", None) == NEW


def test_a_time_zone_holds_for_a_day():
    """Then the device is asked again, and where its clock was set back, too."""
    told = KnownDevice("a-hash", time_zone="UTC", zone_told_at=NOW)
    assert NEW.is_zone_due(NOW)
    due = {hours: told.is_zone_due(NOW + timedelta(hours=hours)) for hours in (-1, 0, 23, 24)}
    assert due == {-1: True, 0: False, 23: False, 24: True}


@pytest.mark.parametrize("value", [None, 3, {"rendering": "loud"}, {"rates": {"en-US": -1}}, {"key": 3}])
def test_nonsense_is_refused(value):
    """It is as if nothing were known: whoever reads says so."""
    with pytest.raises(UnreadableStateError):
        decode_device(value)


def test_a_new_device_has_its_key_alone():
    """What is as it is by default takes no room."""
    assert encode_device(NEW) == {"key": "a-hash"}
    assert decode_device({"key": "a-hash", "unicorn": 1}) == NEW
