"""Where a person is in their practice, and how much of it is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from skill.coach.conversation.answers.ending import begun
from skill.coach.conversation.answers.running_time import heard_seconds
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.coming_back.recap import recap
from skill.coach.conversation.events import Ahead, AskWhere, Event
from skill.coach.conversation.personal_practice import KNEELING, LYING, is_done_at, minutes_of
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.practice.place import WORK_PHASES, Phase, Side
from skill.coach.practice.practice import as_announced
from skill.coach.practice.sides import comes_yet, has_sides, side_meant
from skill.coach.topics.questions.things import needed_for
from skill.coach.topics.starting.first_answer import seconds_of
from skill.words.numbers import roughly

A_MINUTE = 60

STRETCHES = "stretches"
"""The id of the `LEFT` slot type for how many stretches are left; the other one is for the time."""

HALF, ABOUT = 0.5, 0.05
"""The share of a practice that is half of it, and how far from that "about half" goes; ours."""


def tell_time_left(scene: Scene, _: Event) -> Outcome:
    """How long is left?"""
    return inform(scene, time_left(scene))


def tell_where(scene: Scene, event: AskWhere) -> Outcome:
    """Where am I, and on which side? What comes next, how many are left, how long is it in all?"""
    if event.thing:
        ahead = [item.stretch for item in scene.practice.items[scene.place.item :]]
        return inform(scene, needed_for(scene, event.stretch.ids or ahead, event.thing))
    if event.stretch.ids:
        return inform(scene, when_it_comes(scene, event.stretch.ids))
    if event.place:
        ahead = [item.stretch for item in scene.practice.items[scene.place.item :]]
        return inform(scene, done_there(scene, ahead, event.place))
    if STRETCHES in (event.left, event.ahead):
        scene = counting_ahead(scene)
    if event.side:
        return inform(scene, whether_a_side_comes(scene, event.side))
    if event.left:
        return inform(scene, with_what_is_left(scene, event))
    return inform(scene, AHEAD[event.ahead](scene))


def counting_ahead(scene: Scene) -> Scene:
    """The scene in which the number of what is to come is told: "which ones" is said of that."""
    return scene.with_state(thread=replace(scene.state.thread, counted=scene.ahead))


def with_what_is_left(scene: Scene, event: AskWhere) -> str:
    """The answers to two questions in one sentence: where somebody is, or what comes; what is left."""
    if event.ahead in (Ahead.NOTHING, Ahead.SO_FAR):
        return so_far(scene)
    if event.ahead is Ahead.HALF:
        return halfway(scene)
    first = _next_one(scene) if event.ahead is Ahead.NEXT else AHEAD[event.ahead](scene)
    left = stretches_left(scene) if event.left == STRETCHES and scene.ahead else _left_in_all(scene)
    return f"{first} {left}".strip()


def time_left(scene: Scene) -> str:
    """What is left of this hold and of the practice, in round figures."""
    if scene.is_staying:
        return scene.say("stay_no_end")
    whole, in_all = _seconds_left(scene), _left_in_all(scene)
    this = _left_of_hold(scene)
    if not this:
        return in_all
    return this if whole < A_MINUTE else f"{this} {in_all}"


def whereabouts(scene: Scene) -> str:
    """The stretch, repetition, side and what is left; before the work, which of how many stretches.

    During a hold it is short: nobody should have to come out of it to hear where they are. At a rest
    what comes next is announced again after any answer.
    """
    practice, place = scene.practice, scene.place
    if scene.resting:
        return ""
    here = recap(scene, practice, place, whole=True)
    if not practice.is_routine or place.phase in WORK_PHASES:
        return here
    number = scene.words.ordinal(place.item + 1)
    told = scene.say("where_in_routine", number=number, count=len(practice.items))
    return f"{here} {told}"


def what_comes(scene: Scene) -> str:
    """What comes next, and in a hold what is left of it: the hold goes on meanwhile.

    At a rest it is announced again after any answer.
    """
    return "" if scene.resting else f"{_next_one(scene)} {_left_of_hold(scene)}".strip()


def what_comes_after_that(scene: Scene) -> str:
    """What comes after the next stretch."""
    ahead = scene.ahead
    if len(ahead) < 2:
        return scene.say("nothing_after_that" if ahead else "nothing_after_this")
    before, after = map(scene.name_of, ahead[:2])
    return scene.say("after_that", before=before, stretch=after)


def all_to_come(scene: Scene) -> str:
    """All that is still to come: the first few names, and how many more."""
    if not scene.ahead:
        told = scene.say("nothing_after_this")
    else:
        told = scene.say("still_to_come", stretches=scene.names_of(list(dict.fromkeys(scene.ahead))))
    return f"{told} {_left_of_hold(scene)}".strip()


def all_of_it(scene: Scene) -> str:
    """What the whole practice has, done or still to come; of a single stretch, where somebody is."""
    if not scene.practice.is_routine:
        return whereabouts(scene)
    stretches = list(dict.fromkeys(item.stretch for item in scene.practice.items))
    told = scene.say("offer_has", stretches=scene.names_of(stretches))
    return f"{told} {_left_of_hold(scene)}".strip()


def those_counted(scene: Scene) -> str:
    """Which ones those are whose number was told last; else those of the practice from here on."""
    here = tuple(item.stretch for item in scene.practice.items[scene.place.item :])
    those = scene.state.thread.counted or here
    if len(those) == 1:
        return whereabouts(scene) if those == here else what_comes(scene)
    told = scene.say("those_are", stretches=scene.names_of(those))
    return f"{told} {_left_of_hold(scene)}".strip()


def done_there(scene: Scene, stretches: Sequence[str], place: str) -> str:
    """Which of some stretches are done in a place: yes and their names, or no.

    Whoever asks for the floor means their knees, too.
    """
    there = _done_at(scene, stretches, place)
    knees = _done_at(scene, stretches, KNEELING) if place == LYING else []
    if there and knees:
        names, others = scene.names_of(there), scene.names_of(knees)
        return scene.say("there_and_kneeling", stretches=names, kneeling=others)
    if knees:
        return scene.say("only_kneeling", stretches=scene.names_of(knees))
    return scene.say("some_there", stretches=scene.names_of(there)) if there else scene.say("none_there")


def halfway(scene: Scene) -> str:
    """Whether half of the practice is over, and how much is left."""
    left, whole = _seconds_left(scene), seconds_of(scene, scene.practice)
    over = 1 - left / max(whole, left)
    time = _rounded(scene, _as_told(scene, left, whole))
    if abs(over - HALF) <= ABOUT:
        return scene.say("half_now", time=time)
    return scene.say("half_over" if over > HALF else "half_not_yet", time=time)


def so_far(scene: Scene) -> str:
    """How far somebody is in the practice, and how much of it is left in all."""
    practice, place = scene.practice, scene.place
    left = _left_in_all(scene)
    if not practice.is_routine:
        return f"{recap(scene, practice, place, whole=True)} {left}"
    count = len(practice.items)
    if scene.is_announced and place.item:
        number = scene.words.ordinal(place.item)
        return f"{scene.say('so_far_at_rest', number=number, count=count)} {left}"
    number = scene.words.ordinal(place.item + 1)
    return f"{scene.say('where_in_routine', number=number, count=count)} {left}"


def when_it_comes(scene: Scene, stretches: Sequence[str]) -> str:
    """Whether a stretch is still to come in this practice, and after which one."""
    items, here = scene.practice.items, scene.place.item
    places = [number for number, item in enumerate(items) if item.stretch in stretches]
    if not places:
        return scene.say("not_in_this_one")
    ahead = [number for number in places if number >= here]
    if not ahead:
        return scene.say("done_in_this_one")
    if ahead[0] == here and not scene.is_announced:
        return scene.say("this_is_it")
    if ahead[0] == here or (ahead[0] == here + 1 and not scene.is_announced):
        return scene.say("it_comes_next")
    return scene.say("it_comes_after", stretch=scene.name_of(items[ahead[0] - 1].stretch))


def whether_a_side_comes(scene: Scene, word: str) -> str:
    """Whether a side of this stretch is still to come; one that was not asked for can be added."""
    place, item = scene.place, scene.item
    if not has_sides(item):
        return scene.say("no_sides")
    side = side_meant(word, place.side or item.only_side or Side.LEFT, scene.state.bad_side)
    if side is None:
        return whereabouts(scene)
    name = scene.words.side(side)
    begun = place.phase in WORK_PHASES and not scene.resting
    if begun and place.side is side:
        return scene.say("that_side_already", side=name)
    if comes_yet(item, item.number_at(place) - (not begun), side):
        return scene.say("side_comes", side=name)
    if item.only_side is side.other:
        return scene.say("side_not_wanted", side=name, other=scene.words.side(side.other))
    return scene.say("side_done", side=name)


def stretches_left(scene: Scene) -> str:
    """How many stretches come after the one in progress, or after the rest before the next one."""
    after = len(scene.ahead)
    if after > 1:
        return scene.say("stretches_after_this", count=after)
    return scene.say("one_after_this" if after else "nothing_after_this")


def length_in_all(scene: Scene) -> str:
    """How long the practice is in all, and what is left of it."""
    whole = seconds_of(scene, scene.practice)
    left = _rounded(scene, _as_told(scene, _seconds_left(scene), whole))
    announced = _rounded(scene, as_announced(scene.practice.name, whole))
    return scene.say("whole_and_left", whole=announced, left=left)


def how_many_more(scene: Scene) -> str:
    """Which round this is, and how many come after it; in a routine, also how many stretches.

    At a rest between two rounds, which one that was.
    """
    stretches = stretches_left(scene) if scene.practice.is_routine and not scene.is_announced else ""
    return f"{_rounds_left(scene)} {stretches}".strip()


def _rounds_left(scene: Scene) -> str:
    place, item = scene.place, scene.item
    if scene.resting and place.repetition > 1 and item.rounds > 1:
        done = place.repetition - 1
        was = scene.words.ordinal(done)
        return scene.say("repetition_was", repetition=was, count=item.rounds, more=item.rounds - done)
    more = item.rounds - place.repetition
    repetition = scene.words.ordinal(place.repetition)
    if item.rounds == 1:
        return scene.say("only_once_each" if place.side and not item.only_side else "only_once")
    number = item.number_at(place)
    if more == 0 and place.side is not None and comes_yet(item, number, place.side.other):
        other = scene.words.side(place.side.other)
        return scene.say("last_on_this_side", repetition=repetition, count=item.rounds, side=other)
    if more == 0:
        return scene.say("last_repetition")
    return scene.say("repetitions_left", repetition=repetition, count=item.rounds, more=more)


def how_many_it_was(scene: Scene) -> str:
    """How often the last stretch of the practice that has just ended was done; empty for none today."""
    if scene.state.last is None:
        return ""
    last = scene.state.last.items[-1]
    if scene.profile.lately.get(last.stretch) != scene.now.date().isoformat():
        return ""
    return scene.say("repetitions_were", stretch=scene.name_of(last.stretch), times=last.rounds)


def _done_at(scene: Scene, stretches: Sequence[str], place: str) -> list[str]:
    known = scene.library.stretches
    return [stretch for stretch in dict.fromkeys(stretches) if is_done_at(scene, known[stretch], place)]


def _seconds_left(scene: Scene) -> float:
    out = scene.out or scene.resting
    return heard_seconds(scene, scene.practice, scene.place, out=out)


def _as_told(scene: Scene, left: float, whole: float) -> float:
    """The seconds left as they are told: of the announced minutes, unless that is far from the truth.

    Six and a half minutes are announced as seven, and words that were spoken over are not said again:
    who asks after five seconds still has seven.

    Args:
        scene: The conversation, with its practice.
        left: The seconds that are left of it.
        whole: The seconds that it takes in all.
    """
    practice = scene.practice
    whole = as_announced(practice.name, whole)
    announced = A_MINUTE * minutes_of(whole) - (scene.now - begun(practice, scene.now)).total_seconds()
    near = min(whole, announced) >= 2 * A_MINUTE and abs(announced - left) <= A_MINUTE
    return announced if near else left


def _next_one(scene: Scene) -> str:
    if scene.resting:
        return ""
    side = _side_to_come(scene)
    if not scene.ahead:
        return scene.say("side_and_last", side=side) if side else scene.say("nothing_after_this")
    name = scene.name_of(scene.ahead[0])
    if side:
        return scene.say("side_and_after_this", side=side, stretch=name)
    return scene.say("after_this", stretch=name)


def _side_to_come(scene: Scene) -> str:
    """The other side, where this stretch is still to be done on it; empty where it is not."""
    place, item = scene.place, scene.item
    if place.side is not None and place.phase is Phase.SWITCH:
        return scene.words.side(place.side)
    if place.side is None or not comes_yet(item, item.number_at(place), place.side.other):
        return ""
    return scene.words.side(place.side.other)


def _left_in_all(scene: Scene) -> str:
    told = _as_told(scene, _seconds_left(scene), seconds_of(scene, scene.practice))
    return scene.say("left_in_all", time=_rounded(scene, told))


def _left_of_hold(scene: Scene) -> str:
    """What is left of the hold in progress; empty where nothing is held."""
    place = scene.place
    if place.phase is not Phase.HOLD or scene.resting:
        return ""
    effort = scene.score(scene.practice).effort_at(place)
    return scene.say("left_of_hold", seconds=roughly(effort.seconds - place.held))


AHEAD: dict[Ahead, Callable[[Scene], str]] = {
    Ahead.NOTHING: whereabouts,
    Ahead.NEXT: what_comes,
    Ahead.AFTER_NEXT: what_comes_after_that,
    Ahead.ALL: all_to_come,
    Ahead.STRETCHES: stretches_left,
    Ahead.LENGTH: length_in_all,
    Ahead.HALF: halfway,
    Ahead.SO_FAR: so_far,
    Ahead.INSIDE: all_of_it,
    Ahead.THOSE: those_counted,
}
"""What is told of where somebody is, and of what is still to come."""


def _rounded(scene: Scene, seconds: float) -> str:
    if seconds < A_MINUTE * 2:
        return scene.words.duration(roughly(seconds))
    return scene.words.duration(round(seconds / A_MINUTE) * A_MINUTE)
