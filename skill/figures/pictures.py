"""The pictures of one figure: each frame, and the ways between, for either side."""

from collections.abc import Iterator
from functools import cached_property

from skill.figures.body.joints import Body
from skill.figures.body.solving import solved
from skill.figures.body.tween import Passage, eased
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.drawing import drawn
from skill.figures.drawing.framing import box_around
from skill.figures.drawing.surroundings import surroundings
from skill.figures.records import Figure, Frame
from skill.figures.shapes import Box, Picture, Shape

LEFT, RIGHT = "left", "right"


class Pictures:
    """Draws one figure. The working side is drawn as the left one; for the right, it is turned over."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure

    def still(self, frame: str, side: str = LEFT, *, close: bool = False) -> Picture:
        """A frame, with its arrows and with the glow where it is felt.

        Args:
            frame: The name of the frame.
            side: `left` or `right`; a stretch without sides looks the same.
            close: Whether the picture shows this frame alone, as large as can be, for a thumbnail.
        """
        this = self.figure.frames[frame]
        body = self._bodies[frame]
        box = box_around(self.figure, {frame: body}, self._cameras) if close else self._boxes[frame]
        shapes = self._shapes(body, side, this, strapped=self._is_strapped(frame))
        return self._picture(shapes, box, side, frame)

    def between(self, start: str, end: str, side: str = LEFT, *, count: int) -> Iterator[Picture]:
        """So many pictures on the way from one frame to another, without marks and without the ends."""
        passage = Passage(self.figure.frames[start], self.figure.frames[end])
        strapped = self._is_strapped(start) and self._is_strapped(end)
        for number, body in enumerate(passage.bodies(count), 1):
            box = self._boxes[start].towards(self._boxes[end], eased(number / (count + 1)))
            shapes = self._shapes(body, side, None, strapped=strapped)
            yield self._picture(shapes, box, side, start, end)

    def _goes_right(self, side: str) -> bool:
        """Whether a picture is of the right side; one without sides never is."""
        return side == RIGHT and self.figure.letter is not None

    def _picture(self, body: tuple[Shape, ...], box: Box, side: str, *frames: str) -> Picture:
        things = tuple(surroundings(self.figure.props, self._camera(side), frames))
        turned_over = self._goes_right(side) and not self.figure.view.stay
        letter = None
        if self.figure.letter is not None:
            x, y, _ = self._camera(side)(self.figure.letter)
            letter = (-x if turned_over else x, y)
        return Picture(things + body, box, turned_over, letter, len(things))

    def _shapes(
        self, body: Body, side: str, frame: Frame | None, *, strapped: bool
    ) -> tuple[Shape, ...]:
        return tuple(drawn(self.figure, body, self._camera(side), frame, strapped=strapped))

    def _camera(self, side: str) -> Camera:
        return self._cameras[-1 if self._goes_right(side) else 0]

    def _is_strapped(self, frame: str) -> bool:
        return not self.figure.strapped or frame in self.figure.strapped

    @cached_property
    def _cameras(self) -> tuple[Camera, ...]:
        view = self.figure.view
        return (Camera(view), Camera(view, reflected=True)) if view.stay else (Camera(view),)

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return {name: solved(frame) for name, frame in self.figure.frames.items()}

    @cached_property
    def _boxes(self) -> dict[str, Box]:
        boxes: dict[str, Box] = {}
        for is_apart in (False, True):
            names = [name for name in self.figure.frames if (name in self.figure.apart) == is_apart]
            if names:
                together = {name: self._bodies[name] for name in names}
                box = box_around(self.figure, together, self._cameras)
                boxes |= dict.fromkeys(names, box)
        return boxes
