"""The kinds of answer: one that coaches, one that asks, one that says goodbye."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.answers.answers import (
    ask,
    ask_again,
    ask_the_same,
    close,
    coach,
    coming_out,
    finish,
    over,
    say_again,
)
from skill.coach.conversation.answers.ending import finished_words, goodbye
from skill.coach.conversation.answers.parts import coming
from skill.coach.conversation.reply import Limits
from skill.coach.conversation.state.questions import AllRight, TakeUpPractice
from skill.coach.conversation.state.state import Course, Running, Waiting
from skill.coach.person.device import Rendering
from skill.coach.practice.cues.cues import Said, length, spoken_text
from skill.coach.practice.place import WORK_PHASES, Phase, Side
from skill.coach.practice.score.packing import (
    Budget,
    Size,
    body_at,
    pack,
    part,
    size_of,
)
from skill.coach.practice.timeline import outline
from skill.coach.topics.starting.first_answer import begin
from skill.speech.limits import LIMITS

CHILDS_POSE = practice("childs_pose")
HOLD = spot(CHILDS_POSE, Phase.HOLD, held=10.0)
SECOND = spot(CHILDS_POSE, Phase.SETTLE, repetition=2)
NOTICE = (Said("Nothing can be saved just now.", 3.0),)
RELEASE = WORDS.stretch("childs_pose").release


def one_hold_at_a_time() -> Limits:
    """Limits that have room for one hold in the answer and one in the reprompt."""
    return Limits(Budget(140), Budget(80))


def test_a_coaching_answer_runs_the_practice_and_keeps_its_place():
    """What stood as a question is over, what was said before is not said again."""
    scene = idle().with_state(question=AllRight(), said="Which?", asked="Which?")
    outcome = coach(scene, CHILDS_POSE, HOLD, worked=10.0)

    under_way = outcome.state.practice
    assert isinstance(under_way, Running)
    assert (under_way.place, under_way.worked, under_way.sent.start) == (HOLD, 10.0, HOLD)
    assert (outcome.state.question, outcome.state.said, outcome.state.asked) == (None, "", "")
    saved = outcome.profile.practices[0]
    assert (saved.place, saved.worked, saved.ended, saved.saved_at) == (HOLD, 10.0, False, scene.now)


def test_who_begins_is_out_of_the_stretch_and_has_worked_nothing():
    """Unless it is said otherwise."""
    under_way = coach(idle(), CHILDS_POSE, CHILDS_POSE.place_of(0)).state.practice
    assert (under_way.sent.out, under_way.sent.way_in, under_way.worked) == (True, 0.0, 0.0)


def test_what_was_sent_can_be_walked_again():
    """It tells when the answer went out, what came before the coaching, and where each part ends."""
    scene = idle()
    scene = replace(scene, limits=one_hold_at_a_time())
    lead, way_in = scene.said("Here we go."), scene.said("Back in.")
    outcome = coach(scene, CHILDS_POSE, CHILDS_POSE.place_of(0), lead, way_in=way_in, out=False)
    sent = outcome.state.practice.sent

    assert (sent.at, sent.body, sent.out) == (scene.now, "standing", False)
    assert (sent.lead, sent.way_in) == (length(lead + way_in), length(way_in))
    assert sent.prompt == length(outcome.reply.prompt)
    assert sent.bridge == length(outcome.reply.reprompt[:1])
    assert (sent.cut.repetition, sent.end.repetition) == (2, 3)
    assert outcome.reply.answer[:2] == lead + way_in


def test_an_answer_keeps_room_for_its_end_and_for_what_comes_before():
    """Words before the coaching, the notice of the shell too, take their place from the coaching."""
    scene = replace(running(CHILDS_POSE), limits=LIMITS[Rendering.BREAKS])
    start = CHILDS_POSE.place_of(0)
    lead = scene.said("Word " * 60)
    room = LIMITS[Rendering.BREAKS].answer.less(Size(14, 400))

    def cut_of(scene, lead=()) -> object:
        return coach(scene, CHILDS_POSE, start, lead).state.practice.sent.cut

    practised = coach(scene, CHILDS_POSE, start).state.practice
    score = scene.score(practised.practice, practised.sent.cautions)
    assert cut_of(scene) == pack(score, start, scene.state.body, room)
    for outcome_cut, said in (
        (cut_of(scene, lead), lead),
        (cut_of(replace(scene, notice=lead)), lead),
        (cut_of(replace(scene, notice=lead), lead), lead + lead),
    ):
        assert outcome_cut == pack(score, start, scene.state.body, room.less(size_of(said)))


def test_a_notice_comes_before_everything():
    """Before the lead, the question, and the goodbye; where the practice is over, once."""
    scene = replace(idle(), notice=NOTICE)
    lead = scene.said("Here we go.")

    assert coach(scene, CHILDS_POSE, HOLD, lead).reply.answer[:2] == NOTICE + lead
    assert coach(scene, CHILDS_POSE, HOLD, lead).state.practice.sent.lead == length(NOTICE + lead)
    assert ask(scene, "Well.", "What now?").reply.answer == NOTICE + scene.said("Well.")
    assert close(scene, "Bye.").reply.answer == NOTICE + scene.said("Bye.")
    ended = coach(scene, CHILDS_POSE, CHILDS_POSE.end, lead).reply.answer
    assert ended[:1] == NOTICE
    assert ended[1:2] != NOTICE


def test_coaching_from_the_end_is_the_end():
    """There is nothing to coach: the lead, that it is done, and what next."""
    scene = running(CHILDS_POSE)
    scene = scene.with_state(practice=replace(scene.under_way, counted=(0,)))
    outcome = coach(scene, CHILDS_POSE, CHILDS_POSE.end, scene.said("All right."))

    assert outcome.state.course is Course.NONE
    assert told(outcome).startswith("All right. ")
    assert finished_words(scene, CHILDS_POSE) in told(outcome)
    assert told(outcome).endswith(scene.say("open_end"))


def test_a_practice_of_which_nothing_was_done_is_not_said_to_be_done():
    """Where nothing of it is left to do, that is said, and how to have others."""
    scene = running(CHILDS_POSE)
    outcome = coach(scene, CHILDS_POSE, CHILDS_POSE.end)

    assert outcome.state.course is Course.NONE
    assert finished_words(scene, CHILDS_POSE) not in told(outcome)
    assert told(outcome).startswith(scene.say("nothing_left_to_do"))


def test_where_the_reprompt_would_begin_the_rest_is_announced():
    """The answer ends with what comes next; the reprompt says on we go, coaches, and rests again."""
    scene = replace(idle(), limits=one_hold_at_a_time())
    outcome = coach(scene, CHILDS_POSE, CHILDS_POSE.place_of(0))
    sent, reply = outcome.state.practice.sent, outcome.reply
    done = outcome.state.practice.practice

    assert spoken_text(reply.prompt) == scene.say("rest", next=coming(scene, done, sent.cut))
    assert reply.reprompt[0].text == scene.say("on_we_go")
    last = [scene.say("rest_last", next=coming(scene, done, sent.end)), scene.say("rest_up_kneeling")]
    assert [cue.text for cue in reply.reprompt[-2:]] == last
    score = scene.score(done)
    assert reply.reprompt[1:-2] == part(score, sent.cut, sent.end, "hands_and_knees")


def test_a_reprompt_keeps_room_for_its_end_and_its_bridge():
    """As the answer does."""
    scene = replace(running(CHILDS_POSE), limits=LIMITS[Rendering.BREAKS])
    outcome = coach(scene, CHILDS_POSE, CHILDS_POSE.place_of(0))
    sent = outcome.state.practice.sent
    reprompt = LIMITS[Rendering.BREAKS].reprompt
    room = reprompt.less(Size(13, 400)).less(size_of(outcome.reply.reprompt[:1]))
    score = scene.score(outcome.state.practice.practice)
    assert sent.end == pack(score, sent.cut, "hands_and_knees", room)


def test_a_reprompt_that_comes_to_the_end_says_so_and_asks_what_next():
    """Nobody is left lying there."""
    scene = replace(idle(), limits=Limits(Budget(140), Budget(math.inf)))
    outcome = coach(scene, CHILDS_POSE, CHILDS_POSE.place_of(0))
    end = [cue.text for cue in outcome.reply.reprompt[-3:]]
    up = scene.say("get_up_kneeling")
    assert end == [finished_words(scene, CHILDS_POSE), up, goodbye(scene)]


def test_an_answer_that_comes_to_the_end_says_so_and_its_reprompt_says_goodbye():
    """All of a short practice in one answer; its reprompt coaches nothing."""
    scene = idle()
    outcome = coach(scene, CHILDS_POSE, CHILDS_POSE.place_of(0))

    assert outcome.state.practice.sent.end is None
    assert spoken_text(outcome.reply.prompt).startswith(finished_words(scene, CHILDS_POSE))
    assert spoken_text(outcome.reply.prompt).endswith(scene.say("open_end"))
    assert spoken_text(outcome.reply.reprompt) == goodbye(scene)


def test_what_is_in_the_totals_stays_counted_within_one_practice():
    """Another practice begins with nothing counted."""
    scene = running(CHILDS_POSE)
    scene = scene.with_state(practice=replace(scene.under_way, counted=(0,)))
    other = replace(practice("bridge"), id="2026-11-20T09:00:00.000+00:00")

    assert coach(scene, CHILDS_POSE, HOLD).state.practice.counted == (0,)
    assert coach(scene, other, other.place_of(0)).state.practice.counted == ()
    assert coach(idle(), other, other.place_of(0)).state.practice.counted == ()


def test_asking_makes_a_practice_that_runs_wait_and_tells_the_body_out_first():
    """Nobody holds a stretch while thinking about an answer."""
    scene = running(CHILDS_POSE, HOLD)
    outcome = ask(scene, "A word.", "Which one?", AllRight())

    assert isinstance(outcome.state.practice, Waiting)
    assert outcome.state.question == AllRight()
    assert spoken_text(outcome.reply.answer) == f"{RELEASE} A word."
    assert (outcome.state.said, outcome.state.asked) == (f"{RELEASE} A word. Which one?", "Which one?")
    assert spoken_text(outcome.reply.prompt) == spoken_text(outcome.reply.reprompt) == "Which one?"
    assert not outcome.reply.ends_session


def test_a_question_alone_is_said_alone():
    """Without anything to say first, and without a question of the coach's own."""
    outcome = ask(idle(), "", "What now?")
    assert (outcome.reply.answer, outcome.state.said, outcome.state.question) == ((), "What now?", None)


