"""Pictures with their words: the title, what is seen, and the letter of the side."""

from dataclasses import dataclass

from skill.figures.gallery import Gallery
from skill.figures.pictures import LEFT, RIGHT
from skill.figures.shapes import Picture
from skill.figures.writers.svg import svg
from skill.library.language import Language


@dataclass(frozen=True)
class Captions:
    """The words of one language for the figures of a gallery."""

    gallery: Gallery
    language: Language

    def sides(self, stretch: str) -> tuple[str, ...]:
        """The sides a stretch has pictures of; the first alone where it has none."""
        return (LEFT,) if self.gallery.figures[stretch].letter is None else (LEFT, RIGHT)

    def title(self, stretch: str, side: str) -> str:
        """The name of a stretch, and its side, if it has sides."""
        name = self.language.stretches[stretch].name
        sided = f", {self.language.phrases.sides_alone[side]}" if len(self.sides(stretch)) > 1 else ""
        return f"{name[0].upper()}{name[1:]}{sided}"

    def seen(self, stretch: str, frame: str, side: str) -> str:
        """What the body does in a frame, for those who cannot see it."""
        return self._filled(self.language.figures[stretch].seen[frame], side)

    def limb(self, stretch: str, frame: str, side: str) -> str:
        """Which limb is meant in a frame, in a few words; empty where none is."""
        return self._filled(self.language.figures[stretch].limbs.get(frame, ""), side)

    def letter(self, stretch: str, side: str) -> str:
        """The letter of the side; empty where the stretch has none."""
        return self.language.phrases.sides[side][0].upper() if len(self.sides(stretch)) > 1 else ""

    def svg(self, stretch: str, frame: str, side: str, style: str = "") -> str:
        """A frame as SVG with all of them."""
        return self.of_picture(
            self.gallery.pictures(stretch).still(frame, side), stretch, frame, side, style
        )

    def of_picture(self, picture: Picture, stretch: str, frame: str, side: str, style: str) -> str:
        """A picture as SVG, with the words of the frame it shows or leads to."""
        return svg(
            picture,
            title=self.title(stretch, side),
            told=self.seen(stretch, frame, side),
            letter=self.letter(stretch, side),
            style=style,
        )

    def _filled(self, text: str, side: str) -> str:
        sides = self.language.phrases.sides
        return text.format(side=sides[side], other=sides[LEFT if side == RIGHT else RIGHT])
