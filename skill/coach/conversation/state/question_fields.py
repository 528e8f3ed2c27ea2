"""How what a question is about is written, read back, and fitted to the content there is."""

from dataclasses import replace
from datetime import date

from skill.coach.conversation import events
from skill.coach.person.encoding import Codec, Content, Json, id_of, number_in, text_in, whole_in
from skill.coach.person.reminder import Reminder, read, write
from skill.coach.practice.plan_wish import LONGEST, PlanWish
from skill.library.language import WEEKDAYS


def _intention_in(value: Json) -> type[events.AboutStretch]:
    known = {kind.__name__: kind for kind in events.AboutStretch.__subclasses__()}
    return known[value]


def _reminder_in(value: Json) -> Reminder:
    reminder = read(value)
    if reminder is None:
        raise ValueError("no reminder")
    return reminder


INTENTION = Codec(lambda kind: kind.__name__, _intention_in)


def _wish_in(value: Json) -> PlanWish:
    return PlanWish.from_texts(tuple(text_in(text) for text in value))


def _plan_in(value: Json) -> PlanWish:
    wish = _wish_in(value)
    if wish.seconds > LONGEST:
        raise ValueError(f"no plan is as long as {wish.seconds} seconds")
    return wish


def _reminders_in(value: Json) -> tuple[Reminder, ...]:
    if not value:
        raise ValueError("no reminder at all")
    return tuple(_reminder_in(text_in(each)) for each in value)


def _days_in(value: Json) -> frozenset[int]:
    if not all(whole_in(day) < len(WEEKDAYS) for day in value):
        raise ValueError("no day of the week")
    return frozenset(value)


def _day_in(value: Json) -> date | None:
    return None if value is None else date.fromisoformat(text_in(value))


def _asked_as_texts(asked: events.Asked) -> Json:
    return [list(asked.ids), asked.heard]


def _asked_in(value: Json) -> events.Asked:
    ids, heard = value
    return events.Asked(tuple(map(text_in, ids)), text_in(heard))


def _start_as_list(start: events.StartStretch | None) -> Json:
    if start is None:
        return None
    named = [_asked_as_texts(each) for each in (start.stretch, *start.then)]
    dose = [start.side, start.only, start.seconds, start.number, start.times, start.level]
    return [named, *dose, start.then_seconds, start.then_times, start.then_side, start.then_only]


def _start_in(value: Json) -> events.StartStretch | None:
    if value is None:
        return None
    (stretch, *then), side, only, seconds, number, times, level, *next_one = value
    then_seconds, then_times, then_side, then_only = next_one
    return events.StartStretch(
        _asked_in(stretch),
        text_in(side),
        text_in(only),
        number_in(seconds) if seconds is not None else None,
        number_in(number) if number is not None else None,
        whole_in(times),
        text_in(level),
        tuple(map(_asked_in, then)),
        number_in(then_seconds) if then_seconds is not None else None,
        whole_in(then_times),
        text_in(then_side),
        text_in(then_only),
    )


def _known_start(content: Content, start: events.StartStretch | None) -> events.StartStretch | None:
    """A start of stretches that there are; ids that are gone make an unknown name."""
    if start is None:
        return None

    def known(asked: events.Asked) -> events.Asked:
        return replace(asked, ids=tuple(id_ for id_ in asked.ids if id_ in content["stretch"]))

    return replace(start, stretch=known(start.stretch), then=tuple(map(known, start.then)))


def _list_as_row(wanted: events.ListStretches | None) -> Json:
    return None if wanted is None else [wanted.area, wanted.place]


def _list_in(value: Json) -> events.ListStretches | None:
    if value is None:
        return None
    area, place = map(text_in, value)
    return events.ListStretches(area=area, place=place)


def _known_list(content: Content, wanted: events.ListStretches | None) -> events.ListStretches | None:
    """A list for a part of the body that there is; of all parts, where it is gone."""
    gone = wanted is not None and wanted.area and wanted.area not in content["area"]
    return replace(wanted, area="") if wanted is not None and gone else wanted


def _side_wish_in(value: Json) -> str:
    if value not in vars(events.SkipSide()):
        raise ValueError(f"nothing of a side is called {value!r}")
    return text_in(value)


def _known_wish(content: Content, wish: PlanWish) -> PlanWish:
    """What is wished for, for no part of the body that nobody knows; the rest is only compared."""
    return wish if not wish.area or wish.area in content["area"] else replace(wish, area="")


STRETCH, ROUTINE, OWN_ROUTINE = id_of("stretch"), id_of("routine"), id_of("own routine")
CONDITION, SIGN = id_of("condition"), id_of("sign")
WISH = Codec(lambda wish: list(wish.as_texts()), _wish_in, _known_wish)
PLAN = replace(WISH, decode=_plan_in)
START = Codec(_start_as_list, _start_in, _known_start)
LIST = Codec(_list_as_row, _list_in, _known_list)
SIDE_WISH = Codec(str, _side_wish_in)
REMINDERS = Codec(lambda reminders: [write(each) for each in reminders], _reminders_in)
DAYS = Codec(sorted, _days_in)
DAY = Codec(lambda day: day and day.isoformat(), _day_in)
