"""How gunicorn serves the web service; its own command line and `GUNICORN_CMD_ARGS` come before this.

Read by `gunicorn -c python:skill.web.gunicorn_settings`: the names are gunicorn's.
"""

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

PATIENCE = 3
"""Seconds in which something more of a request has to come: Alexa's come in one piece."""


def when_ready(server: Any) -> None:  # noqa: ANN401 - gunicorn's arbiter
    """Give every connection a time limit: a thread that waits for a slow client serves nobody else.

    What is accepted inherits the limit from the listening socket; gunicorn has no setting for it.
    """
    limit = struct.pack("ll", PATIENCE, 0)
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
