"""When something hurts: out of the stretch first, then what there is to do. Nothing of it is kept.

The coach cannot tell what is wrong and does not try to. What it says depends on the triage of a sign in
`content/signs.toml`, which has the sources; of several signs the gravest counts. What is remembered
afterwards is that a stretch is eased or left out, never why.
"""

from dataclasses import replace

from skill.coach.conversation.answers.answers import (
    ask,
    ask_the_same,
    ask_to_go_on,
    close,
)
from skill.coach.conversation.answers.ending import get_up
from skill.coach.conversation.care.verdicts import is_refused, way_for
from skill.coach.conversation.coming_back.aside import aside, inform, put_aside
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.events import (
    AdjustHold,
    AvoidStretch,
    ChangeLevel,
    Choose,
    Event,
    Pain,
    SkipSide,
)
from skill.coach.conversation.personal_practice import differs
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import (
    AboutSign,
    AfterSign,
    PainRelief,
    Question,
    WhichColumn,
)
from skill.coach.conversation.state.thread import Thread
from skill.coach.person.profile import Leaving
from skill.coach.practice.place import Phase
from skill.coach.practice.sides import THIS, has_sides
from skill.coach.practice.timeline import segment_at
from skill.coach.topics.coaching.adjustments import adjusted, redosed, wanted_seconds
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.coaching.sides import skip_side
from skill.coach.topics.safety.how_careful import say_first_column
from skill.coach.topics.safety.leaving_out import avoid_stretch, without
from skill.library.care import Body, Sign, SignQuestion, Triage
from skill.library.records import GENTLE, Level, Movement

HURTS = "hurts"
"""The sign of pain that nobody has said more about."""

AWAY = "toilet"
"""The sign of somebody who has to leave the room for a while."""

MILD = ("pelvic_tilt", "cat_cow")
"""The stretches to begin with for somebody whose back is sore: small movements without a hold. Ours."""

TOO_MUCH = "too_much"
"""The sign of a stretch that is felt, only more than is good."""


def hurts(scene: Scene, event: Pain) -> Outcome:
    """Do what the gravest of the signs asks for; where none was named, ask the one question."""
    signs = scene.library.signs
    known = [signs[each] for each in (event.symptom, event.also) if each in signs]
    sign = max(known, key=lambda each: each.triage.gravity, default=signs[HURTS])
    if scene.is_practising and sign.id == TOO_MUCH:
        asked = isinstance(scene.state.question, AboutSign | PainRelief)
        return _offer_relief(scene, "" if asked else scene.say("hurts_rest"))
    return act_on(scene, sign)


def act_on(scene: Scene, sign: Sign) -> Outcome:
    """Say what there is to say about a sign, and do what its triage asks for."""
    told = scene.words.language.signs.answer(sign, scene.words.language.emergency)
    if sign.body is not Body.NONE or sign.triage is Triage.EMERGENCY:
        # Never a movement first, not even the way out of the stretch; and nothing before the number.
        scene = replace(scene, out=True)
    match sign.triage:
        case Triage.EMERGENCY:
            return close(_given_up(scene), told)
        case Triage.DOCTOR:
            # Whoever is to stay down is not told how to get up.
            up = get_up(scene, scene.state.body) if sign.body is Body.NONE else ""
            return close(_given_up(scene), f"{_let_go(scene)} {told} {up}".strip())
        case Triage.ASK:
            rest = scene.say("hurts_rest") if scene.is_practising else ""
            rest = f"{_let_go(scene)} {rest}".strip()
            return ask(put_aside(scene), rest, told, AboutSign(sign.id))
        case Triage.LEAVE if scene.is_practising:
            return leave_this_one(scene, told)
        case Triage.EASE if scene.is_practising:
            eased = _eased_today(scene, sign.part)
            spares = (
                sign.part in eased.library.stretches[eased.place.stretch].ways[eased.item.way].spares
            )
            told = differs(eased) if spares else told
            # At a rest nothing is begun by what was said of the body.
            return aside(eased, told) if scene.runs and scene.resting else back_to(eased, told)
        case Triage.HARMLESS if scene.is_practising and sign.id == AWAY:
            return ask_to_go_on(put_aside(scene, Leaving.PAUSED), told)
        case Triage.HARMLESS if scene.is_practising:
            return ask(put_aside(scene), told, scene.say("sign_ready"), AfterSign())
    return inform(scene.with_state(question=_other_question(scene)), told)


