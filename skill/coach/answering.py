"""What the coach has asked, and the answers to it."""

from dataclasses import replace

from skill.coach.asking import ANSWERS, inform
from skill.coach.beginning import begin
from skill.coach.choosing import (
    OFFERED_AT_ONCE,
    ask_which,
    choices_after,
    namesakes,
    scene_mode,
)
from skill.coach.composing import ask, ask_the_same
from skill.coach.erasing import delete_now
from skill.coach.events import AdjustHold, Choose, Event, ListStretches, StartRoutine, StartStretch
from skill.coach.household import resumable
from skill.coach.keeping import keep
from skill.coach.listing import list_stretches
from skill.coach.own_routines import ask_whether, own_named
from skill.coach.own_routines import delete_now as delete_routine
from skill.coach.planned import start_offered, start_planned
from skill.coach.reminding import ABOUT_REMINDERS, confirmed, declined, no_time
from skill.coach.resting import back_to
from skill.coach.scene import Scene, Turn
from skill.coach.starting import (
    start_routine,
    start_routine_named,
    start_stretch,
    start_with_equipment,
)
from skill.coach.state import Mode, Question, Wanted
from skill.coach.welcoming import launch, take_up_named
from skill.coach.wishes import Wish

UNNUMBERED = frozenset(
    {
        Wanted.EQUIPMENT,
        Wanted.PLAN,
        Wanted.MINUTES,
        Wanted.DELETE,
        *ABOUT_REMINDERS,
    }
)
"""What questions are about that "the second one" is no answer to."""


def say_yes(scene: Scene, _: Event) -> Turn:
    """Yes to the coach's question."""
    question = question_of(scene)
    match question.wanted:
        case Wanted.EQUIPMENT:
            return start_with_equipment(scene, question.options[0], there=True)
        case Wanted.DELETE:
            return delete_now(scene)
        case Wanted.PLAN:
            return start_offered(scene, question.options)
        case Wanted.FORGET:
            return delete_routine(scene, question.options[0])
        case Wanted.REMINDER:
            return confirmed(scene, question.options[0])
        case wanted:
            return _settle(scene, wanted, question.options[0])


def start_afresh(scene: Scene, event: Event) -> Turn:
    """Opened once more while a question stands: back to what waits, or welcome."""
    if scene.state.under_way:
        return back_to(scene, scene.say("never_mind"))
    return launch(scene.with_state(mode=Mode.IDLE, question=None), event)


def go_on_asked(scene: Scene, event: Event) -> Turn:
    """Answer a question with "go on": yes to an offer of that, never mind to any other."""
    if scene.state.mode is Mode.CONFIRMING and question_of(scene).wanted is Wanted.RESUME:
        return say_yes(scene, event)
    if scene.state.under_way:
        return back_to(scene, scene.say("never_mind"))
    return not_answered(scene)


def say_no(scene: Scene, _: Event) -> Turn:
    """No to the coach's question: nothing is lost by it."""
    question = question_of(scene)
    if question.wanted is Wanted.EQUIPMENT:
        return start_with_equipment(scene, question.options[0], there=False)
    if question.wanted in ABOUT_REMINDERS:
        return declined(scene)
    if question.wanted is Wanted.RESUME and not scene.state.under_way:
        return ask(_declined(scene, question.options), "", scene.say("ask_instead"))
    if question.wanted in (Wanted.PLAN, Wanted.MINUTES, Wanted.FORGET):
        return _never_mind(scene)
    offered = 1 if scene.state.mode is Mode.CONFIRMING else OFFERED_AT_ONCE
    rest = question.options[offered:]
    if rest and question.wanted is not Wanted.RESUME:
        return ask_which(_forgetting(scene, question), question.wanted, rest)
    return _never_mind(scene)


def choose(scene: Scene, event: Choose) -> Turn:
    """The answer to "which one?"."""
    question = question_of(scene)
    picked = choices_after(scene, event, question)
    if question.wanted in UNNUMBERED:
        return not_answered(scene)
    if len(picked) == 1:
        return _settle(_remembering(scene, question, picked[0]), question.wanted, picked[0])
    if picked:
        return ask_which(scene, question.wanted, picked)
    return ask_again(scene)


def choose_place(scene: Scene, event: ListStretches) -> Turn:
    """Take a place alone ("something lying down") as the answer; anything more is a wish to hear."""
    if event.place and not event.area and scene.state.mode is Mode.CHOOSING:
        return choose(scene, Choose(event.place))
    return list_stretches(scene, event)


