"""One request's access to the store: timed, within what Alexa waits, and without exceptions.

What fails is noted and the coaching goes on; a change that could not be written is returned.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from skill.coach.conversation.errands import Erasure
from skill.coach.person.change import Change
from skill.coach.person.profile import KEPT_HISTORY, Profile
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished
from skill.errors import ErasedError, StoreError

log = logging.getLogger(__name__)

PATIENCE = 2.5
"""Seconds in the store after which the same request starts no other call: with one more call at its
time limits, the answer is still there before Alexa gives up after eight."""

ERASING_SECONDS = 2.0
"""How many seconds one request goes on deleting."""

Result = TypeVar("Result")


class StoreVisit:
    """The store, as one request sees it."""

    def __init__(self, store: ProgressStore, account: str, device: str = "") -> None:
        self.device = device
        """The key of the device that the request came from; empty where it is not known."""
        self.seconds = 0.0
        """The seconds that the store has taken so far."""
        self.failures: list[str] = []
        """What has failed, in a word or two each."""
        self.fenced = False
        """Whether a write was refused because everything had been deleted meanwhile."""
        self._store = store
        self._account = account

    def open(self, person: str) -> Profile | None:
        """A person's profile, with the device of the request; None where it could not be read."""
        opened = lambda: self._store.open(self._account, person, self.device)  # noqa: E731
        return self._try("profile not read", opened)

    def write(self, person: str, change: Change) -> Change | None:
        """Write a change about a person; returns what has to be written later, or None."""
        if self._is_late("not written, the store is slow"):
            return change
        try:
            with_it = self._try("progress not written", lambda: self._written(person, change))
        except ErasedError:
            # Another session has deleted everything: what this session knew must not come back.
            self.failures.append("deleted meanwhile")
            self.fenced = True
            return None
        return None if with_it else change

    def history(self, person: str, now: datetime, limit: int) -> tuple[Finished, ...] | None:
        """What a person finished last, the newest first; None where it could not be read."""

        def read() -> tuple[Finished, ...]:
            since = now - KEPT_HISTORY
            return tuple(self._store.history(self._account, person, since, limit))

        return self._try("history not read", read)

    def delete(self, person: str) -> tuple[Profile | None, Erasure]:
        """Hide everything of a person, then delete as much as there is time for.

        Returns:
            The empty profile to go on with, None where nothing was done; and how far the deletion went.
        """
        empty = self._try("nothing deleted", lambda: self._store.hide(self._account, person))
        if empty is None:
            return None, Erasure.FAILED
        if self.delete_rest(person):
            return replace(empty, erasing=False), Erasure.DONE
        return empty, Erasure.BEGUN

    def delete_rest(self, person: str) -> bool:
        """Go on with a deletion; True once nothing of it is left."""
        if self._is_late("not all deleted yet, the store is slow"):
            return False
        left = max(0.0, ERASING_SECONDS - self.seconds)
        erase = lambda: self._store.erase(self._account, person, left)  # noqa: E731
        return bool(self._try("not all deleted yet", erase))

    def _written(self, person: str, change: Change) -> bool:
        self._store.write(self._account, person, change)
        return True

    def _is_late(self, what: str) -> bool:
        if self.seconds <= PATIENCE:
            return False
        self.failures.append(what)
        return True

    def _try(self, failure: str, call: Callable[[], Result]) -> Result | None:
        began = time.monotonic()
        try:
            return call()
        except StoreError as error:
            log.warning("%s: %s", failure, error)
            self.failures.append(failure)
            return None
        finally:
            self.seconds += time.monotonic() - began
