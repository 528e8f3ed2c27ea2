"""The store that a command is given, or the default one."""

import os
from pathlib import Path

from skill import bootstrap
from skill.coach.person.profile import ACCOUNT
from skill.coach.person.progress_store import ProgressStore
from skill.errors import SettingError
from skill.settings import ELSEWHERE, Settings, read_settings


def opened(setting: str) -> ProgressStore:
    """The store that a setting names; an error that every turn would meet is raised here."""
    kept = bootstrap.build_store(setting)
    kept.open("", ACCOUNT)
    return kept


def opened_to_read(store: str | None) -> ProgressStore:
    """The store of the option, or the default one, for a command that only tells what is kept.

    No file is made. Where nobody has used the default one yet, it is empty.

    Raises:
        SettingError: The file that was named is not there.
    """
    setting = _settings(store).store
    kind, _, where = setting.partition(":")
    if kind == "sqlite" and where and _is_missing(Path(where)):
        if not _is_default(store):
            raise SettingError(f"{where}: there is no such file; name the one that progress is kept in")
        setting = "memory:"
    return bootstrap.build_store(setting)


def settings_with(store: str | None) -> Settings:
    """The settings, with the store of the option; without the option, the default folder is made."""
    settings = _settings(store)
    if _is_default(store):
        try:
            Path(settings.store.partition(":")[2]).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingError(
                f"cannot keep progress in {settings.store}: {error.strerror}; {ELSEWHERE}"
            ) from None
    return settings


def _settings(store: str | None) -> Settings:
    if store is None:
        return read_settings()
    return read_settings({**os.environ, "LIMBER_STORE": store})


def _is_default(store: str | None) -> bool:
    return store is None and "LIMBER_STORE" not in os.environ


def _is_missing(file: Path) -> bool:
    """Whether there is no such file; of one that may not be looked at, the store tells more."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