def choose_routine(scene: Scene, event: StartRoutine) -> Turn:
    """A routine's name as the answer; one that was not offered starts that routine.

    A place alone ("something lying down") answers which stretch, and a length alone how long.
    """
    question = question_of(scene)
    wish = event.wish
    if wish is not None and event.routine.is_nameless and question.wanted is Wanted.MINUTES:
        asked = Wish.from_texts(question.options)
        told = {name: value for name, value in vars(wish).items() if value}
        return start_planned(scene, replace(asked, **told))
    by_place = wish is not None and wish.place and wish == Wish(place=wish.place)
    if wish is not None and by_place and scene.state.mode is Mode.CHOOSING:
        return choose(scene, Choose(wish.place))
    if question.wanted is Wanted.FORGET and (own := own_named(scene, event.routine)):
        return ask_whether(scene, own)
    wanted = set(event.routine.ids)
    picked = [option for option in question.options if option in wanted]
    if question.wanted is Wanted.RESUME:
        saved = [s.practice for s in resumable(scene) if s.practice.name in wanted]
        picked = [practice.id for practice in saved if practice.id in question.options]
    if picked and question.wanted in (Wanted.START, Wanted.RESUME):
        return _settle(scene, question.wanted, picked[0])
    return start_routine(scene, event)


def choose_by_name(scene: Scene, event: StartStretch) -> Turn:
    """Take a name as the answer to "which one?"; one that was not offered starts that stretch."""
    question = question_of(scene)
    if question.wanted is Wanted.FORGET and (own := own_named(scene, event.stretch)):
        return ask_whether(scene, own)
    any_name = question.wanted is not Wanted.DELETE
    offered = question.options or (event.stretch.ids if any_name else ())
    picked = tuple(option for option in offered if option in event.stretch.ids)
    if len(picked) == 1:
        return _settle(_remembering(scene, question, picked[0]), question.wanted, picked[0])
    if picked and set(picked) != set(question.options):
        return ask_which(scene, question.wanted, picked)
    if picked:
        return ask_again(scene)
    return start_stretch(scene, event)


def take_minutes(scene: Scene, event: AdjustHold) -> Turn:
    """A length of time on its own, as the answer to how long it may take."""
    question = question_of(scene)
    if question.wanted is not Wanted.MINUTES or event.seconds is None:
        return not_answered(scene)
    return start_planned(scene, replace(Wish.from_texts(question.options), seconds=event.seconds))


def not_answered(scene: Scene) -> Turn:
    """The question again; a time for a reminder is asked for once more only."""
    if question_of(scene).wanted is Wanted.REMINDER_TIME:
        return no_time(scene)
    return ask_again(scene)


def ask_again(scene: Scene, told: str = "") -> Turn:
    """The question that stands, once more, after a few words."""
    turn = ask_the_same(scene, told or scene.say("once_more"), scene.state.asked)
    return replace(turn, state=replace(turn.state, said=scene.state.said))


def _forgetting(scene: Scene, question: Question) -> Scene:
    """The scene without the choice among these namesakes: it was offered and turned down."""
    key = namesakes(question.options)
    known = scene.profile.preferences.choices
    return scene.with_preferences(choices={k: chosen for k, chosen in known.items() if k != key})


def _never_mind(scene: Scene) -> Turn:
    if scene.state.under_way:
        return back_to(scene, scene.say("never_mind"))
    return ask(scene, scene.say("never_mind"), scene.say("ask_what_next"))


def _remembering(scene: Scene, question: Question, chosen: str) -> Scene:
    """The scene with a choice among namesakes kept for the next time."""
    if len(question.options) < 2 or chosen not in scene.library.stretches:
        return scene
    known = scene.profile.preferences.choices
    return scene.with_preferences(choices={**known, namesakes(question.options): chosen})


def _settle(scene: Scene, wanted: Wanted, option: str) -> Turn:
    """Do what a question was about, now that it is answered."""
    if wanted is Wanted.RESUME:
        return take_up_named(scene, option)
    if wanted is Wanted.FORGET:
        return ask_whether(scene, option)
    if option in scene.library.routines:
        return start_routine_named(scene, option)
    if wanted in (Wanted.AVOID, Wanted.ALLOW):
        return keep(scene.with_state(question=None, mode=scene_mode(scene)), wanted, option)
    if wanted is Wanted.START:
        return begin(scene, option, (option,))
    answer = ANSWERS[wanted](scene, option)
    if scene.state.under_way:
        return back_to(scene, answer)
    return inform(scene.with_state(mode=Mode.IDLE, question=None), answer)


def _declined(scene: Scene, practices: tuple[str, ...]) -> Scene:
    profile = scene.profile
    known = {saved.practice.id for saved in (*profile.practices, *profile.household)}
    declined = (*scene.profile.preferences.declined, *practices)
    return scene.with_preferences(declined=tuple(p for p in declined if p in known))


def question_of(scene: Scene) -> Question:
    """The question that stands; only asked for where the mode promises one."""
    if scene.state.question is None:
        raise LookupError(f"no question while {scene.state.mode}")
    return scene.state.question
