"""All figures of the content, ready to be drawn: what a command, a page and a build ask for pictures."""

from functools import cache
from pathlib import Path

from skill.figures.drawn import DrawnFigure, write_drawn
from skill.figures.pictures import LEFT, RIGHT, Pictures
from skill.figures.reading.figure_files import load_figures
from skill.figures.reading.palette import load_palette


class Gallery:
    """Every figure and the colours.

    Raises:
        ContentError: When it is made: with every problem of the files.
    """

    def __init__(self, content: Path) -> None:
        self.figures = load_figures(content)
        self.themes = load_palette(content)
        self.pictures = cache(self._pictures)

    def _pictures(self, stretch: str) -> Pictures:
        """The pictures of a stretch, by its id."""
        return Pictures(self.figures[stretch])

    def drawn(self, stretch: str) -> DrawnFigure:
        """Every frame of a stretch, drawn for both sides."""
        figure, pictures = self.figures[stretch], self.pictures(stretch)
        left, right = (
            {name: pictures.still(name, side) for name in figure.frames} for side in (LEFT, RIGHT)
        )
        return DrawnFigure(figure.way, figure.ways, left, right, self.themes)


def write_gallery(content: Path, folder: Path) -> list[Path]:
    """Draw every figure of the content into a folder, a file for each stretch; returns the files.

    Raises:
        ContentError: With every problem of the figures.
        OSError: The folder cannot be written to.
    """
    gallery = Gallery(content)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for stretch in gallery.figures:
        paths.append(folder / f"{stretch}.pickle")
        write_drawn(gallery.drawn(stretch), paths[-1])
    return paths
