"""What is told before stretches, to whom it concerns.

Everybody is told once who should leave a stretch out: before it, or at the start of a routine, and
before those of its stretches of which not all was said there. Whoever named a condition is told the
easier way, if there is one, and of that no more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from skill.coach.conversation.care.verdicts import care_for, each_with_it, why
from skill.coach.conversation.scene import NAMED, Scene
from skill.coach.conversation.state.state import BrokenOff, Minded
from skill.coach.practice.cautions import Caution, Moment
from skill.coach.practice.place import (
    ALL_TOLD,
    ALSO_FIRST,
    ANNOUNCING,
    ARRIVED,
    LAST_MOVE,
    Phase,
    Place,
)
from skill.coach.practice.playback.hearing import HeardPart
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.getting_there import get_in
from skill.coach.practice.score.tellings import telling_at
from skill.coach.practice.wordings.dealing import WORTH_A_WORD
from skill.coach.practice.wordings.texts import sentences
from skill.library.care import Verdict
from skill.library.records import Hold

STRETCHES_NAMED = 2
"""Up to how many stretches of a routine are named, beside the conditions; more are counted."""

FIRST_NAMED = 3
"""How many conditions are named that are to be told first, since a stretch is eased for them or, after a
question, left out; beside those that leave it out."""

AT_ONCE = 4
"""How many conditions one sentence before a stretch of a routine names: more are told in two; ours."""

OFTEN = 2
"""How often a caution is broken off until it is told in short; ours."""

PAST = {
    Moment.AT_THE_START: ALSO_FIRST,
    Moment.ALSO_AT_THE_START: ANNOUNCING,
    Moment.BEFORE: ALL_TOLD,
    Moment.ON_THE_WAY: LAST_MOVE,
}
"""The step of `Phase.SETTLE` that is past what is told at a moment; the others come after it."""

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
    untold = [(number, item.stretch) for number, item in ahead if item.stretch not in known]
    minded = scene.state.minded
    is_told = minded.practice == practice.id
    named = minded.named if is_told else ()
    at_the_start: tuple[Caution, ...] = ()
    if untold and (not is_told or _is_at_the_start(practice, place)):
        at_the_start = _at_the_start(
            scene, practice, ahead[0][0], [stretch for _, stretch in untold], named
        )
        named = (*named, *(each for caution in at_the_start for each in caution.names))
    return (*at_the_start, *eased, *_of_each(scene, practice, untold, named))


def _is_at_the_start(practice: Practice, place: Place) -> bool:
    """Whether some of what is told at the start has been told, and something is still to come."""
    return practice.is_before(place) and ALSO_FIRST <= place.step < ANNOUNCING


def _of_each(
    scene: Scene, practice: Practice, untold: Sequence[tuple[int, str]], named: Sequence[str]
) -> Iterator[Caution]:
    """Before each of some stretches, by their items' numbers, who leaves it out and was not named."""
    for stretch, number in {stretch: number for number, stretch in reversed(untold)}.items():
        others = _unnamed(scene, stretch, named)
        some = [others[first : first + AT_ONCE] for first in range(0, len(others), AT_ONCE)]
        told = [scene.say("caution_leave_out", conditions=_with(scene, each)) for each in some]
        if others and _is_short(scene, practice, number, Moment.BEFORE):
            told = [_in_short(scene, others)]
        if told:
            yield Caution(number, " ".join(told), (stretch,))


def _unnamed(scene: Scene, stretch: str, named: Sequence[str]) -> list[str]:
    """The conditions in which a stretch is left out, but those of the session and those named."""
    left_out = _who_leave_out(scene, stretch, _named(scene))
    return [each for each in left_out if not any(_is_in(scene, each, other) for other in named)]


def _is_in(scene: Scene, condition: str, other: str) -> bool:
    """Whether a condition was named with another: late pregnancy is, with that from week sixteen."""
    order, family = list(scene.library.conditions), scene.library.family
    return family(condition) == family(other) and order.index(other) <= order.index(condition)


