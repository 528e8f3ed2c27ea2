"""Ended by signals in the middle of it: once by each signal in every test, 500 times in `make soak`."""

from soak.figures import broken
from soak.kill import SIGNALS, kill_often


def test_killed_in_the_middle_of_a_practice(tmp_path):
    """What an answer has said is kept, whatever signal ends the process right after it."""
    assert broken(kill_often(tmp_path, kills=len(SIGNALS))) == []
