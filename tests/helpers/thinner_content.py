"""Later versions of the content, in which something has gone."""

from dataclasses import replace

from helpers.content import LIBRARY
from skill.library.records import Library


def without(*gone: str) -> Library:
    """A version in which these stretches have gone."""
    left = {name: s for name, s in LIBRARY.stretches.items() if name not in gone}
    routines = {
        name: replace(r, stretches=tuple(s for s in r.stretches if s in left))
        for name, r in LIBRARY.routines.items()
    }
    return replace(LIBRARY, stretches=left, routines=routines)
