"""Sides as they are wished for: which side a word means, and a stretch with its sides in other turns.

Functions of a stretch in progress take the number of the effort in progress, from 0; for a stretch that
is over, how many efforts it has.
"""

from dataclasses import replace

from skill.coach.practice.place import Side
from skill.coach.practice.practice import Effort, Item
from skill.library.records import Movement, Sides

OTHER, THIS, BAD, GOOD = "other", "this", "bad", "good"
BOTH, WRONG = "both", "wrong"
"""The ids of the `SIDE` slot type that name no side: the one not in progress and the one in progress;
the one that gives trouble, which only the person knows, and the one that does not; both; and the one
that was done by mistake."""

NOTHING_OWED, SHARE_OWED = 5.0, 0.2
"""How much of a hold may be left for the side to have had its time: at most these seconds, and this
share of it."""


def side_meant(word: str, now: Side, bad: Side | None = None) -> Side | None:
    """The side that an id of the `SIDE` slot type means; None for both, and where nobody knows.

    Args:
        word: The id.
        now: The side in progress.
        bad: The side that gives trouble, as far as it was said.
    """
    if word in set(Side):
        return Side(word)
    good = bad.other if bad is not None else None
    return {OTHER: now.other, WRONG: now.other, THIS: now, BAD: bad, GOOD: good}.get(word)


def has_sides(item: Item) -> bool:
    """Whether a stretch is done on sides, so that they can be chosen."""
    return item.sides is not Sides.NONE


def as_wished(item: Item, first: Side | None, only: Side | None) -> Item:
    """A stretch that begins with a side, or has only one; as it is where it has no sides to choose."""
    if not has_sides(item):
        return item
    if only is not None:
        kept = tuple(effort for effort in item.efforts if effort.side is only)
        return replace(item, turns=kept or _afresh(item, only))
    return replace(item, turns=_in_turn(item, item.efforts, first)) if first is not None else item


def in_the_same_turns(item: Item, old: Item) -> Item:
    """A stretch at another dose, with the sides that were wished for it before."""
    if not old.turns or not has_sides(item):
        return item
    return as_wished(item, old.turns[0].side, old.only_side)


def comes_yet(item: Item, number: int, side: Side) -> bool:
    """Whether a side has still something to be done after an effort."""
    return any(effort.side is side for effort in item.efforts[number + 1 :])


def at_dose(old: Item, number: int, new: Item) -> Item:
    """A stretch in progress at another dose, with the turns that its sides have: none is added."""
    if not old.turns:
        return new
    turns = (
        effort if place < number else replace(effort, seconds=new.effort_seconds)
        for place, effort in enumerate(old.turns)
        if place <= number or effort.repetition <= new.rounds
    )
    return replace(new, turns=tuple(turns))


def repeated(old: Item, number: int, new: Item) -> Item:
    """A stretch in progress with another number of repetitions; its sides keep their turns."""
    if not old.turns:
        return new
    done = old.turns[: number + 1]
    usual = in_the_same_turns(replace(new, turns=()), old).efforts
    kept = [e for e in old.turns[number + 1 :] if e.repetition <= new.rounds]
    more = [e for e in usual if e.repetition > max(each.repetition for each in old.turns)]
    return replace(new, turns=(*done, *kept, *more))


def without_side(item: Item, number: int, side: Side, *, begun: bool) -> Item:
    """A stretch without what is still to come of a side; what is begun or done stays."""
    done = number + 1 if begun else number
    rest = (effort for effort in item.efforts[done:] if effort.side is not side)
    return replace(item, turns=(*item.efforts[:done], *rest))


