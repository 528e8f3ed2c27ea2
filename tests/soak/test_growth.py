"""A long history: its capacity in every test, time as well in `make soak`."""

from soak.figures import broken
from soak.growth import on_dynamodb


def test_a_turn_costs_the_same_with_a_long_history(engine_address):
    """With years of history, DynamoDB charges no more for a visit, a place, a stretch or a report."""
    figures = on_dynamodb(engine_address, number=2_000, rounds=5)

    assert broken(figure for figure in figures if "capacity" in figure.what) == []
