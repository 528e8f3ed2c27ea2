"""A routine in espeak-ng's voice, listened to: holds, silences, length, size, chapters."""

import tracemalloc
from dataclasses import replace

import pytest
from mutagen import mp3 as tagged_mp3
from mutagen import wave as tagged_wav

from helpers.heard import heard
from helpers.scenes import idle
from helpers.voices import Tones, espeak
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.timeline import outline
from skill.coach.topics.starting.straight_through import straight_through
from skill.sound.formats.form import mp3
from skill.sound.joining import joined
from skill.sound.keeping import KeptSentences
from skill.sound.laying_out import sentences_in
from skill.sound.recordings.places import places_of
from skill.sound.recordings.rendering import AFTER, MP3, WAV, Programme, laid_for, write_file

DELAY = {MP3: 0.046, WAV: 0.0}
"""Seconds by which all that is encoded comes later, as LAME and every decoder have it."""


@pytest.fixture(scope="module")
def sentences(tmp_path_factory):
    """The sentences of this machine's voice, spoken once for all tests."""
    return KeptSentences(tmp_path_factory.mktemp("kept"), espeak(), "en-US")


def programme(entry: str, **preferences) -> tuple[Programme, object]:
    """A practice to be rendered, and the practice."""
    scene = idle(**preferences)
    straight = straight_through(scene, entry)
    names = [scene.name_of(item.stretch) for item in straight.practice.items]
    pause = scene.words.language.speaking.sentence
    return Programme("A title", "Before", names, pause, straight.cues), straight.practice


@pytest.fixture(scope="module", params=[("full_back", MP3), ("knee_to_chest", WAV), ("bridge", MP3)])
def rendered(request, sentences, tmp_path_factory):
    """A practice as a file, what it is made of, and what is heard of it."""
    entry, ending = request.param
    told, practice = programme(entry)
    laid = laid_for(told, sentences, ending, lambda *_: None)
    path = write_file(tmp_path_factory.mktemp("out") / f"it{ending}", told, laid)
    return told, practice, laid, path, heard(path)


def efforts_in(laid):
    """Every hold and repetition of a movement: its key, where it begins and ends."""
    found: dict[tuple, list[float]] = {}
    ends = [*(sound.at for sound in laid.sounds[1:]), laid.seconds]
    for sound, end in zip(laid.sounds, ends, strict=True):
        place = sound.cue.place
        if place is not None and place.phase in WORK_PHASES:
            key = (place.item, place.phase, place.repetition, place.side)
            found[key] = [found.get(key, [sound.at])[0], end]
    return found


def test_every_hold_is_exact_in_the_sound(rendered):
    """From its first word to the first word after it: what the timeline has, to 50 ms."""
    _, practice, laid, path, listened = rendered
    timed = efforts_in(laid)
    wanted = [each for each in outline(practice) if each.phase in WORK_PHASES]
    assert len(timed) == len(wanted)
    for segment in wanted:
        effort = segment.effort
        begin, end = timed[segment.item, segment.phase, effort.repetition, effort.side]
        first, after = (listened.begins(at + DELAY[path.suffix]) for at in (begin, end))
        assert first == pytest.approx(begin + DELAY[path.suffix], abs=0.05)
        assert after - first == pytest.approx(effort.seconds, abs=0.05)


def test_every_silence_is_as_long_as_the_timeline_has_it(rendered):
    """Between words outside of holds: to a tenth of a second."""
    _, _, laid, path, listened = rendered
    ends = {round(at + seconds, 3): seconds for at, seconds in listened.silences}
    found = 0
    for before, silence, after in zip(laid.sounds, laid.sounds[1:], laid.sounds[2:], strict=False):
        place = silence.cue.place
        inside = place is not None and place.phase in WORK_PHASES
        if isinstance(silence.cue, Said) or inside or not before.pieces or not after.pieces:
            continue
        onset = listened.begins(after.at + DELAY[path.suffix])
        nearest = min(ends, key=lambda end, onset=onset: abs(end - onset))
        assert nearest == pytest.approx(onset, abs=0.01)
        assert ends[nearest] == pytest.approx(silence.cue.seconds, abs=0.1)
        found += 1
    assert found > 5


