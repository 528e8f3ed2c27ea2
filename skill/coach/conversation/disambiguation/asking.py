"""Asking which stretch is meant, by position; or offering the names nearest to an unknown one."""

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.coming_back.aside import aside
from skill.coach.conversation.disambiguation.options import (
    OFFERED_AT_ONCE,
    in_order,
    namesakes,
    nearest,
    others_to_offer,
    share_a_name,
    told_apart,
)
from skill.coach.conversation.events import AboutStretch, Asked, StartStretch
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import ThisStretch, WhichStretch

Intention = type[AboutStretch]
"""The event to make once it is clear which stretch it is about."""


def ask_which(
    scene: Scene,
    intention: Intention,
    options: tuple[str, ...],
    start: StartStretch | None = None,
    *,
    again: bool = False,
) -> Outcome:
    """Ask which of several stretches is meant, by position; the one that suits the body comes first.

    What has nothing in common but that it was listed together is asked for by name.

    Args:
        scene: The conversation.
        intention: The event to make with the stretch.
        options: The ids of the stretches that may be meant.
        start: How it is to be started, where that was said too.
        again: Whether another one of them was just declined.
    """
    if len(options) == 1:
        return _did_you_mean(scene, intention, options[0], start=start)
    ordered = in_order(scene, options)
    chosen = scene.profile.preferences.choices.get(namesakes(options))
    if chosen in options:
        return _same_as_last(scene, intention, chosen, ordered, start)
    if not share_a_name(scene, options):
        options = options if again else ordered
        names = [scene.name_of(option) for option in options[:OFFERED_AT_ONCE]]
        prompt = "then_which" if again else "which_practice"
        question = scene.say(prompt, choices=scene.words.one_of(names))
        return ask(scene, "", question, WhichStretch(intention, options, start))
    offered = min(len(options), OFFERED_AT_ONCE)
    counted = "which_one_count" if offered == len(options) else "which_one_first"
    return ask(
        scene,
        scene.say(counted, count=len(options), offered=offered),
        scene.say("which_one", choices=told_apart(scene, ordered[:OFFERED_AT_ONCE])),
        WhichStretch(intention, ordered, start),
    )


def ask_for_a_name(scene: Scene, intention: Intention, start: StartStretch | None = None) -> Outcome:
    """Ask for a stretch by name, where none was said."""
    return ask(scene, "", scene.say("ask_for_a_name"), WhichStretch(intention, (), start))


def ask_nearest(
    scene: Scene, intention: Intention, asked: Asked, start: StartStretch | None = None
) -> Outcome:
    """Offer the stretches whose names are nearest to an unknown name.

    In the middle of a stretch it was the television, or can wait: half a sentence, and on.
    """
    if asked.is_nameless:
        return ask(scene, "", scene.say("ask_for_a_name"))
    if scene.runs and not scene.resting:
        return aside(scene, scene.say("unknown_in_passing"))
    near = nearest(scene, asked.heard)
    told = scene.say("unknown_stretch", heard=asked.heard)
    others = others_to_offer(scene) if intention is StartStretch else ()
    if not near and not others:
        return ask(scene, told, scene.say("ask_list"))
    if not near:
        names = scene.words.one_of([scene.name_of(option) for option in others])
        return ask(
            scene, told, scene.say("instead", choices=names), WhichStretch(intention, others, start)
        )
    if len(near) == 1:
        return _did_you_mean(scene, intention, near[0], told, start=start)
    names = scene.words.one_of([scene.name_of(option) for option in near])
    return ask(scene, told, scene.say("nearest", choices=names), WhichStretch(intention, near, start))


def _same_as_last(
    scene: Scene,
    intention: Intention,
    chosen: str,
    ordered: tuple[str, ...],
    start: StartStretch | None,
) -> Outcome:
    """Offer the stretch that was meant last time; after a no, the others are offered."""
    others = tuple(option for option in ordered if option != chosen)
    question = scene.say("same_as_last", stretch=scene.name_of(chosen))
    return ask(scene, "", question, ThisStretch(intention, chosen, others, start))


def _did_you_mean(
    scene: Scene,
    intention: Intention,
    stretch: str,
    told: str = "",
    start: StartStretch | None = None,
) -> Outcome:
    question = scene.say("did_you_mean", stretch=scene.name_of(stretch))
    return ask(scene, told, question, ThisStretch(intention, stretch, (), start))
