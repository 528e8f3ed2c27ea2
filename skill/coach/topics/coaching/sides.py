"""Sides: leave one out, do only one, go over, once more. It is for this time; nothing of it is kept."""

from dataclasses import dataclass, replace

from skill.coach.conversation.answers.answers import ask, coach, coming_out
from skill.coach.conversation.coming_back.aside import carry_on, inform
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.coming_back.recap import back_into, way_down
from skill.coach.conversation.events import SkipSide, StartStretch
from skill.coach.conversation.personal_practice import most_of
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene, finished_at
from skill.coach.conversation.state.questions import WhichSide
from skill.coach.person.encoding import encode_time
from skill.coach.practice import sides as turns
from skill.coach.practice.place import ARRIVED, WORK_PHASES, Phase, Place, Side
from skill.coach.practice.practice import Item, Practice
from skill.coach.practice.sides import BAD, GOOD, OTHER, WRONG
from skill.coach.practice.timeline import outline
from skill.coach.topics.coaching.navigation import go_on, repeat, skip
from skill.library.records import Movement
from skill.words.numbers import roughly

WISHES = ("again", "only", "last", "too", "to", "side")
"""The fields of `SkipSide`: what may be wanted of a side; of several the first counts."""


@dataclass(frozen=True)
class Spot:
    """Where somebody is among the efforts of the stretch that a side is said of."""

    number: int
    """Which of the practice's items it is."""
    effort: int
    """The effort in progress or next to come, from 0; behind the last one, how many there are."""
    begun: bool
    """Whether that effort is in progress."""


def skip_side(scene: Scene, event: SkipSide) -> Outcome:
    """What is said of a side: leave it out, only it, now it, once more; without one, now the other."""
    kind, word = _said(event)
    spot = _spot(scene, back=kind == "again" or word == WRONG)
    item = scene.practice.items[spot.number]
    if not turns.has_sides(item):
        return _on(scene, scene.say("no_sides"))
    now = _now(item, spot)
    before = _now(item, replace(spot, effort=spot.effort - 1)) if spot.effort else now
    # Between two sides the other one is the one that was not held last: the one that was announced.
    last = now if spot.begun or word not in (OTHER, WRONG) else before
    side = turns.side_meant(word, last, scene.state.bad_side)
    if side is None and word in (BAD, GOOD):
        return ask_which_side(scene, kind, word)
    if kind == "side":
        return _leave_out(scene, spot, side) if side is not None else skip(scene, event)
    if side is None:
        wanted = kind in ("again", "only", "too") or item.only_side is not None
        return _both(scene, spot) if wanted else _on(scene, "")
    if kind == "last":
        return _last(scene, spot, side)
    if kind == "too":
        return _as_well(scene, spot, side)
    if kind == "only":
        return _only(scene, spot, side)
    if kind == "again":
        return _again(scene, spot, side)
    if word == WRONG:
        return _wrong(scene, spot, last)
    return _over_to(scene, spot, side)


def begin_with_side(scene: Scene, event: StartStretch) -> Outcome | NotAnAnswer:
    """The stretch in progress with the side that is said first; a stretch of another name is started."""
    if not event.stretch.is_nameless and event.stretch.ids != (scene.item.stretch,):
        return NotAnAnswer()
    dosed = event.seconds is not None or event.number is not None or event.times
    if dosed or event.level or event.then:
        return NotAnAnswer()
    if event.only:
        return skip_side(scene, SkipSide(only=event.only))
    return skip_side(scene, SkipSide(to=event.side)) if event.side else NotAnAnswer()


def side_while_idle(scene: Scene, event: SkipSide) -> Outcome:
    """A side with nothing under way: once more in the stretch that has just ended, or how to say it."""
    last = scene.state.last
    item = last.items[-1] if last is not None else None
    kind, word = _said(event)
    if last is None or item is None or kind in ("side", "only", "last"):
        return inform(scene, scene.say("side_of_what"))
    if not turns.has_sides(item):
        return ask(scene, scene.say("no_sides"), scene.say("ask_what_next"))
    now = item.efforts[-1].side or Side.LEFT
    side = turns.side_meant(word, now, scene.state.bad_side)
    if side is None and word in (BAD, GOOD):
        return ask_which_side(scene, kind, word)
    once = replace(item, turns=(), changes=(), repetitions=1)
    once = turns.as_wished(once, None if side is not None else Side.LEFT, side)
    practice = Practice(
        encode_time(scene.now), item.stretch, (once,), scene.state.body, last.manner, in_bed=last.in_bed
    )
    return coach(scene, practice, practice.place_of(0), scene.said(scene.say("again")))