def _let_go(scene: Scene) -> str:
    """What is said first on the way into a stretch, where no sentence of its own leads out of it."""
    half_in = scene.runs and not scene.out and scene.place.phase is Phase.STEP
    return scene.say("come_out_slowly") if half_in else ""


def condition_yes(scene: Scene, event: Event) -> Outcome | Instead:
    """Yes to the question about a condition: the stricter column, or what is as grave as a sign."""
    condition = scene.library.conditions[scene.asked(WhichColumn).condition]
    if condition.yes_is:
        return act_on(scene.with_state(question=None), scene.library.signs[condition.yes_is])
    return say_first_column(scene, event)


def sign_yes(scene: Scene, _: Event) -> Outcome:
    """Yes to the question about a sign."""
    return _answered(scene, _question_about(scene).yes)


def sign_no(scene: Scene, _: Event) -> Outcome:
    """No to the question about a sign."""
    return _answered(scene, _question_about(scene).no)


def sign_unclear(scene: Scene, _: Event) -> Outcome:
    """No answer to the question about a sign: once more, and then the graver answer counts."""
    asked = scene.asked(AboutSign)
    if asked.again:
        return _answered(scene, _question_about(scene).unclear)
    return ask(scene, scene.say("once_more"), scene.state.asked, replace(asked, again=True))


def go_on_anyway(scene: Scene, event: Event) -> Outcome | NotAnAnswer:
    """Asked to go on instead of an answer: carefully, with the practice that waits."""
    return go_on(scene, event) if scene.is_practising else NotAnAnswer()


def leave_out_anyway(scene: Scene, event: Event) -> Outcome | NotAnAnswer:
    """Asked to skip instead of an answer: the stretch in progress is left out, today only."""
    return not_ready(scene, event) if scene.is_practising else NotAnAnswer()


def ready(scene: Scene, _: Event) -> Outcome:
    """Ready to go on after something harmless."""
    return back_to(scene, scene.say("resuming"))


def not_ready(scene: Scene, _: Event) -> Outcome:
    """Not ready: this stretch is left out, today only, and the next one comes."""
    return leave_this_one(scene, scene.say("sign_left_out", stretch=scene.name_of(scene.place.stretch)))


def just_rest(scene: Scene, _: Event) -> Outcome:
    """No to everything that was offered: the person only rests."""
    return ask_to_go_on(scene, scene.say("hurts_no_hurry"))


def choose_relief(scene: Scene, event: Choose) -> Outcome:
    """The first, second or third of the offered ways to go on."""
    match event.ordinal:
        case "1" | "any":
            return _ease(scene)
        case "2":
            return shorter(scene, AdjustHold("shorter"))
        case "3" | "last":
            return leave_out(scene, event)
    return ask_the_same(scene, scene.say("once_more"))


def easier(scene: Scene, _: Event) -> Outcome:
    """An easier version of this stretch, now and from now on."""
    return _ease(scene)


def gentler(scene: Scene, event: ChangeLevel) -> Outcome:
    """A level as the answer: gentle means the easier version, today or for good; others are refused."""
    if event.level == Level.GENTLE:
        return _ease(scene, today=event.today)
    return ask_the_same(scene, scene.say("hurts_not_now"))


def shorter(scene: Scene, event: AdjustHold) -> Outcome:
    """A shorter hold, now and from now on; a movement is made easier instead."""
    now = segment_at(scene.practice, scene.place).effort.seconds
    wanted = wanted_seconds(event, now)
    if wanted is not None and wanted >= now:
        return ask_the_same(scene, scene.say("hurts_not_now"))
    if isinstance(scene.item.work, Movement):
        return _ease(scene)
    scene, told = adjusted(scene, event)
    return back_to(scene, told)


def leave_out(scene: Scene, _: Event) -> Outcome:
    """Leave this stretch out, today only, and go on with the next one."""
    told = scene.say("left_out_today", stretch=scene.name_of(scene.place.stretch))
    return leave_this_one(scene, told)


def leave_side_out(scene: Scene, event: SkipSide) -> Outcome:
    """Leave out the side that hurts and go on with the other; without sides, the whole stretch."""
    if not has_sides(scene.item):
        return leave_out(scene, event)
    scene = replace(scene.with_state(question=None), answered=True)
    return skip_side(scene, SkipSide(side=THIS) if event == SkipSide() else event)


