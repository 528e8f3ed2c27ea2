"""What a device's player is told, as directives."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ask_sdk_model.interfaces.audioplayer import ClearQueueDirective, PlayDirective, StopDirective

# Few answers play anything: so every start is spared the imports of what these directives are made of.


@dataclass(frozen=True)
class Item:
    """A stream for the player."""

    token: str
    address: str
    title: str
    """What a screen shows."""
    subtitle: str
    """What a screen shows below it."""
    picture: str = ""
    """The address of what a screen shows beside it; empty for nothing."""


def play_now(item: Item) -> "PlayDirective":
    """Play this, and nothing that was waiting."""
    return _play(item, "REPLACE_ALL", None)


def play_after(item: Item, token: str) -> "PlayDirective":
    """Play this when the stream of that token is over; ignored where that is not the last by now."""
    return _play(item, "ENQUEUE", token)


def stop() -> "list[StopDirective | ClearQueueDirective]":
    """Play nothing more, and forget what was waiting."""
    from ask_sdk_model.interfaces.audioplayer import ClearBehavior, ClearQueueDirective, StopDirective

    return [StopDirective(), ClearQueueDirective(clear_behavior=ClearBehavior.CLEAR_ENQUEUED)]


def _play(item: Item, behavior: str, before: str | None) -> "PlayDirective":
    from ask_sdk_model.interfaces.audioplayer import (
        AudioItem,
        AudioItemMetadata,
        PlayBehavior,
        PlayDirective,
        Stream,
    )

    stream = Stream(
        token=item.token, url=item.address, offset_in_milliseconds=0, expected_previous_token=before
    )
    shown = AudioItemMetadata(title=item.title, subtitle=item.subtitle)
    if item.picture:
        from ask_sdk_model.interfaces.display import Image, ImageInstance

        shown.art = Image(content_description=item.title, sources=[ImageInstance(url=item.picture)])
    return PlayDirective(
        play_behavior=PlayBehavior(behavior), audio_item=AudioItem(stream=stream, metadata=shown)
    )
