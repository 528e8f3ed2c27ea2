"""What is told before stretches: everything to whom it concerns, once, and not what is known already."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.content import CONTENT, LIBRARY
from helpers.scenes import idle, practice
from skill.coach.conversation.answers.playing import played_from
from skill.coach.conversation.care.cautions import (
    as_heard,
    cautions_ahead,
    cautions_missed,
    cautions_passed,
    who_leaves_out,
)
from skill.coach.conversation.care.verdicts import REFUSED, care_for, counting
from skill.coach.conversation.coming_back.aside import aside
from skill.coach.conversation.events import AskWords, NotUnderstood, Repeat
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import Running
from skill.coach.player import ALONE
from skill.coach.practice.cautions import Caution, Moment
from skill.coach.practice.cues.cues import Said, Silence, spoken_text
from skill.coach.practice.place import ALL_TOLD, ALSO_FIRST, ANNOUNCING, TELLING, Place
from skill.coach.practice.playback.hearing import Sent, hear, played
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.composing import Arrival, cues_of
from skill.coach.practice.score.rhythm import A_PAUSE, LONGEST_TALK
from skill.coach.practice.timeline import segment_at
from skill.coach.practice.wordings.texts import sentences
from skill.coach.topics.coaching.navigation import repeat
from skill.coach.topics.help.help import words_again
from skill.coach.topics.starting.first_answer import begin
from skill.coach.turn import catch_up
from skill.library.care import Verdict
from skill.library.loading import load_language
from skill.words import Words

LANGUAGES = {tag: Words(load_language(CONTENT, tag, LIBRARY)) for tag in ("de", "en")}
STRETCHES = sorted(LIBRARY.stretches)
IN_BOTH = pytest.mark.parametrize("tag", sorted(LANGUAGES))


def somebody(tag: str, *conditions: str) -> Scene:
    """Whoever has been here before, heard of no stretch whom it does not suit, and named conditions."""
    return counting(replace(idle(), words=LANGUAGES[tag]), *conditions)


def called(scene: Scene, condition: str) -> str:
    """A condition as every sentence has it, whether or not it shares its first word with another."""
    return scene.words.language.conditions[condition].with_it.partition(" ")[2]


def told_ahead(scene: Scene, *stretches: str) -> str:
    """All that is to be minded in a practice from its beginning."""
    begun = practice(*stretches, scene=scene)
    return " ".join(caution.text for caution in cautions_ahead(scene, begun, begun.place_of(0)))


@IN_BOTH
@pytest.mark.parametrize("stretch", STRETCHES)
def test_whoever_named_one_condition_hears_who_else_leaves_a_stretch_out(stretch, tag):
    """Of each stretch, whatever else was named; of that, by its family, nothing more is said."""
    for named in LIBRARY.conditions:
        scene = somebody(tag, named)
        said = told_ahead(scene, stretch)
        left_out = LIBRARY.conditions_with(Verdict.LEAVE_OUT, stretch)
        others = [each for each in left_out if LIBRARY.family(each) != LIBRARY.family(named)]
        for condition in others[:3]:
            assert called(scene, condition) in said
        care = care_for(scene, stretch)
        if care is None or care.verdict is not Verdict.EASE:
            assert called(scene, named) not in said or LIBRARY.conditions[named].evident


@IN_BOTH
def test_what_is_eased_for_a_condition_is_told_beside_who_else_leaves_it_out(tag):
    """The easier way first, as it is told anyway."""
    scene = somebody(tag, "high_blood_pressure")
    care = care_for(scene, "bridge")
    easier, *_ = told = cautions_ahead(scene, one := practice("bridge", scene=scene), one.place_of(0))
    assert easier.text == scene.words.language.care[care.column][care.reason]
    assert called(scene, "vertigo") not in easier.text
    assert called(scene, "new_baby") in " ".join(each.text for each in told)


@IN_BOTH
@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_whoever_named_one_condition_hears_the_overview_of_a_routine(routine, tag):
    """Without that condition: who else is to listen, among those stretches that are left."""
    for named in ("vertigo", "osteoporosis", "pregnancy_mid"):
        scene = somebody(tag, named)
        suited = [
            stretch
            for stretch in LIBRARY.routines[routine].stretches
            if (care := care_for(scene, stretch)) is None or care.verdict not in REFUSED
        ]
        if len(suited) < 2:
            continue
        overview, *_ = cautions_ahead(scene, one := practice(*suited, scene=scene), one.place_of(0))
        assert overview.moment is Moment.AT_THE_START
        named_in_it = [each for each in LIBRARY.conditions if called(scene, each) in overview.text]
        assert named_in_it
        assert LIBRARY.family(named) not in {*map(LIBRARY.family, named_in_it)}


@IN_BOTH
def test_what_is_taken_up_in_the_middle_is_told_to_whoever_named_a_condition(tag):
    """As far as it was not heard: who else leaves it out."""
    scene = somebody(tag, "disc_or_sciatica")
    one = practice("bridge", scene=scene)
    there = replace(one.place_of(0), repetition=2)
    assert cautions_missed(scene, one, there) == who_leaves_out(scene, "bridge")
    heard = scene.with_preferences(cautioned=("bridge",))
    assert cautions_missed(heard, one, there) == ""


@IN_BOTH
def test_it_is_told_once_to_whoever_named_a_condition(tag):
    """As to everybody: not again before a stretch of which it was heard."""
    scene = somebody(tag, "disc_or_sciatica").with_preferences(cautioned=("bridge",))
    said = spoken_text(begin(scene, "bridge", ("bridge",)).reply.answer)
    assert called(scene, "vertigo") not in said
    assert called(scene, "new_baby") not in said


def heard_along(scene: Scene, begun: Practice) -> Iterator[tuple[Place, tuple[Caution, ...], Scene]]:
    """A practice heard from stretch to stretch: the place, what is told from there, and to whom."""
    for number in range(len(begun.items)):
        place = begun.place_of(number)
        told = cautions_ahead(scene, begun, place)
        yield place, told, scene
        over = replace(place, step=ALL_TOLD)
        scene = cautions_passed(scene, begun, told, over)


@IN_BOTH
@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_in_a_routine_whoever_leaves_a_stretch_out_hears_of_it_before_it(routine, tag):
    """At the start or before that very stretch, whatever it is; and by its own name or a wider one."""
    scene = somebody(tag)
    begun = practice(*LIBRARY.routines[routine].stretches, scene=scene)
    at_the_start = ""
    for place, told, _ in heard_along(scene, begun):
        first = [each for each in told if each.item == place.item]
        at_the_start = at_the_start or " ".join(each.text for each in first if len(each.names) > 0)
        said = " ".join((at_the_start, *(each.text for each in first)))
        for condition in LIBRARY.conditions_with(Verdict.LEAVE_OUT, place.stretch):
            wider = [
                each
                for each in LIBRARY.conditions
                if LIBRARY.family(each) == LIBRARY.family(condition)
                and list(LIBRARY.conditions).index(each) <= list(LIBRARY.conditions).index(condition)
            ]
            assert any(called(scene, each) in said for each in wider), (place.stretch, condition)


@IN_BOTH
@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_an_overview_counts_for_those_stretches_alone_of_which_it_named_everybody(routine, tag):
    """The others count once what was missing was heard; then all do, and nothing is told again."""
    scene = somebody(tag)
    stretches = LIBRARY.routines[routine].stretches
    begun = practice(*stretches, scene=scene)
    *_, last = steps = list(heard_along(scene, begun))
    after_the_start = steps[1][2].profile.preferences.cautioned
    named = steps[1][2].state.minded.named
    families = {*map(LIBRARY.family, named)}
    for stretch in stretches[1:]:
        left_out = {*map(LIBRARY.family, LIBRARY.conditions_with(Verdict.LEAVE_OUT, stretch))}
        assert (stretch in after_the_start) <= (left_out <= families), stretch
    place, told, scene = last
    scene = cautions_passed(scene, begun, told, replace(place, step=ALL_TOLD))
    assert {*scene.profile.preferences.cautioned} == {*stretches}
    again = replace(begun, id="another")
    assert cautions_ahead(scene, again, again.place_of(0)) == ()


@IN_BOTH
def test_what_was_named_at_the_start_is_not_named_before_a_stretch_again(tag):
    """Happy baby in the full routine: osteoporosis alone, of two for whom it is not."""
    scene = somebody(tag)
    begun = practice(*LIBRARY.routines["full_back"].stretches, scene=scene)
    for place, told, _ in heard_along(scene, begun):
        if place.stretch == "happy_baby":
            (own,) = told[-1:] if told[-1].item == place.item else told[:1]
            assert own.about == ("happy_baby",)
            assert called(scene, "osteoporosis") in own.text
            assert called(scene, "pregnancy_mid") not in own.text


@IN_BOTH
def test_the_overview_is_told_once_in_a_practice(tag):
    """Whoever stops half-way hears before what is left of it, the next time, who it is not for."""
    scene = somebody(tag)
    stretches = LIBRARY.routines["full_back"].stretches
    begun = practice(*stretches, scene=scene)
    at_the_start = {Moment.AT_THE_START, Moment.ALSO_AT_THE_START}
    for place, told, _ in heard_along(scene, begun):
        assert any(each.moment in at_the_start for each in told) == (place.item == 0)
    told = cautions_ahead(scene, begun, begun.place_of(0))
    named = cautions_passed(scene, begun, told, replace(begun.place_of(0), step=ANNOUNCING))
    left = replace(begun, id="tomorrow", items=begun.items[5:])
    assert any(each.moment in at_the_start for each in cautions_ahead(named, left, left.place_of(0)))


@IN_BOTH
def test_between_the_two_texts_of_the_start_the_second_is_still_to_come(tag):
    """Whoever asks something there hears who should say so first, and the first of both no more."""
    scene = somebody(tag)
    begun = practice(*LIBRARY.routines["full_back"].stretches, scene=scene)
    there = replace(begun.place_of(0), step=ALSO_FIRST)
    told = cautions_ahead(scene, begun, begun.place_of(0))
    after = cautions_passed(scene, begun, told, there)
    rest = cautions_ahead(after, begun, there)
    assert [each for each in rest if each.moment is Moment.AT_THE_START] == []
    assert [each for each in rest if each.moment is Moment.ALSO_AT_THE_START] == [told[1]]


@IN_BOTH
@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_nobody_is_talked_at_before_any_stretch_of_a_routine(routine, tag):
    """Twelve seconds of words at most without a pause to answer or to move in, to the routine's end."""
    scene = somebody(tag).with_preferences(taught=False)
    begun = practice(*LIBRARY.routines[routine].stretches, scene=scene)
    for place, told, now in heard_along(scene, begun):
        score = now.score(begun, told)
        talk = 0.0
        for cue in cues_of(score, segment_at(begun, place)):
            talk = 0.0 if isinstance(cue, Silence) and cue.seconds >= A_PAUSE else talk
            talk += cue.seconds if isinstance(cue, Said) else 0.0
            assert talk <= LONGEST_TALK, cue


