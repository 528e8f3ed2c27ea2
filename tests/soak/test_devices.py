"""A share of the soak: four devices at once, and a deletion while sessions are open."""

from soak.devices import delete_against_open_sessions, practise_at_once
from soak.figures import broken


def test_four_devices(engine_address):
    """With lost requests, wrong clocks and changes in any order, each stretch counts, and once."""
    assert broken(practise_at_once(engine_address)) == []


def test_nothing_comes_back(engine_address):
    """Whatever open sessions write while somebody is deleted, nothing of it is left, and they know."""
    assert broken(delete_against_open_sessions(engine_address)) == []
