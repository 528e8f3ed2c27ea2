"""The transition table as text for the documentation: a diagram, and every row."""

from collections import defaultdict

from skill.coach.machine import TABLE
from skill.coach.state import Mode


def mermaid() -> str:
    """The modes and the wishes that lead from one to another, as a Mermaid state diagram."""
    wishes: dict[tuple[Mode, Mode], set[str]] = defaultdict(set)
    for mode, rows in TABLE.items():
        for row in rows.values():
            for target in row.leads_to - {mode}:
                wishes[mode, target].add(row.wish)
    lines = ["stateDiagram-v2", "    [*] --> idle"]
    for (mode, target), labels in sorted(wishes.items()):
        lines.append(f"    {mode} --> {target}: {', '.join(sorted(labels))}")
    return "\n".join(lines)


def table() -> str:
    """What every event does in every mode, as a Markdown table; a dash where it is illegal."""
    events = sorted({event.__name__ for rows in TABLE.values() for event in rows})
    lines = ["| event | " + " | ".join(Mode) + " |", "|---" * (len(Mode) + 1) + "|"]
    for name in events:
        cells = []
        for mode in Mode:
            row = next((row for e, row in TABLE[mode].items() if e.__name__ == name), None)
            cells.append(f"`{row.action.__name__}`" if row is not None else "-")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
