"""A conversation that is left by a signal: it comes to its end first, and then the process to its."""

import asyncio
import signal
from collections.abc import Coroutine
from types import FrameType

from skill.commands.statuses import INTERRUPTED, LEFT


def hold(conversation: Coroutine[None, None, None]) -> None:
    """Hold a conversation to its end, or until a signal cancels it between two turns.

    A second signal waits for nothing. A signal that was ignored when the process began stays so, as
    `nohup` wants it.

    Raises:
        SystemExit: A signal ended it; with that signal's status.
    """
    status = asyncio.run(_held(conversation))
    if status:
        raise SystemExit(status)


async def _held(conversation: Coroutine[None, None, None]) -> int:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    came: list[int] = []

    def leave(number: int, _: FrameType | None) -> None:
        if came or task is None:
            raise SystemExit(LEFT[signal.Signals(number)])
        came.append(number)
        loop.call_soon_threadsafe(task.cancel)

    kept = {number: signal.getsignal(number) for number in LEFT}
    heeded = [number for number, handler in kept.items() if handler is not signal.SIG_IGN]
    for number in heeded:
        # So the loop wakes for one that comes just before it waits: a handler alone would wait with it.
        loop.add_signal_handler(number, _awake)
        signal.signal(number, leave)
    try:
        await conversation
    except (asyncio.CancelledError, OSError):  # with the window its output has gone as well
        if not came:
            raise
        return LEFT[signal.Signals(came[0])]
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        for number in heeded:
            loop.remove_signal_handler(number)
            signal.signal(number, kept[number])
    return 0


def _awake() -> None:
    """Nothing more: what is to be done, the signal's own handler does, in the middle of a turn too."""
