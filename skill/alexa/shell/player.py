"""Gives a device's player what it is to play, and finds the place by what it tells."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput

from skill.alexa.requests.caller import moment, person
from skill.alexa.requests.player import Standing, Token, has_player
from skill.alexa.responses.player import Item
from skill.coach.conversation.reply import Play
from skill.coach.person.profile import ACCOUNT
from skill.coach.player import PlayerTold
from skill.coach.practice.playback.timetable import Timetable
from skill.errors import SoundError
from skill.words import Words

log = logging.getLogger(__name__)

A_WHOLE_PRACTICE = timedelta(hours=2)
"""How long no practice takes, rests included."""

PATIENCE = 3.0
"""Seconds that sentences may take which have to be spoken first: the function has six, Alexa eight."""

SHOWN_BELOW = "Limber Back"
"""What a screen shows below the name of the stretch."""

LONGEST_ADDRESS = 2000
"""Characters that the address of a picture may have: Amazon says so of a card's, and of this nothing."""


class Stream(Protocol):
    """What a player is given."""

    @property
    def name(self) -> str:
        """What it is kept under."""

    @property
    def address(self) -> str:
        """Where it is fetched."""

    @property
    def timetable(self) -> Timetable:
        """The places in it."""

    @property
    def picture(self) -> str:
        """Where a picture of its stretch is fetched; empty for none."""


class Streams(Protocol):
    """Makes streams, and knows the places in them; each raises `SoundError` where it cannot."""

    def made(self, play: Play, words: Words, seconds: float) -> Stream:
        """What is to be played, as far as it can be had in so many seconds."""

    def timetable(self, name: str) -> Timetable | None:
        """The timetable of a stream that was made; None where it is gone."""


@dataclass(frozen=True)
class Player:
    """The players of devices that have one."""

    streams: Streams

    def is_there(self, handler_input: HandlerInput) -> bool:
        """Whether the device of a request has a player."""
        return has_player(handler_input)

    def made(self, play: Play, words: Words) -> Stream:
        """The stream for something that is to be played.

        Raises:
            SoundError: It cannot be had now.
        """
        return self.streams.made(play, words, PATIENCE)

    def told(self, standing: Standing, at: datetime, *, failed: bool = False) -> PlayerTold | None:
        """What a player tells of a practice; None where nobody knows the places of that stream now."""
        token = standing.token
        try:
            timetable = self.streams.timetable(token.stream)
        except SoundError as error:
            log.warning("the places of a stream are not known: %s", error)
            return None
        if timetable is None:
            log.info("a stream that is not kept any more")
            return None
        return PlayerTold(
            token.practice, token.played, token.worked, timetable, standing.seconds, at, failed
        )


def spoken_to(handler_input: HandlerInput, told: Standing | None) -> str:
    """Whose practice something is said to that the player has; empty where it is said to the skill.

    What Alexa hands on without the skill's name is for what plays, whoever says it. So is what a voice
    says that nobody knows, while it plays. Whoever is recognised and asks the skill means their own.
    """
    request = handler_input.request_envelope.request
    intent = getattr(request, "intent", None)
    if told is None or request.object_type == "LaunchRequest":
        return ""
    if intent is None or str(intent.name).startswith("AMAZON."):
        return told.token.person
    began = datetime.fromtimestamp(int(told.token.played) / 1000, UTC)
    plays = timedelta(0) <= moment(handler_input) - began <= A_WHOLE_PRACTICE
    return told.token.person if plays and person(handler_input) == ACCOUNT else ""


def item_of(stream: Stream, play: Play, words: Words, person: str) -> Item:
    """A stream as the player takes it.

    Args:
        stream: The stream.
        play: What it was made of.
        words: The language.
        person: Whose practice it is.
    """
    token = Token(play.played, play.worked, stream.name, play.practice.id, person)
    stretch = words.title(words.stretch(play.start.stretch).name)
    picture = stream.picture if len(stream.picture) <= LONGEST_ADDRESS else ""
    return Item(token.text, stream.address, stretch, SHOWN_BELOW, picture)
