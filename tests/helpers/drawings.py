"""The real figures, read once, and what is looked up in them again and again."""

from helpers.content import CONTENT
from skill.figures.checks.poses import ways_between
from skill.figures.gallery import Gallery

GALLERY = Gallery(CONTENT)
FRAMES = [(name, frame) for name, figure in GALLERY.figures.items() for frame in figure.frames]
"""Every frame of every figure."""
WAYS = [
    (name, start, end)
    for name, figure in GALLERY.figures.items()
    for start, end in sorted(ways_between(figure))
]
"""Every two frames that a body goes between."""
