"""Lines as they come in, for a conversation that does not wait for the next one to end."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from queue import SimpleQueue
from typing import TextIO


async def typed_lines(source: TextIO) -> AsyncIterator[str]:
    """The lines of a file, a pipe or a terminal; each is read once it is asked for.

    They are read in a thread that ends with the process. One of asyncio's own would be waited for, and
    somebody who has left types nothing any more.

    Raises:
        OSError: The source cannot be read.
    """
    loop = asyncio.get_running_loop()
    asked: SimpleQueue[asyncio.Future[str] | None] = SimpleQueue()
    # Python waits at its end for a lock of its standard input; a file of one's own on it has another.
    mine = open(  # noqa: SIM115 - a number, and closed by nobody
        source.fileno(), encoding=source.encoding, errors=source.errors, closefd=False
    )
    threading.Thread(target=_read, args=(mine, loop, asked), daemon=True).start()
    try:
        while True:
            line: asyncio.Future[str] = loop.create_future()
            asked.put(line)
            if not await line:
                return
            yield line.result()
    finally:
        asked.put(None)


def _read(
    source: TextIO, loop: asyncio.AbstractEventLoop, asked: SimpleQueue[asyncio.Future[str] | None]
) -> None:
    for line in iter(asked.get, None):
        try:
            text, trouble = source.readline(), None
        except OSError as error:
            text, trouble = "", error
        with suppress(RuntimeError):  # the loop is closed: nobody is waiting any more
            loop.call_soon_threadsafe(_tell, line, text, trouble)


def _tell(line: asyncio.Future[str], text: str, trouble: OSError | None) -> None:
    if line.cancelled():
        return
    if trouble is not None:
        line.set_exception(trouble)
    else:
        line.set_result(text)
