"""Saying something, and back to what was before: a running practice, a question, or "what next?"."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask_the_same, ask_what_next, close, coach
from skill.coach.conversation.coming_back.fetching import fetching_on
from skill.coach.conversation.coming_back.recap import back_into
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.state import Course
from skill.coach.person.profile import Leaving, SavedPractice
from skill.coach.practice.cues.cues import length
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.timeline import segment_at

LONG_ASIDE = 6.0
"""Seconds of words beyond which the body is let out of the stretch while it listens."""


def put_aside(scene: Scene, leaving: Leaving = Leaving.BY_USER) -> Scene:
    """The scene with the practice under way kept where it stands; one that was not begun is dropped."""
    if not scene.is_practising:
        return scene
    saved = SavedPractice(
        scene.practice,
        scene.place,
        scene.kept_at(scene.practice),
        scene.worked,
        leaving,
        counted=scene.under_way.counted,
        played=scene.under_way.played,
        ran_out=scene.ran_out_in(scene.practice) + (leaving is Leaving.BY_SILENCE),
        ended=not was_begun(scene) and leaving is Leaving.BY_USER,
    )
    return replace(scene, profile=scene.profile.with_practice(saved))


def was_begun(scene: Scene) -> bool:
    """Whether so much was done that the practice is worth coming back to."""
    return scene.worked > 0 or not is_only_on_the_way(scene.practice, scene.place)


def is_only_on_the_way(practice: Practice, place: Place) -> bool:
    """Whether nothing was held or moved up to a place.

    Of a routine not if one had got into the position of its first stretch: it is what one came for.
    """
    on_the_way = (Phase.SETTLE,) if practice.is_routine else (Phase.SETTLE, Phase.STEP)
    return place.item == 0 and place.repetition == 1 and place.phase in on_the_way


def inform(scene: Scene, text: str) -> Outcome:
    """Tell something, and go back to what was before: a running practice, a question, or "what next?".

    A session that was opened for this request alone ends.
    """
    if scene.runs:
        return aside(scene, text)
    if scene.state.question is not None:
        return ask_the_same(scene, text)
    if scene.state.one_shot and not scene.plays:
        return close(scene, text)
    return ask_what_next(scene, text)


def carry_on(scene: Scene, text: str) -> Outcome:
    """Say something, and carry on with a practice that runs; one that waits goes on waiting."""
    if scene.runs:
        return aside(scene, text)
    return inform(put_aside(scene), text)


def aside(scene: Scene, text: str) -> Outcome:
    """Say something in the middle of a practice, and carry on where it was.

    The seconds of a hold stand still meanwhile. Before a long text the body is let out of the stretch;
    after it there is time to get back in. Nobody listens on one leg. A rest goes on waiting for a word:
    what comes next is announced again, and not begun.
    """
    practice, (place, worked) = scene.practice, onward(scene)
    if scene.resting and not scene.plays:
        outcome = coach(scene, practice, scene.place, scene.said(text), scene.worked, waits=True)
    elif place.phase not in WORK_PHASES or not lets_out(scene, text):
        # Whoever says no more than to go on has it all.
        things = fetching_on(scene) if text else ()
        lead = scene.said(text, "" if practice.is_end(place) or things else scene.say("back_to_it"))
        out = scene.out or scene.resting
        outcome = coach(scene, practice, place, lead + things, worked, out=out, fetch=length(things))
    else:
        ease_out = "" if scene.out else scene.say("ease_out")
        lead = scene.said(ease_out, text, scene.say("back_in"))
        way_in = back_into(scene, practice, segment_at(practice, place))
        outcome = coach(scene, practice, place, lead, worked, way_in=way_in)
    running = outcome.state.course is Course.RUNNING
    return replace(outcome, state=replace(outcome.state, said=text)) if running else outcome


def told_again(scene: Scene, told: str, start: Place) -> Outcome:
    """What is told before the work, once more from a place on, and what is left to be fetched."""
    things = fetching_on(scene)
    lead = scene.said(told) + things
    return coach(scene, scene.practice, start, lead, scene.worked, fetch=length(things))


def onward(scene: Scene) -> tuple[Place, float]:
    """Where the practice goes on, and the seconds already held or moved there.

    After a hold that lasted until a word, and ran out, the way out has been told: its stretch is over.
    """
    place = scene.place
    if scene.resting and place.phase is Phase.RELEASE:
        return scene.practice.place_of(place.item + 1), 0.0
    return place, scene.worked


def lets_out(scene: Scene, text: str) -> bool:
    """Whether the body is, or has to be, out of the stretch in progress while this text is said."""
    seconds = length(scene.notice) + scene.words.seconds(text)
    return scene.out or seconds > LONG_ASIDE or scene.item.at_a_time > 0
