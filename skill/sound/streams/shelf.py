"""The port to where streams of sound are kept: put there once, and fetched by a device's player."""

from abc import ABC, abstractmethod

from skill.coach.practice.playback.timetable import Timetable


class Shelf(ABC):
    """Keeps streams for some days; every method raises `SoundError` where it cannot do so now."""

    @abstractmethod
    def timetable(self, name: str) -> Timetable | None:
        """The timetable of a stream; None where the stream is not kept, or not any more."""

    @abstractmethod
    def put(self, name: str, data: bytes, timetable: Timetable) -> None:
        """Keep a stream; the same name is always for the same stream."""

    @abstractmethod
    def picture(self, stretch: str) -> str:
        """Where the picture of a stretch is fetched; empty where there is none."""

    @abstractmethod
    def address(self, name: str) -> str:
        """Where a player fetches a stream; the address holds for as long as a practice may take."""
