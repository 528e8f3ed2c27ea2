"""The log: one JSON object a line on standard output, on Lambda as on any other machine.

Nothing in it names a person or repeats what was said: no user ids and no utterances. Of an exception it
has only the kind and the place in the code, since its message may quote an utterance.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO


class JsonLines(logging.Formatter):
    """A record as one line of JSON; the table in the record's `fields` is added to the usual keys.

    Lambda filters log levels by `timestamp` and `level`.

    Own code, since a library would take 5 to 20 ms of imports at every cold start.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, where = record.exc_info
            line["error"] = kind.__name__
            line["where"] = [f"{f.name} ({f.filename}:{f.lineno})" for f in traceback.extract_tb(where)]
        return json.dumps(line, ensure_ascii=False)


def write_journal(stream: TextIO | None = None) -> None:
    """Send everything that the skill logs to standard output, or to another stream, as JSON lines."""
    handler = logging.StreamHandler(stream if stream is not None else sys.stdout)
    handler.setFormatter(JsonLines())
    log = logging.getLogger("skill")
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    # Lambda's own handler would write each line again, in its own form.
    log.propagate = False
