"""The screen of a practice on a round device."""

from skill.screen import parts
from skill.screen.parts import Part, box, picture, send, text

TOLD_LONG = "m.l && !s.k"
"""A long sentence is said, and nothing is counted."""


def round_practice() -> list[Part]:
    """The ring along the edge, in it the figure, the count and the limb; a touch anywhere pauses.

    A long sentence, as a caution is one, takes the place of all that while it is said: a part of it
    would be worse than none.
    """
    limb = text(
        "${coach.frames[m.f].l}",
        "note",
        "@accent",
        fontWeight="700",
        textAlign="center",
        width="100%",
        maxLines=1,
    )
    below = box(
        text(
            "${number}",
            "count",
            fontWeight="300",
            textAlign="center",
            lineHeight=1,
            width="100%",
            display="${s.k ? 'normal' : 'none'}",
            role="timer",
            accessibilityLabel="${s.t}",
        ),
        text(
            "${s.t}",
            "label",
            textAlign="center",
            width="100%",
            display="${s.k || m.t ? 'none' : 'normal'}",
        ),
        limb,
        text(
            "${s.k ? (s.x ? s.x : s.u) : m.t}",
            "note",
            "${s.k ? @soft : @ink}",
            textAlign="center",
            width="78%",
            maxLines="@lines_short",
            lineHeight=parts.CLOSE,
        ),
        position="absolute",
        top="48%",
        left="11%",
        width="78%",
        height="42%",
        alignItems="center",
    )
    seen = box(
        picture(position="absolute", left="18%", top="11%", width="64%", height="37%"),
        below,
        width="100%",
        height="100%",
        display=f"${{{TOLD_LONG} ? 'none' : 'normal'}}",
    )
    told = text(
        "${m.t}",
        "note",
        lineHeight=parts.CLOSE,
        maxLines="@lines_long",
        textAlign="center",
        textAlignVertical="center",
        position="absolute",
        left="16%",
        top="18%",
        width="68%",
        height="64%",
        display=f"${{{TOLD_LONG} ? 'normal' : 'none'}}",
    )
    ring: Part = {
        "type": "VectorGraphic",
        "source": parts.RING,
        "position": "absolute",
        "width": "100%",
        "height": "100%",
        "scale": "best-fit",
        "share": "${share}",
        "ink": "@accent",
        "track": "@track",
        "thick": 7,
    }
    touch: Part = {
        "type": "TouchWrapper",
        "id": "pause",
        "width": "100%",
        "height": "100%",
        "accessibilityLabel": "${coach.buttons[0].label}",
        "role": "button",
        "onPress": [send("pause")],
        # The ring last: a mat seen from above has corners where it runs. Outside of what is touched it
        # would take the touches away.
        "item": box(seen, told, ring, width="100%", height="100%"),
    }
    return [touch]
