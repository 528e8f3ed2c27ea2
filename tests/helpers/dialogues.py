"""How many random dialogues a promise is held against: few in every run, a thousand when asked for."""

import os

from hypothesis import settings

ASKED_FOR = "LIMBER_DIALOGUES"
"""The variable that says how many; `make dialogues` sets it."""


def dialogues(few: int) -> settings:
    """The settings of a test whose examples are whole dialogues.

    Args:
        few: How many there are where no number is asked for.
    """
    return settings(max_examples=int(os.environ.get(ASKED_FOR, few)), deadline=None)
