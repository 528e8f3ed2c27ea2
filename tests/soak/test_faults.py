"""The store fails in every way there is: some dialogues in every test, a thousand in `make soak`."""

from soak.dialogues import talk_through_faults
from soak.figures import broken


def test_dialogues_with_a_failing_store(engine_address):
    """With a failing store there is no apology and no long wait, and nothing is recorded twice."""
    assert broken(talk_through_faults(engine_address, dialogues=40)) == []
