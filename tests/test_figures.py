"""The figures of the five articles, written down a second time: content cannot drift from them.

The tables say what the five articles (content/sources.toml) say, as we read them. Where they and the
content differ, one of them is a slip; neither is to be changed to fit the other without the article at
hand.
"""

import pytest

from skill.library.records import Level, Planning, Sides

OURS = "ours"

# id: kind, sides, then for gentle, standard and longer what is held how often on each side (for a
# movement only how often), then who gives the length of the hold (for a movement the repetitions).
FIGURES = {
    "supine_hip_flexor": ("hold", "each", (30, 1), (30, 1), (30, 2), {"S0"}),
    "childs_pose": ("hold", "none", (30, 1), (30, 4), (30, 5), {"S0", "S2"}),
    "cat_cow": ("movement", "none", 3, 5, 8, {OURS}),
    "seated_spinal_twist": ("movement", "in_turn", 3, 5, 8, {OURS}),
    "knee_to_chest": ("hold", "each", (20, 1), (30, 2), (60, 3), {"S2", "S3"}),
    "elevated_leg": ("hold", "each", (20, 1), (20, 1), (20, 2), {"S2"}),
    "lumbar_rotation": ("hold", "each", (20, 1), (20, 1), (20, 2), {"S2"}),
    "modified_cobra": ("hold", "none", (10, 3), (10, 4), (10, 5), {"S2"}),
    "piriformis": ("hold", "each", (20, 1), (20, 1), (20, 2), {"S2"}),
    "knee_to_opposite_shoulder": ("hold", "each", (30, 1), (30, 2), (30, 3), {"S1"}),
    "trunk_rotation": ("hold", "each", (20, 1), (20, 1), (20, 2), {OURS}),
    "pelvic_tilt": ("hold", "none", (5, 5), (5, 8), (5, 10), {"S3"}),
    "flexion_rotation": ("hold", "none", (20, 1), (20, 1), (20, 1), {"S3"}),
    "standing_hip_flexor": ("hold", "each", (20, 1), (30, 1), (30, 2), {OURS}),
    "standing_leg_rotation": ("movement", "each", 4, 8, 12, {OURS}),
    "half_kneeling_hip_flexor": ("hold", "each", (30, 1), (30, 2), (30, 3), {"S1"}),
    "happy_baby": ("hold", "none", (20, 1), (30, 1), (60, 1), {OURS}),
    "bridge": ("breaths", "none", (3, 3), (3, 5), (3, 5), {"S1"}),
    "standing_hamstring": ("hold", "each", (30, 1), (30, 2), (30, 3), {"S1"}),
    "supine_hamstring_strap": ("hold", "each", (20, 1), (30, 1), (30, 2), {OURS}),
}

# Repetitions that an article gives, by stretch and level; none gives any other but a single one.
SOURCED_REPETITIONS = {
    ("childs_pose", "standard"): {"S2"},
    ("childs_pose", "longer"): {"S2"},
    ("modified_cobra", "standard"): {"S2"},
    ("modified_cobra", "longer"): {"S2"},
    ("knee_to_chest", "longer"): {"S3"},
    ("knee_to_opposite_shoulder", "standard"): {"S1"},
    ("knee_to_opposite_shoulder", "longer"): {"S1"},
    ("half_kneeling_hip_flexor", "longer"): {"S1"},
    ("standing_hamstring", "standard"): {"S1"},
    ("standing_hamstring", "longer"): {"S1"},
    ("bridge", "standard"): {"S1"},
    ("bridge", "longer"): {"S1"},
}

POSITIONS = {
    "standing": {
        "flexion_rotation",
        "standing_hip_flexor",
        "standing_leg_rotation",
        "standing_hamstring",
    },
    "sitting_chair": {"seated_spinal_twist"},
    "kneeling": {"half_kneeling_hip_flexor"},
    "hands_and_knees": {"childs_pose", "cat_cow"},
    "lying_bed": {"elevated_leg"},
    "lying_front": {"modified_cobra"},
}
"""By position; every other stretch is done lying on the back."""

EQUIPMENT = {
    "seated_spinal_twist": {"chair"},
    "elevated_leg": {"bed"},
    "flexion_rotation": {"chair"},
    "standing_hip_flexor": {"wall"},
    "standing_leg_rotation": {"wall"},
    "standing_hamstring": {"wall"},
    "supine_hamstring_strap": {"strap"},
}
"""What a stretch cannot be done without; every other one needs nothing."""

