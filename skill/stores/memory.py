"""Progress in memory, gone with the process: for tests and for trying things (`memory:`)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from threading import Lock

from skill.coach import encoding
from skill.coach.ports import ProgressStore
from skill.coach.progress import Change, Finished, Profile, SavedPractice, kept_practices
from skill.stores.reading import newest_first, recent


@dataclass
class _Kept:
    """One person's progress."""

    profile: Profile
    finished: dict[str, Finished] = field(default_factory=dict)


class MemoryStore(ProgressStore):
    """Keeps progress for as long as it lives; several threads may share it.

    Records go through their encoding and come back as from the other stores, milliseconds and all:
    what works on this one works on those.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._lock = Lock()

    def open(self, account: str, person: str) -> Profile:
        """A person's profile; an empty one where nothing is kept."""
        with self._lock:
            profile = self._of(account, person).profile
        return replace(profile, days=recent(profile.days))

    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change."""
        if change.is_empty:
            return
        with self._lock:
            kept = self._kept.setdefault((account, person), self._of(account, person))
            for finished in change.finished:
                _finish(kept, encoding.decode_finished(encoding.encode_finished(finished)))
            for saved in change.practices:
                _save(kept, encoding.decode_saved(encoding.encode_saved(saved)))
            if change.preferences is not None:
                kept.profile = replace(kept.profile, preferences=change.preferences)

    def history(self, account: str, person: str) -> Iterator[Finished]:
        """Everything a person finished, the newest first."""
        with self._lock:
            return iter(newest_first(self._of(account, person).finished.values()))

    def _of(self, account: str, person: str) -> _Kept:
        return self._kept.get((account, person), _Kept(Profile(person)))


def _finish(kept: _Kept, finished: Finished) -> None:
    if finished.key not in kept.finished:
        kept.finished[finished.key] = finished
        kept.profile = kept.profile.with_finished(finished)


def _save(kept: _Kept, saved: SavedPractice) -> None:
    practices = {known.practice.id: known for known in kept.profile.practices}
    known = practices.get(saved.practice.id)
    if known is None or known.saved_at < saved.saved_at:
        practices[saved.practice.id] = saved
        kept.profile = replace(kept.profile, practices=kept_practices(practices.values()))
