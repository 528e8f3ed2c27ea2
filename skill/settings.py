"""The settings, from environment variables: read once, and only here."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import SettingError

ELSEWHERE = "set LIMBER_STORE=sqlite:<path>, or LIMBER_STORE=memory: to keep nothing"
"""Advice where progress cannot be kept in the home folder."""

HOLDS = ("ssml", "apla", "short")
STAND_IN = re.compile(r"http://127\.0\.0\.1:[1-9][0-9]{0,4}")
SOUNDS = re.compile(r"s3:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
SWITCH = {"on": True, "off": False}
SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Settings:
    """The settings of this process, from environment variables."""

    store: str
    """`LIMBER_STORE`: `sqlite:<path>`, `dynamodb:<table>` or `memory:`."""
    skill_id: str = ""
    """`LIMBER_SKILL_ID`: the only skill whose requests are answered; empty for any."""
    holds: str = "ssml"
    """`LIMBER_HOLDS`: how holds are sent to a device of which nothing is known: as `ssml` with breaks,
    as `apla`, APL for Audio, or in the `short` form, counted aloud."""
    delay: float = 1.0
    """`LIMBER_DELAY`: seconds the platform takes between a request and the first word of its answer.
    One second is a guess, not measured on a device; more errs on the safe side, since the place is
    then an earlier one."""
    carry_on: bool = False
    """`LIMBER_CARRY_ON`: `on` if a screen asks for the next part by itself when an answer is over. Off
    until a device has shown that it can (`docs/deploy.md`)."""
    browser_coach: bool = False
    """`LIMBER_BROWSER_COACH`: `on` if the web service has the browser coach at `/`."""
    sounds: str = ""
    """`LIMBER_SOUNDS`: `s3:<bucket>` for what players of devices play straight through; empty, and
    everything is spoken by Alexa."""
    secret: str = ""
    """`LIMBER_SECRET`: signs the browser coach's sessions; the same for every worker."""
    stand_in: str = ""
    """`LIMBER_STAND_IN`: a stand-in for Alexa's services on this machine, http://127.0.0.1:<port>, that
    may be called where a request names it; empty, as on Lambda, if Amazon's own alone are."""
    snapshot: bool = False
    """Whether Lambda starts this process to keep it as a snapshot (SnapStart), as told by
    `AWS_LAMBDA_INITIALIZATION_TYPE`."""

    @property
    def bucket(self) -> str:
        """The bucket of `sounds`; empty for none."""
        return self.sounds.partition(":")[2]


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process.

    Raises:
        SettingError: A setting cannot be used.
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
    browser_coach = _switch(environment, "LIMBER_BROWSER_COACH")
    carry_on = _switch(environment, "LIMBER_CARRY_ON")
    sounds = environment.get("LIMBER_SOUNDS", default.sounds)
    if sounds and not SOUNDS.fullmatch(sounds):
        raise SettingError(f"LIMBER_SOUNDS is {sounds!r}: it must be s3:<bucket>, or empty")
    stand_in = environment.get("LIMBER_STAND_IN", default.stand_in)
    if stand_in and not STAND_IN.fullmatch(stand_in):
        raise SettingError(
            f"LIMBER_STAND_IN is {stand_in!r}: it must be an address of this machine, such as"
            " http://127.0.0.1:8099"
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
        carry_on=carry_on,
        browser_coach=browser_coach,
        sounds=sounds,
        secret=environment.get("LIMBER_SECRET", default.secret),
        stand_in=stand_in,
        snapshot=environment.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start",
    )


def _switch(environment: Mapping[str, str], name: str) -> bool:
    told = environment.get(name, "off")
    if told not in SWITCH:
        raise SettingError(f"{name} is {told!r}: it must be {' or '.join(SWITCH)}")
    return SWITCH[told]


def read_service_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of a service for others, which must name a store: a home folder is no place for it.

    Raises:
        SettingError: A setting cannot be used, or no store is set.
    """
    if not environment.get("LIMBER_STORE"):
        raise SettingError("LIMBER_STORE is not set: give sqlite:<path> or dynamodb:<table>")
    return read_settings(environment)


def machine_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of this machine's user, as POSIX names it: `de_AT.UTF-8`; empty where none is set."""
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), "")


def default_path(environment: Mapping[str, str]) -> Path:
    """The default file for progress on a machine of one's own, by the XDG rules: no relative folder.

    Raises:
        SettingError: The user has no home folder.
    """
    try:
        data = Path(environment.get("XDG_DATA_HOME", ""))
        home = data if data.is_absolute() else Path.home() / ".local" / "share"
    except RuntimeError:
        raise SettingError(f"there is no home folder to keep progress in; {ELSEWHERE}") from None
    return home / "limber-back" / "progress.db"


def default_sounds(environment: Mapping[str, str] = os.environ) -> Path:
    """The default folder for sentences that were spoken: what is in it can be made again.

    Raises:
        SettingError: The user has no home folder.
    """
    try:
        cache = Path(environment.get("XDG_CACHE_HOME", ""))
        home = cache if cache.is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        raise SettingError("there is no home folder to keep sentences in: give --kept FOLDER") from None
    return home / "limber-back" / "sounds"
