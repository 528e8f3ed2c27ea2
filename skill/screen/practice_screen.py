"""What a screen is sent while somebody is coached: the answer's timeline as the document's data.

Short keys, since they are sent with every answer; `skill/screen/document.py` reads them:
a stage has `a` (from when on, in milliseconds), `k` (1 for a hold, 2 for a movement, else 0), `b` and
`w` (when the hold began and how long it is), `t` (what stands in the ring), `u` (under it), `x` (what
comes next) and `h`, its head, which has `n` (the stretch) and `p` (which of how many); a mark has `a`,
`s` (its stage), `f` (its frame, or -1), `t` (the words) and `l` (1 where they are long); a frame has `l`
(the limb) and `e` (the side) beside what draws it.
"""

from collections.abc import Sequence
from typing import Any

from skill.coach.conversation.reply import Reply
from skill.coach.conversation.state.state import Running
from skill.coach.practice.place import WORK_PHASES, Phase, Side
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.library.records import Movement
from skill.screen.captions import Captions
from skill.screen.sheet import Drawer, Sheet, Wanted
from skill.screen.timeline import REST, Mark, ScreenStage, ScreenTimeline, timeline_of
from skill.words import Words

Row = dict[str, Any]

MARGIN = 4.0
"""Seconds from the end of the listening after an answer to the moment at which the screen asks for the
next one by itself: nobody is interrupted, and the session, half a minute long, is still there."""

BUTTONS = ("pause", "again", "easier", "next")

MOST_BYTES = 12_500
"""Of figures and marks in one answer, so that the whole of it stays under 40 kB: the document has 15 of
them, speech and session have up to 9. The more is said, the fewer frames on the way are shown."""
MARK_BYTES = len('{"a":123456,"s":12,"f":12,"t":""},')
"""Of a mark beside its words."""

LONG = 80
"""Characters from which on a sentence is written smaller, or by itself."""


def practice_data(
    reply: Reply,
    running: Running,
    words: Words,
    drawer: Drawer,
    *,
    carries_on: bool,
) -> Row:
    """The data of an answer that coaches.

    Args:
        reply: The answer.
        running: The practice, with the answer as it was sent.
        words: The language.
        drawer: Knows the figures.
        carries_on: Whether the screen asks for the next part when the answer is over.
    """
    timeline = timeline_of(reply, running, lambda item: drawer.way_of(running.practice.items[item]))
    captions = Captions(words, running.practice)
    sheet = _sheet(timeline, drawer)
    heads: dict[tuple[str, str], int] = {}
    told = [
        heads.setdefault((captions.name(stage.place), captions.number(stage.place)), len(heads))
        for stage in timeline.stages
    ]
    goes_on = carries_on and not running.practice.is_end(running.sent.cut)
    return {
        "kind": "practice",
        "stages": [
            _stage(stage, running, captions) | {"h": head}
            for stage, head in zip(timeline.stages, told, strict=True)
        ],
        "heads": [{"n": name, "p": number} for name, number in heads],
        "marks": _marks(timeline, sheet),
        "paths": sheet.paths,
        "looks": sheet.looks,
        "frames": [
            frame | {"l": captions.limb(shot), "e": str(shot.side or "")}
            for shot, frame in zip(sheet.shots, sheet.frames, strict=True)
        ],
        "buttons": [{"id": key, "label": captions.of(key)} for key in BUTTONS],
        "letters": letters(words),
        "over": milliseconds(timeline.over),
        "done": milliseconds(timeline.over + LISTENING_GAP + MARGIN) if goes_on else 0,
    }


def letters(words: Words) -> Row:
    """The letter of each side, as it lies on the mat."""
    return {str(side): words.side(side)[0].upper() for side in Side}


def milliseconds(seconds: float) -> int:
    """Seconds as the document counts them."""
    return round(seconds * 1000)


def _sheet(timeline: ScreenTimeline, drawer: Drawer) -> Sheet:
    shown = [
        (timeline.stages[mark.stage].kind, mark.shot) for mark in timeline.marks if mark.shot is not None
    ]
    held = [shot for kind, shot in shown if kind in WORK_PHASES]
    coming = [shot for kind, shot in shown if kind == REST]
    seen = {(shot.stretch, shot.side) for shot in (*held, *coming)}
    for _, shot in shown:  # of what is only got into, one frame
        if (shot.stretch, shot.side) not in seen:
            seen.add((shot.stretch, shot.side))
            coming.append(shot)
    wanted = Wanted([shot for _, shot in shown], held, coming)
    return drawer.sheet(wanted, room_beside(timeline.marks))


def room_beside(marks: Sequence[Mark]) -> int:
    """Bytes that there are for the figures of an answer whose screen has these marks."""
    return MOST_BYTES - sum([MARK_BYTES + len(mark.words) for mark in marks])


def _stage(stage: ScreenStage, running: Running, captions: Captions) -> Row:
    place = stage.place
    row: Row = {"a": milliseconds(stage.at), "k": 0, "t": captions.of(stage.kind)}
    if stage.kind in WORK_PHASES:
        row |= {"b": milliseconds(stage.begins), "w": milliseconds(stage.whole)}
        row |= {"k": 1, "u": captions.of("seconds")}
    if stage.kind is Phase.MOVE:
        item = running.practice.items[place.item]
        counts = isinstance(item.work, Movement)
        rounds = captions.of("of_rounds", rounds=item.rounds)
        row |= {"k": 2, "t": str(place.repetition), "u": rounds if counts else ""}
    following = captions.next(stage.kind, place)
    return row | ({"x": following} if following else {})


def _marks(timeline: ScreenTimeline, sheet: Sheet) -> list[Row]:
    rows: list[Row] = []
    for mark in timeline.marks:
        frame = sheet.numbers.get(mark.shot, -1) if mark.shot is not None else -1
        row = {"a": milliseconds(mark.at), "s": mark.stage, "f": frame, "t": mark.words}
        rows.append(row | ({"l": 1} if len(mark.words) > LONG else {}))
    return rows
