"""How long what is told takes to do.

A person with closed eyes moves while the next word waits. How many movements a text asks for is found by
the words that its clauses begin with (`moving.toml`); each takes as long as the stretch says it does.
"""

import math
import re
from functools import lru_cache

from skill.library.language import Moving, Speaking
from skill.words.speaking import seconds_to_say

HEARD_MEANWHILE = 0.5
"""The share of the words' time that counts as time to move: by their middle the first movement has
begun; ours."""


@lru_cache(maxsize=4096)
def moves_in(text: str, moving: Moving) -> int:
    """How many movements a text asks for."""
    return sum(_is_move(clause, moving) for clause in _clauses(moving.both).split(text.lower()))


def seconds_to_move(text: str, each: float, speaking: Speaking, moving: Moving) -> float:
    """Seconds of quiet after a text, at least; never less than one movement takes.

    Args:
        text: What is told.
        each: Seconds that one movement takes.
        speaking: How long the language's words take to say.
        moving: The words by which movements are known.
    """
    meanwhile = seconds_to_say(text, speaking) * HEARD_MEANWHILE
    needed = moves_in(text, moving) * each - meanwhile
    return max(each, math.ceil(needed * 2) / 2)


@lru_cache
def _clauses(both: str) -> re.Pattern[str]:
    """What stands between two clauses."""
    return re.compile(rf"[.?!,]\s*|\s+{re.escape(both)}\s+")


def _is_move(clause: str, moving: Moving) -> bool:
    clause = clause.strip()
    while linked := next((w for w in moving.linking if clause.startswith(f"{w} ")), ""):
        clause = clause.removeprefix(linked).strip()
    return any(clause == each or clause.startswith(f"{each} ") for each in moving.moves)
