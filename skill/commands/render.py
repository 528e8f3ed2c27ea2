"""`limber render`: a practice as a file of sound."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from skill import bootstrap
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.topics.starting.straight_through import Straight, straight_through
from skill.commands.chosen_locale import chosen_locale
from skill.commands.chosen_store import opened_to_read
from skill.commands.named import practice_called
from skill.commands.printing import print_line
from skill.errors import SettingError
from skill.library.records import Level
from skill.settings import default_sounds
from skill.sound.keeping import KeptSentences
from skill.sound.laying_out import Laid
from skill.sound.recordings.places import places_of
from skill.sound.recordings.programmes import programme_of
from skill.sound.recordings.rendering import MP3, WAV, Told, laid_for, write_file
from skill.sound.voices.choosing import VOICES, chosen_voice
from skill.sound.voices.programs import LONGEST
from skill.whole_files import write_whole
from skill.words import Words


@click.command()
@click.argument("practice")
@click.option(
    "--out",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; its name ends in .mp3 or .wav.",
)
@click.option(
    "--level", type=click.Choice([level.value for level in Level]), default=None, help="How much."
)
@click.option("--locale", help="The language and country, such as en-GB; by default this machine's.")
@click.option("--voice", default="", metavar="VOICE", help=f"Who speaks: {VOICES}.")
@click.option("--for", "person", metavar="PERSON", help="For whom: as they do it, from their progress.")
@click.option("--user", default="terminal", show_default=True, help="Whose account that is in.")
@click.option("--store", metavar="STORE", help=f"Where their progress is kept: {bootstrap.STORES}.")
@click.option("--places", is_flag=True, help="Write a .json beside it: the place of every second.")
@click.option(
    "--patience",
    default=LONGEST,
    show_default=True,
    help="Seconds that the voice may take for one sentence.",
)
@click.option(
    "--kept",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where sentences are kept that were spoken once.",
)
def render(
    *,
    practice: str,
    out: Path,
    level: str | None,
    locale: str | None,
    voice: str,
    person: str | None,
    user: str,
    store: str | None,
    places: bool,
    patience: float,
    kept: Path | None,
) -> None:
    """Speak a PRACTICE, a routine or a stretch by its name, into a file that any player plays."""
    ending = out.suffix.lower()
    if ending not in (MP3, WAV):
        raise SettingError(f"--out {out} is no sound: let its name end in {MP3} or {WAV}")
    if not out.absolute().parent.is_dir():
        raise SettingError(f"--out {out} is in no folder that is there: make it, or give another --out")
    if not patience > 0:
        raise SettingError(f"--patience {patience:g} is no time: give seconds, such as {LONGEST:g}")
    locale = chosen_locale(locale)
    words = bootstrap.voices()[locale]
    profile = _profile(person, user, store)
    straight = _straight(practice, words, profile, level or "")
    sentences = KeptSentences(kept or default_sounds(), chosen_voice(voice, patience), locale)
    programme = programme_of(straight, words)
    with _progress() as told:
        laid = laid_for(programme, sentences, ending, told)
    write_file(out, programme, laid)
    print_line(_summary(out, laid))
    if places:
        beside = write_whole(out.with_suffix(".json"), json.dumps(places_of(laid), indent=1))
        print_line(f"wrote {beside}")


def _profile(person: str | None, user: str, store: str | None) -> Profile:
    if person is None:
        return Profile(ACCOUNT)
    kept = opened_to_read(store)
    if person not in kept.people(user):
        raise SettingError(f"--for {person!r}: nothing is kept of them; leave it out, or name another")
    return kept.open(user, person)


def _straight(name: str, words: Words, profile: Profile, level: str) -> Straight:
    library, _ = bootstrap.content()
    entry = practice_called(name, words.language, profile.preferences.routines)
    scene = Scene(library, words, profile, State(), datetime.now().astimezone())
    straight = straight_through(scene, entry, level)
    if straight is None:
        raise SettingError(f"{name!r} has nothing in it that {profile.person} does: name another one")
    return straight


def _summary(out: Path, laid: Laid) -> str:
    minutes, seconds = divmod(round(laid.seconds), 60)
    left_out = [sound for sound in laid.sounds if sound.is_left_out]
    told = f"wrote {out}: {minutes}:{seconds:02}, {out.stat().st_size / 1e6:.1f} MB"
    if not left_out:
        return told
    return f"{told}; {len(left_out)} times there was no time for words in a hold with this voice"


@contextmanager
def _progress() -> Iterator[Told]:
    """A bar on the terminal's standard error; nothing where that is no terminal."""
    from rich.console import Console
    from rich.progress import Progress

    # There is no standard error at all where it was closed.
    shown = sys.stderr is not None and sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=not shown) as bar:
        task = bar.add_task("Speaking")
        yield lambda done, of: bar.update(task, completed=done, total=of)
