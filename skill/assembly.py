"""The skill put together from given parts; `skill.bootstrap` and `skill.on_lambda` choose the parts."""

from dataclasses import replace
from datetime import timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from skill.alexa.services.time_zone import device_time_zone
from skill.alexa.shell.conversation import Conversation
from skill.alexa.shell.on_screen import OnScreen
from skill.alexa.shell.player import Player, Streams
from skill.coach.person.device import Rendering
from skill.coach.person.progress_store import ProgressStore
from skill.library.language import Language
from skill.library.locales import Locales
from skill.library.records import Library
from skill.settings import Settings
from skill.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from skill.figures.drawn import DrawnFigure

FALLBACK_ZONE = "America/Chicago"
"""The time zone where a device does not tell its own: the middle of the country with most devices, so
that "yesterday" is wrong for an hour or two of the day at most."""


def voices_of(languages: Locales[Language]) -> Locales[Words]:
    """The words for every locale, the default locale first."""
    return Locales(
        languages.tags,
        lambda tag: {locale: Words(each, locale) for locale, each in languages.of(tag).items()},
    )


WITHOUT_ALEXA = {"exported": "exported_here", "exported_in_part": "exported_in_part_here"}
"""The prompts that tell of Alexa's app, and what is said for each where there is none."""


def without_alexa(voices: Locales[Words]) -> Locales[Words]:
    """The same words for a machine of one's own, on which a card is shown at once."""
    return Locales(
        voices.tags,
        lambda tag: {locale: _without_alexa(words) for locale, words in voices.of(tag).items()},
    )


def _without_alexa(words: Words) -> Words:
    said = words.language.prompts
    here = {prompt: said[instead] for prompt, instead in WITHOUT_ALEXA.items()}
    return replace(words, language=replace(words.language, prompts={**said, **here}))


def conversation(
    settings: Settings,
    library: Library,
    voices: Locales[Words],
    store: ProgressStore,
    figures: "Callable[[str], DrawnFigure]",
    zone: tzinfo | None = None,
    streams: Streams | None = None,
) -> Conversation:
    """The shell around the coach.

    Args:
        settings: See `Settings`; `store` is used in place of the one they name.
        library: The stretches and routines.
        voices: The words for every locale, the default locale first.
        store: Where progress is kept.
        figures: Gives the drawn figure of a stretch, for devices that have a screen.
        zone: The time zone for everybody; None to ask each device for its own.
        streams: Makes streams for players of devices; None to speak everything.
    """
    return Conversation(
        library=library,
        voices=voices,
        store=store,
        delay=timedelta(seconds=settings.delay),
        zone=zone or ZoneInfo(FALLBACK_ZONE),
        device_zone=device_time_zone if zone is None else lambda _: "",
        rendering=Rendering(settings.holds),
        on_screen=OnScreen(figures, carries_on=settings.carry_on),
        player=Player(streams) if streams is not None else None,
    )
