"""`limber figure`: the drawn figures, one on the standard output or all in a folder."""

import json
from pathlib import Path

import click

from skill.commands.named import stretch_called
from skill.commands.printing import print_line
from skill.errors import SettingError
from skill.library.languages import languages
from skill.library.loading import data_folder, load_language, load_library

THEMES = ("light", "dark", "contrast")


@click.command()
@click.argument("stretch", required=False)
@click.option(
    "--side", type=click.Choice(("left", "right")), default="left", help="The side that works."
)
@click.option("--frame", default="hold", show_default=True, help="Which position of the body.")
@click.option("--theme", type=click.Choice(THEMES), default="light", help="The colours.")
@click.option("--avg", "as_avg", is_flag=True, help="As the vector graphics of Alexa, not as SVG.")
@click.option(
    "--sheet",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Draw all of them into a folder, with a page to look at them.",
)
def figure(
    stretch: str | None, side: str, frame: str, theme: str, sheet: Path | None, *, as_avg: bool
) -> None:
    """Draw a STRETCH, given by its id or a name people say, as SVG."""
    from skill.figures.captions import Captions
    from skill.figures.gallery import Gallery
    from skill.figures.sheet import write_sheet
    from skill.figures.writers.avg import avg
    from skill.figures.writers.svg import style_of

    if (stretch is None) == (sheet is None):
        raise SettingError("name a stretch, such as bridge, or say --sheet DIR for all of them")
    content = data_folder("content")
    library = load_library(content)
    language = load_language(content, languages(content)[0], library)
    gallery = Gallery(content)
    captions = Captions(gallery, language)
    if sheet is not None:
        *figures, _, page = write_sheet(captions, sheet, theme)
        print_line(f"wrote {len(figures)} figures; {page} shows them all")
        return
    entry = stretch_called(stretch or "", language)
    frames = gallery.figures[entry].frames
    if frame not in frames:
        raise SettingError(f"{entry} has no frame {frame!r}: it can be {', '.join(frames)}")
    if as_avg:
        picture = gallery.pictures(entry).still(frame, side)
        print_line(json.dumps(avg(picture, gallery.themes[theme])))
        return
    print_line(captions.svg(entry, frame, side, style_of(gallery.themes[theme])))
