"""The ways of a stretch: who is coached in which of them, and what is kept of it."""

from dataclasses import replace

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle, practice, running, spot, told
from skill.coach.conversation.care.verdicts import care_for, counting, is_eased, is_refused, suited
from skill.coach.conversation.events import AskEasier, Asked, AskHowTo, Pain
from skill.coach.conversation.personal_practice import item_of
from skill.coach.conversation.state.fitting import known_practice
from skill.coach.conversation.state.state import Counted
from skill.coach.person.practice_encoding import decode_practice, encode_practice
from skill.coach.practice.cues.cues import Said
from skill.coach.practice.place import Phase
from skill.coach.practice.score.packing import part
from skill.coach.topics.questions.about_a_stretch import ask_about
from skill.coach.topics.safety.pain import easier, hurts
from skill.library.care import Verdict
from skill.library.records import GENTLE, Level

EASED = [
    (column, stretch)
    for column, cares in LIBRARY.care.items()
    for stretch, care in cares.items()
    if care.verdict is Verdict.EASE
]


def with_column(column: str):
    """A scene in which one column of the matrix counts."""
    condition = next(each for each in LIBRARY.conditions.values() if column in each.columns)
    return idle().with_state(conditions=(Counted(condition.id, column),))


def spoken(whole) -> list[str]:
    """Every sentence of a practice from beginning to end."""
    cues = part(idle().score(whole), whole.place_of(0), whole.end, "standing")
    return [cue.text for cue in cues if isinstance(cue, Said)]


def way_of(outcome) -> str:
    """The way in which the stretch in progress is done after an action."""
    under_way = outcome.state.practice
    return under_way.practice.items[under_way.place.item].way


@pytest.mark.parametrize(
    "stretch",
    ["standing_hamstring", "standing_hip_flexor", "standing_leg_rotation", "seated_spinal_twist"],
)
def test_whoever_stays_off_the_floor_stands_on_it_all_the_same(stretch):
    """What is done on one's feet or on a chair speaks of no bed, whoever it is eased for."""
    scene = idle().with_state(
        conditions=tuple(
            Counted(condition.id, column)
            for condition in LIBRARY.conditions.values()
            for column in condition.columns
            if condition.in_bed
        )
    )

    assert not any("bed" in sentence.split() for sentence in spoken(practice(stretch, scene=scene)))


@pytest.mark.parametrize(("column", "stretch"), EASED)
def test_who_named_a_condition_is_coached_in_the_way_of_its_cell(column, stretch):
    """For every cell of the matrix that eases: its way, all of its steps, and no more than gently."""
    scene = with_column(column)
    if not is_eased(scene, stretch):
        return  # nobody with that body gets into the position at all
    item = item_of(scene, stretch)
    way = LIBRARY.care[column][stretch].way
    whole = practice(stretch, scene=scene)
    in_bed = whole.is_on_a_bed and not LIBRARY.is_upright(stretch)
    words = WORDS.stretch(stretch, way, in_bed=in_bed)
    dose = LIBRARY.stretches[stretch].doses[Level.GENTLE]

    assert (item.way, item.work) == (way, dose.work)
    side = whole.items[0].efforts[0].side
    told_along = spoken(whole)
    for step in words.steps:
        assert (step.format(side=side, other=side.other) if side else step) in told_along


@pytest.mark.parametrize("stretch", LIBRARY.stretches)
def test_gentle_is_done_and_told_otherwise_than_standard(stretch):
    """For all twenty: other steps, and never more of it."""
    gentle, standard = (item_of(idle(level=level), stretch) for level in (Level.GENTLE, Level.STANDARD))

    assert (gentle.way, standard.way) == (GENTLE, "")
    assert WORDS.stretch(stretch, GENTLE).steps != WORDS.stretch(stretch).steps
    seconds = [sum(effort.seconds for effort in item.efforts) for item in (gentle, standard)]
    assert seconds[0] <= seconds[1]


def test_a_condition_named_in_mid_practice_changes_what_is_ahead_and_what_is_in_progress():
    """The stretch in progress keeps its seconds; those ahead are done gently."""
    whole = practice("cat_cow", "childs_pose", "bridge")
    there = spot(whole, Phase.MOVE, repetition=2)
    scene = counting(running(whole, there), "wrist_problem")
    fitting, place = suited(scene, whole, there)

    assert [item.way for item in fitting.items] == ["fists", "arms_back", ""]
    assert place == there
    assert fitting.items[0].work == whole.items[0].work
    assert fitting.items[1].repetitions == 1


def test_where_two_conditions_ask_for_different_ways_the_stretch_is_left_out():
    """No way is made for both: the careful side."""
    scene = counting(counting(idle(), "osteoporosis"), "spinal_stenosis")
    assert {care_for(scene, "cat_cow", (each,)).way for each in scene.state.conditions} == {
        *("no_rounding", "no_arching"),
    }
    assert is_refused(scene, "cat_cow")


