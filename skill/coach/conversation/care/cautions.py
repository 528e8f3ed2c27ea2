"""What is told before stretches, to whom it concerns.

Everybody is told who should leave a stretch out: once for each stretch, or once for a whole routine at
its start. Whoever named a condition is told the easier way, if there is one, and of that no more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from skill.coach.conversation.care.verdicts import care_for, each_with_it, why
from skill.coach.conversation.scene import NAMED, Scene
from skill.coach.practice.cautions import Caution, Moment
from skill.coach.practice.place import GETTING_IN, LAST_MOVE, Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.wordings.dealing import WORTH_A_WORD
from skill.coach.practice.wordings.texts import sentences
from skill.library.care import Verdict
from skill.library.records import Hold

STRETCHES_NAMED = 2
"""Up to how many stretches of a routine are named, beside the conditions; more are counted."""

FIRST_NAMED = 3
"""How many conditions are named that are to be told first, since a stretch is eased for them or, after a
question, left out; beside those that leave it out."""

GOING_SOMEWHERE = 6.0
"""Seconds of quiet from which a first step is a way to somewhere, in which one can listen; ours."""


def cautions_ahead(scene: Scene, practice: Practice, place: Place) -> tuple[Caution, ...]:
    """What is to be told before the stretches that begin from a place on, and how to interrupt.

    Computed anew for every answer, since a condition may have been named and stretches skipped.
    """
    minded = _minded_ahead(scene, practice, place)
    if scene.profile.preferences.taught or not teaches_in_the_hold(practice, place):
        return minded
    return (*minded, Caution(place.item, scene.say("teach_interrupting"), moment=Moment.IN_THE_HOLD))


def teaches_in_the_hold(practice: Practice, place: Place) -> bool:
    """Whether the next work is the first of a stretch, a hold, and long enough for a word in it."""
    if not practice.is_before(place) and place.phase is not Phase.STEP:
        return False
    item = practice.items[place.item]
    first = item.efforts[0]
    return isinstance(item.work, Hold) and not item.is_stay(first) and first.seconds >= WORTH_A_WORD


def lesson_told(scene: Scene, cautions: Sequence[Caution], cut: Place) -> Scene:
    """The scene after an answer up to `cut`: how to interrupt is told once, if it was among it."""
    told = any(caution.moment is Moment.IN_THE_HOLD for caution in cautions)
    return scene.with_preferences(taught=True) if told and cut.phase is not Phase.STEP else scene


def _minded_ahead(scene: Scene, practice: Practice, place: Place) -> tuple[Caution, ...]:
    first = place.item + _is_told(practice, place)
    ahead = list(enumerate(practice.items))[first:]
    eased = [Caution(number, text) for number, item in ahead if (text := _easier(scene, item.stretch))]
    if not practice.is_routine:
        return (*eased, *_about_one(scene, practice, place))
    known = scene.profile.preferences.cautioned
    untold = [item.stretch for _, item in ahead if item.stretch not in known]
    text = _who_is_to_listen(scene, untold)
    return (*eased, Caution(ahead[0][0], text, tuple(untold))) if text else tuple(eased)


def _about_one(scene: Scene, practice: Practice, place: Place) -> tuple[Caution, ...]:
    """What is told before a single stretch: who leaves it out at once, who says so first on the way."""
    item = practice.items[place.item]
    if item.stretch in scene.profile.preferences.cautioned:
        return ()
    named, later = _named(scene), _moment(scene, practice, place)
    told = [
        Caution(place.item, text, moment=moment)
        for text, moment in (
            (_left_out(scene, item.stretch, named), Moment.BEFORE),
            (_said_first(scene, item.stretch, named), later),
        )
        if text and not _is_told(practice, place, moment)
    ]
    # All of it was heard when the last of it was.
    return (*told[:-1], replace(told[-1], about=(item.stretch,))) if told else ()


def _moment(scene: Scene, practice: Practice, place: Place) -> Moment:
    """Where there is quiet enough to listen before the stretch's own first movement.

    Whoever nobody can make it easier for leaves it out, and hears that before getting down.
    """
    if scene.limits.alone:
        return Moment.BEFORE
    item = practice.items[place.item]
    score = scene.score(practice, ())
    way = score.get_in(scene.state.body, score.position_of(item.stretch))
    if len(sentences(way)) > 1:
        return Moment.ON_THE_WAY
    first, *_ = scene.words.stretch(item.stretch, item.way).takes.get("steps", (0.0,))
    return Moment.AT_THE_WALL if first >= GOING_SOMEWHERE and not item.brief else Moment.BEFORE


def cautions_missed(scene: Scene, practice: Practice, place: Place) -> str:
    """What is to mind about a stretch that is taken up in the middle, as far as it was not heard.

    It does not count as heard: it is told again when that stretch is begun.
    """
    if practice.is_end(place) or practice.is_before(place):
        return ""
    stretch, known = place.stretch, scene.profile.preferences.cautioned
    others = "" if stretch in known else _in_words(scene, stretch, _named(scene))
    return " ".join(filter(None, (_easier(scene, stretch), others)))


def caution_heard(scene: Scene, *stretches: str) -> Scene:
    """The scene with what is to mind about these stretches noted as heard; it is not told again."""
    known = scene.profile.preferences.cautioned
    new = tuple(dict.fromkeys(stretch for stretch in stretches if stretch not in known))
    return scene.with_preferences(cautioned=(*known, *new)) if new else scene


def cautions_passed(practice: Practice, cautions: Sequence[Caution], place: Place) -> Iterator[str]:
    """The stretches of which it was heard who is to mind them, up to a place that has passed it."""
    for caution in cautions:
        here = caution.item == place.item
        if caution.item < place.item or (here and _is_told(practice, place, caution.moment)):
            yield from caution.about


def _is_told(practice: Practice, place: Place, moment: Moment = Moment.BEFORE) -> bool:
    """Whether what is told at a moment before the stretch in progress has been told."""
    if not practice.is_before(place):
        return moment is not Moment.AT_THE_WALL or place.phase is not Phase.STEP or place.step > 0
    if moment is Moment.AT_THE_WALL:
        return False
    return place.step >= (GETTING_IN if moment is Moment.BEFORE else LAST_MOVE)


def who_leaves_out(scene: Scene, stretch: str) -> str:
    """Who should leave a stretch out, and who should say so first; empty where it is nobody."""
    return _in_words(scene, stretch, frozenset())


def _in_words(scene: Scene, stretch: str, named: frozenset[str]) -> str:
    """The same without the conditions of some families."""
    parts = (_left_out(scene, stretch, named), _said_first(scene, stretch, named))
    return " ".join(filter(None, parts))


def _named(scene: Scene) -> frozenset[str]:
    """The families of the conditions that were named in this session: of them all is told already."""
    conditions = scene.library.conditions
    counted = (each.condition for each in scene.state.conditions)
    return frozenset(scene.library.family(each) for each in counted if each in conditions)


def _but(scene: Scene, named: frozenset[str], conditions: Iterable[str]) -> list[str]:
    """Conditions without those of some families."""
    return [each for each in conditions if scene.library.family(each) not in named]


def _who_leave_out(scene: Scene, stretch: str, named: frozenset[str]) -> list[str]:
    """The conditions in which a stretch is left out, without those of some families."""
    return _but(scene, named, scene.library.conditions_with(Verdict.LEAVE_OUT, stretch))


def _left_out(scene: Scene, stretch: str, named: frozenset[str]) -> str:
    """Who should leave a stretch out, in one sentence; empty where it is nobody."""
    left_out = _who_leave_out(scene, stretch, named)[:NAMED]
    return scene.say("caution_leave_out", conditions=_with(scene, left_out)) if left_out else ""


def _said_first(scene: Scene, stretch: str, named: frozenset[str]) -> str:
    """Who should say so first, since it is eased for them or a question decides; empty for nobody."""
    left_out = map(scene.library.family, _who_leave_out(scene, stretch, named)[:NAMED])
    told = named.union(left_out)  # of those it was said from when on
    depends = _but(scene, told, scene.library.conditions_that_depend(stretch))
    easier = _but(scene, named, scene.library.conditions_with(Verdict.EASE, stretch))
    eased = (*depends[:1], *easier)[:FIRST_NAMED]
    return scene.say(_heard(scene, "caution_ease"), conditions=_with(scene, eased)) if eased else ""


def _who_is_to_listen(scene: Scene, stretches: Sequence[str]) -> str:
    """Who should leave some stretches of a routine out, and which or how many; empty for nobody.

    Those are named with whom most of them are left out: nobody listens to a long list.
    """
    known = _named(scene)
    left_out = {stretch: _who_leave_out(scene, stretch, known) for stretch in stretches}
    often = Counter(condition for conditions in left_out.values() for condition in conditions)
    named = [condition for condition, _ in often.most_common(NAMED)]
    about = [stretch for stretch, conditions in left_out.items() if set(conditions) & set(named)]
    if not about:
        return ""
    who = {"conditions": _with(scene, named), "said": _said(scene, named[0])}
    if len(about) <= STRETCHES_NAMED:
        prompt = _heard(scene, "caution_routine_named")
        told = scene.say(prompt, stretches=scene.names_of(about), **who)
    elif len(about) < len(stretches):
        told = scene.say(_heard(scene, "caution_routine"), count=len(about), **who)
    else:  # each of them by somebody, and hardly all by anybody
        told = scene.say(_heard(scene, "caution_routine_any"), **who)
    told_of = known.union(map(scene.library.family, named))  # of those it was said from when on
    depends = dict.fromkeys(
        condition
        for stretch in stretches
        for condition in _but(scene, told_of, scene.library.conditions_that_depend(stretch))
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
    return scene.words.one_of(each_with_it(scene, conditions))


def _easier(scene: Scene, stretch: str) -> str:
    """How a stretch is to be done by what was said in this session; empty where it is done as usual."""
    care = care_for(scene, stretch)
    return why(scene, care) if care is not None and care.verdict is Verdict.EASE else ""