def test_closing_ends_the_session_with_the_body_out():
    """A practice waits, no question stands, the microphone stays closed."""
    scene = running(CHILDS_POSE, HOLD).with_state(question=None)
    outcome = close(scene, "Bye.")

    assert isinstance(outcome.state.practice, Waiting)
    assert outcome.reply.ends_session
    assert spoken_text(outcome.reply.answer) == f"{RELEASE} Bye."
    assert outcome.reply.prompt == outcome.reply.reprompt == ()
    assert close(idle().with_state(question=AllRight()), "").state.question is None


def test_a_session_that_is_over_anyway_hears_nothing():
    """Not even the notice: there is nobody to say it to."""
    assert close(replace(idle(), notice=NOTICE), "").reply.answer == ()


@pytest.mark.parametrize(
    ("place", "changes", "out"),
    [
        (HOLD, {}, True),
        (HOLD, {"out": True}, False),
        (HOLD, {"resting": True}, False),
        (spot(CHILDS_POSE, Phase.STEP), {}, False),
        (spot(CHILDS_POSE, Phase.RELEASE, repetition=4), {}, False),
    ],
)
def test_only_a_body_that_is_in_a_stretch_is_told_how_to_come_out(place, changes, out):
    """In its work, and neither at rest nor out of it already."""
    assert coming_out(running(CHILDS_POSE, place, **changes)) == (RELEASE if out else "")
    assert coming_out(waiting(CHILDS_POSE, place)) == ""
    assert coming_out(idle()) == ""


