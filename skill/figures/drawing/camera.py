"""From the room to the picture: parallel rays, so that sizes stay what they are."""

import math

from skill.figures.records import View
from skill.figures.vectors import Vec, cross, dot, mirrored


class Camera:
    """Where one looks from. A point in the picture is right, down, and towards the eye."""

    def __init__(self, view: View, *, reflected: bool = False) -> None:
        """A camera.

        Args:
            view: Where it stands.
            reflected: Whether the other side works, and the body is turned instead of the picture.
        """
        around, above = math.radians(view.round), math.radians(view.height)
        self._eye = (
            math.sin(around) * math.cos(above),
            math.cos(around) * math.cos(above),
            math.sin(above),
        )
        self._right = (-math.cos(around), math.sin(around), 0.0)
        self._up = cross(self._eye, self._right)
        self._reflected = reflected
        self.from_above = self._eye[2]
        """How far from above it looks, from 0 to 1."""

    def __call__(self, point: Vec) -> Vec:
        """Where a point is in the picture."""
        seen = mirrored(point) if self._reflected else point
        return dot(seen, self._right), -dot(seen, self._up), dot(seen, self._eye)

    def faced_by(self, direction: Vec) -> float:
        """How far a direction looks at the eye, from -1 to 1."""
        return self(direction)[2]
