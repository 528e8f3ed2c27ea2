"""Killed in the middle of it: a few times in every test, a hundred times in `make soak`."""

from soak.figures import broken
from soak.kill import kill_often


def test_killed_in_the_middle_of_a_practice(tmp_path):
    """What an answer has said is kept, even if the process is killed right after it."""
    assert broken(kill_often(tmp_path, kills=4)) == []