def leave_out_named(scene: Scene, event: AvoidStretch) -> Outcome:
    """Leave out the stretch that hurts from now on, named or not, as was said; or another stretch."""
    if event.stretch.is_nameless or scene.place.stretch in event.stretch.ids:
        stretch = scene.place.stretch
        told = scene.say("left_out_from_now", stretch=scene.name_of(stretch))
        return leave_this_one(without(scene, stretch), told)
    return avoid_stretch(scene, event)


def go_on(scene: Scene, _: Event) -> Outcome:
    """The person wants to go on: with care."""
    return back_to(scene, scene.say("hurts_go_on"))


def help_hurting(scene: Scene, _: Event) -> Outcome:
    """What to do when it is serious, and the question again."""
    number = scene.words.language.emergency
    return ask_the_same(scene, scene.say("help_hurting", number=number))


def once_more(scene: Scene, _: Event) -> Outcome:
    """Not understood, or opened again: ask the standing question again."""
    return ask_the_same(scene, scene.say("once_more"))


def _question_about(scene: Scene) -> SignQuestion:
    """The question that stands about a sign, with the sign that each answer is taken for."""
    return scene.library.sign_questions[scene.library.signs[scene.asked(AboutSign).sign].asks]


def _answered(scene: Scene, sign: str) -> Outcome:
    """What the answer to the question about a sign leads to."""
    if sign == TOO_MUCH and scene.is_practising:
        return _offer_relief(scene)
    if sign == TOO_MUCH:
        return _begin_gently(scene.with_state(question=None))
    return act_on(scene.with_state(question=None), scene.library.signs[sign])


def _begin_gently(scene: Scene) -> Outcome:
    """What somebody with a sore back, and nothing graver, may begin with."""
    left = scene.profile.preferences.left_out
    mild = tuple(s for s in MILD if s not in left and not is_refused(scene, s))
    if not mild:
        return inform(scene, scene.say("hurts_take_care"))
    scene = scene.with_state(thread=Thread(listed=mild))
    return inform(scene, scene.say("hurts_begin_gently", stretches=scene.names_of(mild)))


def _other_question(scene: Scene) -> Question | None:
    """The question that still stands after a sign was answered: not one about signs."""
    question = scene.state.question
    return None if isinstance(question, AboutSign | AfterSign | PainRelief) else question


def _eased_today(scene: Scene, part: str) -> Scene:
    """The scene with the stretch in progress eased in this practice only, for a part of the body."""
    return _gently(scene, part).with_profile(scene.profile)


def _gently(scene: Scene, part: str = "") -> Scene:
    """The scene with the stretch in progress at its gentle level.

    It is done in the way that spares the part, where it has one, else in the way it is in already; but
    what a condition asks for comes first.
    """
    stretch, preferences = scene.place.stretch, scene.profile.preferences
    holds = {s: seconds for s, seconds in preferences.holds.items() if s != stretch}
    gentle = scene.with_preferences(levels={**preferences.levels, stretch: Level.GENTLE}, holds=holds)
    eased = redosed(gentle, later_too=False)
    record = scene.library.stretches[stretch]
    way = way_for(scene, stretch, record.way_sparing(part) or scene.item.way or GENTLE)
    return eased.with_item(replace(eased.item, way=way))


def _offer_relief(scene: Scene, told: str = "") -> Outcome:
    question = scene.say("hurts_choice")
    return ask(put_aside(scene), told, question, PainRelief())


def _ease(scene: Scene, *, today: bool = False) -> Outcome:
    eased = _gently(scene)
    if today:
        eased = eased.with_profile(scene.profile)
    prompt = "eased" if scene.remembers and not today else "eased_this_time"
    told = scene.say(prompt, stretch=scene.name_of(scene.place.stretch))
    return back_to(eased, f"{told} {differs(eased)}")


def _given_up(scene: Scene) -> Scene:
    """The scene with its practice ended, and with none that is offered: who needs help is not coached.

    What others left, and what this person left on other days, can still be asked for.
    """
    left = (*scene.profile.unfinished, *scene.profile.household)
    scene = scene.with_profile(scene.profile.declining(saved.practice.id for saved in left))
    if not scene.is_practising:
        return scene
    saved = put_aside(scene).profile.kept(scene.practice.id)
    if saved is None:
        return scene
    ended = scene.profile.with_practice(replace(saved, ended=True))
    return scene.with_profile(ended.declining((saved.practice.id,)))
