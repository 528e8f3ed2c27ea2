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


def settings_with(store: str | None) -> Settings:
    """The settings, with the store of the option; without the option, the default folder is made."""
    if store is not None:
        return read_settings({**os.environ, "LIMBER_STORE": store})
    settings = read_settings()
    if "LIMBER_STORE" not in os.environ:
        try:
            Path(settings.store.partition(":")[2]).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingError(
                f"cannot keep progress in {settings.store}: {error.strerror}; {ELSEWHERE}"
            ) from None
    return settings
