"""`limber sounds`: what is played straight through, spoken once and kept."""

import sys
from datetime import datetime

import click

from skill import bootstrap
from skill.commands.chosen_locale import chosen_locale
from skill.commands.printing import print_line
from skill.commands.statuses import FAILED
from skill.errors import LimberError, SettingError
from skill.library.loading import data_folder
from skill.settings import read_settings
from skill.words import Words

PRICE = 16.0
"""Dollars for a million characters of Polly's neural voices
(https://aws.amazon.com/polly/pricing/, from memory)."""

THEME, PIXELS = "dark", 512
"""Of the pictures: as all our screens are; as wide as Amazon's own examples have them."""

ENOUGH = 5
"""After how many sentences in a row that cannot be had no more are tried: it will be the same."""


@click.group()
def sounds() -> None:
    """What a device's audio player plays straight through."""


@sounds.command()
@click.option("--bucket", metavar="NAME", help="Where to: the stack's output SoundBucketName.")
@click.option("--locale", help="The language and country, such as en-GB; by default this machine's.")
@click.option("--voice", default="", metavar="NAME", help="Polly's name for a voice, such as Ruth.")
@click.option("--count", is_flag=True, help="Only say how much there is, and what it costs.")
def build(*, bucket: str | None, locale: str | None, voice: str, count: bool) -> int:
    """Speak each sentence of a locale once, unless it is kept, and draw each stretch for screens."""
    locale = chosen_locale(locale)
    texts = _texts(bootstrap.voices()[locale])
    if count:
        print_line(f"{_so_many(texts)} in {locale}: {_cost(texts)}")
        return 0
    bucket = bucket or read_settings().bucket
    if not bucket:
        raise SettingError("no bucket: give --bucket NAME, the stack's output SoundBucketName")
    status = _spoken(bucket, voice, locale, texts)
    if status == 0:
        _show(bucket)
    return status


def _show(bucket: str) -> None:
    from skill.sound.streams.bucket import Bucket, BucketShelf

    try:
        pictures = _pictures()
    except SettingError as error:
        print_line(f"no pictures: {error}, then build again")
        return
    BucketShelf(Bucket(bucket)).put_pictures(pictures)
    print_line(f"drew {len(pictures)} pictures")


def _pictures() -> dict[str, bytes]:
    """A picture of every stretch, as it is held or at its far end, by the stretch's id.

    Raises:
        SettingError: What draws them is not installed.
    """
    from skill.figures.gallery import Gallery
    from skill.figures.records import HOLD
    from skill.figures.writers.png import png

    gallery = Gallery(data_folder("content"))
    theme = gallery.themes[THEME]
    return {
        stretch: png(gallery.pictures(stretch).still(HOLD), theme, PIXELS) for stretch in gallery.figures
    }


def _texts(words: Words) -> tuple[str, ...]:
    from skill.sound.everything import every_sentence

    library, _ = bootstrap.content()
    return every_sentence(library, words, datetime.now().astimezone())


def _spoken(bucket: str, voice: str, locale: str, texts: tuple[str, ...]) -> int:
    from skill.sound.streams.bucket import Bucket, BucketSentences, lacks_credentials
    from skill.sound.voices.polly import Polly

    sentences = BucketSentences(Bucket(bucket), Polly(voice))
    new, failed, in_a_row, why = list[str](), 0, 0, ""
    for number, text in enumerate(texts, 1):
        if sys.stderr is not None and sys.stderr.isatty():
            click.echo(f"\r{number} of {len(texts)}", nl=False, err=True)
        try:
            if not sentences.is_kept(text, locale):
                sentences.speak(text, locale)
                new.append(text)
            in_a_row = 0
        except SettingError:
            raise
        except LimberError as error:
            if lacks_credentials(error):
                raise SettingError(str(error)) from error
            failed, in_a_row, why = failed + 1, in_a_row + 1, str(error)
            if in_a_row == ENOUGH:
                break
    told = f"spoke {_so_many(new)} in {locale}: {_cost(new)}; {len(texts) - len(new) - failed}"
    print_line(f"{told} were there, or not tried" if in_a_row == ENOUGH else f"{told} were there")
    if failed:
        print_line(f"{failed} could not be had; say the same again to go on. The last: {why}")
    return FAILED if failed else 0


def _so_many(texts: tuple[str, ...] | list[str]) -> str:
    return f"{len(texts)} sentences of {sum(map(len, texts)):,} characters"


def _cost(texts: tuple[str, ...] | list[str]) -> str:
    return f"about {PRICE * sum(map(len, texts)) / 1e6:.2f} dollars"
