"""Which stretches, in which order, make the practice that a person wishes for.

The rules. A plan has only stretches that may be planned, that the person does not leave out, and that
the wish allows. The body goes one way, from standing down to lying, or up from lying where it lies
already: so nobody gets down twice. Stretches that have waited longest come before those done lately, and
what was all done the last time comes when nothing else fits. A change of position costs about as much
as a stretch is worth. On the same day the same person gets the same plan. Where no plan of usual
stretches is as long as was wished, some are done more or less often.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from statistics import median
from zlib import crc32

from skill.coach.conversation.care.verdicts import is_refused
from skill.coach.conversation.personal_practice import (
    is_done_at,
    item_of,
    minutes_of,
    needs_missing,
    practice_of,
)
from skill.coach.conversation.scene import Scene
from skill.coach.practice.cues.cues import length
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import Item, Practice, plan_name
from skill.coach.practice.score.getting_there import move_seconds
from skill.coach.practice.score.packing import part
from skill.coach.topics.starting.first_answer import seconds_of
from skill.coach.topics.starting.plan_doses import bend_of, bent
from skill.library.records import BED, FROM_THE_FLOOR, IN_BED, Level, Movement, Planning, Stretch
from skill.words.clock import NIGHT_ENDS

LEEWAY, SHARE = 27.0, 0.03
"""Seconds by which a plan may be shorter or longer than the wish, or for a long one, the share of it.
Three more may come of the turn: at another one the same is said in other words."""

WAY_DOWN = tuple(height for height in reversed(FROM_THE_FLOOR) if height != BED)
"""The heights in the order in which a plan goes through them."""

DOWN = frozenset(FROM_THE_FLOOR[: FROM_THE_FLOOR.index("kneeling") + 1])
"""The heights from which a plan goes up instead of down."""

LATE = 20
"""The hour from which, until the night's end, nobody is asked to stand at a wall unless they wish it;
ours."""

LONGEST_WAIT = 14
"""Days after which a stretch gets no more urgent."""

STEP = 10.0
"""Seconds that two lengths must differ by for the search to tell them apart; plans are then timed
exactly."""

TRIES = 12
"""How many of the best plans are timed exactly before the search gives up."""

LAID_OUT = 3
"""How many of the nearest plans are timed to see what there is to say beside the stretches."""

BENT = 4
"""How many of the nearest plans are tried with repetitions more or fewer, where none fits."""

MORE_IN_SILENCE = 12.0
"""Seconds by which a plan is aimed below the wish: whoever says nothing meets more rests than whoever
says "go on", each with its words and its way back in."""


@dataclass(frozen=True)
class Plan:
    """A practice that could be started."""

    stretches: tuple[str, ...]
    """The ids of its stretches, in order."""
    seconds: float
    """How long it takes from the first word to the last, rests included."""
    rounds: dict[str, int] = field(default_factory=dict)
    """How often those stretches are done that are not done as often as usual."""

    def fits(self, wish: PlanWish) -> bool:
        """Whether its length is close enough to the wish."""
        return abs(self.seconds - wish.seconds) <= leeway(wish)


@dataclass(frozen=True)
class _Candidate:
    stretch: Stretch
    item: Item
    seconds: float
    """How long it takes once the body is in position."""
    worth: float
    """How much a plan gains by it, in stretches: 1, and up to 1 more for a long wait."""


@dataclass(frozen=True)
class _Draft:
    """A plan while it is being searched: its seconds are estimated."""

    stretches: tuple[str, ...] = ()
    seconds: float = 0.0
    worth: float = 0.0
    """What its stretches are worth, less the changes of position."""
    body: str = ""
    """The position in which it leaves the body."""


def best_plan(scene: Scene, wish: PlanWish, among: Collection[str] = ()) -> Plan | None:
    """The plan that suits best, or else comes nearest in length; None where no stretch is allowed.

    It has only stretches of `among`, where that has any. Of the plans that fit, one whose length in
    whole minutes is exactly the wished one is preferred.
    """
    # The same words at every turn: a plan that was offered is the one that is started.
    scene = scene.with_state(turns=0)
    fitting_ones = [s for s in allowed(scene, wish) if not among or s.id in among]
    candidates = _in_order(scene, [_candidate(scene, s) for s in fitting_ones])
    if not candidates:
        return None
    drafts = _drafts(scene, wish, candidates)
    words = _beside(scene, wish, drafts)

    def off(draft: _Draft) -> float:
        return abs(draft.seconds + words + MORE_IN_SILENCE - wish.seconds)

    by_worth = sorted(drafts, key=lambda d: (-d.worth, off(d), d.stretches))
    fitting = [draft for draft in by_worth if off(draft) <= leeway(wish) / 2]
    nearest = sorted(drafts, key=lambda d: (off(d), -d.worth, d.stretches))
    tried = []
    drafts_to_try = (*fitting[:TRIES], *nearest[:TRIES])
    for draft in sorted(drafts_to_try, key=lambda d: _is_the_last_one(scene, d.stretches)):
        plan = _laid_out(scene, wish, draft)
        if plan.fits(wish) and minutes_of(plan.seconds) == minutes_of(wish.seconds):
            return plan
        tried.append(plan)
    fits = next((plan for plan in tried if plan.fits(wish)), None)
    if fits is not None:
        return fits
    tried.sort(key=lambda plan: abs(plan.seconds - wish.seconds))
    bent_ones = (_bent(scene, wish, plan) for plan in tried[:BENT])
    # A wish that cannot be met is no reason to do more of everything.
    return next((plan for plan in bent_ones if plan.fits(wish)), tried[0])


def _is_the_last_one(scene: Scene, stretches: Collection[str]) -> bool:
    """Whether all of it was done on the last day on which anything was, and on no later one."""
    lately = scene.profile.lately
    last = max(lately.values(), default="")
    return bool(last) and all(lately.get(stretch) == last for stretch in stretches)


def leeway(wish: PlanWish) -> float:
    """Seconds by which a plan may be shorter or longer than the wish."""
    return max(LEEWAY, SHARE * wish.seconds)


def practice_for(scene: Scene, name: str, plan: Plan, wish: PlanWish) -> Practice:
    """The practice of a plan."""
    practice = practice_of(scene, name, plan.stretches)
    items = tuple(
        # Done otherwise than usual as if that had been asked for: it stays so when it is begun anew.
        replace(item.with_rounds(plan.rounds[item.stretch]), asked=True)
        if item.stretch in plan.rounds
        else item
        for item in practice.items
    )
    return replace(practice, items=items, body=_start(scene, wish), wish=wish)


def allowed(scene: Scene, wish: PlanWish) -> list[Stretch]:
    """Every stretch that a plan for this person and this wish may have."""
    return [
        s
        for s in scene.library.stretches.values()
        if _may_be_planned(scene, s) and _suits(scene, s, wish)
    ]


def relaxed(scene: Scene, wish: PlanWish) -> PlanWish | None:
    """The wish without one condition, the first that makes a plan possible; None if none does."""
    easier = (
        replace(wish, avoid=""),
        replace(wish, without=""),
        replace(wish, place=""),
        replace(wish, area=""),
    )
    return next((each for each in easier if each != wish and allowed(scene, each)), None)


def is_late(scene: Scene) -> bool:
    """Whether it is so late that people lie down rather than get up."""
    return scene.now.hour >= LATE or scene.now.hour < NIGHT_ENDS


def _may_be_planned(scene: Scene, stretch: Stretch) -> bool:
    preferences = scene.liked
    gentle = preferences.levels.get(stretch.id, preferences.level) is Level.GENTLE
    possible = {Planning.ALWAYS: True, Planning.NOT_GENTLE: not gentle, Planning.NEVER: False}
    left = (*preferences.left_out, *scene.state.out_today, *scene.state.done_today)
    wanted = stretch.id not in left and not is_refused(scene, stretch.id)
    return possible[stretch.planning] and wanted


def _suits(scene: Scene, stretch: Stretch, wish: PlanWish) -> bool:
    height = scene.library.positions[stretch.position].height
    if needs_missing(scene, stretch.id, wish.without):
        return False
    if wish.area and not scene.library.areas_meant(wish.area) & set(stretch.areas):
        return False
    if wish.avoid in (height, stretch.position):
        return False
    if wish.place:
        return is_done_at(scene, stretch, wish.place)
    return height in WAY_DOWN and not (is_late(scene) and height == "standing")


def _candidate(scene: Scene, stretch: Stretch) -> _Candidate:
    item = item_of(scene, stretch.id)
    return _Candidate(stretch, item, _alone(scene, item), 1 + _urgency(scene, stretch.id))


def _alone(scene: Scene, item: Item) -> float:
    """Seconds that a stretch takes once the body is in position."""
    position = scene.library.stretches[item.stretch].position
    alone = replace(practice_of(scene, item.stretch, ()), items=(item,), body=position)
    return length(part(scene.score(alone), alone.place_of(0), alone.end, position))


def _urgency(scene: Scene, stretch: str) -> float:
    """How much a stretch has waited, from 0 to 1; a tenth of it varies from day to day."""
    last = scene.profile.lately.get(stretch)
    today = scene.now.date()
    waited = (today - date.fromisoformat(last)).days if last else LONGEST_WAIT
    taste = crc32(f"{today}#{scene.profile.person}#{stretch}".encode()) / 2**32
    return 0.9 * min(max(waited, 0), LONGEST_WAIT) / LONGEST_WAIT + 0.1 * taste


def _in_order(scene: Scene, candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The candidates along one way through the positions; in each, movements, then shorter holds."""
    positions = scene.library.positions
    upwards = positions[scene.state.body].height in DOWN
    ways = WAY_DOWN[::-1] if upwards else WAY_DOWN

    def rank(candidate: _Candidate) -> tuple[object, ...]:
        position = candidate.stretch.position
        height = positions[position].height
        still = not isinstance(candidate.item.work, Movement)
        return (
            ways.index(height) if height in ways else 0,
            position,
            still,
            candidate.item.effort_seconds,
            candidate.stretch.id,
        )

    return sorted(candidates, key=rank)


