"""How gunicorn serves the web service; its own command line and `GUNICORN_CMD_ARGS` come before this.

Read by `gunicorn -c python:skill.web.gunicorn_settings`: the names are gunicorn's.
"""

import multiprocessing
import socket
import struct
from typing import Any

wsgi_app = "skill.web.wsgi:application()"
bind = "127.0.0.1:8000"
"""Behind a reverse proxy, which has the certificate Alexa asks for."""

workers = 2
worker_class = "gthread"
threads = 8
timeout = 30
"""Seconds after which a worker that hangs is replaced."""

accesslog = None
"""A log of who came when is nobody's business; the reverse proxy has one if it is wanted."""

control_socket_disable = True
"""It would lie in the home of whoever runs this, for commands that signals give as well."""

PATIENCE = 3
"""Seconds in which something more of a request has to come: Alexa's come in one piece."""


def on_starting(_server: Any) -> None:  # noqa: ANN401 - gunicorn's arbiter
    """See once whether the settings will do, and end with one line if not.

    Each worker would end with a traceback, and be started anew. A process of its own sees to that: what
    the master imports its workers have for ever, and a reload (HUP) could bring them no new code.
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

    What is accepted inherits the limit from the listening socket; gunicorn has no setting for it.
    """
    limit = struct.pack("ll", PATIENCE, 0)
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