def _about_one(scene: Scene, practice: Practice, place: Place) -> tuple[Caution, ...]:
    """What is told before a single stretch: who leaves it out at once, who says so first on the way."""
    item = practice.items[place.item]
    if item.stretch in scene.profile.preferences.cautioned:
        return ()
    stretch, named = item.stretch, _named(scene)
    before, later = Moment.BEFORE, _moment(scene, practice, place)
    left_out, said_first = _left_out(scene, stretch, named), _said_first(scene, stretch, named)
    if left_out and _is_short(scene, practice, place.item, before):
        left_out = _in_short(scene, _who_leave_out(scene, stretch, named)[:NAMED])
    if said_first and _is_short(scene, practice, place.item, later):
        said_first = _in_short(scene, _who_say_so(scene, stretch, named))
    told = [
        Caution(place.item, text, moment=moment)
        for text, moment in ((left_out, before), (said_first, later))
        if text and not _is_told(practice, place, moment)
    ]
    # All of it was heard when the last of it was.
    return (*told[:-1], replace(told[-1], about=(stretch,))) if told else ()


def _moment(scene: Scene, practice: Practice, place: Place) -> Moment:
    """Where there is quiet enough to listen before the stretch's own first movement.

    Whoever nobody can make it easier for leaves it out, and hears that before getting down.
    """
    if scene.limits.alone:
        return Moment.BEFORE
    item = practice.items[place.item]
    score = scene.score(practice, ())
    way = get_in(score, scene.state.body, score.position_of(item.stretch))
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


def as_heard(
    scene: Scene, practice: Practice, cautions: Sequence[Caution], heard: HeardPart, *, again: bool
) -> tuple[Scene, Place]:
    """The scene after a part of an answer, and the place past what of it need not be told again.

    Of a caution the greater part is enough, unless it is to be said `again`. What was broken off before
    that is told once more, and how often it was is counted.
    """
    place = heard.place
    telling = telling_at(scene.score(practice), place)
    if telling is not None and not again and _is_mostly_heard(scene, heard, telling.sentences):
        place = replace(place, step=telling.over)
    scene = cautions_passed(scene, practice, cautions, place)
    for caution in cautions:
        here = caution.item == place.item and not _is_told(practice, place, caution.moment)
        texts = (caution.text,) if caution.text in heard.said else sentences(caution.text)
        if not here or not any(text in heard.said for text in texts):
            continue
        if not again and _is_mostly_heard(scene, heard, texts):
            scene = _named_by(caution_heard(scene, *caution.about), practice, caution)
        else:
            scene = _broken_off(scene, practice, caution)
    return scene, place


def _is_mostly_heard(scene: Scene, heard: HeardPart, texts: Sequence[str]) -> bool:
    """Whether more than half of some texts was heard."""
    whole = sum(map(scene.words.seconds, texts))
    return sum(heard.said.get(text, 0.0) for text in texts) > whole / 2


def _broken_off(scene: Scene, practice: Practice, caution: Caution) -> Scene:
    """The scene in which a caution was broken off once more."""
    before, moment = scene.state.broken_off, caution.moment
    same = (before.practice, before.item, before.moment) == (practice.id, caution.item, moment)
    times = before.times + 1 if same else 1
    return scene.with_state(broken_off=BrokenOff(practice.id, caution.item, moment, times))


def _is_short(scene: Scene, practice: Practice, item: int, moment: Moment) -> bool:
    """Whether a caution was broken off so often that it is told in short."""
    last = scene.state.broken_off
    here = (last.practice, last.item, last.moment) == (practice.id, item, moment)
    return here and last.times >= OFTEN


def _in_short(scene: Scene, conditions: Sequence[str]) -> str:
    """That conditions are to be told of, by their names and no more."""
    names = scene.words.language.conditions
    short = dict.fromkeys(names[_whole(scene, each)].name for each in conditions)
    return scene.say("caution_short", conditions=scene.words.one_of(list(short)))


def _whole(scene: Scene, condition: str) -> str:
    """The condition that this one is a stage of, as "from week sixteen" is of pregnancy; else itself.

    The mildest one has a name of its own: sore knees are no new ones.
    """
    conditions, family = scene.library.conditions, scene.library.family(condition)
    mildest = conditions[condition].columns == conditions[family].columns[-1:]
    return condition if mildest else family


def cautions_passed(
    scene: Scene, practice: Practice, cautions: Sequence[Caution], place: Place
) -> Scene:
    """The scene with that noted as heard which a place in a practice has passed."""
    for caution in cautions:
        here = caution.item == place.item
        if caution.item < place.item or (here and _is_told(practice, place, caution.moment)):
            scene = _named_by(caution_heard(scene, *caution.about), practice, caution)
    return scene