def _drafts(scene: Scene, wish: PlanWish, candidates: list[_Candidate]) -> list[_Draft]:
    """The worthiest draft for each length and each final position, in the order of the candidates."""
    most = wish.seconds + leeway(wish)
    best: dict[tuple[int, str], _Draft] = {}
    start = _Draft(body=_start(scene, wish))
    # A few positions, and a thousand drafts that go from one of them to another.
    moving = cache(partial(move_seconds, scene.score(_NOWHERE)))
    for candidate in candidates:
        better: dict[tuple[int, str], _Draft] = {}
        for draft in (start, *best.values()):
            new = _with(moving, draft, candidate)
            # A single stretch longer than the wish is kept: it may be the shortest plan there is.
            if new.seconds > most and draft.stretches:
                continue
            key = (round(new.seconds / STEP), new.body)
            known = better.get(key, best.get(key))
            if known is None or known.worth < new.worth:
                better[key] = new
        best |= better
    return list(best.values())


def _with(moving: Callable[[str, str], float], draft: _Draft, candidate: _Candidate) -> _Draft:
    position = candidate.stretch.position
    moved = position != draft.body
    seconds = moving(draft.body, position)
    return _Draft(
        (*draft.stretches, candidate.stretch.id),
        draft.seconds + seconds + candidate.seconds,
        draft.worth + candidate.worth - (1.0 if moved and draft.stretches else 0.0),
        candidate.stretch.ends_in or position,
    )


