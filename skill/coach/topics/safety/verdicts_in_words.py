"""What conditions say about a stretch, in words: verdicts, their reasons, no sentence twice."""

from collections.abc import Sequence

from skill.coach.conversation.care.verdicts import REFUSED, care_for, why, with_it
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import Counted
from skill.coach.practice.wordings.texts import sentences
from skill.library.care import Care, Verdict

PROMPTS = {
    Verdict.FINE: "care_fine",
    Verdict.EASE: "care_ease",
    Verdict.ASK_FIRST: "care_ask_first",
    Verdict.LEAVE_OUT: "care_leave_out",
}
"""What is said of one stretch, by its verdict."""

SEVERAL = {
    Verdict.FINE: "care_several_fine",
    Verdict.EASE: "care_several_eased",
    Verdict.ASK_FIRST: "care_several_ask_first",
    Verdict.LEAVE_OUT: "care_several_left_out",
}
"""What is said of several together."""

MOST_SENTENCES = 4
"""About how many sentences tell what two conditions say about one stretch; ours."""


def verdict_in_words(scene: Scene, conditions: Sequence[str], stretch: str) -> str:
    """What conditions say about one stretch, the strictest first, each with its reason.

    Those that say the same are named together. One that only keeps a body out of places says nothing
    about a stretch that is elsewhere. Where two ask for different ways, it is left out for both.
    """
    every = care_for(scene, stretch, _counted(scene, conditions))
    alone = {each: care_for(scene, stretch, _counted(scene, [each])) for each in conditions}
    strictest = max(map(_strictness, alone.values()))
    if every is not None and _strictness(every) > strictest:
        alone = dict.fromkeys(conditions, every)
    ordered = sorted(conditions, key=lambda each: -_strictness(alone[each]))
    said: dict[str, list[str]] = {}
    for each in ordered:
        said.setdefault(_prompt(scene, each, alone[each]), []).append(each)
    refused = every is not None and every.verdict in REFUSED
    told = []
    for prompt, group in said.items():
        text = scene.say(prompt, stretch=scene.name_of(stretch), condition=with_it(scene, *group))
        # Nobody needs an easier way to do what is left out.
        cares = [care for each in group if (care := alone[each]) is not None]
        reasons = [why(scene, care) for care in cares if not refused or care.verdict in REFUSED]
        told.append((text, reasons))
    return _in_few_sentences(told)


def several_in_words(scene: Scene, conditions: Sequence[str], stretches: Sequence[str]) -> str:
    """What conditions mean for several stretches: those with one verdict together, the strictest first.

    The reason is told of the strictest.
    """
    cares = cares_of(scene, conditions)
    verdicts: dict[Verdict, list[str]] = {}
    for stretch in stretches:
        verdict = cares[stretch].verdict if stretch in cares else Verdict.FINE
        verdicts.setdefault(verdict, []).append(stretch)
    told = []
    condition = with_it(scene, *conditions)
    for verdict in sorted(verdicts, key=lambda verdict: -verdict.strictness):
        names = scene.names_of(verdicts[verdict])
        told.append(scene.say(SEVERAL[verdict], stretches=names, condition=condition))
        reason = why(scene, cares[verdicts[verdict][0]]) if verdict is not Verdict.FINE else ""
        if reason and len(told) == 1:
            told.append(reason)
    return " ".join(told)


def cares_of(scene: Scene, conditions: Sequence[str]) -> dict[str, Care]:
    """What the strictest of some conditions says about each stretch that it says anything about."""
    counted = _counted(scene, conditions)
    cares = {stretch: care_for(scene, stretch, counted) for stretch in scene.library.stretches}
    return {stretch: care for stretch, care in cares.items() if care is not None}


def _counted(scene: Scene, conditions: Sequence[str]) -> list[Counted]:
    """Conditions as they count, without the others that do."""
    return [each for each in scene.state.conditions if each.condition in conditions]


def _strictness(care: Care | None) -> int:
    return care.verdict.strictness if care is not None else -1


def _prompt(scene: Scene, condition: str, care: Care | None) -> str:
    if care is None:
        return "care_not_in_the_way"
    waits = care.verdict is Verdict.ASK_FIRST and scene.library.conditions[condition].wears_off
    return "care_wait" if waits else PROMPTS[care.verdict]


def _in_few_sentences(told: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Verdicts and reasons, no sentence twice: the first reason, and others as far as they are brief."""
    left = MOST_SENTENCES - sum(len(sentences(text)) for text, _ in told)
    said: list[str] = []
    given: list[str] = []
    for text, reasons in told:
        said.append(text)
        for reason in reasons:
            new = [sentence for sentence in sentences(reason) if sentence not in given]
            if not given or len(new) <= left:
                given.extend(new)
                said.extend(new)
                left -= len(new)
    return " ".join(said)