def _named_by(scene: Scene, practice: Practice, caution: Caution) -> Scene:
    """The scene in which the conditions that a caution names for a whole practice were named in it."""
    minded = scene.state.minded
    known = minded.named if minded.practice == practice.id else ()
    new = tuple(each for each in caution.names if each not in known)
    return scene.with_state(minded=Minded(practice.id, (*known, *new))) if new else scene


def _is_told(practice: Practice, place: Place, moment: Moment = Moment.BEFORE) -> bool:
    """Whether what is told at a moment before the stretch in progress has been told."""
    if not practice.is_before(place):
        return moment is not Moment.AT_THE_WALL or place.phase is not Phase.STEP or place.step > 0
    return place.step >= PAST.get(moment, ARRIVED + 1)


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
    """Who should say so first, in one sentence; empty where it is nobody."""
    eased = _who_say_so(scene, stretch, named)
    return scene.say(_heard(scene, "caution_ease"), conditions=_with(scene, eased)) if eased else ""


def _who_say_so(scene: Scene, stretch: str, named: frozenset[str]) -> list[str]:
    """The conditions for which a stretch is eased, or a question decides, and it is told at once."""
    left_out = map(scene.library.family, _who_leave_out(scene, stretch, named)[:NAMED])
    told = named.union(left_out)  # of those it was said from when on
    depends = _but(scene, told, scene.library.conditions_that_depend(stretch))
    easier = _but(scene, named, scene.library.conditions_with(Verdict.EASE, stretch))
    return [*depends[:1], *easier][:FIRST_NAMED]


def _at_the_start(
    scene: Scene, practice: Practice, number: int, stretches: Sequence[str], named: Sequence[str]
) -> tuple[Caution, ...]:
    """What is told before the item of this number of some stretches that are to come; none for nobody.

    First who leaves most of them out, unless some were named, then who should say so first. All of it is
    heard when the last of it was, and of those stretches alone of which it names everybody.
    """
    told = [] if named else _who_is_to_listen(scene, practice, number, stretches)
    who = (*named, *(each for caution in told for each in caution.names))
    if not who:
        return ()
    families = _named(scene).union(map(scene.library.family, who))  # of those it was said from when on
    found = (scene.library.conditions_that_depend(stretch) for stretch in stretches)
    depends = tuple(dict.fromkeys(each for some in found for each in _but(scene, families, some)))
    also, moment = depends[:FIRST_NAMED], Moment.ALSO_AT_THE_START
    if told and _is_short(scene, practice, number, Moment.AT_THE_START):
        text = _in_short(scene, (*who, *also))
        told = [Caution(number, text, moment=Moment.AT_THE_START, names=(*who, *also))]
    elif also:
        text = scene.say(_heard(scene, "caution_depends"), conditions=_with(scene, also))
        short = _is_short(scene, practice, number, moment)
        told.append(Caution(number, _in_short(scene, also) if short else text, (), moment, also))
    about = tuple(each for each in stretches if not _unnamed(scene, each, (*who, *also)))
    return (*told[:-1], replace(told[-1], about=about)) if told else ()


def _who_is_to_listen(
    scene: Scene, practice: Practice, number: int, stretches: Sequence[str]
) -> list[Caution]:
    """Who should leave some stretches of a routine out, and which or how many; empty for nobody.

    Those are named with whom most of them are left out: nobody listens to a long list. What they leave
    out is counted in all that is to come, told of before or not: it is no less the day after.
    """
    known = _named(scene)
    left_out = {
        item.stretch: _who_leave_out(scene, item.stretch, known) for item in practice.items[number:]
    }
    often = Counter(condition for stretch in dict.fromkeys(stretches) for condition in left_out[stretch])
    named = tuple(condition for condition, _ in often.most_common(NAMED))
    about = [stretch for stretch, conditions in left_out.items() if set(conditions) & set(named)]
    if not about:
        return []
    who = {"conditions": _with(scene, named), "said": _said(scene, named[0])}
    if len(about) <= STRETCHES_NAMED:
        prompt = _heard(scene, "caution_routine_named")
        told = scene.say(prompt, stretches=scene.names_of(about), **who)
    elif len(about) < len(left_out):
        told = scene.say(_heard(scene, "caution_routine"), count=len(about), **who)
    else:  # each of them by somebody, and hardly all by anybody
        told = scene.say(_heard(scene, "caution_routine_any"), **who)
    return [Caution(number, told, moment=Moment.AT_THE_START, names=named)]


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
