"""Forged requests: each kind once in every test, several times and with what it costs in `make soak`."""

from soak.figures import broken
from soak.forgery import forge


def test_no_forged_request_gets_in():
    """Whatever is forged: the skill never sees it, and the next genuine request is answered."""
    assert broken(figure for figure in forge(rounds=1) if "CPU" not in figure.what) == []
