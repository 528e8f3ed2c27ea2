"""The questions that decide how careful to be: how far a pregnancy is, how long ago an operation was."""

from collections.abc import Iterable, Sequence

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.events import ListStretches, StartStretch
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import WhichColumn


def that_ask(scene: Scene, conditions: Iterable[str]) -> tuple[str, ...]:
    """Those of some conditions that depend on a question; one for each question: it is put once."""
    first: dict[str, str] = {}
    for condition in conditions:
        if question := scene.library.conditions[condition].asks:
            first.setdefault(question, condition)
    return tuple(first.values())


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
