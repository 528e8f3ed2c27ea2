"""What the layouts are made of: sizes for each kind of device, styles, the ring, buttons, pictures.

Sizes are in dp, which is 160 to the inch at the distance a device is looked at from: somebody lies two
or three metres away, so the count is as large as there is room, and nothing is smaller than 24.
Fonts are the device's own. A text has a tenth more room than it needs here: theirs are wider.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from skill.figures.shapes import Role, Theme
from skill.figures.writers.avg import any_picture

Part = dict[str, Any]

FIGURE, HEAD, KEYS, RING = "Figure", "Head", "Keys", "ring"
FADE = 400
"""Milliseconds in which one frame of a figure fades into the next."""

ROUND = "${viewport.shape == 'round'}"
SMALL, MEDIUM, LARGE, TV, UPRIGHT = (
    "${viewport.height < 600}",
    "${viewport.height >= 600 && viewport.height < 750}",
    "${viewport.width >= 1900}",
    "${viewport.mode == 'tv'}",
    "${viewport.height > viewport.width}",
)
"""The sizes beside that of 1280 by 800: of an Echo Show 5, a Show 8, a Show 15, a television, and a
Show 15 that hangs upright."""

Size = int | str

SIZES: dict[str, tuple[Size, Size, Size, Size, Size, Size, Size]] = {
    #          usual, small, medium, large, tv, upright, round
    "pad": (36, 16, 24, 54, 40, 48, 76),
    "edge": (28, 12, 20, 40, 27, 40, 60),
    "title": (34, 26, 30, 50, 28, 44, 24),
    "ring": (300, 142, 214, 410, 168, 420, 200),
    "middle": ("63vh", "57vh", "60vh", "61vh", "57vh", "70vh", "48vh"),
    "figure": ("63vh", "57vh", "60vh", "61vh", "57vh", "35vh", "48vh"),
    "side": ("31vw", "32vw", "33vw", "30vw", "33vw", "91vw", "60vw"),
    "body": ("62vw", "62vw", "60vw", "62vw", "56vw", "91vw", "60vw"),
    "pictured": ("38vw", "38vw", "38vw", "38vw", "38vw", "91vw", "38vw"),
    "told": ("54vw", "54vw", "52vw", "54vw", "50vw", "91vw", "68vw"),
    "whole": ("93vw", "96vw", "94vw", "94vw", "91vw", "91vw", "68vw"),
    "count": (136, 66, 98, 186, 78, 190, 76),
    "label": (44, 26, 34, 64, 30, 64, 34),
    "limb": (46, 30, 36, 68, 34, 64, 30),
    "note": (28, 24, 24, 40, 24, 40, 24),
    "words": (38, 26, 30, 56, 30, 52, 24),
    "line": (100, 83, 84, 150, 84, 240, 64),
    "press_width": ("22.5vw", "22.5vw", "22.5vw", "22.5vw", "21.5vw", "21vw", "31vw"),
    "button": (84, 64, 72, 120, 56, 112, 64),
    "row": (92, 64, 72, 132, 72, 124, 64),
    "row_pad": (24, 24, 24, 24, 24, 24, 12),
    "press": (30, 26, 26, 42, 26, 40, 24),
    "text": (46, 32, 38, 68, 36, 60, 26),
}


LINES = {
    "told": (8, 7, 8, 8, 7, 9, 6),
    "asked": (4, 3, 3, 4, 3, 4, 4),
    "short": (2, 2, 2, 2, 2, 4, 5),
    "long": (3, 3, 3, 3, 3, 5, 9),
}
"""Lines that there is room for, in the same order: where words fill the screen, of what is said and of
the question; and below the figure, of a sentence that is short and of one that is long, and smaller."""

TIGHT, CLOSE = 1.1, 1.15
"""How high a line is beside the figure and below it, as a share of its letters."""


WAYS = {
    UPRIGHT: {"across": "column", "headed": "start"},
    ROUND: {"across": "column", "headed": "center"},
}
LEVEL = {"across": "row", "headed": "center"}
"""How parts stand beside each other, or below each other: in two kinds of screens, and in the others."""


def resources() -> list[Part]:
    """The sizes as the document's resources: the usual ones, then those of other devices.

    `across` is the direction in which something stands beside a figure or a title.
    """
    kinds = (None, SMALL, MEDIUM, LARGE, TV, UPRIGHT, ROUND)
    return [
        ({"when": when} if when is not None else {})
        | {"dimensions": _anew(SIZES, number)}
        | {"strings": WAYS.get(when or "", LEVEL)}
        | {"numbers": {f"lines_{name}": lines for name, lines in _anew(LINES, number).items()}}
        for number, when in enumerate(kinds)
    ]


def _anew(table: Mapping[str, Sequence[Size]], number: int) -> dict[str, Size]:
    """What a kind has otherwise than one before it, whose values it would have: a screen may be both."""
    return {
        name: row[number]
        for name, row in table.items()
        if not number or any(before != row[number] for before in row[:number])
    }


def colours(theme: Theme) -> Part:
    """The colours of the screens, those of the figures among them."""
    return {
        "colors": {
            "paper": theme[Role.PAPER],
            "ink": "#f0f0f0",
            "soft": "#b4bfb9",
            "accent": theme[Role.WORK],
            "track": "#2b3631",
            "key": "#22362e",
            "key_on": "#35594b",
            "letter": theme[Role.LETTER],
        }
    }


STYLES: Part = {
    "key": {
        "values": [
            {"backgroundColor": "@key", "borderColor": "@key"},
            {"when": "${state.focused}", "backgroundColor": "@key_on", "borderColor": "@ink"},
            {"when": "${state.pressed}", "backgroundColor": "@key_on", "borderColor": "@accent"},
        ]
    }
}


def graphics() -> Part:
    """The graphics: one for any frame of any figure, and the ring."""
    return {FIGURE: any_picture(), RING: _ring()}


def _ring() -> Part:
    """A ring that fills: at nothing it is hidden, for its round end would leave a dot."""
    circle = "M100 8A92 92 0 1 1 99.9 8"
    line: Part = {"type": "path", "pathData": circle, "fill": "transparent", "strokeWidth": "${thick}"}
    full: Part = {
        "stroke": "${ink}",
        "strokeOpacity": "${share > 0.001 ? 1 : 0}",
        "strokeLineCap": "round",
        "pathLength": 1000,
        "strokeDashArray": [1000, 1000],
        "strokeDashOffset": "${1000 - 1000 * share}",
    }
    return {
        "type": "AVG",
        "version": "1.1",
        "width": 200,
        "height": 200,
        "parameters": [
            {"name": "share", "type": "number", "default": 0},
            {"name": "ink", "type": "color", "default": "white"},
            {"name": "track", "type": "color", "default": "gray"},
            {"name": "thick", "type": "number", "default": 13},
        ],
        "items": [line | {"stroke": "${track}"}, line | full],
    }


def text(value: str, size: str, colour: str = "@ink", **more: Any) -> Part:  # noqa: ANN401 - APL's own
    """A text; `size` is a name among `SIZES`."""
    return {"type": "Text", "text": value, "fontSize": f"@{size}", "color": colour} | more


def box(*items: Part, **more: Any) -> Part:  # noqa: ANN401 - APL's own
    """A container."""
    return {"type": "Container", **more, "items": list(items)}


def figure() -> Part:
    """The layout of a figure: as it is now, over the frame before it, from which it fades.

    It goes by `m`, the mark at which the screen is, by `was`, the frame before, and by `came`.
    """
    fill: Part = {"position": "absolute", "width": "100%", "height": "100%"}

    def layer(frame: str, opacity: str) -> Part:
        row = f"coach.frames[{frame}]"
        return fill | {
            "type": "VectorGraphic",
            "source": FIGURE,
            "scale": "fill",
            "d": "${coach.paths}",
            "k": "${coach.looks}",
            "o": f"${{{row}.o}}",
            "b": f"${{{row}.b}}",
            "n": f"${{{row}.n}}",
            "letter": f"${{coach.letters[{row}.e]}}",
            "ink": "@letter",
            "paper": "@paper",
            "opacity": opacity,
        }

    fading = f"Math.min(1, (elapsedTime - came) / {FADE})"
    return box(
        layer("was", f"${{was != m.f ? 1 - {fading} : 0}}"),
        layer("m.f", f"${{m.f < 0 ? 0 : was != m.f ? {fading} : 1}}"),
        width="100%",
        height="100%",
    )


def picture(**more: Any) -> Part:  # noqa: ANN401 - APL's own
    """A place for the figure."""
    return box({"type": FIGURE}, **more)


def counter(size: str | int, count: str = "count") -> Part:
    """The ring with the count in it; where nothing is counted, what is going on."""
    middle: Part = {
        "position": "absolute",
        "width": "100%",
        "height": "100%",
        "alignItems": "center",
        "justifyContent": "center",
    }
    counted, told = "${s.k ? 'normal' : 'none'}", "${s.k ? 'none' : 'normal'}"
    return box(
        {
            "type": "VectorGraphic",
            "source": RING,
            "width": "100%",
            "height": "100%",
            "scale": "best-fit",
            "share": "${share}",
            "ink": "@accent",
            "track": "@track",
        },
        box(
            text(
                "${number}",
                count,
                fontWeight="300",
                lineHeight=1,
                textAlign="center",
                role="timer",
                accessibilityLabel="${s.t}",
            ),
            text("${s.u}", "note", "@soft", textAlign="center"),
            display=counted,
            **middle,
        ),
        box(
            text("${s.t}", "label", textAlign="center", width="80%"),
            display=told,
            **middle,
        ),
        width=size,
        height=size,
    )


def head() -> Part:
    """The layout of the line at the top, of a title and a note."""
    return box(
        text("${title}", "title", role="header", maxLines=1, shrink=1),
        text("${note}", "note", "@soft", maxLines=1, spacing=24, display="${note ? 'normal' : 'none'}"),
        direction="@across",
        justifyContent="spaceBetween",
        alignItems="@headed",
        width="100%",
    )


def keys() -> Part:
    """The layout of the row of buttons; what is pressed is sent with the stage and the clock."""
    return {
        "type": "Container",
        "direction": "row",
        "width": "100%",
        "height": "@button",
        "display": "${shown}",
        "data": "${coach.buttons}",
        "items": [
            {
                "type": "TouchWrapper",
                "id": "${data.id}",
                "width": "@press_width",
                "height": "@button",
                "spacing": 16,
                "accessibilityLabel": "${data.label}",
                "role": "button",
                "onPress": [send("${data.id}")],
                "item": {
                    "type": "Frame",
                    "style": "key",
                    "inheritParentState": True,
                    "width": "100%",
                    "height": "100%",
                    "borderRadius": 40,
                    "borderWidth": 3,
                    "item": text(
                        "${data.label}",
                        "press",
                        width="100%",
                        height="100%",
                        textAlign="center",
                        textAlignVertical="center",
                        maxLines=1,
                    ),
                },
            }
        ],
    }


def send(name: str) -> Part:
    """The command that tells the skill what was pressed, in which stage, and when."""
    return {
        "type": "SendEvent",
        "arguments": [name, "${m.s ? m.s : 0}", "${Math.round(elapsedTime)}"],
    }
