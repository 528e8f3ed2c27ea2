"""What is left out and what is eased with conditions, and keeping it so.

Kept is that a stretch is left out or eased, after a yes, and never why.
"""

from collections.abc import Mapping, Sequence

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.care.verdicts import REFUSED, why, with_it
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import LeaveOutFromNowOn
from skill.coach.topics.safety.verdicts_in_words import cares_of
from skill.library.care import Care, Verdict
from skill.library.records import Level

FEW = 4
"""How many stretches may be left for these to be named, and not those that are left out."""


def overview(scene: Scene, conditions: Sequence[str]) -> Outcome:
    """What is left out and what is eased with conditions; and whether to keep it so.

    Kept can be what is so for those that are not over by the next time.
    """
    cares = cares_of(scene, conditions)
    left_out, eased = _with_verdict(cares, *REFUSED), _with_verdict(cares, Verdict.EASE)
    rest = tuple(stretch for stretch in scene.library.stretches if stretch not in left_out)
    told = {"condition": with_it(scene, *conditions)}
    if not rest:
        return ask(scene, scene.say("care_all_left_out", **told), scene.say("ask_what_else"))
    if not left_out:
        text = scene.say("care_all_eased", **told)
    elif len(rest) <= FEW:
        names = [scene.name_of(stretch) for stretch in rest]
        text = scene.say("care_few_left", stretches=scene.words.all_of(names), **told)
    else:
        text = scene.say("care_overview", stretches=scene.names_of(left_out), **told)
        reasons = {why(scene, cares[stretch]) for stretch in left_out}
        more = scene.say("care_easier_too") if eased else reasons.pop() if len(reasons) == 1 else ""
        text = f"{text} {more}".strip()
    lasting = [each for each in conditions if not scene.library.conditions[each].passing]
    if not lasting:
        return ask(scene, text, scene.say("ask_what_next"))
    cares = cares_of(scene, lasting)
    keeps = LeaveOutFromNowOn(_with_verdict(cares, *REFUSED), _with_verdict(cares, Verdict.EASE))
    return ask(scene, text, scene.say("care_keep" if keeps.left_out else "care_keep_eased"), keeps)


def _with_verdict(cares: Mapping[str, Care], *verdicts: Verdict) -> tuple[str, ...]:
    return tuple(stretch for stretch, care in cares.items() if care.verdict in verdicts)


def keep_left_out(scene: Scene, _: Event) -> Outcome:
    """Yes: what does not suit is left out, and what is eased is gentle, in future sessions, too."""
    question = scene.asked(LeaveOutFromNowOn)
    known = scene.profile.preferences
    new = tuple(stretch for stretch in question.left_out if stretch not in known.left_out)
    eased = tuple(stretch for stretch in question.eased if known.levels.get(stretch) != Level.GENTLE)
    levels = {**known.levels, **dict.fromkeys(eased, Level.GENTLE)}
    scene = scene.with_preferences(left_out=(*known.left_out, *new), levels=levels)
    state = scene.state
    scene = scene.with_state(
        question=None, kept_out=(*state.kept_out, *new), kept_gentle=(*state.kept_gentle, *eased)
    )
    return inform(scene, scene.say("care_kept"))


def only_today(scene: Scene, _: Event) -> Outcome:
    """No: it counts for today alone."""
    return inform(scene.with_state(question=None), scene.say("care_only_today"))


def over_now(scene: Scene) -> Outcome:
    """It is over: what was left out or eased because of it is as it was."""
    known, state = scene.profile.preferences, scene.state
    back = tuple(stretch for stretch in known.left_out if stretch not in state.kept_out)
    levels = {s: level for s, level in known.levels.items() if s not in state.kept_gentle}
    scene = scene.with_preferences(left_out=back, levels=levels)
    scene = scene.with_state(conditions=(), refused=(), insisted=(), kept_out=(), kept_gentle=())
    return inform(scene, scene.say("care_over"))
