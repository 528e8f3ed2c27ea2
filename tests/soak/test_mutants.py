"""Mutated requests: a small share in every test, all of them in `make soak`."""

from soak.figures import broken
from soak.mutants import change_attributes, change_envelopes, practise_with_mutants


def test_envelopes_with_one_value_changed():
    """Whatever is in one field, there is an answer, and no exception."""
    assert broken(change_envelopes(400)) == []


def test_session_attributes_with_one_value_changed():
    """What cannot be read is as stored, and goes unnoticed."""
    assert broken(change_attributes(200)) == []


def test_a_practice_with_a_tenth_of_its_requests_changed():
    """No stretch is lost, and none is counted twice."""
    assert broken(practise_with_mutants(8)) == []
