"""A plan brought to its length by repetitions: where few stretches are possible, whole ones do not do.

Nobody does more of a stretch than its longer level has, and less than half of the usual is no stretch.
Whoever is on the gentle level, or has a stretch in its easier way, does no more than is usual there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from skill.coach.conversation.personal_practice import item_of
from skill.coach.conversation.scene import Scene
from skill.coach.practice.practice import Item
from skill.library.records import Level


@dataclass(frozen=True)
class Bend:
    """How often a stretch may be done, and what one time more takes."""

    usual: int
    least: int
    most: int
    seconds: float
    """Seconds of one repetition, on both sides where there are sides, and of the rests between them."""


def bend_of(scene: Scene, stretch: str, length_of: Callable[[Item], float]) -> Bend:
    """How a stretch may be bent.

    Args:
        scene: The conversation.
        stretch: Its id.
        length_of: How many seconds the stretch takes, done as an item says.
    """
    item = item_of(scene, stretch)
    usual = item.rounds
    # What somebody wants for their sides has its turns: those are kept as they are.
    if item.turns:
        return Bend(usual, usual, usual, 0.0)
    longer = scene.library.stretches[stretch].doses[Level.LONGER].repetitions.value
    most = usual if item.way else max(usual, longer)
    least = (usual + 1) // 2
    # On the whole: one time more may need a rest on one leg, and the next one none.
    whole = length_of(item.with_rounds(most)) - length_of(item.with_rounds(least))
    return Bend(usual, least, most, whole / max(1, most - least))


def bent(bends: Mapping[str, Bend], gap: float) -> dict[str, int]:
    """How often each stretch is done that is not done as often as usual, to come as near as can be.

    Args:
        bends: How each stretch of the plan may be bent.
        gap: Seconds that the plan is too short; negative where it is too long.
    """
    rounds = {stretch: bend.usual for stretch, bend in bends.items()}
    step = 1 if gap > 0 else -1
    while True:
        nearer = [
            stretch
            for stretch, bend in bends.items()
            if bend.least <= rounds[stretch] + step <= bend.most
            and abs(gap - step * bend.seconds) < abs(gap)
        ]
        if not nearer:
            return {s: times for s, times in rounds.items() if times != bends[s].usual}
        chosen = _fairest(bends, rounds, nearer, gap)
        rounds[chosen] += step
        gap -= step * bends[chosen].seconds


def _fairest(
    bends: Mapping[str, Bend], rounds: Mapping[str, int], among: Iterable[str], gap: float
) -> str:
    """The stretch that was bent least so far; of several, the one that closes most of the gap."""

    def rank(stretch: str) -> tuple[float, float, str]:
        bend = bends[stretch]
        share = abs(rounds[stretch] - bend.usual) / bend.usual
        return share, abs(abs(gap) - bend.seconds), stretch

    return min(among, key=rank)
