"""Random dialogues: people who say anything at any time."""

import random
from datetime import time

from hypothesis import strategies as st

from helpers.content import WORDS
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked, Event
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.plan_wish import PlanWish
from skill.library.records import Level, Library

PLAIN = (
    events.Launch,
    events.Next,
    events.Skip,
    events.Previous,
    events.Repeat,
    events.StartOver,
    events.Pause,
    events.Resume,
    events.Yes,
    events.No,
    events.Help,
    events.NotUnderstood,
    events.ListStretches,
    events.ListRoutines,
    events.AskTimeLeft,
    events.AskWhere,
    events.SkipSide,
    events.LengthenSettle,
    events.AskWhy,
    events.Cancel,
    events.DeleteData,
    events.AskLongestRow,
    events.Stay,
    events.Enough,
    events.SkipNext,
    events.StartIt,
    events.Other,
    events.More,
)

QUESTIONS = (
    events.AskHoldTime,
    events.AskRepetitions,
    events.AskHowTo,
    events.AskBenefit,
    events.AskEasier,
    events.AskCaution,
    events.AskSource,
    events.AvoidStretch,
    events.AllowStretch,
)

INTERRUPTIONS = (
    events.NotUnderstood(),
    events.Help(),
    events.AskTimeLeft(),
    *map(events.AskWhere, events.Ahead),
    events.AskFelt(Asked()),
    events.Thank(),
    events.ListRoutines(),
    events.Resume(),
    *(kind(Asked()) for kind in QUESTIONS if kind is not events.AvoidStretch),
    events.AskProgress(),
    events.AskDone(Asked()),
    events.AskLongestRow(),
    events.AskReminder(),
    events.CancelReminder(),
    events.Pause(),
    events.Launch(),
)
"""What may come in the middle of a practice and take nothing from it."""

SIDES = st.sampled_from(["", "left", "right", "other", "this", "bad", "good", "both", "wrong"])

PERIODS = ("", "today", "yesterday", "monday", "month", "ever", "nonsense")

DAYS = ("", "today", "yesterday", "last_night", "monday", "last_time", "nonsense")


def asked(ids: tuple[str, ...]) -> st.SearchStrategy[Asked]:
    """A name that fits one entry, several, or none; or no name at all."""
    return st.one_of(
        st.sampled_from(ids).map(lambda entry: Asked((entry,), entry)),
        st.lists(st.sampled_from(ids), min_size=2, max_size=5, unique=True).map(
            lambda found: Asked(tuple(found), "twist")
        ),
        st.sampled_from(["flamingo", "cobre", "<b>&", ""]).map(lambda heard: Asked((), heard)),
    )


def wishes(library: Library) -> st.SearchStrategy[Event]:
    """Anything somebody might want."""
    stretches = asked(tuple(library.stretches))
    routines = st.sampled_from(sorted(library.routines)).map(lambda r: Asked((r,), r))
    return st.one_of(
        st.sampled_from(PLAIN).map(lambda kind: kind()),
        st.tuples(st.sampled_from(QUESTIONS), stretches).map(lambda pair: pair[0](pair[1])),
        stretches.map(events.StartStretch),
        st.builds(
            events.StartStretch,
            stretches,
            side=SIDES,
            only=SIDES,
            seconds=st.none() | st.sampled_from([10.0, 60.0, 4000.0]),
            number=st.none() | st.sampled_from([1.0, 3.0, 40.0]),
            times=st.sampled_from([0, 1, 3, 20]),
            level=st.sampled_from(["", "gentle"]),
            then=st.lists(stretches, max_size=2).map(tuple),
            then_seconds=st.none() | st.just(20.0),
            then_times=st.sampled_from([0, 2]),
            condition=st.sampled_from(["", *library.conditions]),
            besides=st.sampled_from(["", "osteoporosis", "hip_replacement"]),
        ),
        st.builds(events.SkipSide, SIDES, SIDES, SIDES, SIDES),
        st.sampled_from([1, 2, 5, 20]).map(events.ChangeTimes),
        stretches.map(events.NameStretch),
        st.builds(
            events.RepeatPractice,
            st.sampled_from(DAYS),
            st.sampled_from(["", "", *events.CHANGES_OF_A_PRACTICE]),
            count=st.sampled_from([0, 0, 1, 3, 500]),
            times=st.sampled_from([0, 0, 1, 20]),
            only=SIDES,
        ),
        st.builds(events.AskWhere, side=SIDES),
        routines.map(events.StartRoutine),
        adjustments(),
        st.builds(
            events.ListStretches, st.sampled_from(["", "hips", "neck"]), st.sampled_from(["", "bed"])
        ),
        st.builds(events.Pain, *(st.sampled_from(["", *library.signs, "?"]),) * 2),
        conditions(library),
        st.sampled_from(["", "up", "down", "over", "stuck", "chair", "?"]).map(events.AskPosture),
        st.sampled_from(["", "how_often", "?"]).map(events.AskAdvice),
        planned(),
        st.sampled_from(["", "evening", "cat cow", "x" * 60]).flatmap(
            lambda name: st.sampled_from([events.CreateRoutine(name), events.SaveRoutine(name)])
        ),
        stretches.map(events.AddStretch),
        st.builds(
            events.AddStretch, stretches, then=st.lists(stretches, min_size=1, max_size=3).map(tuple)
        ),
        stretches.map(events.DoneAlready),
        st.sampled_from(["", "lying", "sitting", "bed", "desk", "sleep"]).map(events.OnlyAt),
        st.builds(
            events.StartFrom,
            st.one_of(st.just(Asked()), stretches),
            st.sampled_from(["", "1", "3", "9", "last", "any"]),
            st.one_of(st.just(Asked()), routines),
        ),
        st.builds(events.MoveStretch, stretches, st.sampled_from(["last", "next", "first"])),
        st.just(events.StartRoutine(company=True)),
        st.sampled_from(["evening", ""]).map(lambda name: events.DeleteRoutine(Asked((), name))),
        reminders(),
        st.sampled_from(PERIODS).map(events.AskProgress),
        st.builds(events.AskDone, st.one_of(st.just(Asked()), stretches), st.sampled_from(PERIODS)),
        st.builds(events.ResumePractice, st.sampled_from(DAYS), st.just(Asked())),
        st.builds(
            events.Choose,
            st.sampled_from(["", "lying", "kneeling", "standing", "bed"]),
            st.sampled_from(["", "1", "2", "3", "9", "any", "last"]),
        ),
    )


