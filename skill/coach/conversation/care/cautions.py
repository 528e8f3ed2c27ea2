"""What is told before stretches, to whom it concerns.

Whoever named a condition is told the easier way, if there is one. Whoever named none is told who should
leave a stretch out: once for each stretch, or once for a whole routine at its start.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from skill.coach.conversation.care.verdicts import care_for, why, with_it
from skill.coach.conversation.scene import NAMED, Scene
from skill.coach.practice.cautions import Caution
from skill.coach.practice.place import GETTING_IN, Place
from skill.coach.practice.practice import Practice
from skill.library.care import Verdict

STRETCHES_NAMED = 2
"""Up to how many stretches of a routine are named, beside the conditions; more are counted."""

FIRST_NAMED = 3
"""How many conditions are named that are to be told first, since a stretch is eased for them or, after a
question, left out; beside those that leave it out."""


def cautions_ahead(scene: Scene, practice: Practice, place: Place) -> tuple[Caution, ...]:
    """What is to be told before the stretches that begin from a place on.

    Computed anew for every answer, since a condition may have been named and stretches skipped.
    """
    first = place.item + _is_told(practice, place)
    ahead = list(enumerate(practice.items))[first:]
    eased = [Caution(number, text) for number, item in ahead if (text := _easier(scene, item.stretch))]
    known = scene.profile.preferences.cautioned
    untold = [item.stretch for _, item in ahead if item.stretch not in known]
    if scene.state.conditions or not untold:
        return tuple(eased)
    text = _who_is_to_listen(scene, untold) if practice.is_routine else who_leaves_out(scene, untold[0])
    return (Caution(ahead[0][0], text, tuple(untold)),) if text else ()


def cautions_missed(scene: Scene, practice: Practice, place: Place) -> str:
    """What is to mind about a stretch that is taken up in the middle, as far as it was not heard.

    It does not count as heard: it is told again when that stretch is begun.
    """
    if practice.is_end(place) or practice.is_before(place):
        return ""
    if text := _easier(scene, place.stretch):
        return text
    if scene.state.conditions or place.stretch in scene.profile.preferences.cautioned:
        return ""
    return who_leaves_out(scene, place.stretch)


def caution_heard(scene: Scene, *stretches: str) -> Scene:
    """The scene with what is to mind about these stretches noted as heard; it is not told again."""
    known = scene.profile.preferences.cautioned
    new = tuple(dict.fromkeys(stretch for stretch in stretches if stretch not in known))
    return scene.with_preferences(cautioned=(*known, *new)) if new else scene


def cautions_passed(practice: Practice, cautions: Sequence[Caution], place: Place) -> Iterator[str]:
    """The stretches of which it was heard who is to mind them, up to a place that has passed it."""
    for caution in cautions:
        if caution.item < place.item or (caution.item == place.item and _is_told(practice, place)):
            yield from caution.about


def _is_told(practice: Practice, place: Place) -> bool:
    """Whether all has been told that is told before the stretch in progress."""
    return not practice.is_before(place) or place.step >= GETTING_IN


def who_leaves_out(scene: Scene, stretch: str) -> str:
    """Who should leave a stretch out, and who should say so first; empty where it is nobody."""
    left_out = scene.library.conditions_with(Verdict.LEAVE_OUT, stretch)[:NAMED]
    depends = scene.library.conditions_that_depend(stretch)
    eased = (*depends[:1], *scene.library.conditions_with(Verdict.EASE, stretch))[:FIRST_NAMED]
    told = []
    if left_out:
        told.append(scene.say("caution_leave_out", conditions=_with(scene, left_out)))
    if eased:
        told.append(scene.say(_heard(scene, "caution_ease"), conditions=_with(scene, eased)))
    return " ".join(told)


def _who_is_to_listen(scene: Scene, stretches: Sequence[str]) -> str:
    """Who should leave some stretches of a routine out, and which or how many; empty for nobody.

    Those are named with whom most of them are left out: nobody listens to a long list.
    """
    left_out = {
        stretch: scene.library.conditions_with(Verdict.LEAVE_OUT, stretch) for stretch in stretches
    }
    often = Counter(condition for conditions in left_out.values() for condition in conditions)
    named = [condition for condition, _ in often.most_common(NAMED)]
    about = [stretch for stretch, conditions in left_out.items() if set(conditions) & set(named)]
    if not about:
        return ""
    who = {"conditions": _with(scene, named), "said": _said(scene, named[0])}
    if len(about) <= STRETCHES_NAMED:
        prompt = _heard(scene, "caution_routine_named")
        told = scene.say(prompt, stretches=scene.names_of(about), **who)
    else:
        told = scene.say(_heard(scene, "caution_routine"), count=len(about), **who)
    depends = dict.fromkeys(
        condition for stretch in stretches for condition in scene.library.conditions_that_depend(stretch)
    )
    return f"{told} {_if_it_depends(scene, tuple(depends)[:FIRST_NAMED])}" if depends else told


def _if_it_depends(scene: Scene, conditions: Sequence[str]) -> str:
    """Who should say so first, since a question decides whether a stretch is left out for them."""
    return scene.say(_heard(scene, "caution_depends"), conditions=_with(scene, conditions))


def _heard(scene: Scene, prompt: str) -> str:
    """A prompt that offers something, or what is said in its place where nobody can take it up."""
    return f"{prompt}_alone" if scene.limits.alone else prompt


def _said(scene: Scene, condition: str) -> str:
    """A condition in words that can be said to her."""
    return scene.words.language.conditions[condition].said


def _with(scene: Scene, conditions: Sequence[str]) -> str:
    """Conditions as a sentence names them; a word that each begins with is said once."""
    told: list[str] = []
    opening = ""
    for condition in conditions:
        first, _, rest = with_it(scene, condition).partition(" ")
        told.append(rest if first == opening else f"{first} {rest}")
        opening = first
    return scene.words.one_of(told)


def _easier(scene: Scene, stretch: str) -> str:
    """How a stretch is to be done by what was said in this session; empty where it is done as usual."""
    care = care_for(scene, stretch)
    return why(scene, care) if care is not None and care.verdict is Verdict.EASE else ""
