"""Practices by a wish: put together, offered where they do not quite fit, and explained."""

from dataclasses import replace
from datetime import date

from skill.coach.conversation.answers.answers import ask, ask_again, ask_the_same
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.events import AdjustHold, Choose, Event, StartRoutine
from skill.coach.conversation.personal_practice import minutes_of
from skill.coach.conversation.scene import NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import HowLong, OfferedPlan
from skill.coach.practice.plan_wish import LONGEST, SHORTEST, PlanWish
from skill.coach.practice.practice import OWN, PLAN, plan_minutes, plan_name
from skill.coach.topics.starting.doses import at_level
from skill.coach.topics.starting.first_answer import begin_practice
from skill.coach.topics.starting.plan_search import Plan, allowed, best_plan, practice_for, relaxed

WAITED = 3
"""Days after which it is worth telling that a stretch has waited."""


def start_planned(scene: Scene, wish: PlanWish, level: str = "") -> Outcome:
    """Put together what is wished for and start it; where no plan fits, offer the nearest one.

    Args:
        scene: The conversation, at the level that was wished for.
        wish: What the practice is to be like.
        level: The id of that level, for the answers to what is asked; empty for the usual one.
    """
    if not SHORTEST <= wish.seconds <= LONGEST:
        return _ask_how_long(scene, wish, level)
    plan = best_plan(scene, wish)
    # What is told of it is minutes: nobody is offered "about seven" for the seven that were asked for.
    as_told = plan is not None and minutes_of(plan.seconds) == minutes_of(wish.seconds)
    if plan is not None and (as_told or plan.fits(wish)):
        return _begin(scene, wish, plan)
    if plan is not None:
        short = plan.seconds < wish.seconds and len(plan.stretches) == len(allowed(scene, wish))
        told = scene.say(
            "plan_all_there_is" if short else "plan_nearest",
            wished=minutes_of(wish.seconds),
            minutes=minutes_of(plan.seconds),
        )
        return _offer(scene, replace(wish, seconds=plan.seconds), told, level)
    easier = relaxed(scene, wish)
    instead = best_plan(scene, easier) if easier is not None else None
    if easier is None or instead is None:
        return ask(scene, scene.say("plan_nothing"), scene.say("ask_what_next"))
    told = scene.say("plan_otherwise", minutes=minutes_of(instead.seconds))
    return _offer(scene, replace(easier, seconds=instead.seconds), told, level)


def start_shorter(scene: Scene, stretches: tuple[str, ...], name: str, wish: PlanWish) -> Outcome:
    """A routine in another length than its own: some of its stretches, or what can be had instead."""
    plan = best_plan(scene, wish, stretches)
    if plan is None or not plan.fits(wish):
        return start_planned(scene, wish)
    practice = practice_for(scene, plan_name(minutes_of(plan.seconds)), plan, wish)
    return begin_practice(scene, practice, scene.say("of_that_routine", routine=scene.name_of(name)))


def start_offered(scene: Scene, _: Event) -> Outcome:
    """Yes to the plan that was offered."""
    wish, level = scene.asked(OfferedPlan).wish, scene.asked(OfferedPlan).level

    def start(scene: Scene) -> Outcome:
        plan = best_plan(scene, wish)
        return _begin(scene, wish, plan) if plan is not None else start_planned(scene, wish, level)

    return at_level(scene, level, start, told=False)


def offer_without(scene: Scene, wish: PlanWish) -> Outcome:
    """What is not there is noted, and nothing is begun that nobody asked for: a plan is offered."""
    told, plan = scene.say("plan_without"), best_plan(scene, wish)
    if plan is None:
        return ask(scene, told, scene.say("ask_what_next"))
    question = scene.say("ask_plan", minutes=minutes_of(plan.seconds))
    return ask(scene, told, question, OfferedPlan(replace(wish, seconds=plan.seconds)))


def take_minutes(scene: Scene, event: AdjustHold) -> Outcome:
    """A length of time as the answer to how long a practice may take."""
    if event.seconds is None:
        return ask_the_same(scene, scene.say("once_more"))
    asked = scene.asked(HowLong)
    return _start(scene, replace(asked.wish, seconds=event.seconds), asked.level)


def take_number(scene: Scene, event: Choose) -> Outcome:
    """A bare number as the answer to how long a practice may take: so many minutes."""
    if not event.ordinal.isdigit():
        return ask_again(scene)
    return _of_minutes(scene, scene.asked(HowLong), event)


