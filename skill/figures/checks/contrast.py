"""Whether the colours of a theme can be told apart: contrast as WCAG measures it.

3 to 1 is what WCAG 1.4.11 asks of graphics that have to be understood.
"""

from collections.abc import Iterator

from skill.figures.shapes import Role, Theme

GRAPHICS, TEXT, LIMBS, THINGS = 3.0, 4.5, 1.35, 2.4
"""The least contrast: of the body and marks on the paper, of a letter on the mat, of the working limb
beside the others, and of the body on things, where a halo of paper lies between."""
BODY = (Role.TOP, Role.LEGS, Role.WORK, Role.SKIN, Role.HAIR, Role.STRAP, Role.ARROW)
PALE = (Role.TOP_FAR, Role.LEGS_FAR, Role.WORK_FAR)
PAIRS = (
    *((each, Role.PAPER, GRAPHICS) for each in (*BODY, *PALE)),
    *((each, thing, THINGS) for each in (*BODY, *PALE) for thing in (Role.MAT, Role.PROP)),
    *((Role.WORK, each, LIMBS) for each in (Role.LEGS, Role.TOP, Role.LEGS_FAR)),
    (Role.LETTER, Role.MAT, TEXT),
    (Role.FACE, Role.SKIN, GRAPHICS),
    *((Role.GLOW, each, LIMBS) for each in (Role.WORK, Role.TOP, Role.LEGS)),
)
"""What is seen beside what, and how much they have to differ."""


def too_alike(theme: Theme) -> Iterator[tuple[Role, str]]:
    """The colours that cannot be told apart: the role to change, and the problem."""
    for role, beside, least in PAIRS:
        found = contrast(theme[role], theme[beside])
        if found < least:
            yield role, f"has {found:.2f} to 1 against {beside}, and needs {least:g} to 1"


def contrast(one: str, two: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
