"""The questions that decide how careful to be: how far a pregnancy is, how long ago an operation was."""

from collections.abc import Iterable, Sequence

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.care.how_long_ago import columns_after
from skill.coach.conversation.care.verdicts import counting, still_counting
from skill.coach.conversation.events import ListStretches, StartStretch
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import WhichColumn


def that_ask(scene: Scene, conditions: Iterable[str], months: float | None = None) -> tuple[str, ...]:
    """Those of some conditions that depend on a question; one for each question: it is put once.

    Args:
        scene: The conversation.
        conditions: Ids of conditions.
        months: How many months ago it was, or began, which may be the answer; None where that was not
            said.
    """
    first: dict[str, str] = {}
    for condition in conditions:
        known = scene.library.conditions[condition]
        if known.asks and len(columns_after(known, months)) > 1:
            first.setdefault(known.asks, condition)
    return tuple(first.values())


def told_since(scene: Scene, told: Sequence[str], months: float | None) -> Scene:
    """The scene in which conditions count as they do after so many months; what is past is told."""
    standing = still_counting(scene, told, months)
    scene = counting(scene, *told, months=months)
    if len(standing) == len(told):
        return scene
    return scene.with_notice(scene.say("care_long_ago"))


def ask_column(
    scene: Scene,
    undecided: Sequence[str],
    told: Iterable[str],
    *,
    in_practice: bool = False,
    start: StartStretch | None = None,
    listed_after: ListStretches | None = None,
) -> Outcome:
    """Put the question of the first undecided condition; the others' come after its answer.

    Args:
        scene: The conversation.
        undecided: Ids of conditions that depend on a question, at least one.
        told: Ids of all that were told in the same sentence.
        in_practice: Whether a practice was running, which goes on after the answer.
        start: What was to be started in the same sentence.
        listed_after: The stretches that were asked for in the same sentence.
    """
    now, *waiting = undecided
    besides = tuple(each for each in told if each != now)
    question = scene.words.language.condition_questions[scene.library.conditions[now].asks]
    again = isinstance(scene.state.question, WhichColumn)
    lead = "" if again else scene.say("care_one_question")
    asked = WhichColumn(now, in_practice, start, besides, tuple(waiting), listed_after)
    return ask(scene, lead, question, asked)


def decided_with(scene: Scene, asked: WhichColumn) -> tuple[str, ...]:
    """The conditions that an answer decides: those told together that depend on the same question."""
    known = scene.library.conditions
    told = (asked.condition, *asked.besides)
    return tuple(each for each in told if known[each].asks == known[asked.condition].asks)
