"""Where somebody is, in one sentence."""

from skill.coach.practice import Phase, Place, Practice
from skill.coach.scene import Scene
from skill.words.numbers import roughly


def recap(scene: Scene, practice: Practice, place: Place, *, whole: bool = False) -> str:
    """Where somebody is, in one sentence: stretch, repetition, side, what is left.

    Args:
        scene: The conversation.
        practice: The practice.
        place: Where in it.
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