def ask_which_side(scene: Scene, kind: str, word: str) -> Outcome:
    """Ask which side gives trouble: only the person knows, and it is asked once a session."""
    return ask(scene, "", scene.say("ask_bad_side"), WhichSide(kind, word))


def tell_bad_side(scene: Scene, event: SkipSide | StartStretch) -> Instead | NotAnAnswer:
    """The side that gives trouble as the answer: what was wanted of it is done now."""
    question = scene.asked(WhichSide)
    words = {value for name, value in vars(event).items() if name in WISHES}
    said = next((side for side in Side if side in words), None)
    if said is None or (isinstance(event, StartStretch) and not event.stretch.is_nameless):
        return NotAnAnswer()
    bad = said.other if question.word == GOOD else said
    scene = replace(scene.with_state(question=None, bad_side=bad), answered=True)
    if question.start is not None:
        return Instead(scene, question.start)
    return Instead(scene, SkipSide(**{question.wanted: question.word}))


def _said(event: SkipSide) -> tuple[str, str]:
    """What is wanted of a side, as a field of the event, and the word for it."""
    if event.to == OTHER and event.side in set(Side):  # "not the left, the other side"
        return "to", Side(event.side).other
    return next(((wish, word) for wish in WISHES if (word := getattr(event, wish))), ("to", OTHER))


def _spot(scene: Scene, *, back: bool) -> Spot:
    """Where somebody is; once more is said of the stretch before, if nothing of this one is begun."""
    place, items = scene.place, scene.practice.items
    item = items[place.item]
    begun = place.phase in WORK_PHASES and not scene.resting
    number = item.number_at(place)
    if place.phase is Phase.RELEASE:
        return Spot(place.item, len(item.efforts), begun=False)
    before = items[place.item - 1] if place.item else item
    if back and not number and not begun and place.item and turns.has_sides(before):
        return Spot(place.item - 1, len(before.efforts), begun=False)
    return Spot(place.item, number, begun)


def _now(item: Item, spot: Spot) -> Side:
    """The side in progress or next to come; of a stretch that is over, the one done last."""
    side = item.efforts[min(spot.effort, len(item.efforts) - 1)].side
    assert side is not None  # noqa: S101 - only a stretch with sides gets here
    return side


def _leave_out(scene: Scene, spot: Spot, side: Side) -> Outcome:
    """Leave out what is to come of a side: the other one goes on, or what comes after it begins."""
    item = scene.practice.items[spot.number]
    told = scene.say("side_left_out", side=scene.words.side(side))
    if _now(item, spot) is not side or spot.effort == len(item.efforts):
        if not turns.comes_yet(item, spot.effort, side):
            return _on(scene, scene.say("side_done", side=scene.words.side(side)))
        left = turns.without_side(item, spot.effort, side, begun=spot.begun)
        return _on(_with_item(scene, spot, left), told)
    if not turns.comes_yet(item, spot.effort, side.other):
        return _stretch_is_done(scene, spot)
    left = turns.without_side(item, spot.effort, side, begun=spot.begun)
    return _go_to(scene, spot, left, spot.effort + spot.begun, told)


def _only(scene: Scene, spot: Spot, side: Side) -> Outcome:
    """Do only one side: the other is left out, and one that was left out comes instead of it."""
    item = scene.practice.items[spot.number]
    there = any(effort.side is side for effort in item.efforts)
    if there:
        return _leave_out(scene, spot, side.other)
    instead, place = turns.turned_to(item, spot.effort, side, 0.0)
    return _go_to(scene, spot, turns.without_side(instead, place, side.other, begun=False), place)


def _as_well(scene: Scene, spot: Spot, side: Side) -> Outcome:
    """A side as well, in its turn: one that was left out is back in; one that is over comes again."""
    item = scene.practice.items[spot.number]
    if turns.comes_yet(item, spot.effort, side):
        return _on(scene, scene.say("side_comes", side=scene.words.side(side)))
    if any(effort.side is side for effort in item.efforts):
        return _again(scene, spot, side)
    return _back_in(scene, spot, side)


