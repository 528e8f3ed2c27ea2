"""The skill as Lambda starts it: with DynamoDB, and with the content that the build has compiled.

The other adapters, which `skill.bootstrap` offers, are not in Lambda's artifact.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from skill.alexa.skill_builder import Handler, build_handler
from skill.assembly import conversation, voices_of
from skill.coach.person.profile import ACCOUNT
from skill.errors import SettingError, StoreError
from skill.library.compiled import read_compiled
from skill.settings import Settings
from skill.stores.dynamodb import DynamoStore

if TYPE_CHECKING:
    from skill.figures.drawn import DrawnFigure
    from skill.sound.streams.streaming import Streams


def build_for_lambda(settings: Settings) -> Handler:
    """The skill as the function that Lambda calls.

    For a snapshot it prepares everything that is otherwise made when it is first needed, so that no
    answer of a restored process has to wait for it.

    Raises:
        SettingError: The store in the settings is no DynamoDB table.
        ContentError: There is no compiled content.
    """
    kind, _, table = settings.store.partition(":")
    if kind != "dynamodb" or not table:
        raise SettingError(f"LIMBER_STORE is {settings.store!r}: on Lambda it must be dynamodb:<table>")
    store = DynamoStore(table)
    if settings.snapshot:
        _rehearse(store)
    library, languages = read_compiled()
    voices = voices_of(languages)
    # A start has more of the processor than a turn. Other languages than the default are read by a
    # turn that needs them, unless a snapshot keeps them for every turn to come.
    tags = tuple(dict.fromkeys(voices.tags.values()))
    for tag in tags if settings.snapshot else tags[:1]:
        voices.of(tag)
    streams = _streams(settings)
    shell = conversation(settings, library, voices, store, _drawn, streams=streams)
    return build_handler(shell, settings.skill_id)


def _streams(settings: Settings) -> "Streams | None":
    """What makes streams for players; None where there is no bucket for them."""
    if not settings.bucket:
        return None
    from skill.sound.streams.bucket import streams_in

    return streams_in(settings.bucket)


def _drawn(stretch: str) -> "DrawnFigure":
    from skill.figures.drawn import read_drawn

    return read_drawn(stretch)


def _rehearse(store: DynamoStore) -> None:
    """Use the store once, which makes its client, and import what only some turns need.

    In a folder where Python cannot keep compiled files, importing this in a turn takes up to 30 ms.
    """
    import skill.alexa.services.reminders
    import skill.figures.drawn
    import skill.screen.screens  # noqa: F401 - all for the snapshot

    with suppress(StoreError):  # a turn that needs the store reports it
        store.open("rehearsal", ACCOUNT)
