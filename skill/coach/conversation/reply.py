"""One answer, as the shell receives it, and how much it may hold."""

from dataclasses import dataclass

from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.packing import Budget
from skill.coach.practice.score.pieces import Piece


@dataclass(frozen=True)
class Limits:
    """How much a platform takes in one answer."""

    answer: Budget = Budget()
    """The limits of an answer, its prompt included."""
    reprompt: Budget = Budget()
    """The limits of a reprompt."""
    together: Budget = Budget()
    """The limits of an answer and its reprompt together."""
    aloud: bool = False
    """Whether silence is so scarce that holds are counted and breathed aloud."""
    carries_on: bool = False
    """Whether the device asks for the next part by itself when an answer is over: then no reprompt
    coaches on."""
    alone: bool = False
    """Whether nobody can answer, for it is a recording: nothing is then asked or offered in it."""
    player: bool = False
    """Whether the device has a player that goes on by itself, and streams can be made for it."""
    speechless: bool = False
    """Whether nothing can be said beside what the player is given: it was a button that asked."""
    card_characters: int | None = None
    """The limit of a card, its title included; None where there is none."""


@dataclass(frozen=True)
class Card:
    """Text that is shown beside an answer, for reading later."""

    title: str
    text: str


@dataclass(frozen=True)
class Entry:
    """Something that can be started."""

    id: str
    """The id of a stretch or a routine."""
    name: str


@dataclass(frozen=True)
class Listing:
    """All that an answer names some of, for whoever can see it."""

    kind: str
    """`stretches` or `routines`."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Play:
    """What a device's player is to play: a practice from a place, to the end of that stretch."""

    practice: Practice
    start: Place
    """Where in the practice it begins."""
    pieces: tuple[Piece, ...]
    """All of it, in pieces: where not all can be had in time, the first of them are played first."""
    worked: float
    """Seconds already held or moved of the stretch in which it begins."""
    played: str
    """Which play it belongs to: another one for each time that somebody chose where to begin."""


@dataclass(frozen=True)
class Reply:
    """One answer, as cues."""

    answer: tuple[Cue, ...]
    prompt: tuple[Cue, ...] = ()
    """The words that end the answer: a question, or what can be said next."""
    reprompt: tuple[Cue, ...] = ()
    """Spoken when nobody says anything."""
    ends_session: bool = False
    """Whether the session ends with the last word, and the microphone stays closed."""
    card: Card | None = None
    """The card beside the answer; None without one."""
    listing: Listing | None = None
    """What can be picked from beside the answer; None where nothing can."""
    asks_permission: str = ""
    """The text the platform sends back after it has asked whether reminders are allowed; empty to not
    ask."""
    offers_permission: bool = False
    """Whether a card goes with it on which the person can allow reminders."""
    play: Play | None = None
    """What the device's player plays after the words; None to leave it as it is."""
    stops_player: bool = False
    """Whether the player is to stop: it would go on by itself after the words."""

    @property
    def spoken(self) -> tuple[Cue, ...]:
        """The answer and its prompt, as they are heard."""
        return self.answer + self.prompt
