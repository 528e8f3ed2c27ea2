"""Streams for a device's player: made of what is there in time, whole, and with their places."""

from dataclasses import replace

import pytest

from helpers.content import WORDS
from helpers.played import started
from skill.bootstrap import voices
from skill.coach.practice.playback.timetable import Mark, Timetable
from skill.coach.practice.score.pieces import Piece
from skill.errors import SoundError
from skill.sound.formats.form import mp3
from skill.sound.laying_out import sentences_in
from skill.sound.streams.silent import MemoryShelf, SilentSentences
from skill.sound.streams.streaming import AFTER, Streams
from skill.sound.streams.timetables import decode_timetable, encode_timetable

PLAY = started("everyday_back").reply.play


class Sparing(SilentSentences):
    """Has no time for some sentences."""

    without = frozenset()

    def spoken(self, texts, locale, seconds):
        """All others."""
        told = super().spoken(texts, locale, seconds)
        return {text: each for text, each in told.items() if text not in self.without}


def streams(*without: str) -> Streams:
    """Streams in memory, with sentences that are not there in time."""
    sentences = Sparing(voices())
    object.__setattr__(sentences, "without", frozenset(without))
    return Streams(MemoryShelf(), sentences)


def of_piece(number: int) -> tuple[str, ...]:
    """The sentences of a piece of what is played that are in none before it."""
    before = {text for piece in PLAY.pieces[:number] for text in sentences_in(piece.cues)}
    return tuple(text for text in sentences_in(PLAY.pieces[number].cues) if text not in before)


def test_a_stream_has_everything_and_says_where_it_is():
    """Its timetable begins where it is to begin, ends at the next stretch, and is as long as it."""
    made = streams()
    stream = made.made(PLAY, WORDS, 1.0)
    assert stream.timetable.start == PLAY.start
    assert stream.timetable.end == PLAY.practice.place_of(1)
    assert made.timetable(stream.name) == stream.timetable
    assert stream.name in stream.address
    assert sorted(mark.at for mark in stream.timetable.marks) == [
        mark.at for mark in stream.timetable.marks
    ]


def test_a_picture_that_is_not_told_of_now_silences_nothing(caplog, monkeypatch):
    """It is played without one, and the log says why."""

    def fails(_, stretch):
        raise SoundError(f"the bucket refuses {stretch}")

    monkeypatch.setattr(MemoryShelf, "picture", fails)
    assert streams().made(PLAY, WORDS, 1.0).picture == ""
    assert caplog.messages == [f"no picture is shown: the bucket refuses {PLAY.start.stretch}"]


def test_the_same_is_kept_once():
    """For whoever does the same stretch that day, it is the same stream; another one is another."""
    made = streams()
    other = replace(PLAY, practice=replace(PLAY.practice, id="2026-11-20T09:00:00.000+00:00"))
    assert made.made(PLAY, WORDS, 1.0).name == made.made(other, WORDS, 1.0).name
    shorter = replace(PLAY, pieces=PLAY.pieces[:1])
    assert made.made(shorter, WORDS, 1.0).name != made.made(PLAY, WORDS, 1.0).name


def test_what_is_ready_is_played_first():
    """Where a sentence is not there in time, the stream ends before it, at a rest."""
    assert len(PLAY.pieces) > 1
    stream = streams(of_piece(1)[0]).made(PLAY, WORDS, 1.0)
    assert stream.timetable.end == PLAY.pieces[0].end
    assert stream.timetable.end.item == PLAY.start.item


def test_where_nothing_is_ready_it_is_not_played():
    """The first sentence is missing: whoever asked is coached by speech."""
    with pytest.raises(SoundError, match="limber sounds build"):
        streams(of_piece(0)[0]).made(PLAY, WORDS, 1.0)


def test_the_last_one_ends_in_quiet():
    """No player cuts off its last word."""
    practice = PLAY.practice
    last = Piece(PLAY.pieces[0].cues, practice.end)
    ending = streams().made(replace(PLAY, pieces=(last,)), WORDS, 1.0).timetable
    others = streams().made(replace(PLAY, pieces=PLAY.pieces[:1]), WORDS, 1.0).timetable
    assert ending.seconds - others.seconds == pytest.approx(AFTER.seconds, abs=mp3().seconds)


def test_a_timetable_travels():
    """As JSON, and what is none, or of another version, counts as not there."""
    timetable = streams().made(PLAY, WORDS, 1.0).timetable
    written = encode_timetable(timetable)
    assert decode_timetable(written) == timetable
    for bad in ("", "[]", "{", written.replace('"version":1', '"version":0'), '{"version":1}'):
        assert decode_timetable(bad) is None
    assert len(written) < 20_000


def test_a_stream_without_places_stands_where_it_begins():
    """Nothing is guessed."""
    empty = Timetable((), 5.0, PLAY.start, PLAY.practice.place_of(1))
    assert empty.heard(1.0).place == PLAY.start
    assert empty.heard(5.0).place == PLAY.practice.place_of(1)
    assert empty.heard(1.0).worked == 0
    one = Timetable((Mark(2.0, PLAY.start),), 5.0, PLAY.start, PLAY.practice.place_of(1))
    assert one.heard(float("inf")).done is None