def turned_to(
    item: Item, number: int, side: Side, owed: float, *, again: bool = False
) -> tuple[Item, int]:
    """A stretch in which a side comes next, and the number of its first effort.

    It is what is next to come of that side; where nothing is, or if `again`, what was done last of it;
    where it was left out, it is taken back in. What is in progress has its rest after that.

    Args:
        item: The stretch.
        number: The effort in progress.
        side: The side that comes next.
        owed: Seconds that the effort in progress has still to come.
        again: Whether to repeat what was done.
    """
    before, here = item.efforts[:number], item.efforts[number : number + 1]
    rest = item.efforts[number + 1 :]
    coming = _next_of(item, rest, side)
    done = _next_of(item, before[::-1], side)[::-1]
    pulled = (done or coming) if again else (coming or done)
    pulled = pulled or _next_of(item, _afresh(item, side), side)
    kept = tuple(replace(effort, seconds=item.whole_breaths(owed)) for effort in here if owed)
    left = (effort for effort in before if effort not in pulled)
    after = (effort for effort in rest if effort not in pulled)
    turns = (*left, *pulled, *kept, *after)
    return replace(item, turns=turns), turns.index(pulled[0])


def once_more(item: Item, number: int) -> Item:
    """A stretch whose hold in progress comes once more on its side, before anything else comes."""
    here = item.efforts[number]
    more = replace(here, repetition=here.repetition + 1, seconds=item.effort_seconds)
    later = tuple(
        replace(effort, repetition=effort.repetition + 1) if effort.side is here.side else effort
        for effort in item.efforts[number + 1 :]
    )
    turns = (*item.efforts[: number + 1], more, *later)
    rounds = max(effort.repetition for effort in turns)
    return replace(item, turns=turns).with_rounds(rounds)


def with_side(item: Item, number: int, side: Side) -> Item:
    """A stretch with a side taken back in, after each effort of the other that is not over."""
    done, rest = item.efforts[:number], item.efforts[number:]
    if _alternates(item):
        both = (each for e in rest for each in (e, replace(e, side=side)))
        return replace(item, turns=(*done, *both))
    return replace(item, turns=(*item.efforts, *_afresh(item, side)))


def round_again(item: Item, number: int) -> tuple[Item, int]:
    """A stretch with both sides of a repetition once more, all of them for a movement; and where."""
    last = item.efforts[min(number, len(item.efforts) - 1)].repetition
    again = [e for e in item.efforts if e.repetition == last or not _alternates(item)]
    sides = {effort.side for effort in again}
    missing = (effort for side in Side if side not in sides for effort in _afresh(item, side))
    again += [e for e in missing if e.repetition == last or not _alternates(item)]
    pulled = _in_turn(item, tuple(again), again[0].side)
    before = tuple(effort for effort in item.efforts[:number] if effort not in pulled)
    after = tuple(effort for effort in item.efforts[number:] if effort not in pulled)
    return replace(item, turns=(*before, *pulled, *after)), len(before)


def owed_of(item: Item, number: int, held: float) -> float:
    """Seconds of an effort that its side has still to come; 0 where next to nothing is left.

    A repetition of a movement that was broken off is owed whole.
    """
    seconds = item.efforts[number].seconds
    if isinstance(item.work, Movement):
        return seconds
    left = seconds - held
    return 0.0 if left < min(NOTHING_OWED, SHARE_OWED * seconds) else left


def _alternates(item: Item) -> bool:
    """Whether the sides change after every repetition."""
    return item.sides is Sides.IN_TURN or not isinstance(item.work, Movement)


def _next_of(item: Item, efforts: tuple[Effort, ...], side: Side) -> tuple[Effort, ...]:
    """What is done of a side before the other comes: one hold, or all repetitions of a movement."""
    found = tuple(effort for effort in efforts if effort.side is side)
    return found[:1] if _alternates(item) else found


def _afresh(item: Item, side: Side) -> tuple[Effort, ...]:
    """All that a side would have, where it was left out."""
    usual = replace(item, turns=()).efforts
    return tuple(effort for effort in usual if effort.side is side)


def _in_turn(item: Item, efforts: tuple[Effort, ...], first: Side | None) -> tuple[Effort, ...]:
    """Efforts in their usual order, but with a side first."""
    if _alternates(item):
        return tuple(sorted(efforts, key=lambda e: (e.repetition, e.side is not first)))
    return tuple(sorted(efforts, key=lambda e: (e.side is not first, e.repetition)))
