"""The body in front: what a condition that was named means for each stretch, in this session.

The matrix is content (`content/care/`). A condition counts from the moment it is named to the end of the
session; of several, the strictest verdict counts.
"""

from collections.abc import Iterable
from dataclasses import replace

from skill.coach.conversation.care.how_long_ago import columns_after, is_past
from skill.coach.conversation.scene import FLOOR, Scene
from skill.coach.conversation.state.state import Counted
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Item, Practice
from skill.coach.practice.sides import in_the_same_turns
from skill.library.care import Care, Verdict
from skill.library.records import GENTLE, OURS, Level

TOO_MANY_WAYS = Care(Verdict.LEAVE_OUT, "", (OURS,), "")
"""The careful side where no way to do a stretch has all that is asked for."""

PASSED = {
    frozenset({"standing", "lying"}): frozenset({"kneeling"}),
    frozenset({"sitting", "lying"}): frozenset({"kneeling"}),
    frozenset({"bed", "lying"}): frozenset({"kneeling"}),
}
"""What a body passes on the way between two others, by the words of `moves`."""

REFUSED = (Verdict.LEAVE_OUT, Verdict.ASK_FIRST)
"""What is not coached unless it is asked for again by name."""


def counting(scene: Scene, *conditions: str, column: int = 0, months: float | None = None) -> Scene:
    """The scene in which conditions count.

    Args:
        scene: The conversation.
        *conditions: Their ids; an unknown one changes nothing.
        column: Which of its columns of the matrix each stands for: the first, its strictest one, or
            the last.
        months: How many months ago it was, or began: it decides on the column where it can, and what
            is past does not count. None where that was not said.
    """
    known = known_conditions(scene, *conditions)
    if not known:
        return scene
    standing = still_counting(scene, known, months)
    columns = {each: columns_after(scene.library.conditions[each], months) for each in standing}
    new = [Counted(each, of[column] if of else "") for each, of in columns.items()]
    others = tuple(each for each in scene.state.conditions if each.condition not in known)
    # What was asked for in spite of what counted before is to be asked for again.
    return scene.with_state(conditions=(*others, *new), refused=(), insisted=())


def known_conditions(scene: Scene, *named: str) -> tuple[str, ...]:
    """Those of some named conditions that the library knows, each once."""
    return tuple(dict.fromkeys(each for each in named if each in scene.library.conditions))


def still_counting(scene: Scene, known: Iterable[str], months: float | None) -> tuple[str, ...]:
    """Those of some conditions that are not past after so many months; all where that was not said."""
    conditions = scene.library.conditions
    return tuple(each for each in known if not is_past(conditions[each], months))


def care_for(scene: Scene, stretch: str, conditions: Iterable[Counted] | None = None) -> Care | None:
    """What the strictest of some conditions says about a stretch; None where none says anything.

    Where two of them ask for different ways, it is left out: no way is made for both.

    Args:
        scene: The conversation.
        stretch: The stretch's id.
        conditions: Those that are meant; None for all that count in this session.
    """
    counted = scene.state.conditions if conditions is None else conditions
    found = [care for each in counted if (care := _care(scene, each, stretch)) is not None]
    ways = {care.way for care in found if care.way} - {GENTLE}
    if len(ways) > 1:
        return max(*found, TOO_MANY_WAYS, key=lambda care: care.verdict.strictness)
    # Of several that ease it, one that asks for a way of its own.
    return max(found, key=lambda care: (care.verdict.strictness, care.way in ways), default=None)


def is_refused(scene: Scene, stretch: str) -> bool:
    """Whether a stretch is better left out by what was said in this session."""
    care = care_for(scene, stretch)
    return care is not None and care.verdict in REFUSED


def is_eased(scene: Scene, stretch: str) -> bool:
    """Whether a stretch is to be done in the easier way by what was said in this session."""
    care = care_for(scene, stretch)
    return care is not None and care.verdict is Verdict.EASE


def way_for(scene: Scene, stretch: str, way: str) -> str:
    """The way in which a stretch is done that would be done in this one, empty for the usual one.

    What a condition asks for by name comes first; where that is the gentle one, any easier way will do.
    """
    care = care_for(scene, stretch)
    asked = care.way if care is not None else ""
    return way if asked == GENTLE and way else asked or way


