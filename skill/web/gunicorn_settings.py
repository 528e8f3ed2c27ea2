"""How gunicorn serves the web service; its command line and `GUNICORN_CMD_ARGS` override this.

Read by `gunicorn -c python:skill.web.gunicorn_settings`: the names are gunicorn's.
"""

import multiprocessing
import socket
import struct
from typing import Any

wsgi_app = "skill.web.wsgi:application()"
bind = "127.0.0.1:8000"
"""To be used behind a reverse proxy, which has the certificate that Alexa requires."""

workers = 2
worker_class = "skill.web.gunicorn_worker.LimitedWorker"
threads = 8
timeout = 30
"""Seconds after which a worker that does not respond is replaced."""

accesslog = None
"""No log of who came when; the reverse proxy can write one."""

control_socket_disable = True
"""It would lie in a user's home folder, for commands that signals do as well."""

PATIENCE = 3
"""Seconds without another byte of a request after which the connection is closed; Alexa sends it
whole. What the whole of a request may take is in `skill.web.time_limit`."""


def on_starting(_server: Any) -> None:  # noqa: ANN401 - gunicorn's arbiter
    """Check the settings once, and end with one line if they cannot be used.

    Otherwise each worker would end with a traceback and be started again. The check runs in a process of
    its own: what the master process imports, its workers keep, and a reload (HUP) could not replace it.
    """
    seeing = multiprocessing.get_context("fork").Process(target=_check)
    seeing.start()
    seeing.join()
    if seeing.exitcode:
        raise SystemExit(seeing.exitcode)


def _check() -> None:
    from skill.web.wsgi import check

    check()


def when_ready(server: Any) -> None:  # noqa: ANN401 - gunicorn's arbiter
    """Give every connection a time limit: a thread that waits for a slow client serves nobody else.

    Accepted connections inherit the limit from the listening socket; gunicorn has no setting for it.
    """
    limit = struct.pack("ll", PATIENCE, 0)
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