def _back_in(scene: Scene, spot: Spot, side: Side) -> Outcome:
    """A side that was left out is back in, in its turn."""
    back = turns.with_side(scene.practice.items[spot.number], spot.effort, side)
    return _on(_with_item(scene, spot, back), scene.say("side_back_in", side=scene.words.side(side)))


def _over_to(scene: Scene, spot: Spot, side: Side) -> Outcome:
    """Over to a side now; what the one in progress has still to come, comes after it."""
    item = scene.practice.items[spot.number]
    if _now(item, spot) is side and spot.effort < len(item.efforts):
        told = scene.say("that_side_already", side=scene.words.side(side)) if spot.begun else ""
        return _on(scene, told)
    if not spot.effort and not spot.begun:
        first = turns.as_wished(item, side, None if item.only_side is None else side)
        return _go_to(scene, spot, first, 0)
    owed = _owed(scene, spot)
    changed, place = turns.turned_to(item, spot.effort, side, owed)
    scene, told = _with_owed_told(scene, spot, owed)
    return _go_to(scene, spot, changed, place, told)


def _last(scene: Scene, spot: Spot, side: Side) -> Outcome:
    """A side after the other one: over to that one, unless it is in progress or over already."""
    item = scene.practice.items[spot.number]
    if _now(item, spot) is side and turns.comes_yet(item, spot.effort, side.other):
        return _over_to(scene, spot, side.other)
    comes = turns.comes_yet(item, spot.effort, side)
    return _on(scene, scene.say("side_comes", side=scene.words.side(side)) if comes else "")


def _again(scene: Scene, spot: Spot, side: Side) -> Outcome:
    """A side once more, wherever in the stretch, or just after it; then on from here.

    Of the side in progress it comes after this hold, which goes on; a movement is begun again.
    """
    item = scene.practice.items[spot.number]
    if spot.begun and item.efforts[spot.effort].side is side:
        if isinstance(item.work, Movement) or item.rounds >= most_of(scene, item.stretch)[1]:
            return repeat(scene, SkipSide(again=side))
        told = scene.say("side_once_more", side=scene.words.side(side))
        return _on(_with_item(scene, spot, turns.once_more(item, spot.effort)), told)
    up_to_here = [effort.side for effort in item.efforts[: spot.effort + 1]]
    if not spot.begun and up_to_here[-1] is side and side not in up_to_here[: spot.effort]:
        return _go_to(scene, spot, item, spot.effort)  # nothing of it was done yet: it comes now
    owed = _owed(scene, spot)
    changed, place = turns.turned_to(item, spot.effort, side, owed, again=True)
    scene, told = _with_owed_told(scene, spot, owed)
    return _go_to(scene, spot, changed, place, told)


def _both(scene: Scene, spot: Spot) -> Outcome:
    """Both sides again: one that was left out is taken back in, else this repetition is done again."""
    item = scene.practice.items[spot.number]
    missing = item.only_side.other if item.only_side is not None else None
    if missing is not None and spot.begun:
        return _back_in(scene, spot, missing)
    changed, place = turns.round_again(item, spot.effort)
    return _go_to(scene, spot, changed, place)


def _wrong(scene: Scene, spot: Spot, done: Side) -> Outcome:
    """The legs were mixed up: what was held counts for the other side, and the one missed comes now.

    In a hold it goes on as the other side's, and the one that was meant comes after it.
    """
    item = scene.practice.items[spot.number]
    after = item.efforts[spot.effort + 1 : spot.effort + 2]
    if not spot.begun:
        if not spot.effort:
            first = _now(item, spot)
            told = scene.say("wrong_on_the_way", side=scene.words.side(first))
            return _go_to(scene, spot, item, 0, told)
        if spot.effort == len(item.efforts) or isinstance(item.work, Movement):
            return _again(scene, spot, done)
        missed, place = turns.turned_to(item, spot.effort, done, 0.0, again=True)
        return _go_to(scene, spot, missed, place)
    if not after or after[0].side is done:
        return repeat(scene, SkipSide())
    whole = item.efforts[spot.effort].seconds
    swapped, _ = turns.turned_to(item, spot.effort, done.other, whole)
    place_now = replace(scene.place, side=done.other)
    told = scene.say("legs_mixed_up", side=scene.words.side(done.other), other=scene.words.side(done))
    scene = _with_item(scene, spot, swapped)
    return _on(scene.with_state(practice=replace(scene.under_way, place=place_now)), told)


