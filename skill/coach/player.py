"""What a device's player tells, and what it is to be given next: no session, and nobody who listens.

Each play has a name of its own. What it tells may come twice, late, in another order, or not at all: the
place goes only forwards in the latest play of a practice, and a stretch is finished where it is known
that its end was heard, by whichever of these tells it first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from skill.coach.conversation.answers.playing import played_from
from skill.coach.conversation.reply import Limits, Play
from skill.coach.conversation.scene import Scene, finished_at
from skill.coach.conversation.state.state import Playing
from skill.coach.person.change import Change
from skill.coach.person.profile import Leaving, Profile, SavedPractice
from skill.coach.person.totals import Finished
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.playback.timetable import Timetable
from skill.coach.practice.practice import Item, Practice

ALONE = Limits(alone=True, player=True)
"""What a player is given is heard with nobody at hand."""

AT_HAND = timedelta(hours=1)
"""How long what the player has is what somebody means who speaks; ours. After that it is an unfinished
practice like any other. Each stretch tells of itself, and takes minutes."""


@dataclass(frozen=True)
class PlayerTold:
    """How far a stream was heard."""

    practice: str
    """The id of the practice that it carries."""
    played: str
    """Which play it belongs to."""
    worked: float
    """Seconds that had been held or moved of its stretch before it."""
    timetable: Timetable
    seconds: float
    """How much of it was heard; infinity for all of it."""
    at: datetime
    """When that was told, in the person's time zone."""
    failed: bool = False
    """Whether the player could not go on."""


def after_player(scene: Scene, told: PlayerTold) -> tuple[Scene, Change | None]:
    """The person after the player has told something, and what is to be kept of it.

    Args:
        scene: The person, at the moment at which it was told.
        told: What the player told. A practice that is not kept any more tells nothing.

    Returns:
        None where nothing is to be kept.
    """
    saved = kept_practice(scene.profile, told)
    if saved is None:
        return scene, None
    heard = told.timetable.heard(told.seconds)
    finished = tuple(each for each in _finished(scene, saved, told) if each.item not in saved.counted)
    profile = scene.profile
    for each in finished:
        profile = profile.with_finished(each)
    after = replace(saved, counted=(*saved.counted, *(each.item for each in finished)))
    if is_latest(saved, told) and told.at > saved.saved_at:
        same = heard.place.item == told.timetable.start.item
        leaving = Leaving.BY_ERROR if told.failed else saved.leaving
        after = replace(
            after,
            place=heard.place,
            worked=told.worked + heard.worked if same else 0.0,
            saved_at=told.at,
            leaving=leaving,
            played=told.played,
            ended=saved.practice.is_end(heard.place),
        )
    if replace(after, saved_at=saved.saved_at) == saved:
        return scene, None
    moved = (after,) if after.saved_at != saved.saved_at else ()
    change = Change(told.at, None, moved, finished, profile.generation)
    return scene.with_profile(profile.with_practice(after)), change


def is_at_hand(profile: Profile, practice: str, now: datetime) -> bool:
    """Whether a practice that a player has was heard of lately: what is said is then said to it."""
    saved = profile.kept(practice)
    return saved is not None and now - saved.saved_at <= AT_HAND


def with_played(scene: Scene, practice: str, played: str) -> Scene:
    """The scene with a practice under way that the player has, as far as that is its latest play."""
    saved = scene.profile.kept(practice)
    if saved is None or saved.played != played or not can_go_on(saved):
        return scene
    has = Playing(saved.practice, saved.place, saved.worked, saved.counted, played)
    return scene.with_state(practice=has)


def can_go_on(saved: SavedPractice) -> bool:
    """Whether a player that had a practice can go on with it: not where it could not the last time."""
    return bool(saved.played) and not saved.ended and saved.leaving is not Leaving.BY_ERROR


def kept_practice(profile: Profile, told: PlayerTold) -> SavedPractice | None:
    """The practice of which a stream tells; None where it is gone, or has become another one."""
    saved = profile.kept(told.practice)
    return saved if saved is not None and _fits(saved.practice, told.timetable.start) else None


def is_latest(saved: SavedPractice, told: PlayerTold) -> bool:
    """Whether a stream belongs to what the player was given last of its practice, which is not over.

    What was given later than what is kept counts, too: that it was given has not been kept.
    """
    if saved.ended or not saved.played:
        return False
    return int(told.played) >= int(saved.played)


def following(scene: Scene, told: PlayerTold) -> Play | None:
    """What is to be played after a stream; None where nothing is, or it has been left by now."""
    saved, place = kept_practice(scene.profile, told), told.timetable.end
    if saved is None or not is_latest(saved, told) or saved.practice.is_end(place):
        return None
    if saved.place.item > place.item:
        return None
    scene = replace(scene, limits=ALONE)
    same = place.item == told.timetable.start.item
    worked = told.worked + told.timetable.heard(told.timetable.seconds).worked if same else 0.0
    return played_from(scene, saved.practice, place, worked, told.played, None)


def _finished(scene: Scene, saved: SavedPractice, told: PlayerTold) -> Iterator[Finished]:
    """The stretches that are known to have been heard to their end."""
    practice, start = saved.practice, told.timetable.start
    if is_latest(saved, told):
        # The player goes on by itself: what lies between was played, whether it has told so or not.
        for item in range(saved.place.item, min(start.item, len(practice.items))):
            here = item == saved.place.item
            worked = saved.worked if here else 0.0
            worked += _ahead(practice.items[item], saved.place if here else practice.place_of(item))
            yield finished_at(scene, practice, item, worked, told.at)
    heard = told.timetable.heard(told.seconds)
    worked = told.worked + heard.worked
    if heard.done is not None and worked > 0:
        yield finished_at(scene, practice, start.item, worked, told.at)


def _ahead(item: Item, place: Place) -> float:
    """Seconds to be held or moved of a stretch after a place in it."""
    if place.phase is Phase.RELEASE:
        return 0.0
    number = item.number_at(place)
    rest = sum(effort.seconds for effort in item.efforts[number:])
    return rest - place.held if place.phase in WORK_PHASES else rest


def _fits(practice: Practice, place: Place) -> bool:
    items = practice.items
    return place.item < len(items) and items[place.item].stretch == place.stretch