def test_of_two_conditions_the_one_with_a_way_of_its_own_counts():
    """Any easier way will do for the other one."""
    scene = counting(counting(idle(), "arthritis"), "wrist_problem")
    assert item_of(scene, "childs_pose").way == "arms_back"


@pytest.mark.parametrize(
    ("stretch", "sign", "way"),
    [
        ("childs_pose", "knee_sore", "half_way"),
        ("childs_pose", "wrist_sore", "arms_back"),
        ("childs_pose", "shoulder_sore", "arms_back"),
        ("childs_pose", "hip_sore", "knees_wide"),
        ("childs_pose", "back_sore", "back_long"),
        ("cat_cow", "wrist_sore", "fists"),
        ("bridge", "knee_sore", "feet_away"),
        ("knee_to_chest", "shoulder_sore", "towel"),
        ("modified_cobra", "wrist_sore", GENTLE),
        ("lumbar_rotation", "knee_sore", GENTLE),
        ("knee_to_chest", "too_long", GENTLE),
    ],
)
def test_a_sore_part_is_spared(stretch, sign, way):
    """The way that spares it, where there is one; and what is said of it is how that way differs."""
    whole = practice(stretch)
    phase = Phase.MOVE if stretch == "cat_cow" else Phase.HOLD
    outcome = hurts(running(whole, spot(whole, phase, held=2.0)), Pain(sign))

    assert way_of(outcome) == way
    spares = LIBRARY.signs[sign].part in LIBRARY.stretches[stretch].ways[way].spares
    differs = WORDS.stretch(stretch).ways[way].differs
    assert (differs in told(outcome)) == spares
    assert outcome.profile.preferences.levels == {}


def test_a_sore_part_never_undoes_what_a_condition_asks_for():
    """With thin bones and sore knees the back stays long."""
    scene = counting(idle(), "osteoporosis")
    whole = practice("childs_pose", scene=scene)
    there = running(whole, spot(whole, Phase.HOLD, held=2.0), scene=scene)
    assert way_of(hurts(there, Pain("knee_sore"))) == "back_long"


def test_who_asks_for_an_easier_way_in_a_stretch_is_coached_in_it():
    """In this practice; another stretch that is asked about changes nothing."""
    whole = practice("modified_cobra")
    scene = running(whole, spot(whole, Phase.HOLD, held=2.0))
    asked = ask_about(scene, AskEasier(Asked()))

    assert way_of(asked) == GENTLE
    assert "Stay low, propped on your forearms." in told(asked)
    assert "ress up" not in told(asked)
    assert asked.profile.preferences == scene.profile.preferences
    assert way_of(ask_about(scene, AskEasier(Asked(("bridge",), "the bridge")))) == ""
    assert "forearms" in told(ask_about(replace(scene, state=asked.state), AskHowTo(Asked())))


def test_who_asks_among_the_steps_hears_the_other_ones_from_the_first():
    """Half of the one and half of the other would lead nowhere."""
    whole = practice("modified_cobra")
    there = replace(spot(whole, Phase.STEP), step=3)
    asked = ask_about(running(whole, there), AskEasier(Asked()))
    for step in WORDS.stretch("modified_cobra", GENTLE).steps:
        assert step in told(asked)


def test_the_easier_version_is_coached_to_the_end():
    """In every later round, and on the way out."""
    whole = practice("modified_cobra")
    scene = running(whole, spot(whole, Phase.HOLD, held=2.0))
    outcome = easier(scene, Pain())

    assert way_of(outcome) == GENTLE
    assert "Slide your elbows out, and lower your chest slowly to the floor." in told(outcome)


def test_the_way_is_kept_with_a_practice_and_never_why():
    """Written and read again; nothing in it names what a body has."""
    scene = with_column("wrist_problem")
    whole = practice("childs_pose", "cat_cow", "standing_leg_rotation", scene=scene)
    text = encode_practice(whole)

    assert decode_practice(text) == whole
    assert [item.way for item in whole.items] == ["arms_back", "fists", GENTLE]
    assert not any(word in text for word in (*LIBRARY.conditions, *LIBRARY.care))


def test_a_way_that_has_gone_is_done_gently():
    """It was an easier one; and how often the foot comes down is today's."""
    whole = practice("childs_pose", "standing_leg_rotation")
    old = replace(
        whole,
        items=(replace(whole.items[0], way="upside_down"), replace(whole.items[1], at_a_time=0)),
    )
    known = known_practice(LIBRARY, old)
    assert [(item.way, item.at_a_time) for item in known.items] == [(GENTLE, 0), ("", 4)]
