"""A practice of another kind than the last ones, for whoever leaves the choice to the coach."""

from dataclasses import replace
from datetime import date

from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.topics.starting.plan_search import LONGEST_WAIT, allowed, best_plan
from skill.coach.topics.starting.plans import start_planned

FEWEST = 3
"""How many stretches a part of the body must have for a practice of its own; ours."""


def surprise(scene: Scene) -> Outcome:
    """Ten minutes for the part of the body that has waited longest; where none has a plan, for all."""
    wish = surprising_wish(scene)
    if not wish.area:
        return start_planned(scene, wish)
    area = scene.words.language.areas[wish.area]
    notice = scene.notice + scene.said(scene.say("surprise", area=area))
    return start_planned(replace(scene, notice=notice), wish)


def surprising_wish(scene: Scene) -> PlanWish:
    """The wish for what was done least of late, among the parts of the body that have a plan that fits.

    On the same day the same person gets the same.
    """
    wishes = [PlanWish(area=area) for area in scene.library.areas]
    rich = [wish for wish in wishes if len(allowed(scene, wish)) >= FEWEST]
    for wish in sorted(rich, key=lambda wish: (-_waited(scene, wish), _turn(scene, wish), wish.area)):
        plan = best_plan(scene, wish)
        if plan is not None and plan.fits(wish) and len(plan.stretches) >= FEWEST:
            return wish
    return PlanWish()


def _waited(scene: Scene, wish: PlanWish) -> float:
    """Days since its stretches were done, on average; no more than `LONGEST_WAIT` for each."""
    today, lately = scene.now.date(), scene.profile.lately
    days = [
        min((today - date.fromisoformat(lately[s.id])).days, LONGEST_WAIT)
        if s.id in lately
        else LONGEST_WAIT
        for s in allowed(scene, wish)
    ]
    return sum(days) / len(days)


def _turn(scene: Scene, wish: PlanWish) -> int:
    """Among parts that have waited equally long, another one comes first every day."""
    areas = list(scene.library.areas)
    return (areas.index(wish.area) - scene.now.date().toordinal()) % len(areas)
