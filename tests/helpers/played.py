"""A practice in a device's player, for tests of what the player tells."""

from dataclasses import replace
from datetime import datetime, timedelta

from helpers.content import LIBRARY, WORDS
from helpers.scenes import NOW, idle
from skill.bootstrap import silent_streams
from skill.coach.conversation.events import Asked, Event, PlayThrough
from skill.coach.conversation.reply import Limits, Play
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import Profile
from skill.coach.player import PlayerTold, after_player, following
from skill.coach.turn import Answer, turn

WITH_PLAYER = Limits(player=True)
ALL_OF_IT = float("inf")


def said_to(profile: Profile, event: Event, state: State | None = None, now: datetime = NOW) -> Answer:
    """The answer to something that is said at a device with a player."""
    state = state if state is not None else State()
    answer = turn(LIBRARY, WORDS, profile, state, event, now, limits=WITH_PLAYER)
    assert isinstance(answer, Answer)
    return answer


def started(routine: str) -> Answer:
    """A routine that is given to the player."""
    return said_to(idle().profile, PlayThrough(routine=Asked((routine,), routine)))


def scene_of(profile: Profile, now: datetime = NOW) -> Scene:
    """Somebody, at a moment, with nobody at hand."""
    return Scene(LIBRARY, WORDS, profile, State(), now)


class Streamed:
    """Everything that the player has of a practice, one stream after another."""

    def __init__(self, answer: Answer) -> None:
        """Make every stream of what an answer plays."""
        self.profile, self.streams = answer.profile, []
        made, play = silent_streams(), answer.reply.play
        now = NOW + timedelta(seconds=60)
        while play is not None:
            timetable = made.made(play, WORDS, 1.0).timetable
            self.streams.append((play, timetable, now))
            now += timedelta(seconds=timetable.seconds)
            told = self.told(len(self.streams) - 1, ALL_OF_IT)
            # As it would be kept by then, if every event came in time.
            scene, _ = after_player(scene_of(answer.profile, now), told)
            play = following(scene, replace(told, seconds=0.0))

    def told(self, number: int, seconds: float, **changes: object) -> PlayerTold:
        """What the player tells of a stream, by its number, so many seconds into it."""
        play, timetable, began = self.streams[number]
        at = began + timedelta(seconds=min(seconds, timetable.seconds))
        told = PlayerTold(play.practice.id, play.played, play.worked, timetable, seconds, at)
        return replace(told, **changes)

    @property
    def first(self) -> Play:
        """What is played first."""
        return self.streams[0][0]