def test_finishing_ends_the_practice_where_its_last_stretch_leaves_the_body():
    """It is the last there was, it is kept as ended, and it is asked what next."""
    whole = practice("cat_cow", "flexion_rotation")
    outcome = finish(running(whole), whole, "", "All right.")

    assert outcome.state.practice is None
    assert outcome.state.last == whole
    assert outcome.state.body == "kneeling"
    assert outcome.profile.practices[0].ended
    assert outcome.profile.practices[0].place == whole.end
    assert told(outcome) == f"All right. {idle().say('get_up_kneeling')} {idle().say('open_end')}"


def test_a_scene_after_a_practice_has_none_and_knows_which_it_was():
    """The rest of the scene stays."""
    scene = over(running(CHILDS_POSE, HOLD, resting=True), CHILDS_POSE)
    assert (scene.is_practising, scene.state.last, scene.resting) == (False, CHILDS_POSE, True)


def test_asking_the_same_keeps_the_question():
    """With words of its own before it; another wording where it is given one."""
    scene = idle().with_state(question=TakeUpPractice("x"), said="Old. Shall we?", asked="Shall we?")
    same = ask_the_same(scene, "Hm.")

    assert told(same) == "Hm. Shall we?"
    assert same.state.question == TakeUpPractice("x")
    assert told(ask_the_same(scene, "Hm.", "Do you want to?")) == "Hm. Do you want to?"


