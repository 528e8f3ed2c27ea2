"""`/healthz`: is the process alive? `/readyz`: could it answer somebody now?"""

from flask import Flask, Response

from skill.coach.person.profile import ACCOUNT
from skill.coach.person.progress_store import ProgressStore

NOBODY = "readyz"
"""The account whose profile is asked for; there is none, and none is made."""


def add_health(app: Flask, store: ProgressStore) -> None:
    """Tell a load balancer how things are; a store that cannot be reached is a 503 like any other."""

    def healthz() -> Response:
        return Response("alive\n", mimetype="text/plain")

    def readyz() -> Response:
        store.open(NOBODY, ACCOUNT)
        return Response("ready\n", mimetype="text/plain")

    for name, view in {"healthz": healthz, "readyz": readyz}.items():
        app.add_url_rule(f"/{name}", endpoint=name, view_func=view, methods=["GET"])
