"""The web service for production: `gunicorn -c python:skill.web.gunicorn_settings`."""

import sys

from flask import Flask

from skill.bootstrap import build_store
from skill.errors import LimberError, SettingError
from skill.journal import write_journal
from skill.settings import Settings, read_service_settings
from skill.web.alexa.verification import Verifier
from skill.web.application import create_app

SHORTEST_SECRET = 32
"""The fewest characters of a secret that cannot be guessed."""


def create_application(settings: Settings) -> Flask:
    """The service by these settings; every request of Alexa's is verified.

    Raises:
        SettingError: A setting is missing that is needed in production.
    """
    if not settings.skill_id:
        raise SettingError(
            "LIMBER_SKILL_ID is not set: the developer console has the skill's id, amzn1.ask.skill.…"
        )
    if settings.store == "memory:":
        raise SettingError(
            "LIMBER_STORE is memory:, which workers do not share; give sqlite:<path> or dynamodb:<table>"
        )
    if settings.browser_coach and len(settings.secret) < SHORTEST_SECRET:
        raise SettingError(
            f"LIMBER_SECRET has fewer than {SHORTEST_SECRET} characters:"
            " the browser coach's sessions are signed with it; draw one by lot"
        )
    return create_app(settings, build_store(settings.store), Verifier(settings.skill_id))


def application() -> Flask:
    """The application that gunicorn calls in each worker."""
    write_journal()
    return create_application(read_service_settings())


def check() -> None:
    """Put the service together once, to see whether it can be; exits with 2 and the reason if not."""
    try:
        create_application(read_service_settings())
    except LimberError as error:
        print(f"limber: {error}", file=sys.stderr)
        raise SystemExit(2) from None