def test_asking_again_is_not_what_is_said_again_later():
    """The words before it change with each time; what say that again repeats are the old ones."""
    scene = idle().with_state(question=TakeUpPractice("x"), said="Old. Shall we?", asked="Shall we?")
    outcome = ask_again(scene)

    assert told(outcome) == f"{scene.say('once_more')} Shall we?"
    assert told(ask_again(scene, "Say yes or no.")) == "Say yes or no. Shall we?"
    assert outcome.state.said == "Old. Shall we?"


def test_saying_it_again_changes_nothing():
    """The same words, the same question; where nothing was said, what next."""
    scene = idle().with_state(question=TakeUpPractice("x"), said="Old. Shall we?", asked="Shall we?")
    outcome = say_again(scene)

    assert told(outcome) == "Old. Shall we?"
    assert outcome.state == scene.state
    assert told(say_again(idle())) == idle().say("ask_what_next")


def test_what_is_finished_is_named_as_what_it_was():
    """A routine by its name; one stretch by that."""
    scene = idle()
    whole = practice(*LIBRARY.routines["loosen_up"].stretches, name="loosen_up")
    name = scene.name_of
    assert finished_words(scene, whole) == scene.say("finished_routine", routine=name("loosen_up"))
    assert finished_words(scene, CHILDS_POSE) == scene.say(
        "finished_stretch", stretch=name("childs_pose")
    )


def test_what_comes_next_is_named_as_precisely_as_it_needs():
    """A stretch by its name; its other side and its next repetition as such."""
    scene, knees = idle(), practice("bridge", "knee_to_chest")
    name = scene.name_of("knee_to_chest")
    side = spot(knees, Phase.SWITCH, item=1, side=Side.RIGHT)

    assert coming(scene, knees, knees.place_of(1)) == name
    assert coming(scene, knees, side) == scene.say("coming_side", stretch=name, side="right")
    assert coming(scene, CHILDS_POSE, SECOND) == scene.say(
        "coming_repetition", stretch=scene.name_of("childs_pose"), repetition="second"
    )


def test_an_answer_goes_out_when_it_is_asked_for():
    """The moment of the request is what its seconds are counted from."""
    scene = replace(idle(), now=idle().now + timedelta(minutes=3))
    assert coach(scene, CHILDS_POSE, HOLD).state.practice.sent.at == scene.now


@pytest.mark.parametrize("taught", [False, True])
@pytest.mark.parametrize("name", [*sorted(LIBRARY.stretches), *sorted(LIBRARY.routines)])
def test_nobody_is_brought_into_position_and_then_told_to_rest(name, taught):
    """A reprompt that coaches has something held or moved in it; else it only says how to go on."""
    scene = replace(idle().with_preferences(taught=taught), limits=LIMITS[Rendering.BREAKS])
    stretches = LIBRARY.routines[name].stretches if name in LIBRARY.routines else (name,)
    outcome = begin(scene, name, stretches)
    while not (here := outcome.state.practice).practice.is_end(here.sent.cut):
        coached = [cue.place for cue in outcome.reply.reprompt if cue.place is not None]
        assert not coached or any(place.phase in WORK_PHASES for place in coached)
        assert coached or "stay quiet" not in spoken_text(outcome.reply.spoken)
        body = body_at(scene.score(here.practice), here.sent.cut)
        scene = replace(scene, state=replace(outcome.state, body=body))
        outcome = coach(scene, here.practice, here.sent.cut)


@pytest.mark.parametrize("stretch", LIBRARY.stretches)
def test_between_two_sides_and_two_repetitions_one_is_told_the_way_out(stretch):
    """Whoever says that it hurts may be in the stretch still, or again."""
    whole = practice(stretch)
    between = [
        segment.place for segment in outline(whole)[1:] if segment.phase in (Phase.SWITCH, Phase.SETTLE)
    ]
    for place in between:
        assert coming_out(running(whole, place)) == WORDS.stretch(stretch).release