@IN_BOTH
def test_what_a_player_plays_says_the_overview_once(tag):
    """Nobody can tell what was heard of it: every stretch after the first tells of all it is not for."""
    scene = replace(somebody(tag), limits=ALONE)
    begun = practice(*LIBRARY.routines["full_back"].stretches, scene=scene)
    for number, item in enumerate(begun.items):
        place = begun.place_of(number)
        arrival = Arrival(place, begun.body) if number == 0 else None
        pieces = played_from(scene, begun, place, 0.0, "0", arrival).pieces
        said = spoken_text(cue for piece in pieces for cue in piece.cues)
        assert (scene.words.language.conditions["recent_back_operation"].with_it in said) == (
            number == 0
            or "recent_back_operation" in LIBRARY.conditions_with(Verdict.LEAVE_OUT, item.stretch)
        )
        for condition in LIBRARY.conditions_with(Verdict.LEAVE_OUT, item.stretch) if number else ():
            assert called(scene, condition) in said


def heard_of(scene: Scene, begun: Practice, text: str, seconds: float) -> tuple[Scene, Place, Caution]:
    """Whoever speaks so long after a sentence of a caution began: the scene, the place, the caution."""
    sent = running_from(scene, begun).state.practice.sent
    score = scene.score(begun, sent.cautions)
    begins = next(at for at, cue, _ in played(score, sent) if isinstance(cue, Said) and cue.text == text)
    heard = hear(score, sent, begins + seconds)
    caution = next(each for each in sent.cautions if text in each.text)
    after, place = as_heard(running_from(scene, begun), begun, sent.cautions, heard, again=False)
    return after, place, caution


