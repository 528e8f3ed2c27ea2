"""One part of a practice: what of it an answer and its reprompt hold, and what is said at its end."""

from dataclasses import dataclass
from functools import cache

from skill.coach.conversation.answers.ending import (
    ended,
    ended_in_silence,
    get_up_between,
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
    size_of_part,
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
    """An answer with as much of the coaching as it can hold, and what comes after it.

    Whoever says nothing is to be coached on. Where a reprompt has room for no effort of what would come
    next, the answer takes as much of that as it can, if what is then left of it is short enough.
    """
    filled = filled_from(scene, practice, score, place, size_of(lead), out=out)
    answer = lead + part(score, place, filled.cut, scene.state.body, out=out)
    return Packed(filled.cut, answer, _after(scene, practice, score, filled))


def waiting(
    scene: Scene, practice: Practice, score: Score, place: Place, lead: tuple[Cue, ...]
) -> "Packed":
    """An answer at a rest that coaches nothing: the next part is announced again, and begins later."""
    done = _done_by(scene, practice, place)
    filled = _filled_to(scene, practice, score, place, size_of(lead), done)
    return Packed(place, lead, _after(scene, practice, score, filled))


@dataclass(frozen=True)
class Filled:
    """How far an answer goes and its reprompt, as yet without the cues of either."""

    cut: Place
    """Where the answer ends."""
    size: Size
    """How much it takes, without the words that end it."""
    prompt: tuple[Cue, ...]
    """The words that end it."""
    bridge: tuple[Cue, ...] = ()
    """The words before the reprompt's part of the coaching."""
    end: Place | None = None
    """Where that part ends; None where the reprompt carries none."""
    goes_on: bool = False
    """Whether something is held or moved in the reprompt."""


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


@dataclass(frozen=True)
class Packed:
    """An answer's part of the coaching."""

    cut: Place
    """Where it ends."""
    answer: tuple[Cue, ...]
    """It, and what is said before it."""
    after: After


def filled_from(
    scene: Scene, practice: Practice, score: Score, place: Place, lead: Size, *, out: bool
) -> Filled:
    """How far an answer that begins at a place goes, beside a lead of some size: as `packed` has it.

    Several ends are tried for one answer, and many answers to tell how long all of it takes: sizes are
    enough for that, and take a fraction of the time that cues would.
    """
    body, done = scene.state.body, _done_by(scene, practice, place)
    budget = scene.limits.answer.less(lead)

    def filled(*, fully: bool) -> Filled:
        # Most rests take fewer words than an end; beside those of an end it may not be one yet.
        further = pack(score, place, body, budget.less(RESTING), out=out, fully=fully)
        if practice.is_end(further) and practice.is_end(cut := beside_an_end(fully=fully)):
            return up_to(cut)
        longer = up_to(further)
        if scene.limits.answer.covers(longer.size + size_of(longer.prompt)):
            return longer
        return up_to(beside_an_end(fully=fully))

    def beside_an_end(*, fully: bool) -> Place:
        return pack(score, place, body, budget.less(ENDING), out=out, fully=fully)

    @cache
    def up_to(cut: Place) -> Filled:
        size = lead + size_of_part(score, place, cut, body, out=out)
        return _filled_to(scene, practice, score, cut, size, done)

    usual = filled(fully=False)
    if usual.goes_on or practice.is_end(usual.cut):
        return usual
    fullest = filled(fully=True)
    return fullest if fullest.goes_on or practice.is_end(fullest.cut) else usual


def _done_by(scene: Scene, practice: Practice, place: Place) -> int:
    """How many stretches are done once everything from a place on has been heard."""
    return len({*scene.counted_of(practice), *range(place.item, len(practice.items))})


def _filled_to(
    scene: Scene, practice: Practice, score: Score, cut: Place, size: Size, done: int
) -> Filled:
    """An answer of some size that ends at a place; so many stretches are done once all is heard."""
    if practice.is_end(cut):
        return Filled(cut, size, ended(scene, practice, body_at(score, cut), done, size.seconds))
    body = body_at(score, cut)
    if _is_after_stay(practice, score, cut):
        return Filled(cut, size, scene.said(scene.say("stay_more")))
    prompt = scene.said(scene.say("rest", next=coming(scene, practice, cut)))
    if scene.limits.carries_on:
        return Filled(cut, size, prompt, goes_on=True)
    bridge = scene.said(scene.say("on_we_go"))
    left = scene.limits.together.less(size).less(size_of(prompt))
    budget = scene.limits.reprompt.within(left).less(LAST_WORDS).less(size_of(bridge))
    end = pack(score, cut, body, budget)
    # Nobody is brought into position for a stretch only to be told that it comes later.
    if not budget.covers(size_of_part(score, cut, end, body)) or not has_work(score, cut, end):
        return Filled(
            cut, size, scene.said(_last_words(scene, practice, cut), get_up_between(scene, body))
        )
    return Filled(cut, size, prompt, bridge, end, goes_on=True)


def _after(scene: Scene, practice: Practice, score: Score, filled: Filled) -> After:
    """What comes after a part of the coaching.

    Where a reprompt has no room for what comes next it asks for a word, and the session ends with it.
    """
    cut, prompt, end = filled.cut, filled.prompt, filled.end
    if practice.is_end(cut):
        return After(prompt, scene.said(goodbye(scene)))
    body = body_at(score, cut)
    if _is_after_stay(practice, score, cut):
        closing = scene.say("stay_last_now" if scene.state.unkept else "stay_last")
        return After(prompt, scene.said(closing, get_up_between(scene, body)))
    if not filled.goes_on:
        return After(prompt, prompt)
    if end is None:
        return After(prompt, ())
    if practice.is_end(end):
        last = ended_in_silence(scene, practice, body_at(score, end))
    else:
        up = get_up_between(scene, body_at(score, end))
        last = scene.said(_last_words(scene, practice, end), up)
    reprompt = filled.bridge + part(score, cut, end, body) + last
    return After(prompt, reprompt, length(filled.bridge), end)


def _is_after_stay(practice: Practice, score: Score, cut: Place) -> bool:
    return score.is_stay(before_of(practice, cut))


def _last_words(scene: Scene, practice: Practice, place: Place) -> str:
    """The words before a session ends at a rest; a place that may not be kept is not promised."""
    prompt = "rest_last_now" if scene.state.unkept else "rest_last"
    return scene.say(prompt, next=coming(scene, practice, place))