ROUTINES = {
    "everyday_back": (
        "S0",
        ["supine_hip_flexor", "childs_pose", "cat_cow", "seated_spinal_twist"],
    ),
    "full_back": (
        "S1",
        [
            "cat_cow",
            "childs_pose",
            "half_kneeling_hip_flexor",
            "lumbar_rotation",
            "knee_to_opposite_shoulder",
            "happy_baby",
            "bridge",
            "supine_hamstring_strap",
            "standing_hamstring",
        ],
    ),
    "six_stretches": (
        "S2",
        [
            "childs_pose",
            "knee_to_chest",
            "elevated_leg",
            "lumbar_rotation",
            "modified_cobra",
            "piriformis",
        ],
    ),
    "loosen_up": (
        "S3",
        ["knee_to_chest", "trunk_rotation", "cat_cow", "pelvic_tilt", "flexion_rotation"],
    ),
    "standing_hips": ("S4", ["standing_hip_flexor", "standing_leg_rotation"]),
}
MAY_BE_REORDERED = {"six_stretches"}
"""So that nobody gets up twice."""


def figure(dose):
    """What is held how often; for a movement only how often."""
    if dose.kind == "movement":
        return dose.repetitions.value
    held = dose.breaths if dose.kind == "breaths" else dose.seconds
    return held.value, dose.repetitions.value


def main_sources(stretch):
    """Who gives the length of the hold; for a movement, its repetitions."""
    main = {"hold": "seconds", "breaths": "breaths", "movement": "repetitions"}
    return {
        source for dose in stretch.doses.values() for source in getattr(dose, main[dose.kind]).sources
    }


def test_every_stretch_and_routine_is_written_down_a_second_time(library):
    """Everything of the articles is there, and what is added has its figures in these tables too."""
    assert library.stretches.keys() == FIGURES.keys()
    assert library.routines.keys() == ROUTINES.keys()


@pytest.mark.parametrize("name", FIGURES)
def test_a_stretch_has_the_figures_of_its_article(library, name):
    """Kind, sides, seconds and repetitions at each level, and who says so."""
    kind, sides, *levels, sources = FIGURES[name]
    stretch = library.stretches[name]
    assert stretch.sides is Sides(sides)
    assert {dose.kind for dose in stretch.doses.values()} == {kind}
    assert [figure(stretch.doses[level]) for level in Level] == levels
    assert main_sources(stretch) == sources


@pytest.mark.parametrize("name", FIGURES)
def test_repetitions_are_said_to_be_an_articles_only_where_it_gives_them(library, name):
    """More than one repetition has the source `ours` unless an article asks for it."""
    for level, dose in library.stretches[name].doses.items():
        if dose.repetitions.value > 1:
            wanted = SOURCED_REPETITIONS.get((name, level.value), {OURS})
            assert set(dose.repetitions.sources) == wanted, level


def test_knee_to_chest_names_the_article_of_each_length(library):
    """Its two articles disagree: twenty seconds are one's, thirty and sixty the other's."""
    doses = library.stretches["knee_to_chest"].doses
    sources = {dose.seconds.value: dose.seconds.sources for dose in doses.values()}
    assert sources == {20: ("S2",), 30: ("S3",), 60: ("S3",)}


@pytest.mark.parametrize("name", FIGURES)
def test_a_stretch_is_done_where_its_article_does_it(library, name):
    """Position and equipment: nobody is sent to a wall or a bed that is not needed."""
    stretch = library.stretches[name]
    known = [position for position, names in POSITIONS.items() if name in names]
    assert [stretch.position] == (known or ["lying_back"])
    assert set(stretch.equipment) == EQUIPMENT.get(name, set())


@pytest.mark.parametrize("name", ROUTINES)
def test_a_routine_has_the_stretches_of_its_article(library, name):
    """Each routine is its article's, in its order unless that would mean getting up twice."""
    source, stretches = ROUTINES[name]
    routine = library.routines[name]
    ordered = sorted if name in MAY_BE_REORDERED else list
    assert routine.source == source
    assert ordered(routine.stretches) == ordered(stretches)


def test_only_the_six_stretches_ask_for_something_first(library):
    """Its article asks whether there is a bed; no other routine asks."""
    asking = {name: routine.asks_for for name, routine in library.routines.items()}
    assert {name: thing for name, thing in asking.items() if thing} == {"six_stretches": "bed"}


def test_the_rulings_on_plans_are_kept(library):
    """Stretches whose passage in the article is garbled are in no plan that the coach makes."""
    planned = {name: stretch.planning for name, stretch in library.stretches.items()}
    assert {name: plan for name, plan in planned.items() if plan is not Planning.ALWAYS} == {
        "trunk_rotation": Planning.NOT_GENTLE,
        "flexion_rotation": Planning.NEVER,
    }


def test_the_one_caution_of_an_article_is_spoken_as_its_own(library, words):
    """The standing hamstring stretch warns as its article does; no other claims an article's word."""
    cautioned = {
        name: stretch.own_caution_sources
        for name, stretch in library.stretches.items()
        if stretch.own_caution_sources
    }
    assert cautioned == {"standing_hamstring": ("S1",)}
    told = words.stretch("standing_hamstring").caution.lower()
    assert "disc" in told
    assert "stop" in told
