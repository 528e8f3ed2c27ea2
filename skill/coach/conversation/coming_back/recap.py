"""Where somebody is in a practice, told in one sentence; and the way down and back in."""

from skill.coach.conversation.scene import Scene
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.getting_there import get_in_cues
from skill.coach.practice.score.in_and_out import way_in
from skill.coach.practice.timeline import Segment
from skill.library.records import Movement
from skill.words.numbers import roughly


def way_down(scene: Scene, practice: Practice, place: Place) -> tuple[Cue, ...]:
    """How to get into position again, and time for it; empty where the body is in it already."""
    score = scene.score(practice)
    stretch = scene.library.stretches[place.stretch]
    position = score.position_of(place.stretch)
    if place.phase in WORK_PHASES and stretch.ends_in == scene.state.body:
        return ()
    return get_in_cues(score, scene.state.body, position)


def back_into(
    scene: Scene, practice: Practice, segment: Segment, *, begun: bool = True
) -> tuple[Cue, ...]:
    """The way back into a stretch that had begun: how, time for it, and a word to begin on."""
    item = practice.items[segment.item]
    moving = isinstance(item.work, Movement)
    return (
        *way_in(scene.score(practice), segment),
        *scene.said(scene.say("move_on" if moving else "hold_on") if begun else ""),
    )


def recap(scene: Scene, practice: Practice, place: Place, *, whole: bool = False) -> str:
    """Where the person is, in one sentence: stretch, repetition, side, what is left.

    Args:
        scene: The conversation.
        practice: The practice.
        place: Where in the practice.
        whole: Say repetition and side even where the timeline is about to name them.
    """
    item = practice.items[place.item]
    parts = [scene.name_of(place.stretch)]
    if place.phase in (Phase.SETTLE, Phase.SWITCH) and not whole:
        return _sentence(parts[0])
    if item.rounds > 1:
        parts.append(
            scene.say(
                "recap_repetition",
                repetition=scene.words.ordinal(place.repetition),
                repetitions=item.rounds,
            )
        )
    if place.side is not None:
        parts.append(scene.say("recap_side", side=scene.words.side(place.side)))
    if place.phase is Phase.HOLD:
        seconds = scene.score(practice).effort_at(place).seconds
        parts.append(scene.say("recap_left", seconds=roughly(seconds - place.held)))
    return _sentence(", ".join(parts))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
