"""The one document that every answer is sent with; what differs from answer to answer is in its data.

It is constant: a device has seen it before, and a test can hold it against Amazon's schemas. Its clock
is `elapsedTime`, in milliseconds from when it was drawn, which is when the first word is said.
https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/
"""

from skill.figures.shapes import Role, Theme
from skill.screen import parts
from skill.screen.parts import Part, box, counter, picture, send, text

VERSION = "1.8"
"""The version of APL that it is written in, and that a device must have at least: of 2021."""

AWAKE = 10_000
"""Milliseconds after the last word for which the screen does not go out."""

TICK = 100
"""Milliseconds between two looks at the clock; a later one catches up."""

FULL: Part = {"width": "100vw", "height": "100vh"}

TOLD_LONG = "m.l && !s.k"
"""A long sentence is said, and nothing is counted."""


def document(theme: Theme) -> Part:
    """The document, in the colours of a theme."""
    return {
        "type": "APL",
        "version": VERSION,
        "theme": "dark",
        "background": theme[Role.PAPER],
        "resources": [parts.colours(theme), *parts.resources()],
        "styles": parts.STYLES,
        "graphics": parts.graphics(),
        "layouts": {
            parts.FIGURE: {"items": [parts.figure()]},
            parts.HEAD: {"parameters": ["title", "note"], "items": [parts.head()]},
            parts.KEYS: {
                "parameters": [{"name": "shown", "default": "normal"}],
                "items": [parts.keys()],
            },
        },
        "mainTemplate": {
            "parameters": ["coach"],
            "items": [
                _running(_round_practice(), _practice(), f"{{{_is('practice')}}}"),
                _still(_list(), f"{{{_is('list')}}}"),
                _paged(_words(), "{true}"),
            ],
        },
    }


def _is(kind: str) -> str:
    return f"coach.kind == '{kind}'"


def _running(on_round: list[Part], elsewhere: list[Part], when: str) -> Part:
    """A screen that goes with the answer's clock; on a round device it looks otherwise.

    `i` is the mark it is at, `m` that mark, `s` its stage, `was` the frame shown before, and `came` when
    the one that is shown now took its place.
    """
    due = "i < coach.marks.length - 1 && elapsedTime >= coach.marks[i + 1].a"
    moves = "coach.marks[i + 1].f != m.f"
    past = "(elapsedTime - s.b) / s.w"
    left = "Math.ceil((s.b + s.w - elapsedTime) / 1000)"
    return {
        "type": "Container",
        "when": f"${when}",
        **FULL,
        "bind": [
            {"name": "i", "type": "number", "value": 0},
            {"name": "was", "type": "number", "value": 0},
            {"name": "came", "type": "number", "value": 0},
            {"name": "asked", "type": "number", "value": 0},
            {"name": "m", "value": "${coach.marks[i]}"},
            {"name": "s", "value": "${coach.stages[m.s]}"},
            {"name": "share", "value": f"${{s.k ? Math.max(0, Math.min(1, {past})) : 0}}"},
            {
                "name": "number",
                "value": f"${{s.k == 1 ? Math.max(0, Math.min(Math.ceil(s.w / 1000), {left})) : s.t}}",
            },
        ],
        "onMount": [_awake()],
        "handleTick": [
            {
                "minimumDelay": TICK,
                "when": f"${{{due}}}",
                "commands": [
                    _set("came", f"${{{moves} ? coach.marks[i + 1].a : came}}"),
                    _set("was", f"${{{moves} ? m.f : was}}"),
                    _set("i", "${i + 1}"),
                ],
            },
            {
                "minimumDelay": 500,
                "when": "${coach.done > 0 && asked == 0 && elapsedTime >= coach.done}",
                # Ticks run in fast mode, which drops events that have no sequencer of their own.
                "commands": [_set("asked", 1), send("done") | {"sequencer": "done"}],
            },
        ],
        "items": [
            box(*on_round, when=parts.ROUND, **FULL),
            box(*elsewhere, when="${viewport.shape != 'round'}", **FULL),
        ],
    }


def _awake() -> Part:
    """The command that keeps the screen on while the answer lasts, and a little longer."""
    return {
        "type": "Idle",
        "delay": f"${{coach.over + {AWAKE}}}",
        "screenLock": True,
        "sequencer": "awake",
    }


def _still(items: list[Part], when: str) -> Part:
    """A screen on which no figure moves; what is bound is what the parts ask for."""
    return {
        "type": "Container",
        "when": f"${when}",
        **FULL,
        "bind": [
            {"name": "was", "type": "number", "value": 0},
            {"name": "came", "type": "number", "value": 0},
            {"name": "m", "value": "${coach.mark}"},
        ],
        "items": items,
    }