def conditions(library: Library) -> st.SearchStrategy[Event]:
    """What a body has, one thing or two, stated or asked about, with a stretch or without."""
    named = st.sampled_from(["", *library.conditions, "?"])
    besides = st.just("") | named
    stretches = st.one_of(st.just(Asked()), asked(tuple(library.stretches)))
    routines = st.sampled_from(sorted(library.routines)).map(lambda r: Asked((r,), r))
    months = st.sampled_from([None, 0.0, 2.0, 4.0, 24.0, 600.0])
    return st.one_of(
        st.builds(events.HasCondition, named, stretches, besides, months=months),
        st.builds(events.HowLongAgo, months.filter(lambda told: told is not None)),
        st.builds(events.AskCaution, stretches, named, besides=besides, months=months),
        st.builds(
            events.AskCaution,
            stretches,
            named,
            place=st.sampled_from(["", "kneeling", "lying", "standing", "desk", "?"]),
        ),
        st.builds(events.AskCaution, stretches, unknown=st.just("lupus"), besides=besides),
        st.builds(events.ListStretches, condition=named, besides=besides, months=months),
        st.builds(events.StartRoutine, routines, condition=named, besides=besides, months=months),
    )


def planned() -> st.SearchStrategy[Event]:
    """Practices by what they are to be like, sensible and not."""
    wish = st.builds(
        PlanWish,
        st.sampled_from([1.0, 60.0, 120.0, 600.0, 1e9]),
        st.sampled_from(["", "hips", "neck"]),
        st.sampled_from(["", "bed", "standing", "desk", "sleep"]),
        st.sampled_from(["", "strap", "everything"]),
        st.sampled_from(["", "kneeling"]),
    )
    return wish.map(lambda wish: events.StartRoutine(Asked(), wish))


def reminders() -> st.SearchStrategy[Event]:
    """Reminders, wished for sensibly and not, and what comes back from where Alexa keeps them."""
    times = st.one_of(
        st.none(), st.sampled_from([time(0), time(2), time(7), time(8), time(12), time(20)])
    )
    parts, days = (
        ["", "morning", "afternoon", "evening", "night"],
        ["", "daily", "weekends", "monday", "?"],
    )
    heard = ["", "every day", "every night", "every fortnight"]
    return st.one_of(
        st.builds(events.SetReminder, times, *map(st.sampled_from, (parts, days, heard))),
        st.sampled_from([events.AskReminder(), events.CancelReminder()]),
        st.builds(
            events.PermissionAnswered,
            st.booleans(),
            st.sampled_from(["", "07:00 0123456", "07:00 2026-11-19", "20:00 2026-11-21"]),
        ),
    )


