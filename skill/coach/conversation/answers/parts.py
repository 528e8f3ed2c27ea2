"""One part of a practice: what of it an answer and its reprompt hold, and what is said at its end."""

from dataclasses import dataclass

from skill.coach.conversation.answers.ending import (
    ended,
    ended_in_silence,
    get_up,
    goodbye,
)
from skill.coach.conversation.scene import Scene
from skill.coach.practice.cues.cues import Cue, length
from skill.coach.practice.place import Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.packing import (
    Size,
    body_at,
    has_work,
    pack,
    part,
    size_of,
)
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import before_of

ENDING, RESTING = Size(seconds=20.0, characters=480), Size(seconds=7.0, characters=200)
"""The room that an answer keeps free for the words that end it, and the least that a rest takes."""

LAST_WORDS = Size(seconds=13.0, characters=400)
"""The same for a reprompt, which says less."""


def coming(scene: Scene, practice: Practice, place: Place) -> str:
    """How what begins at a place is announced: a stretch, its other side, or its next repetition."""
    name = scene.name_of(place.stretch)
    if place.phase is Phase.SWITCH and place.side is not None:
        return scene.say("coming_side", stretch=name, side=scene.words.side(place.side))
    if place.phase is Phase.SETTLE and place != practice.place_of(place.item):
        return scene.say(
            "coming_repetition", stretch=name, repetition=scene.words.ordinal(place.repetition)
        )
    return name


def packed(
    scene: Scene, practice: Practice, score: Score, place: Place, lead: tuple[Cue, ...], *, out: bool
) -> "Packed":
    """Where an answer's part ends, the answer up to there, and what comes after it.

    Whoever says nothing is to be coached on. Where a reprompt has room for no effort of what would come
    next, the answer takes as much of that as it can, if what is then left of it is short enough.
    """
    body = scene.state.body
    budget = scene.limits.answer.less(size_of(lead))

    def filled(*, fully: bool) -> Packed:
        cut = pack(score, place, body, budget.less(ENDING), out=out, fully=fully)
        if not practice.is_end(cut):
            # Most rests take fewer words than an end.
            further = pack(score, place, body, budget.less(RESTING), out=out, fully=fully)
            longer = up_to(further)
            if scene.limits.answer.covers(size_of(longer.answer + longer.after.prompt)):
                return longer
        return up_to(cut)

    def up_to(cut: Place) -> Packed:
        answer = lead + part(score, place, cut, body, out=out)
        done = len({*scene.counted_of(practice), *range(place.item, len(practice.items))})
        return Packed(cut, answer, _after(scene, practice, score, cut, size_of(answer), done))

    usual = filled(fully=False)
    if usual.after.goes_on or practice.is_end(usual.cut):
        return usual
    fullest = filled(fully=True)
    return fullest if fullest.after.goes_on or practice.is_end(fullest.cut) else usual


def waiting(
    scene: Scene, practice: Practice, score: Score, place: Place, lead: tuple[Cue, ...]
) -> "Packed":
    """An answer at a rest that coaches nothing: the next part is announced again, and begins later."""
    done = len({*scene.counted_of(practice), *range(place.item, len(practice.items))})
    return Packed(place, lead, _after(scene, practice, score, place, size_of(lead), done))


@dataclass(frozen=True)
class After:
    """What an answer says after its part of the coaching, and its reprompt."""

    prompt: tuple[Cue, ...]
    """The words that end the answer."""
    reprompt: tuple[Cue, ...]
    """What is spoken when nobody answers."""
    bridge: float = 0.0
    """Seconds of the words before the reprompt's part of the coaching."""
    end: Place | None = None
    """Where the reprompt's part of the coaching ends; None where the reprompt carries none."""
    goes_on: bool = False
    """Whether something is held or moved in the reprompt."""


@dataclass(frozen=True)
class Packed:
    """An answer's part of the coaching."""

    cut: Place
    """Where it ends."""
    answer: tuple[Cue, ...]
    """It, and what is said before it."""
    after: After


def _after(scene: Scene, practice: Practice, score: Score, cut: Place, answer: Size, done: int) -> After:
    """What comes after a part that ends at a place; so many stretches are done once all has been heard.

    Where a reprompt has no room for what comes next it asks for a word, and the session ends with it.
    """
    if practice.is_end(cut):
        told = ended(scene, practice, body_at(score, cut), done, answer.seconds)
        return After(told, scene.said(goodbye(scene)))
    body = body_at(score, cut)
    if score.is_stay(before_of(practice, cut)):
        closing = scene.say("stay_last_now" if scene.state.unkept else "stay_last")
        return After(scene.said(scene.say("stay_more")), scene.said(closing, get_up(scene, body)))
    prompt = scene.said(scene.say("rest", next=coming(scene, practice, cut)))
    if scene.limits.carries_on:
        return After(prompt, (), goes_on=True)
    bridge = scene.said(scene.say("on_we_go"))
    left = scene.limits.together.less(answer).less(size_of(prompt))
    budget = scene.limits.reprompt.within(left).less(LAST_WORDS).less(size_of(bridge))
    end = pack(score, cut, body, budget)
    coaching = part(score, cut, end, body)
    # Nobody is brought into position for a stretch only to be told that it comes later.
    if not budget.covers(size_of(coaching)) or not has_work(score, cut, end):
        resting = scene.said(_last_words(scene, practice, cut), get_up(scene, body))
        return After(resting, resting)
    if practice.is_end(end):
        last = ended_in_silence(scene, practice, body_at(score, end))
    else:
        up = get_up(scene, body_at(score, end))
        last = scene.said(_last_words(scene, practice, end), up)
    reprompt = bridge + coaching + last
    return After(prompt, reprompt, length(bridge), end, goes_on=True)


def _last_words(scene: Scene, practice: Practice, place: Place) -> str:
    """The words before a session ends at a rest; a place that may not be kept is not promised."""
    prompt = "rest_last_now" if scene.state.unkept else "rest_last"
    return scene.say(prompt, next=coming(scene, practice, place))
