"""What is needed for stretches: a chair, a strap, or nothing."""

from collections.abc import Sequence

from skill.coach.conversation.scene import Scene
from skill.library.records import EVERYTHING


def needed_for(scene: Scene, stretches: Sequence[str], thing: str) -> str:
    """Whether a thing is needed for some stretches, and for which; or all that is needed for them.

    Args:
        scene: The conversation.
        stretches: The ids of the stretches.
        thing: An id of the `EQUIPMENT` slot type; `everything` for all that is needed.
    """
    each = [scene.library.stretches[stretch] for stretch in dict.fromkeys(stretches)]
    if thing == EVERYTHING:
        things = dict.fromkeys(needed for stretch in each for needed in stretch.equipment)
        names = [scene.words.language.equipment[needed] for needed in things]
        return (
            scene.say("needed", things=scene.words.all_of(names))
            if names
            else scene.say("needs_nothing")
        )
    needing = [stretch.id for stretch in each if thing in stretch.equipment]
    if needing:
        return scene.say("needs_it", stretches=scene.names_of(needing))
    helped = [stretch.id for stretch in each if thing in stretch.helpful]
    if helped:
        return scene.say("helped_by_it", stretches=scene.names_of(helped))
    return scene.say("does_not_need_it")
