"""Records as they can be read from anywhere: with any ids, dates and numbers, today's or not."""

from dataclasses import fields
from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from helpers.content import LIBRARY
from helpers.talk import START
from skill.coach.conversation import events
from skill.coach.conversation.state import questions
from skill.coach.conversation.state.state import (
    BrokenOff,
    Counted,
    Minded,
    Running,
    State,
    Waiting,
)
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.encoding import encode_time
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Leaving, Profile, SavedPractice
from skill.coach.person.profile_encoding import decode_profile, encode_profile
from skill.coach.person.reminder import Reminder
from skill.coach.person.totals import Tally
from skill.coach.practice.cautions import Caution, Moment
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.playback.hearing import Sent
from skill.coach.practice.practice import Item, Manner, Practice, Talk
from skill.library.records import Breaths, Hold, Level, Movement, Sides

GONE = ("wobble", "", "own:", "own:evening calm", "plan:", "plan:0", "plan:ten", "plan:99999", "{x}")
"""Ids of nothing there is."""

STRETCHES = st.sampled_from((*LIBRARY.stretches, *GONE))
IDS = st.sampled_from(
    (*LIBRARY.stretches, *LIBRARY.routines, *LIBRARY.positions, *LIBRARY.areas, "plan:10", *GONE)
)
NAMES = st.sampled_from(("evening calm", "a", "Zoë's", "<b>", "everyday_back"))
MOMENTS = st.one_of(
    st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 22), timezones=st.just(UTC)),  # noqa: DTZ001
)
DAYS = st.one_of(
    st.dates(date(1970, 1, 2), date(2200, 1, 1)), st.dates(date(2026, 10, 1), date(2026, 11, 22))
).map(date.isoformat)
SECONDS = st.floats(0, 600)
EFFORTS = st.floats(0.1, 600)
TALLIES = st.builds(Tally, st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1))
WISHES = st.builds(PlanWish, st.floats(0, 10_800), IDS, IDS, IDS, IDS)

WORK = st.one_of(
    st.builds(Hold, EFFORTS),
    st.builds(Breaths, st.integers(1, 9), st.floats(0.1, 60)),
    st.builds(Movement, st.integers(1, 12), st.floats(0.1, 60)),
)
ITEMS = st.builds(
    Item,
    STRETCHES,
    WORK,
    st.integers(1, 4),
    st.sampled_from(Sides),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 9), SECONDS), max_size=2).map(tuple),
)
PLACES = st.builds(
    Place,
    st.integers(0, 5),
    STRETCHES,
    st.sampled_from(Phase),
    st.integers(0, 9),
    st.sampled_from([None, *Side]),
    st.integers(0, 99),
    st.floats(0, 999_999),
)
MANNERS = st.builds(Manner, st.floats(0.1, 10), st.floats(0.1, 10), st.sampled_from(Talk))
PRACTICES = st.builds(
    Practice,
    MOMENTS.map(encode_time),
    IDS,
    st.lists(ITEMS, min_size=1, max_size=4).map(tuple),
    IDS,
    MANNERS,
    st.one_of(st.none(), WISHES),
)


@st.composite
def near_places(draw: st.DrawFn, practice: Practice) -> Place:
    """A place that is mostly one of the practice's stretches."""
    place = draw(PLACES)
    if draw(st.integers(0, 3)) == 0:
        return place
    number = draw(st.integers(0, len(practice.items) - 1))
    return Place(number, practice.items[number].stretch, *list(vars(place).values())[2:])


@st.composite
def saved_practices(draw: st.DrawFn) -> SavedPractice:
    """A practice with a place, mostly in it."""
    practice = draw(PRACTICES)
    place, at = draw(near_places(practice)), draw(MOMENTS)
    return SavedPractice(
        practice,
        place,
        at,
        draw(SECONDS),
        draw(st.sampled_from(Leaving)),
        draw(st.booleans()),
        played=draw(st.sampled_from(["", "1795980464074"])),
        ran_out=draw(st.integers(0, 3)),
    )


PREFERENCES = st.builds(
    Preferences,
    level=st.sampled_from(Level),
    levels=st.dictionaries(STRETCHES, st.sampled_from(Level), max_size=3),
    holds=st.dictionaries(STRETCHES, st.floats(0, 999_999), max_size=3),
    manner=MANNERS,
    choices=st.dictionaries(IDS, STRETCHES, max_size=3),
    left_out=st.lists(STRETCHES, max_size=3).map(tuple),
    declined=st.lists(IDS, max_size=2).map(tuple),
    routines=st.dictionaries(NAMES, st.lists(STRETCHES, max_size=4).map(tuple), max_size=3),
    cautioned=st.lists(STRETCHES, max_size=2, unique=True).map(tuple),
    introduced=st.booleans(),
    lessons=st.integers(0, 10**9 - 1),
    lesson_day=st.one_of(st.just(""), DAYS),
    taught=st.booleans(),
)
DEVICES = st.builds(
    KnownDevice,
    st.just("a-hash"),
    st.sampled_from(Rendering),
    st.one_of(st.none(), MOMENTS),
    st.integers(0, 3),
    st.booleans(),
    st.dictionaries(st.sampled_from(("en-US", "xx")), st.floats(0, 999_999), max_size=2),
    st.sampled_from(("", "Europe/Berlin", "Nowhere/At_All", "../etc", "America")),
    st.one_of(st.none(), MOMENTS),
    st.one_of(st.none(), MOMENTS),
)
PROFILES = st.builds(
    Profile,
    st.just(ACCOUNT),
    PREFERENCES,
    st.lists(saved_practices(), max_size=3).map(tuple),
    st.lists(saved_practices(), max_size=2).map(tuple),
    st.dictionaries(STRETCHES, TALLIES, max_size=4),
    st.dictionaries(DAYS, TALLIES, max_size=4),
    st.dictionaries(STRETCHES, DAYS, max_size=4),
    device=DEVICES,
)
"""Whatever a store may hold of somebody."""

TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
REMINDERS = st.builds(
    Reminder, TIMES, st.frozensets(st.integers(0, 6), min_size=1), st.none()
) | st.builds(Reminder, TIMES, st.just(frozenset()), st.dates(date(2020, 1, 1), date(2100, 1, 1)))

CONDITIONS = st.sampled_from([*LIBRARY.conditions, "a wooden leg"])
CAUTIONS = st.builds(
    Caution,
    st.integers(0, 9),
    st.text(max_size=9),
    st.lists(STRETCHES, max_size=3).map(tuple),
    st.sampled_from(Moment),
    st.lists(CONDITIONS, max_size=3).map(tuple),
)

ASKED = st.builds(events.Asked, st.lists(IDS, max_size=3).map(tuple), NAMES)
STARTS = st.builds(
    events.StartStretch,
    ASKED,
    st.sampled_from(["", "left", "bad"]),
    st.sampled_from(["", "right", "other"]),
    st.none() | st.floats(1, 600),
    st.none() | st.floats(1, 600),
    st.integers(0, 20),
    st.sampled_from(["", "gentle"]),
    st.lists(ASKED, max_size=2).map(tuple),
)

LISTS = st.builds(events.ListStretches, area=IDS, place=st.sampled_from(["", "bed", "lying"]))

BY_TYPE = {
    "listed_after": st.none() | LISTS,
    "start": st.none() | STARTS,
    "wanted": st.sampled_from(sorted(vars(events.SkipSide()))),
    "word": st.sampled_from(["left", "bad", "good"]),
    "level": st.sampled_from(["", "gentle", "longer"]),
    "intention": st.sampled_from(events.AboutStretch.__subclasses__()),
    "wish": WISHES,
    "again": st.booleans(),
    "in_practice": st.booleans(),
    "leaving": st.booleans(),
    "days": st.frozensets(st.integers(0, 6)),
    "on": st.none() | st.dates(),
    "reminders": st.lists(REMINDERS, min_size=1, max_size=2).map(tuple),
    "of": st.sampled_from([ACCOUNT, "somebody else"]),
    "name": st.one_of(NAMES, IDS),
    "names": st.lists(NAMES, max_size=3).map(tuple),
    "stretch": STRETCHES,
    "routine": IDS,
    "practice": IDS,
    "condition": CONDITIONS,
    "sign": st.sampled_from([*LIBRARY.signs, "hiccups"]),
}
"""What may stand in the fields of questions; in all others, a row of ids."""

QUESTIONS = st.one_of(
    *(
        st.builds(
            kind,
            **{
                field.name: BY_TYPE.get(field.name, st.lists(IDS, max_size=4).map(tuple))
                for field in fields(kind)
            },
        )
        for kind in questions.KINDS.values()
    )
)


@st.composite
def under_way(draw: st.DrawFn) -> Running | Waiting:
    """A practice that is not over, with an answer that may have nothing to do with it."""
    practice = draw(PRACTICES)
    place = draw(near_places(practice).filter(lambda place: not practice.is_end(place)))
    worked = draw(SECONDS)
    counted = tuple(draw(st.lists(st.integers(0, 9), max_size=2)))
    if draw(st.booleans()):
        return Waiting(practice, place, worked, counted)
    start, cut = draw(near_places(practice)), draw(near_places(practice))
    end = draw(st.one_of(st.none(), near_places(practice)))
    sent = Sent(
        draw(st.one_of(MOMENTS, st.just(START))),
        draw(IDS),
        draw(SECONDS),
        draw(st.booleans()),
        draw(SECONDS),
        start,
        cut,
        draw(SECONDS),
        draw(SECONDS),
        end,
        draw(SECONDS),
        draw(SECONDS),
        draw(st.floats(0.1, 10)),
        draw(st.booleans()),
        tuple(draw(st.lists(CAUTIONS, max_size=2))),
    )
    return Running(practice, place, worked, counted, sent=sent)


STATES = st.builds(
    State,
    practice=st.one_of(st.none(), under_way()),
    question=st.one_of(st.none(), QUESTIONS),
    last=st.one_of(st.none(), PRACTICES),
    conditions=st.lists(
        st.builds(Counted, CONDITIONS, st.sampled_from(["", *LIBRARY.care, "a wooden leg"])), max_size=2
    ).map(tuple),
    minded=st.builds(Minded, st.text(max_size=9), st.lists(CONDITIONS, max_size=3).map(tuple)),
    broken_off=st.builds(
        BrokenOff, st.text(max_size=9), st.integers(0, 9), st.sampled_from(Moment), st.integers(0, 9)
    ),
    misheard=st.integers(0, 9),
    missed=st.integers(0, 9),
    refused=st.lists(STRETCHES, max_size=3).map(tuple),
    insisted=st.lists(STRETCHES, max_size=3).map(tuple),
    out_today=st.lists(STRETCHES, max_size=3).map(tuple),
    kept_out=st.lists(STRETCHES, max_size=3).map(tuple),
    kept_gentle=st.lists(STRETCHES, max_size=3).map(tuple),
    body=IDS,
    turns=st.integers(0, 10**9 - 1),
    said=st.text(max_size=20),
    asked=st.text(max_size=20),
)
"""Whatever session attributes may say of a conversation."""


def travelled(profile: Profile) -> Profile:
    """A profile as it is read back."""
    return decode_profile(encode_profile(profile))