def _paged(items: list[Part], when: str) -> Part:
    """A still screen whose words change as they are said: `p` is the page it is at, the `i`-th."""
    still = _still(items, when)
    still["bind"] += [
        {"name": "i", "type": "number", "value": 0},
        {"name": "pages", "value": f"{parts.ROUND[:-1]} ? coach.round : coach.pages}}"},
        {"name": "p", "value": "${pages[i]}"},
    ]
    due = "i < pages.length - 1 && elapsedTime >= pages[i + 1].a"
    turn: Part = {"minimumDelay": TICK, "when": f"${{{due}}}", "commands": [_set("i", "${i + 1}")]}
    return still | {"onMount": [_awake()], "handleTick": [turn]}


def _set(name: str, value: str | int) -> Part:
    return {"type": "SetValue", "property": name, "value": value}


def _page(*items: Part) -> Part:
    """A screen with its margins."""
    return box(
        *items,
        width="100vw",
        height="100vh",
        justifyContent="spaceBetween",
        paddingLeft="@pad",
        paddingRight="@pad",
        paddingTop="@edge",
        paddingBottom="@edge",
    )


def _practice() -> list[Part]:
    """The figure, beside it the ring and the limb, below it the words and the buttons."""
    beside = box(
        counter("@ring"),
        text(
            "${coach.frames[m.f].l}",
            "limb",
            "@accent",
            fontWeight="700",
            width="100%",
            textAlign="center",
            maxLines=2,
            paddingTop=6,
            lineHeight=parts.TIGHT,
        ),
        text(
            "${s.x}",
            "note",
            "@soft",
            width="100%",
            textAlign="center",
            maxLines=2,
            lineHeight=parts.TIGHT,
        ),
        width="@side",
        height="@figure",
        alignItems="center",
        justifyContent="center",
    )
    return [
        _page(
            {"type": parts.HEAD, "title": "${coach.heads[s.h].n}", "note": "${coach.heads[s.h].p}"},
            box(
                picture(width="@body", height="@figure"),
                beside,
                direction="@across",
                justifyContent="spaceBetween",
                width="@whole",
                height="@middle",
            ),
            text(
                "${m.t}",
                "words",
                fontSize="${m.l ? @note : @words}",
                lineHeight=parts.CLOSE,
                width="100%",
                height="@line",
                maxLines="${m.l ? @lines_long : @lines_short}",
                textAlignVertical="center",
            ),
            {"type": parts.KEYS},
        )
    ]


def _round_practice() -> list[Part]:
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


def _words() -> list[Part]:
    """What is said, and what can be pressed; where a practice waits, its figure beside it."""
    pictured = "m.f >= 0 && viewport.shape != 'round'"
    told = box(
        text(
            "${p.t}",
            "words",
            fontSize="${p.l ? @words : @text}",
            lineHeight=parts.CLOSE,
            width="100%",
            maxLines="@lines_told",
        ),
        text(
            "${p.q}",
            "words",
            "@soft",
            width="100%",
            maxLines="@lines_asked",
            paddingTop=16,
            lineHeight=parts.CLOSE,
        ),
        width=f"${{{pictured} ? @told : @whole}}",
        paddingLeft=16,
        height=f"${{{pictured} ? @figure : @middle}}",
        justifyContent="center",
    )
    figure = picture(width="@pictured", height="@figure", when=f"${{{pictured}}}")
    return [
        _page(
            {"type": parts.HEAD, "title": "${coach.title}", "note": "${coach.note}"},
            box(figure, told, direction="@across", width="@whole", height="@middle"),
            {"type": parts.KEYS, "shown": "${coach.buttons.length ? 'normal' : 'invisible'}"},
        )
    ]


def _list() -> list[Part]:
    """Entries one below the other; one that has an id can be pressed."""
    row: Part = {
        "type": "TouchWrapper",
        "id": "${data.id}",
        "disabled": "${!data.id}",
        "width": "100%",
        "height": "@row",
        "spacing": 12,
        "accessibilityLabel": "${data.name}",
        "role": "button",
        "onPress": [send("start:${data.id}")],
        "item": {
            "type": "Frame",
            "style": "key",
            "inheritParentState": True,
            "width": "100%",
            "height": "100%",
            "borderRadius": 20,
            "borderWidth": 3,
            "item": text(
                "${data.name}",
                "words",
                width="100%",
                height="100%",
                paddingLeft="@row_pad",
                paddingRight="@row_pad",
                textAlignVertical="center",
                lineHeight=parts.CLOSE,
                maxLines=2,
            ),
        },
    }
    return [
        _page(
            {"type": parts.HEAD, "title": "${coach.title}", "note": "${coach.note}"},
            {
                "type": "Sequence",
                "data": "${coach.entries}",
                "grow": 1,
                "shrink": 1,
                "width": "100%",
                "paddingTop": 16,
                "items": [row],
            },
        )
    ]
