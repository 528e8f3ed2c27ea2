"""How long it takes from "start" to the first hold or movement: whoever lies there wants to begin."""

from dataclasses import replace

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle
from skill.coach.conversation.coming_back.fetching import NOT_FETCHED, TO_FETCH
from skill.coach.conversation.events import Launch
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.machine import act
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.person.totals import Tally
from skill.coach.practice.cues.cues import Cue, length, spoken_text
from skill.coach.practice.place import ARRIVED, WORK_PHASES, Phase
from skill.coach.topics.starting.first_answer import begin

STRETCHES = sorted(LIBRARY.stretches)
FIRST_SUGGESTED = "cat_cow"

FIRST_MINUTE = 60.0
WITHIN_IT = {
    "cat_cow",
    "childs_pose",
    "knee_to_chest",
    "seated_spinal_twist",
    "standing_hip_flexor",
    "standing_leg_rotation",
}
"""What is held or moved within a minute on a first visit; getting down takes the others longer."""

FIRST_VISIT = {"standing": 68.0, "sitting": 61.0, "kneeling": 66.0, "lying": 71.0, "bed": 68.0}
"""The most seconds from "start" on a first visit, from standing, by the height a stretch is done at."""

SLOWER = {"supine_hamstring_strap": 86.0, "modified_cobra": 74.0}
"""Where each movement takes four seconds on the floor, too; and where the hands do the most."""

KNOWN, KNOWN_STANDING = 25.0, 55.0
"""The most seconds for whoever knows a stretch: from lying down, and from standing."""

ELSEWHERE = {"standing_hamstring": 47.0, "flexion_rotation": 36.0, "standing_hip_flexor": 28.0}
"""More than `KNOWN` from where they are done, and none of them is done lying: a caution of its own,
kneeling down, and four seconds for each movement."""


def first_visit(stretch: str) -> tuple[Cue, ...]:
    """The first answer to somebody who was here never before."""
    return begin(idle().with_preferences(taught=False), stretch, (stretch,)).reply.answer


def tenth_visit(stretch: str, body: str = "standing") -> tuple[Cue, ...]:
    """The same to somebody who knows it, and is in a position already."""
    scene = idle(cautioned=tuple(STRETCHES))
    scene = scene.with_profile(replace(scene.profile, stretches={stretch: Tally(10, 600)}))
    return begin(scene.with_state(body=body), stretch, (stretch,)).reply.answer


def before_work(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """What comes before the first hold or movement."""
    first = next(
        n for n, cue in enumerate(cues) if cue.place is not None and cue.place.phase in WORK_PHASES
    )
    return cues[:first]


def named_to_work(cues: tuple[Cue, ...]) -> float:
    """Seconds from the name of a stretch to its first hold or movement: what it takes is at hand."""
    return length(cue for cue in before_work(cues) if cue.place is not None)


def lead(cues: tuple[Cue, ...]) -> float:
    """Seconds up to the first hold or movement, without the time in which something is fetched."""
    led = before_work(cues)
    stretch = next(cue.place.stretch for cue in led if cue.place is not None)
    fetches = set(LIBRARY.stretches[stretch].equipment) - NOT_FETCHED
    return length(led) - (TO_FETCH if fetches else 0.0)


def test_the_stretch_that_is_suggested_first_begins_within_a_minute():
    """Whoever says what they were told to say is in it after fifty-one seconds."""
    welcome = act(Scene(LIBRARY, WORDS, Profile(ACCOUNT), State(), idle().now), Launch())
    assert WORDS.stretch(FIRST_SUGGESTED).name in spoken_text(welcome.reply.spoken)
    assert lead(first_visit(FIRST_SUGGESTED)) <= FIRST_MINUTE


@pytest.mark.parametrize("stretch", STRETCHES)
def test_a_first_visit_leads_into_every_stretch_without_delay(stretch):
    """Cautions, the way down and every step, from standing."""
    height = LIBRARY.positions[LIBRARY.stretches[stretch].position].height
    assert lead(first_visit(stretch)) <= SLOWER.get(stretch, FIRST_VISIT[height])
    assert (lead(first_visit(stretch)) <= FIRST_MINUTE) == (stretch in WITHIN_IT)


@pytest.mark.parametrize("stretch", STRETCHES)
def test_everybody_is_in_position_within_a_minute(stretch):
    """On a first visit, in every stretch: the way into it begins before the second minute."""
    led = before_work(first_visit(stretch))
    arrived = next(
        number
        for number, cue in enumerate(led)
        if cue.place is not None and cue.place.phase is Phase.SETTLE and cue.place.step == ARRIVED
    )
    fetches = set(LIBRARY.stretches[stretch].equipment) - NOT_FETCHED
    assert length(led[:arrived]) - (TO_FETCH if fetches else 0.0) <= FIRST_MINUTE


@pytest.mark.parametrize("stretch", STRETCHES)
def test_a_known_stretch_is_held_within_twenty_five_seconds(stretch):
    """From where it is done, lying in all cases, and within fifty-five from standing."""
    position = LIBRARY.stretches[stretch].position
    in_place = named_to_work(tenth_visit(stretch, position))
    standing = named_to_work(tenth_visit(stretch))
    assert in_place <= ELSEWHERE.get(stretch, KNOWN)
    assert standing <= KNOWN_STANDING
    assert LIBRARY.positions[position].height not in ("lying", "bed") or stretch not in ELSEWHERE
    assert standing < lead(first_visit(stretch))
