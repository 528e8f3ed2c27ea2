"""Cues in time, whatever the voice: what the coach promises of seconds is kept in the sound."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY
from helpers.scenes import idle
from skill.coach.practice.cues.cues import Said, Silence
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.timeline import outline
from skill.coach.topics.starting.straight_through import straight_through
from skill.sound.formats import form
from skill.sound.joining import joined
from skill.sound.laying_out import LATE, Laid, Spoken, lay_out

PAUSE = 0.3
FORMS = [form.mp3(), form.wav(22_050), form.wav(16_000)]
ENTRIES = [*LIBRARY.stretches, *LIBRARY.routines]


def voice(form, rate, letters=12.0):
    """A voice that takes so many times the usual time, and sounds as long as a sentence has letters."""

    def speak(text):
        seconds = len(text) / letters * rate
        units = form.nearest(seconds) + 3
        return Spoken(form.silence * units, seconds)

    return speak


def whole(entry, form, rate=1.0):
    """A practice, and its cues in time."""
    straight = straight_through(idle(), entry)
    return straight.practice, lay_out(straight.cues, form, voice(form, rate), PAUSE)


def begins(laid: Laid, phases=WORK_PHASES):
    """When each effort begins, and when it ends: at the first cue after it."""
    found = {}
    ends = [*(sound.at for sound in laid.sounds[1:]), laid.seconds]
    for sound, end in zip(laid.sounds, ends, strict=True):
        place = sound.cue.place
        if place is not None and place.phase in phases:
            key = (place.item, place.phase, place.repetition, place.side)
            found[key] = (found[key][0] if key in found else sound.at, end)
    return found


@given(st.sampled_from(ENTRIES), st.sampled_from(FORMS), st.floats(0.5, 2.5))
def test_every_hold_and_movement_lasts_its_seconds(entry, form, rate):
    """To half a unit at either end, however slow the voice is; so both sides get the same time."""
    practice, laid = whole(entry, form, rate)
    efforts = {
        (each.item, each.phase, each.effort.repetition, each.effort.side): each.effort.seconds
        for each in outline(practice)
        if each.phase in WORK_PHASES
    }
    timed = begins(laid)
    assert timed.keys() == efforts.keys()
    for key, (start, end) in timed.items():
        assert end - start == pytest.approx(efforts[key], abs=1e-6)


@given(st.sampled_from(ENTRIES), st.sampled_from(FORMS), st.floats(0.5, 2.5))
def test_no_two_sentences_are_heard_at_once(entry, form, rate):
    """Each begins where the one before it ends, or later, and near where its cue is due."""
    _, laid = whole(entry, form, rate)
    pieces = [piece for sound in laid.sounds for piece in sound.pieces]
    for (at, data), (later, _) in pairwise(pieces):
        assert at + form.units(data) <= later
    assert pieces[-1][0] + form.units(pieces[-1][1]) <= laid.units
    for sound in laid.sounds:
        if sound.pieces and sound.cue.place and sound.cue.place.phase in WORK_PHASES:
            assert -form.seconds < sound.pieces[0][0] * form.seconds - sound.at < LATE + form.seconds


@given(st.sampled_from(ENTRIES), st.sampled_from(FORMS), st.floats(0.5, 2.5))
def test_a_silence_outside_them_is_as_long_as_the_coach_wants_it(entry, form, rate):
    """From the last sound of the words before it to the first of those after it."""
    _, laid = whole(entry, form, rate)
    for before, silence, after in zip(laid.sounds, laid.sounds[1:], laid.sounds[2:], strict=False):
        place = silence.cue.place
        quiet = isinstance(silence.cue, Silence) and (place is None or place.phase not in WORK_PHASES)
        if not quiet or not before.pieces or not after.pieces or silence.cue.seconds < 0.5:
            continue
        at, data = before.pieces[-1]
        padding = 3 * form.seconds
        heard = (at + form.units(data)) * form.seconds - padding
        assert after.pieces[0][0] * form.seconds - heard == pytest.approx(
            silence.cue.seconds, abs=2 * form.seconds
        )


def test_a_voice_that_is_as_fast_as_predicted_leaves_nothing_out():
    """Every word of every practice is said."""
    for entry in ENTRIES:
        _, laid = whole(entry, form.mp3())
        assert [sound.cue for sound in laid.sounds if sound.is_left_out] == []


HOLD = Place(0, "childs_pose", Phase.HOLD)


def test_a_word_that_would_come_too_late_is_left_out():
    """A count is no count any more when the words before it still sound: the hold ends in time."""
    cues = (
        Said("a" * 240, 20.0, HOLD),
        Said("Two.", 0.5, HOLD.after(20.0)),
        Silence(0.5, HOLD.after(20.5)),
        Said("And out.", 1.0, Place(0, "childs_pose", Phase.RELEASE)),
    )
    samples = form.wav(1000)
    slow = lay_out(cues, samples, voice(samples, 1.04), PAUSE)
    assert [sound.is_left_out for sound in slow.sounds] == [False, True, False, False]
    assert slow.sounds[3].at == 21.0
    late = lay_out(cues, samples, voice(samples, 1.02), PAUSE)
    assert [sound.is_left_out for sound in late.sounds] == [False, False, False, False]
    assert late.sounds[1].pieces[0][0] == 20_403


@given(st.sampled_from(ENTRIES), st.sampled_from(FORMS))
def test_a_stream_has_all_of_it(entry, form):
    """Sentence after sentence, silence between, and as long as it was laid out."""
    _, laid = whole(entry, form)
    assert sum(map(len, joined(laid))) == laid.units * len(form.silence)
