"""What a person has done, as the page shows it: days, streak, favourites, what is unfinished."""

from datetime import date
from typing import Any

from skill.coach.person.profile import Profile
from skill.coach.person.statistics import dated, days_in_a_row
from skill.words import Words

Json = dict[str, Any]

FAVOURITES = 5
"""How many of the stretches done most often are shown."""


def diary(profile: Profile, words: Words, today: date) -> Json:
    """A profile as the page's calendar, streak and favourites.

    Args:
        profile: The person.
        words: The language.
        today: In their time zone.
    """
    known = {s: tally for s, tally in profile.stretches.items() if s in words.language.stretches}
    often = sorted(known.items(), key=lambda kept: (-kept[1].count, -kept[1].seconds, kept[0]))
    return {
        "today": today.isoformat(),
        "streak": days_in_a_row(profile.days, today),
        "days": [
            {"day": day.isoformat(), "count": tally.count, "seconds": tally.seconds}
            for day, tally in sorted(dated(profile.days).items())
        ],
        "stretches": sum(tally.count for tally in profile.stretches.values()),
        "seconds": sum(tally.seconds for tally in profile.stretches.values()),
        "favourites": [
            {"id": stretch, **_named(words, stretch), "count": tally.count}
            for stretch, tally in often[:FAVOURITES]
        ],
        "unfinished": [
            {
                **_named(words, saved.practice.name),
                "stretch": _name(words, saved.place.stretch),
                "saved_at": saved.saved_at.isoformat(),
            }
            for saved in profile.unfinished
        ],
    }


def _named(words: Words, entry: str) -> Json:
    """A stretch or routine as it is said, and as it stands over something."""
    name = _name(words, entry)
    return {"name": name, "title": words.title(name)}


def _name(words: Words, entry: str) -> str:
    """The spoken name of a stretch or routine; its id for one that is no longer in the library."""
    if entry in words.language.stretches:
        return words.stretch(entry).name
    return words.routine(entry).name if entry in words.language.routines else entry
