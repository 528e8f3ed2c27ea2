"""Puts everything together: settings are read once, and only here is an adapter chosen."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from skill.alexa.conversation import Conversation
from skill.alexa.settings_service import device_time_zone
from skill.alexa.skill_builder import Handler, build_handler, build_skill
from skill.coach.ports import ProgressStore
from skill.coach.progress import ACCOUNT
from skill.errors import SettingError, StoreError
from skill.library.compiled import read_compiled
from skill.library.records import Library
from skill.words import Words

HOLDS = ("ssml", "apla")
SWITCH = {"on": True, "off": False}
SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

FALLBACK_ZONE = "America/Chicago"
"""Where a device does not tell its time zone: the middle of the country most devices are in, so that
"yesterday" is right for all but an hour or two of the day."""

STORES = "sqlite:<path>, dynamodb:<table> or memory:"

ELSEWHERE = "set LIMBER_STORE=sqlite:<path>, or LIMBER_STORE=memory: to keep nothing"
"""What to do where progress cannot be kept in the home folder."""


@dataclass(frozen=True)
class Settings:
    """What can be set from outside, by environment variables."""

    store: str
    """`LIMBER_STORE`: `sqlite:<path>`, `dynamodb:<table>` or `memory:`."""
    skill_id: str = ""
    """`LIMBER_SKILL_ID`: the only skill whose requests are answered; empty for any."""
    holds: str = "ssml"
    """`LIMBER_HOLDS`: how holds are sent, as `ssml` with breaks or as `apla`, APL for Audio."""
    delay: float = 1.0
    """`LIMBER_DELAY`: seconds the platform takes between a request and the first word of its
    answer. One second is a guess until it was measured on a device; too much is the safe side, for
    then the place is an earlier one."""
    browser_coach: bool = False
    """`LIMBER_BROWSER_COACH`: `on` where the web service has the browser coach at `/`, too."""
    secret: str = ""
    """`LIMBER_SECRET`: what the browser coach's sessions are signed with, the same in every worker."""
    snapshot: bool = False
    """Whether Lambda starts this process to keep it as a snapshot (SnapStart). Lambda says so in
    `AWS_LAMBDA_INITIALIZATION_TYPE`."""


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process.

    Raises:
        SettingError: One of them cannot be used.
    """
    store = environment.get("LIMBER_STORE")
    default = Settings(store=f"sqlite:{default_path(environment)}" if store is None else store)
    delay = environment.get("LIMBER_DELAY", str(default.delay))
    try:
        seconds = float(delay)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 10:
        raise SettingError(f"LIMBER_DELAY is {delay!r}: it must be seconds from 0 to 10, such as 1.5")
    holds = environment.get("LIMBER_HOLDS", default.holds)
    if holds not in HOLDS:
        raise SettingError(f"LIMBER_HOLDS is {holds!r}: it must be {' or '.join(HOLDS)}")
    browser_coach = environment.get("LIMBER_BROWSER_COACH", "off")
    if browser_coach not in SWITCH:
        raise SettingError(
            f"LIMBER_BROWSER_COACH is {browser_coach!r}: it must be {' or '.join(SWITCH)}"
        )
    skill_id = environment.get("LIMBER_SKILL_ID", default.skill_id)
    if skill_id and not SKILL_ID.fullmatch(skill_id):
        raise SettingError(
            f"LIMBER_SKILL_ID is {skill_id!r}: it must be a skill's id, such as"
            " amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
        )
    return Settings(
        holds=holds,
        store=default.store,
        skill_id=skill_id,
        delay=seconds,
        browser_coach=SWITCH[browser_coach],
        secret=environment.get("LIMBER_SECRET", default.secret),
        snapshot=environment.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start",
    )


def read_service_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of a service for others: a file in somebody's home is no place for what it keeps.

    Raises:
        SettingError: One of them cannot be used, or where to keep things is not said.
    """
    if not environment.get("LIMBER_STORE"):
        raise SettingError("LIMBER_STORE is not set: give sqlite:<path> or dynamodb:<table>")
    return read_settings(environment)


def default_path(environment: Mapping[str, str]) -> Path:
    """Where progress is kept on a machine of one's own, by the XDG rules.

    Raises:
        SettingError: The user has no home.
    """
    try:
        home = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    except RuntimeError:
        raise SettingError(f"there is no home folder to keep progress in; {ELSEWHERE}") from None
    return Path(home) / "limber-back" / "progress.db"


def build_store(setting: str) -> ProgressStore:
    """The store a setting names. Its adapter, and what that needs, is imported only now.

    Raises:
        SettingError: The setting names none.
    """
    kind, _, where = setting.partition(":")
    if kind == "memory" and not where:
        from skill.stores.memory import MemoryStore

        return MemoryStore()
    if kind == "sqlite" and where:
        from skill.stores.sqlite import SqliteStore

        return SqliteStore(Path(where))
    if kind == "dynamodb" and where:
        from skill.stores.dynamodb import DynamoStore

        return DynamoStore(where)
    raise SettingError(f"the store {setting!r} is none of {STORES}")


@cache
def locales() -> tuple[str, ...]:
    """The locales the skill is offered in, the first one first.

    Raises:
        ContentError: The content has problems.
    """
    return tuple(content()[1])


@cache
def content() -> tuple[Library, dict[str, Words]]:
    """The library, and the words for every locale, the first one first; read once a process.

    Raises:
        ContentError: The content has problems.
    """
    read = read_compiled()
    if read is None:
        # What reads and checks the files takes 10 ms to import: a build does without.
        from skill.library.loading import data_folder, load_content

        read = load_content(data_folder("content"))
    library, languages = read
    return library, {locale: Words(language) for locale, language in languages.items()}


def voices() -> dict[str, Words]:
    """The words for every locale, the first one first.

    Raises:
        ContentError: The content has problems.
    """
    return content()[1]


def build(
    settings: Settings, *, store: ProgressStore | None = None, zone: tzinfo | None = None
) -> Handler:
    """The skill as the function that Lambda calls.

    Args:
        settings: See `Settings`.
        store: Used instead of the one the settings name.
        zone: The time zone of everybody; by default each device is asked for its own.

    Raises:
        SettingError, ContentError: What is wrong with either.
    """
    return build_handler(_conversation(settings, store, zone), settings.skill_id)


def build_for_adapter(settings: Settings, store: ProgressStore) -> Any:  # noqa: ANN401 - the SDK's own
    """The skill as Amazon's adapters take it, for any skill id: who asks is the adapter's business.

    Raises:
        SettingError, ContentError: What is wrong with either.
    """
    return build_skill(_conversation(settings, store, None), "")


def _conversation(settings: Settings, store: ProgressStore | None, zone: tzinfo | None) -> Conversation:
    library, words = content()
    return Conversation(
        library=library,
        voices=words,
        store=store if store is not None else build_store(settings.store),
        delay=timedelta(seconds=settings.delay),
        zone=zone or ZoneInfo(FALLBACK_ZONE),
        device_zone=device_time_zone if zone is None else lambda _: "",
        audio=settings.holds == "apla",
    )


def build_for_lambda(settings: Settings) -> Handler:
    """The skill as Lambda starts it.

    For a snapshot the store is used once: what it then has ready, its client above all, the first
    answer of every process that is restored from the snapshot need not wait for.

    Raises:
        SettingError, ContentError: What is wrong with either.
    """
    store = build_store(settings.store)
    if settings.snapshot:
        with suppress(StoreError):  # it is told to whoever needs it
            store.open("rehearsal", ACCOUNT)
    return build(settings, store=store)
