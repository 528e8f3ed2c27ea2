"""Which frame of its figure the body is in: by the same cues as the words, for every stretch."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from helpers.content import CONTENT, LIBRARY, WORDS
from helpers.scenes import idle, practice, spot
from skill.coach.practice.place import Phase, Side
from skill.coach.practice.playback.hearing import Sent, played
from skill.coach.practice.playback.poses import LONGEST, Pose, poses_of
from skill.coach.practice.playback.stages import stages_of
from skill.coach.practice.practice import Item, Practice, Talk
from skill.coach.practice.score.shared_scores import score_of
from skill.figures.reading.figure_files import load_figures
from skill.figures.records import Way

FIGURES = load_figures(CONTENT)
AT = datetime(2026, 11, 20, 8, tzinfo=UTC)


def way_of(item: Item) -> Way:
    """The way of an item's figure."""
    figure = FIGURES[item.stretch]
    return figure.ways.get(item.way, figure.way)


def whole(done: Practice) -> Sent:
    """One answer that has all of a practice."""
    return Sent(AT, done.body, 2.0, True, 0.0, done.place_of(0), done.end)  # noqa: FBT003 - in its order


def poses(done: Practice, sent: Sent) -> tuple[Pose, ...]:
    """The frames along an answer."""
    return poses_of(score_of(LIBRARY, WORDS, done), sent, way_of)


@pytest.mark.parametrize("stretch", LIBRARY.stretches)
@pytest.mark.parametrize("talk", [Talk.MUCH, Talk.LITTLE])
def test_the_picture_holds_when_the_words_hold(stretch, talk):
    """In order, with frames of this figure; at work the frame of the work, on its side."""
    scene = idle()
    manner = type(scene.profile.preferences.manner)(talk=talk)
    done = practice(stretch, scene=idle(manner=manner))
    sent, way = whole(done), way_of(done.items[0])
    found = poses(done, sent)
    assert found[0].frame == "start"
    for before, after in pairwise(found):
        assert before.at <= after.at
        assert before.moving <= max(LONGEST, after.at - before.at + 0.01)
    assert {pose.frame for pose in found} <= set(FIGURES[stretch].frames)
    for stage in stages_of(LIBRARY, WORDS, done, sent):
        if stage.phase in (Phase.HOLD, Phase.MOVE):
            there = [pose for pose in found if pose.at <= stage.at + stage.seconds - 0.01][-1]
            works = way.move if stage.phase is Phase.MOVE else way.steps[-1:]
            assert there.frame in works
            assert there.side is stage.side


def test_a_step_is_shown_while_it_is_told():
    """Its frame begins with its first word, and comes about while it lasts."""
    done = practice("half_kneeling_hip_flexor")
    sent = whole(done)
    way = way_of(done.items[0])
    told = [
        (round(at, 3), way.steps[place.step])
        for at, cue, place in played(score_of(LIBRARY, WORDS, done), sent)
        if cue is not None and place.phase is Phase.STEP and hasattr(cue, "text")
    ]
    changed = [
        pair for before, pair in zip([(0, "start"), *told], told, strict=False) if before[1] != pair[1]
    ]
    first = [(pose.at, pose.frame) for pose in poses(done, sent)][1 : len(changed) + 1]
    assert first == changed


def test_the_first_frame_of_a_change_is_on_the_side_that_has_worked():
    """Out of it on the left, then into it on the right."""
    done = practice("half_kneeling_hip_flexor")
    change = spot(done, Phase.SWITCH, side=Side.RIGHT)
    sent = Sent(AT, "kneeling", 0.0, False, 0.0, change, spot(done, Phase.HOLD, side=Side.RIGHT))  # noqa: FBT003
    assert [(pose.frame, pose.side) for pose in poses(done, sent)] == [
        ("start", Side.LEFT),
        ("hands", Side.RIGHT),
        ("hold", Side.RIGHT),
    ]


def test_a_rest_in_a_change_is_spent_in_its_first_frame():
    """The answer ends while sides are changed: the way in comes after the rest, with the words."""
    done = practice("half_kneeling_hip_flexor")
    change = spot(done, Phase.SWITCH, side=Side.RIGHT)
    hold = spot(done, Phase.HOLD, held=20.0)
    again = spot(done, Phase.SWITCH, repetition=2)
    sent = replace(whole(done), start=hold, cut=change, prompt=4.0, bridge=1.0, end=again)
    found = poses(done, sent)
    rests = 10 + 4.0 + 8.0 + 1.0
    assert [pose.frame for pose in found if pose.at < rests][-1] in ("hold", "start")
    assert all(pose.side is Side.RIGHT for pose in found if pose.frame == "hands")
    assert min(pose.at for pose in found if pose.frame == "hands") >= rests


def test_a_movement_begun_shows_what_is_left_of_it():
    """Six of ten seconds are over: the second half is under way, and the first is not shown again."""
    done = practice("cat_cow")
    moving = spot(done, Phase.MOVE, held=6.0)
    sent = replace(whole(done), start=moving, cut=spot(done, Phase.MOVE, repetition=2), lead=0.0)
    first, *_ = poses(done, sent)
    assert (first.frame, first.at, first.moving) == ("hold", 0.0, 4.0)
