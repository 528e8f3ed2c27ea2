"""The skill on any machine but Lambda, put together with the adapters that its settings name.

`skill.on_lambda` does the same for Lambda.
"""

from datetime import tzinfo
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skill.alexa.skill_builder import Handler, build_handler, build_skill
from skill.assembly import conversation, voices_of, without_alexa
from skill.coach.person.progress_store import ProgressStore
from skill.errors import SettingError
from skill.library.loading import data_folder, load_content
from skill.library.locales import Locales, nearest
from skill.library.records import Library
from skill.settings import Settings, machine_language
from skill.words import Words

if TYPE_CHECKING:
    from skill.figures.drawn import DrawnFigure
    from skill.figures.gallery import Gallery
    from skill.sound.streams.streaming import Streams

STORES = "sqlite:<path>, dynamodb:<table> or memory:"


def build_store(setting: str) -> ProgressStore:
    """The store that a setting names; its adapter is imported only here, with what the adapter needs.

    Raises:
        SettingError: The setting names no store.
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
    """The locales that the skill is offered in, the default locale first.

    Raises:
        ContentError: The content has problems.
    """
    return tuple(content()[1])


def locale_here() -> str:
    """The locale for whoever uses this machine's terminal: by its language, or the default.

    Raises:
        ContentError: The content has problems.
    """
    return nearest((machine_language(),), locales())


@cache
def content() -> tuple[Library, Locales[Words]]:
    """The library, and the words for every locale, the default locale first.

    Each is read once in a process, the words of a language when they are first asked for.

    Raises:
        ContentError: The content has problems.
    """
    library, languages = load_content(data_folder("content"))
    return library, voices_of(languages)


def voices() -> Locales[Words]:
    """The words for every locale, the default locale first.

    Raises:
        ContentError: The content has problems.
    """
    return content()[1]


@cache
def voices_here() -> Locales[Words]:
    """The same for who is coached on this machine, by its terminal or a browser, without Alexa.

    Raises:
        ContentError: The content has problems.
    """
    return without_alexa(voices())


def drawn_figure(stretch: str) -> "DrawnFigure":
    """The figure of a stretch, by the stretch's id: drawn when it is asked for.

    Raises:
        ContentError: The figures have problems.
    """
    return gallery().drawn(stretch)


@cache
def gallery() -> "Gallery":
    """Every figure, read once in a process, and only where a figure is wanted.

    Raises:
        ContentError: The figures have problems.
    """
    from skill.figures.gallery import Gallery

    return Gallery(data_folder("content"))


def silent_streams() -> "Streams":
    """Streams for a device that keeps the time and makes no sound.

    Raises:
        ContentError: The content has problems.
    """
    from skill.sound.streams.silent import MemoryShelf, SilentSentences
    from skill.sound.streams.streaming import Streams

    return Streams(MemoryShelf(), SilentSentences(voices()))


def bucket_streams(settings: Settings) -> "Streams | None":
    """Streams in the bucket that the settings name; None where they name none."""
    if not settings.bucket:
        return None
    from skill.sound.streams.bucket import streams_in

    return streams_in(settings.bucket)


def build(
    settings: Settings,
    *,
    store: ProgressStore | None = None,
    zone: tzinfo | None = None,
    streams: "Streams | None" = None,
    alexa: bool = True,
) -> Handler:
    """The skill as one function, from a request envelope to a response envelope.

    Args:
        settings: See `Settings`.
        store: Used instead of the one that the settings name.
        zone: The time zone for everybody; None to ask each device for its own.
        streams: Makes streams for players of devices; None for those that the settings name.
        alexa: Whether she is there, with her app; without her, what would be in it is shown at once.

    Raises:
        SettingError, ContentError: The settings or the content have problems.
    """
    kept = store if store is not None else build_store(settings.store)
    streams = streams or bucket_streams(settings)
    library, _ = content()
    spoken = voices() if alexa else voices_here()
    shell = conversation(settings, library, spoken, kept, drawn_figure, zone, streams)
    return build_handler(shell, settings.skill_id, settings.stand_in)


def build_for_adapter(settings: Settings, store: ProgressStore) -> Any:  # noqa: ANN401 - the SDK's own
    """The skill for Amazon's adapters, for any skill id: the web service checks it before.

    Raises:
        SettingError, ContentError: The settings or the content have problems.
    """
    streams = bucket_streams(settings)
    shell = conversation(settings, *content(), store, drawn_figure, streams=streams)
    return build_skill(shell, "", settings.stand_in)
