"""Help, and answers to words that were not understood or make no sense at the moment."""

from skill.coach.conversation.answers.answers import (
    ask,
    ask_again,
    ask_the_same,
    ask_to_go_on,
    ask_what_next,
    coach,
    say_again,
)
from skill.coach.conversation.coming_back.aside import aside, inform, lets_out, told_again
from skill.coach.conversation.coming_back.coming_back import never_mind
from skill.coach.conversation.coming_back.recap import back_into
from skill.coach.conversation.disambiguation.missing import not_chosen
from skill.coach.conversation.disambiguation.picking import numbered
from skill.coach.conversation.events import AskWords, Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import (
    DeleteEverything,
    DeleteRoutineForGood,
    EquipmentThere,
    HowLong,
    LeaveOutFromNowOn,
    MoreOfIt,
    OfferedPlan,
    PlayOn,
    Question,
    ReminderReadBack,
    ReminderTime,
    TakeUpPractice,
    ThisStretch,
    WhichColumn,
    WhichPractice,
    WhichRoutine,
    WhichRoutineToDelete,
    WhichSide,
    WhichStretch,
)
from skill.coach.conversation.state.state import Course, Running
from skill.coach.practice.cues.cues import Said
from skill.coach.practice.place import WORK_PHASES, Phase
from skill.coach.practice.score.composing import cues_of
from skill.coach.practice.score.in_and_out import getting_in
from skill.coach.practice.timeline import segment_at

AT_ONCE = 6.0
"""Seconds of a hold in which somebody who asks what was said has missed the way in; ours."""

ANSWERED_BY: dict[type[Question | None], str] = {
    WhichStretch: "help_which",
    ThisStretch: "help_this",
    WhichSide: "help_side",
    TakeUpPractice: "help_take_up",
    PlayOn: "help_play_on",
    EquipmentThere: "help_equipment",
    MoreOfIt: "help_more_of_it",
    OfferedPlan: "help_plan",
    HowLong: "help_how_long",
    DeleteRoutineForGood: "help_delete_routine",
    DeleteEverything: "help_delete_all",
    WhichColumn: "help_column",
    LeaveOutFromNowOn: "help_from_now_on",
    ReminderReadBack: "help_reminder",
    ReminderTime: "help_reminder_time",
    WhichRoutine: "help_which",
    WhichPractice: "help_which",
    WhichRoutineToDelete: "help_which",
}
"""What is told at a question, by its kind; the other kinds have rows of their own for help."""


def help_idle(scene: Scene, _: Event) -> Outcome:
    """What can be said when nothing is under way."""
    told = f"{scene.say('help_idle')} {scene.say('disclaimer')}"
    return ask(scene, told, scene.say("ask_what_next"))


def help_practising(scene: Scene, _: Event) -> Outcome:
    """What can be said during a practice; the practice carries on afterwards."""
    return aside(scene, scene.say("help_practising"))


def help_paused(scene: Scene, _: Event) -> Outcome:
    """What can be said while a practice waits."""
    return ask_to_go_on(scene, scene.say("help_paused"))


def help_asked(scene: Scene, _: Event) -> Outcome:
    """What each answer to the question that stands will do, then the question again."""
    return ask_again(scene, scene.say(ANSWERED_BY[type(scene.state.question)]))


def what_then(scene: Scene, _: Event) -> Outcome:
    """Yes to "what would you like next?": ask which."""
    return ask(scene, "", scene.say("ask_for_a_name"))


def repeat_words(scene: Scene, event: Event) -> Outcome:
    """Say the last answer once more; or one name of the last list, which "that one" is then."""
    listed = scene.state.thread.listed
    picked = numbered(event.ordinal, listed) if isinstance(event, AskWords) else ()
    if not picked:
        return say_again(scene)
    if picked[0] in scene.library.stretches:
        scene = scene.with_state(thread=scene.state.thread.telling(picked[0]))
    return inform(scene, scene.say("that_was", name=scene.name_of(picked[0])))


def words_again(scene: Scene, _: Event) -> Outcome:
    """What was said once more; a hold goes on with the seconds that were left, in short words.

    An answer is said again as long as the part of the stretch lasts into which it was given.
    """
    practice, place = scene.practice, scene.place
    if scene.resting:  # what comes next is what was said, and is announced again
        return aside(scene, "")
    segment = segment_at(practice, place)
    running = scene.under_way
    told_into = running.sent.start if isinstance(running, Running) else place
    if scene.state.said and segment_at(practice, told_into) == segment:
        return aside(scene, scene.state.said)
    if place.phase not in WORK_PHASES:
        # Of the way into a position, the sentence that was being said.
        start = place if practice.is_before(place) else segment.place
        return told_again(scene, scene.say("again"), start)
    if (begun := _said_at_the_hold(scene)) and not scene.is_staying:
        return aside(scene, begun)
    told = getting_in(scene.score(practice), segment)
    if not lets_out(scene, told):
        return aside(scene, told)
    out = scene.said("" if scene.out else scene.say("ease_out"))
    way_in = back_into(scene, practice, segment)
    return coach(scene, practice, place, out, scene.worked, way_in=way_in)


def _said_at_the_hold(scene: Scene) -> str:
    """What was said as the hold in progress began; empty in its first seconds, and in a movement.

    Who asks at once has missed the way in. What is said of the time would be wrong by now.
    """
    place = scene.place
    if place.phase is not Phase.HOLD or place.held < AT_ONCE:
        return ""
    cues = cues_of(scene.score(scene.practice), segment_at(scene.practice, place))
    return next((cue.text for cue in cues if isinstance(cue, Said)), "")


def nod(scene: Scene, _: Event) -> Outcome:
    """Thanks and praise get a word, and everything is as before."""
    return inform(scene, scene.say("nod"))


def greet(scene: Scene, _: Event) -> Outcome:
    """A greeting is returned, with something to say next; in a practice it gets a word, and no more."""
    if scene.is_practising or scene.state.question is not None:
        return inform(scene, scene.say("nod_hello"))
    return ask(scene, scene.say("greet_back"), scene.say("greet_example"))


def tell_about(scene: Scene, _: Event) -> Outcome:
    """Whom the coach's words are from, and that it is no doctor."""
    return inform(scene, scene.say("about_me"))


def not_understood(scene: Scene, _: Event) -> Outcome:
    """Words that fit nothing, with no practice running."""
    return ask_what_next(scene, scene.say("not_understood"))


def no_answer(scene: Scene, _: Event) -> Outcome:
    """Something that does not answer the question that stands: ask it again, a choice only once."""
    return not_chosen(scene)


def wait_for_the_answer(scene: Scene, _: Event) -> Outcome:
    """Asked to wait while a question stands: there is time, and then it is asked again."""
    return ask_the_same(scene, scene.say("take_your_time"))


def refuse(scene: Scene, _: Event) -> Outcome:
    """No to a question for which no means only that nothing is done."""
    return never_mind(scene)


def illegal(scene: Scene) -> Outcome:
    """A wish that makes no sense at the moment: say what does; nothing changes."""
    if scene.state.question is not None:
        return ask_again(scene)
    match scene.state.course:
        case Course.RUNNING:
            return aside(scene, scene.say("not_now_practising"))
        case Course.WAITING | Course.PLAYING:
            return ask_to_go_on(scene, "")
        case Course.NONE:
            return ask(scene, scene.say("nothing_running"), scene.say("ask_what_next"))