def test_the_file_is_as_long_as_predicted_but_for_the_voice(rendered):
    """Silences and holds are the timeline's own: what differs is words outside of holds."""
    told, _, laid, _, listened = rendered
    assert listened.seconds == pytest.approx(laid.seconds, abs=0.05)
    free = [
        cue
        for cue in told.cues
        if isinstance(cue, Said) and (cue.place is None or cue.place.phase not in WORK_PHASES)
    ]
    differs = laid.seconds - length((*told.cues, AFTER))
    assert abs(differs) < 0.1 * length(free)


def test_a_full_routine_is_no_large_file(rendered):
    """Under ten megabytes as MP3, half an hour of it; its holds are complete, with all their words."""
    _, _, laid, path, _ = rendered
    assert path.stat().st_size < 10_000_000 or path.suffix == WAV
    assert not any(sound.is_left_out for sound in laid.sounds)


def test_players_see_the_title_and_the_chapters(rendered):
    """As another program reads the tag: a chapter for each stretch, one after another to the end."""
    told, _, laid, path, _ = rendered
    tags = (tagged_mp3.MP3 if path.suffix == MP3 else tagged_wav.WAVE)(path).tags
    assert [str(tags["TIT2"]), str(tags["TPE1"]), str(tags["TCON"])] == [
        "A title",
        "Limber Back",
        "Speech",
    ]
    assert int(str(tags["TLEN"])) == round(laid.seconds * 1000)
    chapters = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    titles = [str(chapter.sub_frames["TIT2"]) for chapter in chapters]
    assert [title for title in titles if title != "Before"] == list(told.names)
    (contents,) = tags.getall("CTOC")
    assert contents.child_element_ids == [chapter.element_id for chapter in chapters]
    starts = [chapter.start_time for chapter in chapters]
    ends = [chapter.end_time for chapter in chapters]
    assert [0, *ends] == [*starts, round(laid.seconds * 1000)]


def test_the_place_of_every_second(rendered):
    """For each second the cue that sounds then, and where in the practice that is."""
    told, practice, laid, _, _ = rendered
    places = places_of(laid)
    assert [row["says"] for row in places["cues"]] == [
        *(cue.text if isinstance(cue, Said) else None for cue in told.cues),
        None,
    ]
    assert len(places["seconds"]) == -(-laid.units * laid.form.seconds // 1)
    for second, number in enumerate(places["seconds"]):
        row = places["cues"][number]
        assert row["at"] <= second + 0.001
        assert second <= row["at"] + row["seconds"] + 0.001
    last = practice.items[-1]
    held = [
        row["place"] for row in places["cues"] if row["place"] and row["place"]["phase"] in WORK_PHASES
    ]
    assert held[-1]["stretch"] == last.stretch
    assert (held[-1]["item"], held[-1]["repetition"]) == (len(practice.items), last.rounds)


def test_joining_a_routine_takes_no_memory_to_speak_of(sentences):
    """From sentences that are kept: under 64 megabytes, the whole stream in memory included."""
    told, _ = programme("full_back")
    laid_for(told, sentences, MP3, lambda *_: None)
    kept = KeptSentences(sentences.folder, Tones(sentences.voice.name), sentences.locale)
    tracemalloc.start()
    stream = b"".join(joined(laid_for(told, kept, MP3, lambda *_: None)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(stream) > 8_000_000
    assert most < 64_000_000
    assert kept.voice.asked == []


def test_sentences_are_told_as_they_are_spoken(tmp_path):
    """A bar can be drawn: how many are there, and of how many."""
    told, _ = programme("bridge")
    steps = []
    laid_for(told, KeptSentences(tmp_path, Tones(), "en-US"), MP3, lambda *step: steps.append(step))
    count = len(sentences_in(told.cues))
    assert steps == [(number, count) for number in range(1, count + 1)]


def test_a_practice_that_begins_at_once_has_no_chapter_before_it(tmp_path):
    """Nothing comes before the first stretch: its chapter begins at 0."""
    told, _ = programme("bridge")
    coached = replace(told, cues=[cue for cue in told.cues if cue.place is not None] + [Silence(1.0)])
    laid = laid_for(coached, KeptSentences(tmp_path, Tones(), "en-US"), MP3, lambda *_: None)
    tags = tagged_mp3.MP3(write_file(tmp_path / "it.mp3", coached, laid)).tags
    (chapter,) = tags.getall("CHAP")
    assert (str(chapter.sub_frames["TIT2"]), chapter.start_time) == (told.names[0], 0)
    assert mp3().units(b"".join(joined(laid))) == laid.units