_NOWHERE = Practice("", "", (), "standing")
"""An empty practice, to ask for the seconds between two positions: they do not depend on the
practice."""


def _beside(scene: Scene, wish: PlanWish, drafts: list[_Draft]) -> float:
    """Seconds that a plan of about this length takes beside its stretches: opening words and rests.

    Of the nearest few the one in the middle: any of them may have an odd rest or more to be minded.
    """
    nearest = sorted(drafts, key=lambda draft: (abs(draft.seconds - wish.seconds), draft.stretches))
    return median(_laid_out(scene, wish, draft).seconds - draft.seconds for draft in nearest[:LAID_OUT])


def _laid_out(scene: Scene, wish: PlanWish, draft: _Draft) -> Plan:
    """A draft as a plan, with the seconds that it takes when it is heard."""
    return _timed(scene, wish, Plan(draft.stretches, draft.seconds))


def _timed(scene: Scene, wish: PlanWish, plan: Plan) -> Plan:
    practice = practice_for(scene, plan_name(minutes_of(wish.seconds)), plan, wish)
    return replace(plan, seconds=seconds_of(scene, practice))


def _bent(scene: Scene, wish: PlanWish, plan: Plan) -> Plan:
    """A plan with some stretches done more or less often, to come as near to the wish as it can."""
    bends = {s: bend_of(scene, s, lambda item: _alone(scene, item)) for s in plan.stretches}
    return _timed(scene, wish, replace(plan, rounds=bent(bends, wish.seconds - plan.seconds)))


def _start(scene: Scene, wish: PlanWish) -> str:
    """The position that the body is in before the plan begins."""
    return IN_BED if wish.place == BED else scene.state.body