def running_from(scene: Scene, begun: Practice) -> Scene:
    """A practice that has just been started, with its cautions in the answer."""
    place = begun.place_of(0)
    told = cautions_ahead(scene, begun, place)
    sent = Sent(scene.now, begun.body, 0.0, True, 0.0, place, begun.end, cautions=told)  # noqa: FBT003
    return scene.with_state(practice=Running(begun, place, sent=sent), body=begun.body)


@IN_BOTH
@pytest.mark.parametrize("stretch", STRETCHES)
def test_a_caution_of_which_the_greater_part_was_heard_counts(stretch, tag):
    """And is not told again, wherever in it somebody spoke; less of it does not count."""
    scene = somebody(tag)
    begun = practice(stretch, scene=scene)
    for text in (sentence for sentence in sentences(who_leaves_out(scene, stretch))):
        seconds = scene.words.seconds(text)
        after, place, caution = heard_of(scene, begun, text, 0.6 * seconds)
        assert caution.text not in [each.text for each in cautions_ahead(after, begun, place)] or (
            place.step > TELLING  # past it, though another one is still to come
        )
        assert after.state.broken_off.times == 0
        after, place, caution = heard_of(scene, begun, text, 0.3 * seconds)
        assert caution.text in [each.text for each in cautions_ahead(after, begun, place)]
        assert after.state.broken_off.times == 1


