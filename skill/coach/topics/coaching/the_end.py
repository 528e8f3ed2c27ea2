"""What a change on the way does to the end of a practice, in a few words."""

from skill.coach.conversation.answers.running_time import heard_seconds
from skill.coach.conversation.coming_back.aside import LONG_ASIDE
from skill.coach.conversation.personal_practice import minutes_of
from skill.coach.conversation.scene import Scene
from skill.words.numbers import roughly

WORTH_TELLING = 10.0
"""Seconds by which the end has to move to be told of it: less may be a rest that falls elsewhere."""

A_MINUTE = 60.0


def with_the_end(before: Scene, after: Scene, told: str) -> str:
    """What is said of a change, and what it does to the end, where there is room for that.

    Nobody is let out of a stretch for it.
    """
    both = f"{told} {_the_end_now(before, after)}".strip()
    return told if after.words.seconds(both) > LONG_ASIDE else both


def _the_end_now(before: Scene, after: Scene) -> str:
    """How long the practice is now, or how much longer; empty where its end stays where it is."""
    if not before.is_practising:
        return ""
    more = _left(after) - _left(before)
    if abs(more) < WORTH_TELLING:
        return ""
    if before.practice.is_routine:
        start = before.with_state(body=before.practice.body)
        whole = heard_seconds(start, before.practice, before.practice.place_of(0))
        minutes = minutes_of(whole + more)
        if minutes != minutes_of(whole):
            return after.say("makes_it", minutes=minutes)
    seconds = abs(more)
    rounded = roughly(seconds) if seconds < A_MINUTE * 2 else A_MINUTE * round(seconds / A_MINUTE)
    return after.say("that_much_longer" if more > 0 else "that_much_shorter", time=rounded)


def _left(scene: Scene) -> float:
    return heard_seconds(scene, scene.practice, scene.place, out=scene.out or scene.resting)