def adjustments() -> st.SearchStrategy[Event]:
    """Changes to a practice, sensible and not."""
    return st.one_of(
        st.builds(
            events.AdjustHold,
            st.sampled_from(["", "longer", "shorter", "slower"]),
            st.sampled_from([None, 0.0, 1.0, 10.0, 45.0, 100_000.0]),
        ),
        st.builds(
            events.MeantLength,
            st.sampled_from([None, 0.0, 10.0, 45.0]),
            st.sampled_from([None, 30.0, 900.0]),
        ),
        st.builds(
            events.ChangeLevel,
            st.sampled_from(["gentle", "standard", "longer", "", "deeper"]),
            st.booleans(),
        ),
        st.sampled_from(["slower", "faster", "less_talking", "more_talking", "", "longer"]).map(
            events.ChangePace
        ),
    )


def moments() -> st.SearchStrategy[float]:
    """When a wish comes: a share of what is being said, up to twice of it for the reprompt."""
    return st.floats(0, 2.2, allow_nan=False).map(lambda share: round(share, 3))


def scripts(library: Library, size: int = 12) -> st.SearchStrategy[list[tuple[Event, float]]]:
    """A practice is started, and then so many things are wished for at most, each with its moment.

    What people say most comes by lot: Hypothesis likes to repeat what it drew before, and in hundreds of
    turns there was no "pause", "next" or "help".
    """
    line = st.tuples(wishes(library), moments())
    starts = st.tuples(
        st.one_of(
            st.sampled_from(sorted(library.stretches)).map(
                lambda s: events.StartStretch(Asked((s,), s))
            ),
            st.sampled_from(sorted(library.routines)).map(lambda r: events.StartRoutine(Asked((r,), r))),
        ),
        st.just(1.0),
    )

    def said(first: tuple[Event, float], others: list[tuple[Event, float]], lot: int) -> list:
        chance = random.Random(f"{lot} {first} {others}")
        script = list(others)
        for _ in range(chance.randint(size // 3, size - len(others))):
            common = said_often(library, chance), round(chance.uniform(0, 2.2), 3)
            script.insert(chance.randint(0, len(script)), common)
        return [first, *script]

    return st.builds(said, starts, st.lists(line, max_size=size // 2), st.integers(0, 2**32))


def said_often(library: Library, chance: random.Random) -> Event:
    """One of the things that people say most: plain ones as often as what is about something."""
    stretch = chance.choice(sorted(library.stretches))
    about, this = Asked((stretch,), stretch), Asked()
    if chance.random() < 0.5:
        return chance.choice(PLAIN)()
    return chance.choice(
        [
            events.StartStretch(about),
            events.NameStretch(about),
            events.StartRoutine(this, PlanWish(chance.choice([300.0, 900.0]))),
            chance.choice(QUESTIONS)(chance.choice([about, this])),
            chance.choice(QUESTIONS)(chance.choice([about, this])),
            events.AdjustHold(chance.choice(["longer", "shorter", "slower"]), None),
            events.AdjustHold("", chance.choice([20.0, 45.0])),
            events.ChangeLevel(chance.choice([*Level]), *chance.choice([(), (True,), (False, True)])),
            events.ChangePace(chance.choice(["slower", "less_talking"]), chance.choice([True, False])),
            events.Pain(chance.choice(["", *library.signs])),
            events.Pain(chance.choice(["hurts", "too_much", "cramp"])),
            events.HasCondition(chance.choice(sorted(library.conditions))),
            events.Choose("", chance.choice("123")),
            events.Choose(chance.choice(["lying", "standing"]), ""),
            events.DeleteRoutine(Asked((), chance.choice(["evening", ""]))),
            events.SaveRoutine("evening"),
            events.ResumePractice(chance.choice(DAYS), this),
        ]
    )


def devices() -> st.SearchStrategy[KnownDevice]:
    """Devices that take all there is, and devices that take less; with voices fast and slow."""
    rates = st.sampled_from([0.75, 1.0, 1.0, 1.25]).map(lambda rate: {WORDS.locale: rate})
    return st.builds(
        lambda rendering, rate: KnownDevice("a-hash", rendering, rates=rate),
        st.sampled_from(list(Rendering)),
        rates,
    )


def people() -> st.SearchStrategy[Profile]:
    """People who are new, and people who know their way, at devices of any kind."""
    return st.builds(
        lambda level, known, device: Profile(
            ACCOUNT, Preferences(level=level, introduced=known, taught=known), device=device
        ),
        st.sampled_from(list(Level)),
        st.booleans(),
        devices(),
    )
