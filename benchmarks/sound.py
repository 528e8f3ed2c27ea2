"""What a rendered routine is beside its timeline, and what joining it costs.

    python benchmarks/sound.py [routine]

Needs espeak-ng. It speaks the routine once into a folder of its own, joins it from there, decodes it and
listens: each effort from its first word to the first word after it, and each silence between words.
"""

import statistics
import sys
import tempfile
import time
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from helpers.heard import Heard, heard
from skill import bootstrap
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.place import WORK_PHASES
from skill.coach.topics.starting.straight_through import straight_through
from skill.sound.joining import joined
from skill.sound.keeping import KeptSentences
from skill.sound.laying_out import Laid, sentences_in
from skill.sound.recordings.rendering import AFTER, MP3, Programme, laid_for, write_file
from skill.sound.voices.choosing import chosen_voice

DELAY = 0.046
"""Seconds by which all that is encoded comes later."""

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def programme(entry: str) -> Programme:
    """A routine or stretch as somebody without preferences hears it."""
    library, _ = bootstrap.content()
    words = next(iter(bootstrap.voices().values()))
    straight = straight_through(Scene(library, words, Profile(ACCOUNT), State(), NOW), entry)
    if straight is None:
        raise SystemExit("nothing is left of it")
    names = [words.stretch(item.stretch).name for item in straight.practice.items]
    return Programme(entry, "before", names, words.language.speaking.sentence, straight.cues)


def in_effort(cue: Said | Silence) -> bool:
    """Whether a cue is a part of a hold or a movement."""
    return cue.place is not None and cue.place.phase in WORK_PHASES


def efforts(laid: Laid) -> list[tuple[str, str, float, float]]:
    """Every effort: its stretch, which one it is, its beginning and its end by the layout."""
    ends = [*(sound.at for sound in laid.sounds[1:]), laid.seconds]
    found: dict[tuple[object, ...], tuple[str, str, float, float]] = {}
    for sound, end in zip(laid.sounds, ends, strict=True):
        place = sound.cue.place
        if place is None or not in_effort(sound.cue):
            continue
        key = place.item, place.repetition, place.side
        name = f"{place.phase} {place.repetition} {place.side or ''}".strip()
        begin = found[key][2] if key in found else sound.at
        found[key] = place.stretch, name, begin, end
    return list(found.values())


def silences_off(laid: Laid, listened: Heard) -> list[float]:
    """By how much each silence outside of efforts differs from the timeline's."""
    ends = {at + seconds: seconds for at, seconds in listened.silences}
    off = []
    for before, silence, after in zip(laid.sounds, laid.sounds[1:], laid.sounds[2:], strict=False):
        if isinstance(silence.cue, Said) or in_effort(silence.cue):
            continue
        if not before.pieces or not after.pieces:
            continue
        nearest = min(ends, key=lambda end, at=after.at: abs(end - at - DELAY))
        off.append(abs(ends[nearest] - silence.cue.seconds))
    return off


def main() -> None:
    """Print the table."""
    told = programme(sys.argv[1] if len(sys.argv) > 1 else "full_back")
    with tempfile.TemporaryDirectory() as folder:
        kept, voice = Path(folder), chosen_voice("")
        began = time.monotonic()
        laid = laid_for(told, KeptSentences(kept, voice, "en-US"), MP3, lambda *_: None)
        spoken = time.monotonic() - began
        path = write_file(kept / "it.mp3", told, laid)
        joins = []
        for _ in range(9):
            began = time.monotonic()
            fresh = KeptSentences(kept, voice, "en-US")
            b"".join(joined(laid_for(told, fresh, MP3, lambda *_: None)))
            joins.append(time.monotonic() - began)
        tracemalloc.start()
        b"".join(joined(laid_for(told, KeptSentences(kept, voice, "en-US"), MP3, lambda *_: None)))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        size, listened = path.stat().st_size, heard(path)
    worst = 0.0
    print(f"{'stretch':<28}{'effort':<14}{'at':>9}{'wanted':>9}{'heard':>9}{'off, ms':>9}")
    for stretch, name, begin, end in efforts(laid):
        first, after = listened.begins(begin + DELAY), listened.begins(end + DELAY)
        off = after - first - (end - begin)
        worst = max(worst, abs(off))
        row = f"{begin:>9.2f}{end - begin:>9.2f}{after - first:>9.2f}{1000 * off:>9.0f}"
        print(f"{stretch:<28}{name:<14}{row}")
    free = [cue for cue in told.cues if isinstance(cue, Said) and not in_effort(cue)]
    predicted = length((*told.cues, AFTER))
    off = silences_off(laid, listened)
    print(f"holds and movements: at most {1000 * worst:.0f} ms off")
    print(f"silences: {len(off)}, at most {1000 * max(off):.0f} ms off")
    print(
        f"whole: {laid.seconds:.1f} s, predicted {predicted:.1f} s; the words outside of holds,"
        f" predicted as {length(free):.1f} s, differ by {laid.seconds - predicted:+.1f} s"
    )
    print(f"words left out: {sum(sound.is_left_out for sound in laid.sounds)}")
    print(f"sentences: {len(sentences_in(told.cues))}, spoken and encoded in {spoken:.1f} s")
    print(
        f"joined in {1000 * statistics.median(joins):.0f} ms (median of 9), {most / 1e6:.0f} MB at most"
    )
    print(f"file: {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
