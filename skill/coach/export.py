"""Everything that is kept about a person, as JSON for themselves."""

from datetime import datetime

from skill.coach.encoding import Json, encode_preferences, encode_tallies
from skill.coach.ports import ProgressStore
from skill.coach.progress import KEPT_HISTORY, Finished


def exported(store: ProgressStore, account: str, person: str, now: datetime) -> Json:
    """Everything a store keeps about a person.

    Args:
        store: The store.
        account: The household's account.
        person: Who.
        now: What is older than is kept has ended by then, whether it is still there or not.

    Raises:
        StoreError: The store cannot be used now.
    """
    profile = store.open(account, person)
    return {
        "person": person,
        "profile": {
            "preferences": encode_preferences(profile.preferences),
            "unfinished": [
                {
                    "practice": saved.practice.name,
                    "stretch": saved.place.stretch,
                    "saved_at": saved.saved_at.isoformat(),
                }
                for saved in profile.unfinished
            ],
            "stretches": encode_tallies(profile.stretches),
            "days": encode_tallies(profile.days),
        },
        "history": [_row(finished) for finished in store.history(account, person, now - KEPT_HISTORY)],
    }


def _row(finished: Finished) -> dict[str, str | int]:
    return {
        "stretch": finished.stretch,
        "finished_at": finished.finished_at.isoformat(),
        "seconds": finished.seconds,
        "day": finished.day,
        "practice": finished.practice,
    }
