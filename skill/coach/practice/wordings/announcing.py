"""How a stretch is announced: its name, and what is going to be done.

Whoever knows a stretch hears the same in half the words.
"""

from skill.coach.practice.practice import Item, Practice
from skill.library.records import Breaths, Movement
from skill.words import Words


def announcement(words: Words, practice: Practice, number: int) -> str:
    """The name of an item, given by its number from 0, and whether it is the first or the last."""
    name = words.stretch(practice.items[number].stretch).name
    if not practice.is_routine:
        return words.say("announce_only", stretch=name)
    if number == 0:
        return words.say("announce_first", practice.day, stretch=name)
    if number == len(practice.items) - 1:
        return words.say("announce_last", practice.day, stretch=name)
    return words.say("announce_next", number + practice.day, stretch=name)


def dose(words: Words, item: Item, turn: int) -> str:
    """What is going to be done, and the side where it is only one: which one begins, the way in says.

    Args:
        words: The language.
        item: The stretch.
        turn: Which of the wordings.
    """
    told, side = dose_in_words(words, item), item.only_side
    return told if side is None else f"{told} {words.say('side_only', turn, side=words.side(side))}"


def dose_in_words(words: Words, item: Item) -> str:
    """What is going to be done: seconds, sides, repetitions."""
    sided = bool(item.efforts[0].side) and item.only_side is None
    short = "_short" if item.brief else ""
    match item.work:
        case Movement(repetitions, _):
            key = "dose_movement_each" if sided else "dose_movement"
            return words.say(key + short, times=repetitions)
        case Breaths(_, each):
            breaths = round(item.efforts[0].seconds / each)
            key = "dose_breaths" if breaths > 1 else "dose_breath"
            return words.say(key + short, breaths=breaths, times=item.repetitions)
        case _:
            key = "dose_hold_each" if sided else "dose_hold"
            once = "_once" if item.repetitions == 1 else ""
            seconds = item.efforts[0].seconds
            return words.say(key + once + short, seconds=seconds, times=item.repetitions)
