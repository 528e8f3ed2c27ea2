"""Gunicorn's worker with threads, with a time limit on whole requests: it has one on silence alone."""

from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from skill.web.time_limit import TimeLimit


class LimitedWorker(ThreadWorker):
    """Shuts the connection of a request that takes too long to come, or whose answer takes too long."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - gunicorn's own
        super().__init__(*arguments, **named)
        self._time_limit = TimeLimit()

    def handle(self, conn: TConn) -> Any:  # noqa: ANN401 - gunicorn's own
        """Serve one request on a connection, in a thread."""
        connection = conn.sock
        self._time_limit.begin(connection)
        try:
            return super().handle(conn)
        finally:
            self._time_limit.end(connection)

    def notify(self) -> None:
        """Tell that the worker is alive; gunicorn does so once a second, in the main thread."""
        super().notify()
        self._time_limit.enforce()
