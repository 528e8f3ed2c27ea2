"""The conversation's table as text for the documentation: small diagrams, and every row."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from skill.coach.conversation.rows import Row, Rows
from skill.coach.conversation.state.questions import KINDS, Question
from skill.coach.conversation.state.state import Course
from skill.coach.machine import ANSWERS, ASKED, EVERYWHERE, PRACTICE

BACK = "what it was"
"""Where an answer leads that neither starts nor ends a practice and asks nothing."""


def practice() -> str:
    """How the practice starts, waits and ends, as a Mermaid state diagram."""
    wishes: dict[tuple[Course, Course], set[str]] = defaultdict(set)
    for course in Course:
        for row in chain(PRACTICE[course].values(), EVERYWHERE.values()):
            for target in row.leads_to - {course}:
                wishes[course, target].add(row.wish)
    answered = [row.wish for rows in (ASKED, *ANSWERS.values()) for row in rows.values() if row.goes_on]
    wishes[Course.WAITING, Course.RUNNING].update(answered)
    wishes[Course.RUNNING, Course.WAITING].add("anything that makes the coach ask")
    wishes[Course.RUNNING, Course.NONE].add("its end is heard")
    lines = ["stateDiagram-v2", "    [*] --> none"]
    for (course, target), labels in sorted(wishes.items()):
        lines.append(f"    {course} --> {target}: {', '.join(sorted(labels))}")
    return "\n".join(lines)


def questions() -> Iterator[tuple[str, str, str]]:
    """Each kind of question: its name, what it asks, and its answers as a Mermaid flow chart."""
    for name, kind in KINDS.items():
        arrows: dict[str, set[str]] = defaultdict(set)
        for event, row in ANSWERS[kind].items():
            for target in _targets(kind, row):
                arrows[target].add(event.__name__)
        lines = ["flowchart LR"]
        for target, events in sorted(arrows.items()):
            lines.append(
                f"    {name} -- {', '.join(sorted(events))} --> {target.replace(' ', '_')}[{target}]"
            )
        yield name, str(kind.__doc__), "\n".join(lines)


def _targets(kind: type[Question], row: Row) -> Iterator[str]:
    yield from (f"practice {course}" for course in row.leads_to)
    yield from (asked.__name__ for asked in row.asks if asked is not kind)
    if row.becomes:
        yield "the wish with its stretch"
    if row.goes_on:
        yield "what waited goes on"
    elif row.stays and not row.becomes:
        yield BACK


def tables() -> Iterator[tuple[str, str]]:
    """What every event does, by the question that stands or the practice, as Markdown tables."""
    for name, kind in KINDS.items():
        yield f"Asked: {name}", _table(ANSWERS[kind])
    yield "Asked: any question", _table(ASKED)
    for course in Course:
        yield f"Practice: {course}", _table(PRACTICE[course])
    yield "At any time", _table(EVERYWHERE)


def _table(rows: Rows) -> str:
    lines = ["| event | what is done |", "|---|---|"]
    lines += sorted(f"| {event.__name__} | `{row.action.__name__}` |" for event, row in rows.items())
    return "\n".join(lines)