def take_other_number(scene: Scene, event: Choose) -> Outcome | NotAnAnswer:
    """A bare number while a plan is offered: so many minutes; of a list told meanwhile, its number."""
    if scene.state.thread.listed or not event.ordinal.isdigit():
        return NotAnAnswer()
    return _of_minutes(scene, scene.asked(OfferedPlan), event)


def take_wish(scene: Scene, event: StartRoutine) -> Outcome | NotAnAnswer:
    """A wish as the answer to how long it may take; a routine's name is no answer and starts it."""
    if event.wish is None or not event.routine.is_nameless:
        return NotAnAnswer()
    told = {name: value for name, value in vars(event.wish).items() if value}
    asked = scene.asked(HowLong)
    return _start(scene, replace(asked.wish, **told), event.level or asked.level)


def tell_why(scene: Scene, _: Event) -> Outcome:
    """Why these stretches: tell what the practice, or the offered plan, was put together by."""
    practice, question = scene.state.latest, scene.state.question
    if isinstance(question, OfferedPlan):
        wish = question.wish
        plan = best_plan(scene, wish)
        if plan is not None:
            return inform(scene, _reasons(scene, wish, plan.stretches, minutes_of(plan.seconds)))
    if practice is None:
        return inform(scene, scene.say("nothing_running"))
    if practice.wish is not None:
        stretches = tuple(item.stretch for item in practice.items)
        minutes = plan_minutes(practice.name)
        return inform(scene, _reasons(scene, practice.wish, stretches, minutes))
    if practice.name.startswith((OWN, PLAN)):
        return inform(scene, scene.say("why_own"))
    if practice.name in scene.library.routines:
        source = scene.library.routines[practice.name].source
        return inform(scene, scene.say("why_ours", source=scene.words.language.sources[source]))
    return inform(scene, scene.words.stretch(practice.name).benefit)


def _of_minutes(scene: Scene, asked: HowLong | OfferedPlan, event: Choose) -> Outcome:
    return _start(scene, replace(asked.wish, seconds=60.0 * int(event.ordinal)), asked.level)


def _start(scene: Scene, wish: PlanWish, level: str) -> Outcome:
    return at_level(scene, level, lambda scene: start_planned(scene, wish, level), told=False)


def _ask_how_long(scene: Scene, wish: PlanWish, level: str) -> Outcome:
    """Ask for a length with an example, once; then drop it."""
    if isinstance(scene.state.question, HowLong):
        return ask(scene, scene.say("never_mind"), scene.say("ask_what_next"))
    return ask(scene, "", scene.say("ask_minutes"), HowLong(wish, level))


def _begin(scene: Scene, wish: PlanWish, plan: Plan) -> Outcome:
    name = plan_name(minutes_of(plan.seconds))
    practice = practice_for(scene, name, plan, wish)
    return begin_practice(scene, practice)


def _offer(scene: Scene, wish: PlanWish, told: str, level: str) -> Outcome:
    return ask(scene, told, scene.say("ask_that_one"), OfferedPlan(wish, level))


def _reasons(scene: Scene, wish: PlanWish, stretches: tuple[str, ...], minutes: int) -> str:
    """The two or three strongest reasons: time and part of the body, what has waited."""
    if len(stretches) == 1:
        return scene.words.stretch(stretches[0]).benefit
    told = [scene.say("why_time", minutes=minutes)]
    if wish.area:
        told.append(scene.say("why_area", area=scene.words.language.areas[wish.area]))
    else:
        told.append(scene.say("why_order"))
    waited = _waited_longest(scene, stretches)
    if waited:
        told.append(scene.say("why_waited", stretch=scene.name_of(waited)))
    elif scene.profile.preferences.left_out:
        told.append(
            scene.say("why_left_out", stretches=scene.names_of(scene.profile.preferences.left_out))
        )
    return " ".join(told)


def _waited_longest(scene: Scene, stretches: tuple[str, ...]) -> str:
    """The id of the stretch not done for longest; empty where none has waited long."""
    lately = scene.profile.lately
    waited = {
        stretch: (scene.now.date() - date.fromisoformat(lately[stretch])).days
        for stretch in stretches
        if stretch in lately
    }
    longest = max(waited, key=lambda stretch: (waited[stretch], stretch), default="")
    return longest if longest and waited[longest] >= WAITED else ""
