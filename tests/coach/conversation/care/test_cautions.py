"""What is told before stretches: everything to whom it concerns, once, and not what is known already."""

from dataclasses import replace

import pytest

from helpers.content import CONTENT, LIBRARY
from helpers.scenes import idle, practice
from skill.coach.conversation.care.cautions import (
    cautions_ahead,
    cautions_missed,
    who_leaves_out,
)
from skill.coach.conversation.care.verdicts import REFUSED, care_for, counting
from skill.coach.conversation.scene import Scene
from skill.coach.practice.cues.cues import spoken_text
from skill.coach.topics.starting.first_answer import begin
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
        *_, overview = cautions_ahead(scene, one := practice(*suited, scene=scene), one.place_of(0))
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