def as_eased(scene: Scene, item: Item) -> Item:
    """An item as it is done with what was said in this session: in the way that suits, and gently.

    A level that was chosen for this very stretch is kept, and so is a shorter hold.
    """
    way = way_for(scene, item.stretch, item.way)
    if way == item.way:
        return item
    if item.stretch in scene.liked.levels:
        return replace(item, way=way)
    dose = scene.library.stretches[item.stretch].doses[Level.GENTLE]
    times = 1 if dose.kind == "movement" else dose.repetitions.value
    gentle = replace(item, way=way, work=dose.work, repetitions=times, changes=())
    most = gentle.effort_seconds
    changes = tuple((start, min(length, most)) for start, length in item.changes)
    return in_the_same_turns(replace(gentle, changes=changes, turns=(), asked=False), item)


def is_insisted_on(scene: Scene, practice: Practice) -> bool:
    """Whether a practice is a stretch that was asked for again, after it was said why better not."""
    return practice.name in scene.state.insisted


def unsuited_from(scene: Scene, practice: Practice, number: int) -> tuple[str, ...]:
    """Ids of the stretches of a practice that are better left out, from an item on, each once."""
    ahead = (item.stretch for item in practice.items[number:])
    if is_insisted_on(scene, practice):
        return ()
    return tuple(dict.fromkeys(stretch for stretch in ahead if is_refused(scene, stretch)))


def is_for_bed(scene: Scene) -> bool:
    """Whether what is done on the floor is to be done in bed: not by a body that is down already."""
    there = scene.library.positions[scene.state.body].place == FLOOR
    conditions = (scene.library.conditions.get(each.condition) for each in scene.state.conditions)
    return not there and any(each is not None and each.in_bed for each in conditions)


def suited(scene: Scene, practice: Practice, place: Place) -> tuple[Practice, Place]:
    """A practice as it suits what was said in this session, and the place in it.

    What is eased is done in the way that suits; what is in progress keeps its seconds. Stretches ahead
    that are better left out are gone. What is done already keeps its number, since the totals count it
    by that. A stretch in progress that is better left out is over: the place is that of the next one.
    """
    if not scene.state.conditions or practice.is_end(place):
        return practice, place
    items = practice.items
    done = max(place.item, max(scene.counted_of(practice), default=-1))
    unsuited = unsuited_from(scene, practice, place.item)
    now = replace(items[place.item], way=as_eased(scene, items[place.item]).way)
    ahead = (as_eased(scene, item) for item in items[done + 1 :] if item.stretch not in unsuited)
    changed = (*items[: place.item], now, *items[place.item + 1 : done + 1], *ahead)
    in_bed = practice.in_bed or is_for_bed(scene)
    fitting = replace(practice, items=changed, in_bed=in_bed)
    while not fitting.is_end(place) and fitting.items[place.item].stretch in unsuited:
        place = fitting.place_of(place.item + 1)
    return fitting, place


def why(scene: Scene, care: Care) -> str:
    """The reason of a verdict, in words; empty for one that needs none."""
    return scene.words.language.care.get(care.column, {}).get(care.reason, "")


def with_it(scene: Scene, *conditions: str) -> str:
    """Conditions as a sentence names them: "with osteoporosis", "with a new hip and glaucoma"."""
    return scene.words.all_of(each_with_it(scene, conditions))


def each_with_it(scene: Scene, conditions: Iterable[str]) -> list[str]:
    """Conditions as a sentence names several: a first word that they share is said once.

    So is what several are called alike.
    """
    told: list[str] = []
    opening = ""
    for text in dict.fromkeys(scene.words.language.conditions[each].with_it for each in conditions):
        first, _, rest = text.partition(" ")
        told.append(rest if first == opening else text)
        opening = first
    return told


def _care(scene: Scene, counted: Counted, stretch: str) -> Care | None:
    condition = scene.library.conditions.get(counted.condition)
    if condition is None:
        return None
    if condition.avoids and _passes(scene, stretch) & set(condition.avoids):
        return Care(Verdict.LEAVE_OUT, "", (), "")
    return scene.library.care.get(counted.column, {}).get(stretch)


def _passes(scene: Scene, stretch: str) -> set[str]:
    """Every position, and its height, that a body is in for a stretch, on the way to it as well."""
    positions = scene.library.positions
    position = scene.library.position_of(stretch, in_bed=is_for_bed(scene))
    there = {position, *filter(None, (scene.library.stretches[stretch].ends_in,))}
    heights = {positions[each].height for each in there}
    ends = frozenset({positions[scene.state.body].height, positions[position].height})
    return there | heights | PASSED.get(ends, frozenset())
