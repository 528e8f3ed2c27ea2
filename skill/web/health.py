"""`/healthz`: is the process alive? `/readyz`: could it answer somebody now?"""

import logging

from flask import Flask

from skill.coach.ports import ProgressStore
from skill.coach.progress import ACCOUNT
from skill.errors import StoreError

log = logging.getLogger(__name__)

NOBODY = "readyz"
"""The account whose profile is asked for; there is none, and none is made."""


def add_health(app: Flask, store: ProgressStore) -> None:
    """Tell a load balancer how things are."""

    def healthz() -> tuple[str, int]:
        return "alive\n", 200

    def readyz() -> tuple[str, int]:
        try:
            store.open(NOBODY, ACCOUNT)
        except StoreError as error:
            log.warning("not ready: %s", error)
            return "the store cannot be reached\n", 503
        return "ready\n", 200

    for name, view in {"healthz": healthz, "readyz": readyz}.items():
        app.add_url_rule(f"/{name}", endpoint=name, view_func=view, methods=["GET"])
