"""What conditions mean for the practice under way, and for the stretch in progress."""

from collections.abc import Sequence

from skill.coach.conversation.answers.answers import coming_out
from skill.coach.conversation.care.verdicts import unsuited_from
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.safety.verdicts_in_words import verdict_in_words


def tell_in_practice(scene: Scene, conditions: Sequence[str]) -> Outcome:
    """What it means for the practice under way; out of the stretch in progress where that is no good."""
    told = told_of_one(scene, conditions, scene.place.stretch)
    if scene.runs and leaves_this_one(scene):
        return leave_this_one(scene, f"{coming_out(scene)} {told}".strip())
    return inform(scene, told)


def told_of_one(scene: Scene, conditions: Sequence[str], stretch: str) -> str:
    """What conditions mean for one stretch, and what else of the practice is left out for them."""
    return f"{verdict_in_words(scene, conditions, stretch)} {left_out_besides(scene, stretch)}".strip()


def left_out_besides(scene: Scene, stretch: str, prompt: str = "care_left_out_of_it") -> str:
    """What else of the practice under way is left out by what was said; empty where nothing is."""
    if not scene.is_practising:
        return ""
    ahead = unsuited_from(scene, scene.practice, scene.place.item)
    others = tuple(each for each in ahead if each != stretch)
    return scene.say(prompt, stretches=scene.names_of(others)) if others else ""


def leaves_this_one(scene: Scene) -> bool:
    """Whether the stretch in progress is left out by what was said."""
    return scene.place.stretch in unsuited_from(scene, scene.practice, scene.place.item)


def is_undecided(scene: Scene, condition: str) -> bool:
    """Whether how careful to be with a condition changes anything about what is still to come."""
    known = scene.library.conditions[condition]
    ahead = scene.practice.items[scene.place.item :]
    columns = [scene.library.care[column] for column in known.columns]
    verdicts = [{column[item.stretch].verdict for column in columns} for item in ahead]
    return bool(known.asks) and any(len(different) > 1 for different in verdicts)