@IN_BOTH
@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_broken_off_twice_it_is_told_in_short(routine, tag):
    """All that it names, in a little more than half the time, and nothing of it is left after it."""
    scene = somebody(tag)
    begun = practice(*LIBRARY.routines[routine].stretches, scene=scene)
    first, also = whole = cautions_ahead(scene, begun, begun.place_of(0))[:2]
    text = sentences(first.text)[0]
    for _ in range(2):
        scene, place, _ = heard_of(scene, begun, text, 1.0)
    short, *others = cautions_ahead(scene, begun, place)
    assert short.moment is Moment.AT_THE_START
    assert Moment.ALSO_AT_THE_START not in [each.moment for each in others]
    assert {*short.names} == {*first.names, *also.names}
    assert short.about == also.about
    words = scene.words
    assert words.seconds(short.text) <= 0.6 * sum(words.seconds(each.text) for each in whole)
    for each in short.names:
        names = (words.language.conditions[one].name for one in (each, LIBRARY.family(each)))
        assert any(name.casefold() in short.text.casefold() for name in names)
    after, place, _ = heard_of(scene, begun, short.text, 0.6 * words.seconds(short.text))
    assert place.step == ANNOUNCING
    assert {*after.profile.preferences.cautioned} == {*short.about}


@IN_BOTH
def test_what_is_broken_off_elsewhere_is_counted_anew(tag):
    """A caution before another stretch, or of another practice, is told whole."""
    scene = somebody(tag)
    begun = practice("bridge", scene=scene)
    text = cautions_ahead(scene, begun, begun.place_of(0))[0].text
    for _ in range(2):
        scene, place, _ = heard_of(scene, begun, text, 1.0)
    assert cautions_ahead(scene, begun, place)[0].text != text
    other = replace(begun, id="another")
    assert cautions_ahead(scene, other, other.place_of(0))[0].text == text


@IN_BOTH
def test_whoever_asks_what_was_said_hears_it_again(tag):
    """However much of it they heard: it is the same once more."""
    scene = somebody(tag)
    begun = practice("bridge", scene=scene)
    going = running_from(scene, begun)
    sent = going.state.practice.sent
    text = sent.cautions[0].text
    score = scene.score(begun, sent.cautions)
    begins = next(at for at, cue, _ in played(score, sent) if isinstance(cue, Said) and cue.text == text)
    late = replace(going, now=going.now + timedelta(seconds=begins + 0.9 * scene.words.seconds(text)))
    for event, act in ((AskWords(), words_again), (Repeat(), repeat)):
        caught_up, _ = catch_up(late, event)
        assert text in spoken_text(act(caught_up, event).reply.answer)
    caught_up, _ = catch_up(late, NotUnderstood())
    assert text not in spoken_text(aside(caught_up, "").reply.answer)
