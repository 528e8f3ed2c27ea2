"""`/healthz`: whether the process is alive. `/readyz`: whether it can answer a person now."""

from flask import Flask, Response

from skill.coach.person.profile import ACCOUNT
from skill.coach.person.progress_store import ProgressStore

NOBODY = "readyz"
"""The account whose profile is read as a test; it does not exist and is not created."""


def add_health(app: Flask, store: ProgressStore) -> None:
    """Answer a load balancer's checks; a store that cannot be reached gives 503, as elsewhere."""

    def healthz() -> Response:
        return Response("alive\n", mimetype="text/plain")

    def readyz() -> Response:
        store.open(NOBODY, ACCOUNT)
        return Response("ready\n", mimetype="text/plain")

    for name, view in {"healthz": healthz, "readyz": readyz}.items():
        app.add_url_rule(f"/{name}", endpoint=name, view_func=view, methods=["GET"])
