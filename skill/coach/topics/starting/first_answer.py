"""The first answer of a practice: what is said before anybody lies down, then the first coaching."""

from skill.coach.conversation.answers.answers import ask, coach, coming_out
from skill.coach.conversation.answers.running_time import heard_seconds
from skill.coach.conversation.care.cautions import teaches_in_the_hold
from skill.coach.conversation.care.verdicts import is_refused
from skill.coach.conversation.coming_back.aside import put_aside
from skill.coach.conversation.coming_back.fetching import TO_HEAR, fetching, seconds_to_fetch
from skill.coach.conversation.personal_practice import SLEEP, minutes_of, practice_of
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.practice.cues.cues import Cue, length
from skill.coach.practice.practice import Practice, plan_minutes
from skill.library.records import BED, Level

A_WORD = 4.0
"""Seconds of words up to which a stretch follows without a pause: whoever waits wants to begin; ours."""


def begin(scene: Scene, name: str, stretches: tuple[str, ...], *told: str) -> Outcome:
    """Start a practice of these stretches.

    Args:
        scene: The conversation.
        name: The stretch or routine it is started as.
        stretches: Its stretches, in order.
        *told: What is said before anything else.
    """
    return begin_practice(scene, practice_of(scene, name, stretches), *told)


def begin_practice(scene: Scene, practice: Practice, *told: str, overview: str = "") -> Outcome:
    """Start a practice that has already been put together.

    Args:
        scene: The conversation.
        practice: The practice.
        *told: What is said before anything else.
        overview: What it has in it, in one sentence; empty for the usual one.
    """
    out = coming_out(scene)
    scene = put_aside(scene)
    # A practice that names its position starts there: nobody in bed is told to get down to the floor.
    thread = scene.state.thread.beginning(practice.id, practice.name)
    scene = scene.with_state(body=practice.body, thread=thread)
    scene, lead = opening(scene, practice, out, *told, overview=overview)
    first = practice.place_of(0)
    return coach(scene, practice, first, lead, fetch=seconds_to_fetch(scene, practice, first))


def opening(
    scene: Scene, practice: Practice, *told: str, overview: str = ""
) -> tuple[Scene, tuple[Cue, ...]]:
    """What is said before a practice, and the scene in which it has been said."""
    place = practice.place_of(0)
    in_bed = practice.wish is not None and practice.wish.place == BED
    told = (*told, scene.say("plan_in_bed") if in_bed else "")
    calm = practice.wish is not None and practice.wish.place == SLEEP
    told = (*told, scene.say("plan_before_sleep") if calm else "")
    preferences = scene.profile.preferences
    after = []
    if scene.limits.alone or not (preferences.taught or preferences.introduced):
        # Nobody knows who hears a recording; and whoever asked in one breath has not heard the welcome.
        after.append(scene.say("stop_if_it_hurts"))
    if not preferences.taught and not teaches_in_the_hold(practice, place):
        after.append(scene.say("teach_interrupting"))
        scene = scene.with_preferences(taught=True)
    after.append(_eased(scene, practice))
    things = fetching(scene, practice, place)

    def lead(overview: str) -> tuple[Cue, ...]:
        words = scene.said(*told, overview, *after)
        pause = scene.quiet(TO_HEAR) if length(words) > A_WORD else ()
        return (*words, *pause, *things)

    if practice.is_routine and not overview:
        overview = _overview(scene, practice, A_FEW)
        if practice.wish is None:
            # How many minutes it takes counts the words that say so, whatever number they say.
            seconds = heard_seconds(scene, practice, place, lead(overview))
            overview = _overview(scene, practice, minutes_of(seconds))
    return scene, lead(overview)


def seconds_of(scene: Scene, practice: Practice) -> float:
    """Seconds that a practice takes from its first word to its last, started now."""
    there, lead = opening(scene.with_state(body=practice.body), practice)
    return heard_seconds(there, practice, practice.place_of(0), lead)


def minutes_for(scene: Scene, name: str, stretches: tuple[str, ...]) -> int:
    """About how many minutes a practice of these stretches takes, started now under this name."""
    return minutes_of(seconds_of(scene, practice_of(scene, name, stretches)))


def begin_without_avoided(scene: Scene, name: str, stretches: tuple[str, ...], *told: str) -> Outcome:
    """Start a routine without stretches that this person leaves out; it says so, and never why."""
    stretches = tuple(s for s in stretches if s not in scene.state.done_today)
    avoided = [s for s in stretches if _is_avoided(scene, s)]
    unsuited = [s for s in stretches if s not in avoided and is_refused(scene, s)]
    kept = left_to_do(scene, stretches)
    if not kept:
        return ask(scene, scene.say("nothing_left_of_it"), scene.say("ask_what_next"))
    if avoided:
        told = (*told, scene.say("left_out_as_wished", stretches=scene.names_of(avoided)))
    if unsuited:
        told = (*told, scene.say("care_left_out_of_it", stretches=scene.names_of(unsuited)))
    return begin(scene, name, kept, *told)


def left_to_do(scene: Scene, stretches: tuple[str, ...]) -> tuple[str, ...]:
    """What this person does of a routine: without what is left out, done already, or not suited."""
    return tuple(
        stretch
        for stretch in stretches
        if stretch not in scene.state.done_today
        and not _is_avoided(scene, stretch)
        and not is_refused(scene, stretch)
    )


def _is_avoided(scene: Scene, stretch: str) -> bool:
    return stretch in (*scene.profile.preferences.left_out, *scene.state.out_today)


A_FEW = 10
"""Minutes that stand for those of a routine as long as they are not known."""


def _overview(scene: Scene, practice: Practice, minutes: int) -> str:
    """What is to come, and how long it takes; of a plan as it was announced."""
    if practice.wish is not None:
        area = practice.wish.area
        prompt = "plan_overview_for" if area else "plan_overview"
        named = scene.words.language.areas[area] if area else ""
        planned = plan_minutes(practice.name)
        return scene.say(prompt, count=len(practice.items), minutes=planned, area=named)
    return scene.say(
        "routine_overview",
        routine=scene.name_of(practice.name),
        count=len(practice.items),
        minutes=minutes,
    )


def _eased(scene: Scene, practice: Practice) -> str:
    """A sentence on the stretches done gently since the person once said so of them; else empty."""
    preferences = scene.liked
    stretches = [item.stretch for item in practice.items]
    gentle = [s for s in stretches if preferences.levels.get(s) is Level.GENTLE]
    if not gentle or preferences.level is Level.GENTLE:
        return ""
    return scene.say("kept_gentle", stretches=scene.names_of(gentle))
