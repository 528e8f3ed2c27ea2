"""Lengths of time as people round them, in any language."""

MINUTE = 60


def roughly(seconds: float) -> int:
    """Seconds rounded as people round them: to 5 from ten seconds on, to 15 from a minute on."""
    for least, step in ((600, 60), (120, 30), (60, 15), (10, 5)):
        if seconds >= least:
            return step * round(seconds / step)
    return max(1, round(seconds))
