"""Screens that go with the answer's clock, a mark or a page at a time, and those that are still."""

from skill.screen import parts
from skill.screen.parts import Part, box, send

AWAKE = 10_000
"""Milliseconds after the last word for which the screen does not go out."""

TICK = 100
"""Milliseconds between two looks at the clock; a later one catches up."""

FULL: Part = {"width": "100vw", "height": "100vh"}


def running(on_round: list[Part], elsewhere: list[Part], when: str) -> Part:
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


def paged(items: list[Part], when: str) -> Part:
    """A still screen whose words change as they are said: `p` is the page it is at, the `i`-th."""
    screen = still(items, when)
    screen["bind"] += [
        {"name": "i", "type": "number", "value": 0},
        {"name": "pages", "value": f"{parts.ROUND[:-1]} ? coach.round : coach.pages}}"},
        {"name": "p", "value": "${pages[i]}"},
    ]
    due = "i < pages.length - 1 && elapsedTime >= pages[i + 1].a"
    turn: Part = {"minimumDelay": TICK, "when": f"${{{due}}}", "commands": [_set("i", "${i + 1}")]}
    return screen | {"onMount": [_awake()], "handleTick": [turn]}


def still(items: list[Part], when: str) -> Part:
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


def _awake() -> Part:
    """The command that keeps the screen on while the answer lasts, and a little longer."""
    return {
        "type": "Idle",
        "delay": f"${{coach.over + {AWAKE}}}",
        "screenLock": True,
        "sequencer": "awake",
    }


def _set(name: str, value: str | int) -> Part:
    return {"type": "SetValue", "property": name, "value": value}