def _stretch_is_done(scene: Scene, spot: Spot) -> Outcome:
    """The last side is left out: with the other one done the stretch counts, and the next one comes."""
    under_way, practice = scene.under_way, scene.practice
    done = spot.effort > 0 and scene.worked > 0 and spot.number not in under_way.counted
    if not done:
        return skip(scene, SkipSide())
    finished = finished_at(scene, practice, spot.number, scene.worked, scene.now)
    counted = replace(under_way, counted=(*under_way.counted, spot.number))
    scene = scene.with_profile(scene.profile.with_finished(finished)).with_state(practice=counted)
    outcome = skip(scene, SkipSide())
    return replace(outcome, finished=(*outcome.finished, finished))


def _owed(scene: Scene, spot: Spot) -> float:
    """Seconds that the side in progress has still to come; all of them if it is not begun."""
    item = scene.practice.items[spot.number]
    if spot.effort == len(item.efforts):
        return 0.0
    if not spot.begun:
        return item.efforts[spot.effort].seconds
    return turns.owed_of(item, spot.effort, scene.place.held)


def _with_owed_told(scene: Scene, spot: Spot, owed: float) -> tuple[Scene, str]:
    """What it costs that both sides get the same, told once a session; and the scene in which it is."""
    if scene.place.phase is not Phase.HOLD or not spot.begun or not owed or scene.state.owed_told:
        return scene, ""
    side = scene.words.side(_now(scene.practice.items[spot.number], spot))
    told = scene.say("side_owed", side=side, seconds=roughly(owed))
    return scene.with_state(owed_told=True), told


def _go_to(scene: Scene, spot: Spot, item: Item, effort: int, told: str = "") -> Outcome:
    """Out of where the body is, and on to an effort of the stretch as it is now."""
    out = scene.said(coming_out(scene), told)
    again = spot.number != scene.place.item
    arrived = scene.place.step == ARRIVED or scene.place.phase is Phase.STEP
    scene = _with_item(scene, spot, item)
    practice, worked = scene.practice, 0.0 if again else scene.worked
    if not spot.effort and not spot.begun and not effort:
        place = practice.place_of(spot.number)
        return coach(scene, practice, replace(place, step=ARRIVED if arrived else 0), out, worked)
    wanted = item.efforts[effort]
    ahead = [s for s in outline(practice) if s.item == spot.number and s.effort == wanted]
    segment = next(s for s in ahead if s.phase in WORK_PHASES or (effort and s.phase is not Phase.STEP))
    lead = (*out, *way_down(scene, practice, segment.place))
    if segment.phase not in WORK_PHASES:
        return coach(scene, practice, segment.place, lead, worked)
    side = scene.words.side(_now(item, Spot(spot.number, effort, begun=True)))
    lead += scene.said(scene.say("back_for_side", side=side))
    way_in = back_into(scene, practice, segment, begun=False)
    return coach(scene, practice, segment.place, lead, worked, way_in=way_in)


def _with_item(scene: Scene, spot: Spot, item: Item) -> Scene:
    """The scene with a stretch changed; at a rest before it, its new beginning is the place."""
    items = scene.practice.items
    practice = replace(scene.practice, items=(*items[: spot.number], item, *items[spot.number + 1 :]))
    before: Place = scene.place
    scene = scene.with_practice(practice)
    if before.item != spot.number or spot.effort or spot.begun:
        return scene
    begins = practice.place_of(spot.number)
    moved = replace(before, repetition=begins.repetition, side=begins.side)
    return scene.with_state(practice=replace(scene.under_way, place=moved))


def _on(scene: Scene, told: str) -> Outcome:
    """Say something and go on; what waited only for an answer goes on, too."""
    if scene.answered and scene.is_practising:
        return back_to(scene, told)
    if not told and scene.runs:
        return go_on(scene, SkipSide())
    return carry_on(scene, told)
