"""What has been found out about a device: how answers reach it, how fast its voice is, where it is.

It belongs to the device and not to a person: whoever speaks to the kitchen's device meets its limits.
The device itself tells nothing of them; `skill.coach.conversation.answers.session_end` works them out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from skill.coach.person.encoding import (
    FLAG,
    NUMBER,
    TEXT,
    UNREADABLE,
    WHOLE,
    Codec,
    Json,
    decode_fields,
    decode_time,
    encode_fields,
    encode_time,
    kept,
    one_of,
    table_of,
)
from skill.errors import UnreadableStateError

FASTEST, SLOWEST = 0.75, 1.25
"""How many times the predicted time a voice may take; what would be beyond is no matter of the voice."""

SHARE = 0.5
"""How much of what one session tells goes into the rate that is kept: an odd one moves it half-way."""

LEAST_CHANGE = 0.02
"""What a rate has to change by to be kept: less is nothing anybody hears, and would cost a write."""

TRY_AGAIN = timedelta(days=30)
"""How long a device is believed not to be able to do more: they learn, too."""

ASK_AGAIN = timedelta(days=1)
"""How long a device's time zone holds: people take them along."""

KEPT_DEVICE = timedelta(days=365)
"""How long a device is remembered of which nothing new is known: one in use tells its zone every day."""


class Rendering(StrEnum):
    """The ways in which answers reach a device, each asking less of it than the one before."""

    BREAKS = "ssml"
    """Speech with pauses in it."""
    AUDIO = "apla"
    """A document of speech and silences."""
    SHORT = "short"
    """Speech with next to no pauses: what was silence is counted and breathed aloud."""

    @property
    def below(self) -> "Rendering":
        """The one that asks less; the last one for itself."""
        return _ORDER[min(_ORDER.index(self) + 1, len(_ORDER) - 1)]

    @property
    def above(self) -> "Rendering":
        """The one that asks more; the first one for itself."""
        return _ORDER[max(_ORDER.index(self) - 1, 0)]

    def asks_more_than(self, other: "Rendering") -> bool:
        """Whether this one asks more of a device than another."""
        return _ORDER.index(self) < _ORDER.index(other)


_ORDER = tuple(Rendering)

_MOMENT = Codec(
    lambda moment: encode_time(moment) if moment is not None else "",
    lambda value: decode_time(value) if value != "" else None,
)


@dataclass(frozen=True)
class KnownDevice:
    """One device of a household."""

    key: str = kept(TEXT, "")
    """What it is kept under; empty for a device that does not say which it is: nothing is kept of it."""
    rendering: Rendering = kept(one_of(Rendering), Rendering.BREAKS)
    changed_at: datetime | None = kept(_MOMENT, None)
    """When it was last given another rendering than the usual one; None where it never was."""
    cut_short: int = kept(WHOLE, 0)
    """How many answers running were over far too early."""
    told: bool = kept(FLAG, default=False)
    """Whether people here have been told that holds are counted aloud on this device."""
    rates: Mapping[str, float] = kept(table_of(NUMBER), {})
    """How many times the predicted time the voice takes for its words, by locale."""
    time_zone: str = kept(TEXT, "")
    """IANA name; empty until the device has told it."""
    zone_told_at: datetime | None = kept(_MOMENT, None)
    """When it did so last."""
    dark_since: datetime | None = kept(_MOMENT, None)
    """When its screen last told that it could not show something; None where it never did."""

    def opened(self, now: datetime, usual: Rendering) -> "KnownDevice":
        """The device at the beginning of a visit: after a month it is given a chance to do more.

        Args:
            now: The moment of the visit.
            usual: How answers reach a device of which nothing is known.
        """
        if self.changed_at is None or self.rendering.asks_more_than(usual):
            return replace(self, rendering=usual)
        if self.rendering is usual or now - self.changed_at < TRY_AGAIN:
            return self
        return replace(self, rendering=self.rendering.above, changed_at=now, cut_short=0)

    def refused(self, now: datetime) -> "KnownDevice":
        """The device after it did not take an answer: it gets what asks less."""
        return replace(self, rendering=self.rendering.below, changed_at=now, cut_short=0)

    def cut_off(self) -> "KnownDevice":
        """The device after an answer was over far too early, which is not held against it yet."""
        return replace(self, cut_short=self.cut_short + 1)

    def heard(self, locale: str, rate: float | None) -> "KnownDevice":
        """The device after an answer was heard as it was sent.

        Args:
            locale: Whose voice it was.
            rate: How many times the predicted time its words took; None where nobody can tell.
        """
        whole = replace(self, cut_short=0) if self.cut_short else self
        if rate is None:
            return whole
        before = self.rate(locale)
        after = round(before + SHARE * (min(SLOWEST, max(FASTEST, rate)) - before), 2)
        if round(abs(after - before), 2) < LEAST_CHANGE:
            return whole
        return replace(whole, rates={**self.rates, locale: after})

    def rate(self, locale: str) -> float:
        """How many times the predicted time the voice of a locale takes here."""
        return min(SLOWEST, max(FASTEST, self.rates.get(locale, 1.0)))

    def is_dark(self, now: datetime) -> bool:
        """Whether nothing is to be sent to its screen, for it could not show something this month."""
        return self.dark_since is not None and timedelta(0) <= now - self.dark_since < TRY_AGAIN

    def is_zone_due(self, now: datetime) -> bool:
        """Whether the device is to be asked for its time zone."""
        return self.zone_told_at is None or not timedelta(0) <= now - self.zone_told_at < ASK_AGAIN


def encode_device(device: KnownDevice) -> Json:
    """A device as a table; what is as it is by default is left out."""
    return encode_fields(device, sparsely=True)


def decode_device(value: Json) -> KnownDevice:
    """A table as a device.

    Raises:
        UnreadableStateError: It is none.
    """
    try:
        return decode_fields(KnownDevice, value)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no device: {error}") from error
