"""What a condition means for a stretch, and what a complaint means for the practice.

Records only, without words: a matrix of conditions and stretches, and a table of warning signs. They
sort published guidance and are no medical advice; `content/care_sources.toml` names what was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a condition means for one stretch, the mildest first."""

    FINE = "fine"
    EASE = "ease"
    """Only in the easier way that its words tell, and in which it is then coached."""
    ASK_FIRST = "ask_first"
    """Not before whoever treats the person has agreed."""
    LEAVE_OUT = "leave_out"

    @property
    def strictness(self) -> int:
        """Nought for fine: of several conditions the highest one counts."""
        return tuple(Verdict).index(self)


@dataclass(frozen=True)
class Care:
    """What one column of the matrix says about one stretch."""

    verdict: Verdict
    reason: str
    """The id of its words in the column's file; empty where a fine stretch needs none."""
    sources: tuple[str, ...]
    """Ids of `care_sources.toml` or `sources.toml`, or `OURS` for the careful side."""
    column: str
    way: str = ""
    """For what is eased: the stretch's way in which it is coached."""


@dataclass(frozen=True)
class Condition:
    """Something about a body that counts before any stretch is chosen."""

    id: str
    """A value of the slot type `CONDITION`."""
    columns: tuple[str, ...]
    """The columns of the matrix it may mean, the strictest first; none where only places are avoided."""
    asks: str = ""
    """The question that decides between them, where there are several. Yes means the first of them, no
    the last, and no answer the first."""
    avoids: tuple[str, ...] = ()
    """Heights and positions the body cannot be in, and cannot pass through: of `positions.toml`."""
    passing: bool = False
    """Whether it is over by the next time, so that nothing of it is ever kept."""
    wears_off: bool = False
    """Whether it is over within hours by itself: what is not for now can wait, and nobody is asked."""
    evident: bool = False
    """Whether whoever has it knows what it means without being told before a stretch."""
    in_bed: bool = False
    """Whether what is done on the floor is done in bed, unless the body is down already."""
    until_months: tuple[float, ...] = ()
    """Up to how many months ago each of the columns counts; one without a figure counts ever after."""
    from_weeks: tuple[float, ...] = ()
    """Of what goes on: from which of its weeks each of the columns counts."""
    yes_is: str = ""
    """The sign that a yes to its question is answered as; empty where it only decides on the column."""


class Triage(StrEnum):
    """What is done about a complaint, the gravest first."""

    EMERGENCY = "emergency"
    """The number at once; the practice is over."""
    DOCTOR = "doctor"
    """Enough for today, and somebody sees it soon."""
    ASK = "ask"
    """One question decides."""
    LEAVE = "leave"
    """This stretch is left out today, and the practice goes on."""
    EASE = "ease"
    """Common: less of it, and the practice goes on."""
    HARMLESS = "harmless"
    """Common: something to do about it, and the practice goes on."""
    EFFORT = "effort"
    """What a stretch feels like."""

    @property
    def gravity(self) -> int:
        """Nought for effort: of several complaints the highest one counts."""
        return len(Triage) - 1 - tuple(Triage).index(self)


class Body(StrEnum):
    """What the body has to do first: in an emergency it is told so right after the number."""

    NONE = "none"
    CHEST = "chest"
    STAY = "stay"
    FAINT = "faint"
    STUCK = "stuck"
    PREGNANT = "pregnant"


@dataclass(frozen=True)
class Sign:
    """A complaint, and how grave it is."""

    id: str
    """A value of the slot type `SYMPTOM`."""
    triage: Triage
    sources: tuple[str, ...]
    """As those of `Care`."""
    body: Body = Body.NONE
    asks: str = ""
    """The question that decides; only where the triage is `ASK`."""
    part: str = ""
    """The part of the body that was named, where the stretch is eased for it."""


@dataclass(frozen=True)
class SignQuestion:
    """A question about a complaint: each answer is a sign of its own."""

    id: str
    yes: str
    no: str
    unclear: str
    """What silence counts as, or two answers that make no sense: the careful one."""


class Reading(StrEnum):
    """How a source was read."""

    COPY = "copy"
    OPENING = "opening"
    """The beginning of it only."""
    SECOND_HAND = "second_hand"
    """As another page tells it."""


@dataclass(frozen=True)
class CareSource:
    """A published page that a verdict or a sign is taken from."""

    id: str
    title: str
    addresses: tuple[str, ...]
    read: Reading


@dataclass(frozen=True)
class ConditionWords:
    """A condition in the words of one language."""

    name: str
    """As it is said back: "a new hip"."""
    with_it: str
    """As it opens a sentence or ends one: "with a new hip"."""
    said: str
    """As somebody says it to her, and she understands it: "I have a new hip"."""


@dataclass(frozen=True)
class SignWords:
    """What is said about complaints, in one language."""

    call: str
    """The first sentence in every emergency, with `{number}`."""
    stop: str
    """The last one."""
    bodies: Mapping[str, str]
    """What the body is told in between, by `Body`; nothing for `NONE`."""
    questions: Mapping[str, str]
    answers: Mapping[str, str]
    """By sign, for all but emergencies and questions; some have `{number}`."""

    def answer(self, sign: Sign, number: str) -> str:
        """All that is said about a sign; for one that asks, the question.

        Args:
            sign: The complaint.
            number: The number of the ambulance, as it is said.
        """
        if sign.triage is Triage.EMERGENCY:
            told = " ".join(filter(None, (self.call, self.bodies.get(sign.body), self.stop)))
        else:
            told = self.questions[sign.asks] if sign.asks else self.answers[sign.id]
        return told.replace("{number}", number)
