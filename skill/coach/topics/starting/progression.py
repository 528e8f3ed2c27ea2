"""A little more than last week: offered to whoever has done a stretch for a week, never pushed.

Kept for each stretch by itself. "Shorter", "make it easier" or another level takes it back at once.
"""

from dataclasses import dataclass
from datetime import date

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.events import Event
from skill.coach.conversation.personal_practice import item_of, practice_of
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import MoreOfIt
from skill.coach.practice.practice import Item
from skill.coach.topics.starting.first_answer import begin_practice
from skill.library.records import Breaths, Hold, Level

OFTEN = 6
"""How often a stretch was finished before more of it is offered; ours."""

A_WEEK = 7
"""Days between two offers of one stretch, and before the first; ours."""

MORE_SECONDS = 10.0
"""Seconds by which a hold grows; ours."""

MOST_ROUNDS = 30
"""Repetitions up to which a stretch that is held in breaths grows, one at a time (S1, of the bridge)."""


@dataclass(frozen=True)
class More:
    """A stretch as it is done now, and as it would be done with a little more."""

    rounds: int = 0
    """Repetitions now, where these grow; 0 where the hold does."""
    seconds: float = 0.0
    """Seconds of the hold now."""

    def words(self, scene: Scene) -> str:
        """The offer."""
        if self.rounds:
            return scene.say("ask_more_rounds", now=self.rounds, more=self.rounds + 1)
        return scene.say("ask_more_hold", now=self.seconds, more=self.seconds + MORE_SECONDS)


def more_of(scene: Scene, stretch: str) -> More | None:
    """What may grow of a stretch: its repetitions up to thirty, or its hold up to the longer dose."""
    item, longer = item_of(scene, stretch), scene.library.stretches[stretch].doses[Level.LONGER]
    if not _as_usual(scene, item):
        return None
    if isinstance(item.work, Breaths):
        return More(rounds=item.repetitions) if item.repetitions < MOST_ROUNDS else None
    seconds = item.efforts[0].seconds
    if isinstance(item.work, Hold) and seconds + MORE_SECONDS <= longer.seconds.value:
        return More(seconds=seconds)
    return None


def weighed(scene: Scene, stretch: str) -> tuple[Scene, More | None]:
    """The scene with a note of when more of a stretch was thought of, and the offer that is due."""
    known = scene.profile.times_done(stretch) >= OFTEN
    more = more_of(scene, stretch) if known and scene.remembers and not scene.is_practising else None
    if more is None:
        return scene, None
    since = scene.profile.preferences.grown.get(stretch, "")
    if not since:
        return _noted(scene, stretch), None
    days = (scene.now.date() - date.fromisoformat(since)).days
    return scene, more if days >= A_WEEK else None


def offer(scene: Scene, stretch: str, more: More) -> Outcome:
    """Ask whether it may be a little more today."""
    return ask(scene, "", more.words(scene), MoreOfIt(stretch))


def take_more(scene: Scene, _: Event) -> Outcome:
    """Yes: from now on a little more."""
    stretch = scene.asked(MoreOfIt).stretch
    more, preferences = more_of(scene, stretch), scene.profile.preferences
    if more is not None and more.rounds:
        rounds = {**preferences.rounds, stretch: more.rounds + 1}
        scene = scene.with_preferences(rounds=rounds)
    elif more is not None:
        holds = {**preferences.holds, stretch: more.seconds + MORE_SECONDS}
        scene = scene.with_preferences(holds=holds)
    return _begin(scene, stretch)


def as_before(scene: Scene, _: Event) -> Outcome:
    """No: as last week, and no other offer for a week."""
    return _begin(scene, scene.asked(MoreOfIt).stretch)


def _begin(scene: Scene, stretch: str) -> Outcome:
    scene = _noted(scene, stretch).with_state(question=None)
    return begin_practice(scene, practice_of(scene, stretch, (stretch,)))


def _noted(scene: Scene, stretch: str) -> Scene:
    today = scene.now.date().isoformat()
    return scene.with_preferences(grown={**scene.profile.preferences.grown, stretch: today})


def _as_usual(scene: Scene, item: Item) -> bool:
    """Whether nothing about it is eased: neither its level nor its way, nor for a condition."""
    preferences = scene.liked
    level = preferences.levels.get(item.stretch, preferences.level)
    return level is Level.STANDARD and not item.way and not scene.state.conditions
