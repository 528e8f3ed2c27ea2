"""What an action sees, and what it leaves behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

from skill.coach.conversation.events import Event
from skill.coach.conversation.reply import Limits, Reply
from skill.coach.conversation.state.state import (
    AnyUnderWay,
    Course,
    Running,
    State,
)
from skill.coach.person.device import KnownDevice
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile
from skill.coach.person.totals import Finished
from skill.coach.practice.cautions import Caution
from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.practice.cues.pauses import quiet
from skill.coach.practice.place import WORK_PHASES, Place
from skill.coach.practice.practice import OWN, Item, Practice, plan_minutes
from skill.coach.practice.score.score import Score
from skill.coach.practice.score.shared_scores import score_of
from skill.library.records import Level, Library
from skill.words import Words

Kind = TypeVar("Kind")
"""A kind of question, for `Scene.asked`."""

FLOOR = "floor"
"""The place of positions on the floor, as `positions.toml` has it."""

A_MILLISECOND = timedelta(milliseconds=1)
"""What moments that are kept differ by at least."""

NAMED = 3
"""How many names one answer lists: people do not remember a fourth."""


@dataclass(frozen=True)
class Outcome:
    """What an action leaves behind."""

    state: State
    """The conversation as it is afterwards."""
    profile: Profile
    """The person as they are known afterwards."""
    reply: Reply
    """What is said."""
    guest: Profile | None = None
    """The person a private answer was about, where that is not the opener; None otherwise."""
    finished: tuple[Finished, ...] = ()
    """The stretches that the action itself counts as done."""


@dataclass(frozen=True)
class Instead:
    """An answer that completes an earlier wish: the action of that event is taken instead."""

    scene: "Scene"
    """The scene for that action."""
    event: Event
    """The wish, now complete."""


@dataclass(frozen=True)
class NotAnAnswer:
    """What was said does not answer the standing question: it means what it would mean without it."""


@dataclass(frozen=True)
class Scene:
    """Everything that an action may look at."""

    library: Library
    words: Words
    profile: Profile
    """Whom the session belongs to, and with it the practice: whoever opened it."""
    state: State
    """The conversation so far."""
    now: datetime
    """The moment of the request, in the opener's time zone."""
    guest: Profile | None = None
    """The person a private answer is about, where that is not the opener; None otherwise."""
    remembers: bool = True
    """Whether wishes for a practice are remembered: only those of the opener are."""
    limits: Limits = Limits()
    """How much one answer may hold."""
    notice: tuple[Cue, ...] = ()
    """Words that the shell puts in front of the answer."""
    resting: bool = False
    """Whether the person is between two parts of a practice: nothing is held or moved."""
    out: bool = False
    """Whether the body is out of the stretch in progress and has not been told the way back in."""
    to_fetch: float = 0.0
    """Seconds that are left for what has to be fetched, and of its words; 0 where that is over."""
    fetch_begun: bool = False
    """Whether some of that was told."""
    finished: tuple[Finished, ...] = ()
    """What was finished since the last request, and is not written yet."""
    answered: bool = False
    """Whether this turn has just answered a question: the practice that waited for it goes on."""

    def say(self, prompt: str, /, **fill: str | float) -> str:
        """A prompt, in the wording that this turn's counter picks."""
        return self.words.say(prompt, self.state.turns, **fill)

    def said(self, *texts: str) -> tuple[Cue, ...]:
        """Texts as cues; empty texts are left out."""
        return tuple(Said(text, self.words.seconds(text)) for text in texts if text)

    def score(self, practice: Practice, cautions: tuple[Caution, ...] | None = None) -> Score:
        """A practice in the scene's language, ready to be turned into cues.

        Args:
            practice: The practice.
            cautions: What is told before its stretches; None for what the last answer told, if it runs.
        """
        if cautions is None:
            running = self.state.practice
            told = running.sent.cautions if isinstance(running, Running) else ()
            cautions = told if running is not None and running.practice == practice else ()
        return score_of(self.library, self.words, practice, cautions, aloud=self.limits.aloud)

    def quiet(self, seconds: float) -> tuple[Cue, ...]:
        """Time to move, as cues outside the practice's own time."""
        aloud = self.limits.aloud
        return tuple(quiet(seconds, None, self.words, "take_your_time", aloud=aloud))

    def counted_of(self, practice: Practice) -> tuple[int, ...]:
        """The numbers of a practice's items that the totals include already; none of another's."""
        under_way = self.state.practice
        if under_way is not None and under_way.practice.id == practice.id:
            return under_way.counted
        kept = self.profile.kept(practice.id)
        return kept.counted if kept is not None else ()

    def kept_at(self, practice: Practice) -> datetime:
        """The moment under which a practice's place is kept in this turn.

        Later than what a player told of it by itself, whose clock runs as fast and no faster.
        """
        kept = self.profile.kept(practice.id)
        if kept is None or not kept.played:
            return self.now
        return max(self.now, kept.saved_at + A_MILLISECOND)

    def ran_out_in(self, practice: Practice) -> int:
        """How many sessions of a practice ran out."""
        kept = self.profile.kept(practice.id)
        return kept.ran_out if kept is not None else 0

    def name_of(self, entry: str) -> str:
        """The spoken name of a stretch, of a routine of any kind, or of a planned practice."""
        if entry.startswith(OWN):
            return entry.removeprefix(OWN)
        if minutes := plan_minutes(entry):
            return self.say("plan_name", minutes=minutes)
        if entry in self.library.stretches:
            return self.words.stretch(entry).name
        return self.words.routine(entry).name

    def names_of(self, stretches: Sequence[str]) -> str:
        """The names of stretches: the first few, and how many more there are.

        A last one is named, too: "one more" takes as long and tells nothing.
        """
        names = [self.name_of(stretch) for stretch in stretches]
        if len(names) <= NAMED + 1:
            return self.words.all_of(names)
        return self.words.all_of([*names[:NAMED], self.say("and_more", count=len(names) - NAMED)])

    def with_notice(self, text: str) -> Self:
        """This scene with something more that is told before the answer."""
        return replace(self, notice=self.notice + self.said(text))

    def with_state(self, **changes: Any) -> Self:  # noqa: ANN401 - the fields' own types
        """This scene with some of its state changed."""
        return replace(self, state=replace(self.state, **changes))

    def with_practice(self, practice: Practice) -> Self:
        """This scene with the practice under way changed; its place stays."""
        return self.with_state(practice=replace(self.under_way, practice=practice))

    def with_item(self, item: Item) -> Self:
        """This scene with the item in progress changed; the place stays."""
        number, items = self.place.item, self.practice.items
        return self.with_practice(
            replace(self.practice, items=(*items[:number], item, *items[number + 1 :]))
        )

    def at_place(self, place: Place) -> Self:
        """This scene with the practice under way at another place, with no seconds held or moved yet."""
        return self.with_state(practice=replace(self.under_way, place=place, worked=0.0))

    def straight_on(self) -> Self:
        """This scene where what is started next goes to the device's player, if it has one."""
        if not self.limits.player:
            return self
        return replace(self.with_state(straight=True), limits=replace(self.limits, alone=True))

    def with_profile(self, profile: Profile) -> Self:
        """This scene with another profile."""
        return replace(self, profile=profile)

    def with_preferences(self, **changes: Any) -> Self:  # noqa: ANN401 - the fields' own types
        """This scene with some of the person's preferences changed."""
        preferences = replace(self.profile.preferences, **changes)
        return self.with_profile(replace(self.profile, preferences=preferences))

    def with_device(self, device: KnownDevice) -> Self:
        """This scene with something else known of the device."""
        return self.with_profile(replace(self.profile, device=device))

    def asked(self, kind: type[Kind]) -> Kind:
        """The standing question; `LookupError` where it is of another kind."""
        question = self.state.question
        if isinstance(question, kind):
            return question
        raise LookupError(f"{question} stands, and no {kind.__name__}")

    @property
    def own(self) -> Profile:
        """Whom a private answer is about; their progress, their routines, what is kept about them."""
        return self.guest if self.guest is not None else self.profile

    @property
    def liked(self) -> Preferences:
        """How whoever practises likes it, with what was said to be for today alone.

        A level for today leaves no length that was kept for another one; what was eased stays eased.
        """
        kept, level = self.profile.preferences, self.state.level_today
        if level is not None:
            eased = {stretch: own for stretch, own in kept.levels.items() if own is Level.GENTLE}
            kept = replace(kept, level=level, levels=eased, holds={}, rounds={})
        manner = self.state.manner_today
        return kept if manner is None else replace(kept, manner=manner)

    def with_routines(self, routines: Mapping[str, tuple[str, ...]]) -> Self:
        """This scene with other routines of one's own, those of whom the answer is about."""
        if self.guest is None:
            return self.with_preferences(routines=routines)
        preferences = replace(self.guest.preferences, routines=routines)
        return replace(self, guest=replace(self.guest, preferences=preferences))

    @property
    def runs(self) -> bool:
        """Whether a practice runs."""
        return self.state.course is Course.RUNNING

    @property
    def is_practising(self) -> bool:
        """Whether a practice is under way, running, played or waiting."""
        return self.state.practice is not None

    @property
    def is_played(self) -> bool:
        """Whether the device's player has the practice under way, or had it before it waited."""
        return self.state.practice is not None and bool(self.state.practice.played)

    @property
    def plays(self) -> bool:
        """Whether what is coached now goes to the device's player."""
        return self.limits.player and (self.state.straight or self.is_played)

    @property
    def under_way(self) -> AnyUnderWay:
        """The practice under way with its place; `LookupError` where there is none."""
        if self.state.practice is None:
            raise LookupError("no practice is under way")
        return self.state.practice

    @property
    def practice(self) -> Practice:
        """The practice under way; `LookupError` where there is none."""
        return self.under_way.practice

    @property
    def place(self) -> Place:
        """Where the practice stands; `LookupError` where there is none."""
        return self.under_way.place

    @property
    def item(self) -> Item:
        """The stretch in progress as it is done; `LookupError` where there is none."""
        return self.practice.items[self.place.item]

    @property
    def is_announced(self) -> bool:
        """Whether one rests before a stretch of which nothing is begun."""
        return self.resting and self.place == self.practice.place_of(self.place.item)

    @property
    def ahead(self) -> tuple[str, ...]:
        """The stretches after the one in progress; at a rest before one, with that."""
        first = self.place.item + (not self.is_announced)
        return tuple(item.stretch for item in self.practice.items[first:])

    @property
    def is_staying(self) -> bool:
        """Whether the person is in a hold that lasts until they say a word."""
        if not self.runs or self.resting or self.place.phase not in WORK_PHASES:
            return False
        return self.item.stays == self.item.number_at(self.place) + 1

    @property
    def worked(self) -> float:
        """Seconds held or moved of the item in progress; `LookupError` without a practice."""
        return self.under_way.worked


def finished_at(scene: Scene, practice: Practice, item: int, seconds: float, at: datetime) -> Finished:
    """A finished stretch, with its day in the person's time zone."""
    return Finished(
        practice=practice.id,
        item=item,
        stretch=practice.items[item].stretch,
        finished_at=at,
        day=at.astimezone(scene.now.tzinfo).date().isoformat(),
        seconds=round(seconds),
    )
