"""The Flask application, put together for a desk (`skill.web.desk`) or for production."""

from flask import Flask

from skill.bootstrap import build_for_adapter
from skill.coach.person.progress_store import ProgressStore
from skill.settings import Settings
from skill.web.alexa.adapter import AbstractVerifier
from skill.web.alexa.endpoint import add_alexa
from skill.web.coach.api import coach_api
from skill.web.coach.own_page import DESK_USER, PUBLIC_USER
from skill.web.coach.sounds import Sounds
from skill.web.error_responses import add_error_responses
from skill.web.health import add_health
from skill.web.own_origin import check_hosts

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1"})
"""The host names of this machine: a request by any other name, such as a foreign page's, is refused."""

LARGEST_BODY = 131_072
"""The most bytes of a request. Alexa's have fewer than thirty thousand, session attributes included;
a browser's turn has those too, signed."""


def create_app(
    settings: Settings,
    store: ProgressStore,
    verifier: AbstractVerifier | None,
    *,
    desk_host: str = "",
    sounds: Sounds | None = None,
) -> Flask:
    """The web service.

    Args:
        settings: See `Settings`; with `browser_coach` the coach is at `/`.
        store: Where progress is kept.
        verifier: Checks every request of Alexa's; None only at a desk.
        desk_host: The host in its address, where it can be reached from this machine only; empty where
            others can reach it.
        sounds: What a practice is taken along as; None where there is no voice.

    Raises:
        ContentError: The content has problems.
    """
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    add_error_responses(app)
    check_hosts(app, LOOPBACK_HOSTS | {desk_host} if desk_host else ())
    add_health(app, store)
    add_alexa(app, build_for_adapter(settings, store), verifier)
    if settings.browser_coach:
        users = DESK_USER if desk_host else PUBLIC_USER
        app.register_blueprint(coach_api(settings, store, users, sounds))
    return app
