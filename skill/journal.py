"""The log: one JSON object a line, on standard output, the same on Lambda and on one's own machine.

What went into it names nobody and repeats nothing anybody said: no user ids, no utterances, and of an
exception only its kind and where it came from, for its message may quote what somebody said.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO


class JsonLines(logging.Formatter):
    """A record as one line of JSON, with the table in its `fields` beside the usual ones.

    `timestamp` and `level` are what Lambda's own filter of log levels goes by.

    A library would do, at the price of 5 to 20 ms of imports at every cold start.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
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
    """Send everything the skill logs to standard output, or to another stream, as JSON."""
    handler = logging.StreamHandler(stream if stream is not None else sys.stdout)
    handler.setFormatter(JsonLines())
    log = logging.getLogger("skill")
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    # Lambda's own handler would write each line once more, in its own form.
    log.propagate = False
