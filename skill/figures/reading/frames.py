"""`[frames.<name>]` → frames: each says what it has of its own, and whose it is otherwise `like`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from skill.figures.body.joints import OF_LEG
from skill.figures.reading.spots import direction, parsed_spot, spot, unreachable
from skill.figures.records import (
    SIDES,
    STRAIGHT,
    Arrow,
    Base,
    Bend,
    Frame,
    Glow,
    Limbs,
    Spot,
)
from skill.figures.vectors import Vec
from skill.library.reading import Table

FREE = tuple(f"{side}.{end}" for side in SIDES for end in ("foot", "hand"))
GLOW = 8.0
"""The usual radius of a glow, in centimetres."""
MOST_PLACES = 6
"""Of an arrow: with so many it can go round a leg."""
DIRECTIONS = ("toes", "knee", "elbow", "fingers")


@dataclass
class _Draft:
    """What is known of a frame so far."""

    body: Base | None = None
    hips: Vec | None = None
    bends: dict[str, Bend] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    """By the limb's side and key, such as `side.foot`."""
    ways: dict[str, Vec] = field(default_factory=dict)
    free: frozenset[str] = frozenset()


def read_frames(table: Table) -> dict[str, Frame]:
    """The frames by their names; those with a problem are left out, and the problem is noted."""
    drafts: dict[str, _Draft] = {}
    frames = {}
    for name, row in table.tables():
        draft = _read(row, drafts)
        drafts[name] = draft
        glows, arrows = tuple(_glows(row)), tuple(_arrows(row))
        frame = _frame(row, draft)
        row.close()
        if frame is not None:
            frames[name] = replace(frame, glows=glows, arrows=arrows)
    return frames


def _read(row: Table, drafts: Mapping[str, _Draft]) -> _Draft:
    like = row.text("like", optional=True)
    if like and like not in drafts:
        row.note(
            "like", f"{like!r} is no frame above this one: {', '.join(drafts) or 'this is the first'}"
        )
    model = drafts.get(like, _Draft())
    draft = _Draft(
        model.body, model.hips, dict(model.bends), dict(model.spots), dict(model.ways), model.free
    )
    if "body" in row.names() or not like:
        draft.body = row.choice("body", Base)
    draft.hips = _hips(row) or draft.hips
    for key in ("pelvis", "spine", "head"):
        if key in row.names():
            draft.bends[key] = _bend(row.table(key))
    if "free" in row.names():
        draft.free = frozenset(row.texts("free", optional=True))
        for name in draft.free.difference(FREE):
            row.note("free", f"{name!r} is none of {', '.join(FREE)}")
    for who in ("both", *SIDES):
        if who in row.names():
            _read_limbs(row.table(who), who, draft)
    return draft


def _read_limbs(table: Table, who: str, draft: _Draft) -> None:
    for limb in SIDES if who == "both" else (who,):
        for key in ("foot", "hand"):
            place = spot(table, key, limb=limb, both=who == "both")
            if place is None:
                continue
            wrong = unreachable(place.joint, of_foot=key == "foot", limb=limb)
            if wrong:
                table.note(key, wrong)
            draft.spots[f"{limb}.{key}"] = place
        for key in DIRECTIONS:
            way = direction(table, key, 1.0 if limb == "side" else -1.0)
            if way is not None:
                draft.ways[f"{limb}.{key}"] = way
    table.close()


def _hips(row: Table) -> Vec | None:
    place = spot(row, "hips")
    if place is not None and place.joint:
        row.note("hips", "must be [ahead, sideways, up] in centimetres")
        return None
    return place.offset if place is not None else None


def _bend(table: Table) -> Bend:
    bend = Bend(*(table.within(key, -180, 180, 0) for key in ("turn", "bend", "lean")))
    table.close()
    return bend


def _frame(row: Table, draft: _Draft) -> Frame | None:
    missing = [key for key in FREE if key not in draft.spots]
    for key in missing:
        joint = "ankle" if key.endswith("foot") else "wrist"
        row.note(key, f"is missing: say where the {joint} is, or whose frame this one is `like`")
    if draft.hips is None and "hips" not in row.names():
        row.note("hips", "is missing: [ahead, sideways, up] in centimetres")
    rests = [side for side in SIDES if _rests_across(draft, side)]
    if len(rests) == 2:
        row.note("side.foot", "rests on the other leg, and the other foot on this one: one has to wait")
    if missing or draft.hips is None or draft.body is None or len(rests) == 2:
        return None
    return Frame(
        draft.body,
        draft.hips,
        {side: _limbs(draft, side) for side in SIDES},
        pelvis=draft.bends.get("pelvis", STRAIGHT),
        spine=draft.bends.get("spine", STRAIGHT),
        head=draft.bends.get("head", STRAIGHT),
        free=draft.free,
    )


def _rests_across(draft: _Draft, side: str) -> bool:
    place = draft.spots.get(f"{side}.foot")
    across = SIDES[1 - SIDES.index(side)]
    return place is not None and place.joint in OF_LEG and place.joint.startswith(across)


def _limbs(draft: _Draft, side: str) -> Limbs:
    ways = {key: draft.ways.get(f"{side}.{key}") for key in DIRECTIONS}
    return Limbs(draft.spots[f"{side}.foot"], draft.spots[f"{side}.hand"], **ways)


def _glows(row: Table) -> list[Glow]:
    glows = []
    for glow in row.rows("feel") if "feel" in row.names() else ():
        at = spot(glow, "at")
        radius = glow.within("size", 3, 30, GLOW)
        if at is not None:
            glows.append(Glow(at, radius))
        elif "at" not in glow.names():
            glow.note("at", "is missing: where it is felt")
    return glows


def _arrows(row: Table) -> list[Arrow]:
    arrows = []
    for points in row.items("arrows", optional=True):
        parsed = [parsed_spot(each) for each in points] if isinstance(points, list) else []
        wrong = [each for each in parsed if isinstance(each, str)]
        if wrong or not 2 <= len(parsed) <= MOST_PLACES:
            many = f"each must be a list of 2 to {MOST_PLACES} places"
            row.note("arrows", wrong[0] if wrong else many)
            continue
        arrows.append(Arrow(tuple(each for each in parsed if isinstance(each, Spot))))
    return arrows
