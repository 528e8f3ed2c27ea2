"""The browser coach: its pages, and the JSON interface under `/api/` that they use."""

import gzip
import re
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request
from werkzeug.exceptions import NotFound

from skill import bootstrap
from skill.coach.person.backup import encode_backup
from skill.coach.person.profile import ACCOUNT
from skill.coach.person.progress_store import ProgressStore
from skill.figures.pictures import LEFT, RIGHT
from skill.library.loading import data_folder
from skill.settings import Settings
from skill.web.coach.ahead import ahead
from skill.web.coach.diary import diary
from skill.web.coach.files import kept_for_ever, names, release, static_file, takes_gzip
from skill.web.coach.film import film, style
from skill.web.coach.own_page import account_of
from skill.web.coach.reading import add_reading, locale_asked, render_page
from skill.web.coach.sounds import Sounds
from skill.web.coach.taking_along import add_taking_along
from skill.web.coach.texts import texts
from skill.web.coach.turn_request import browser_zone, moment, read_turn_request
from skill.web.coach.turns import Turns, known_locale
from skill.words import Words

ICONS = ("small", "large")


def coach_api(
    settings: Settings, store: ProgressStore, users: re.Pattern[str], sounds: Sounds | None = None
) -> Blueprint:
    """The pages and their JSON interface.

    Args:
        settings: See `Settings`; `secret` signs the sessions.
        store: Where progress is kept.
        users: The pattern that a user's id must match.
        sounds: What a practice is taken along as; None where there is no voice.
    """
    pages = Blueprint("coach", __name__, template_folder="templates")
    turns = Turns(settings, store)
    add_reading(pages)
    add_taking_along(pages, sounds)
    _add_files(pages)

    @pages.get("/")
    def page() -> str:
        return render_page("page.html", "coach")

    @pages.get("/progress")
    def progress_page() -> str:
        return render_page("page.html", "progress")

    @pages.post("/api/turn")
    def turn() -> Response:
        account = account_of(request, users)
        return jsonify(turns.take(account, read_turn_request(_json())))

    @pages.post("/api/ahead")
    def turns_ahead() -> Response:
        account = account_of(request, users)
        asked = read_turn_request(_json())
        return jsonify({"turns": ahead(settings, store, account, asked)})

    @pages.get("/api/progress")
    def progress() -> Response:
        account = account_of(request, users)
        at = moment(request.args.get("at", ""), browser_zone(request.args.get("zone", "")))
        return jsonify(diary(store.open(account, ACCOUNT), _words(), at.date()))

    @pages.get("/api/export")
    def export() -> Response:
        account = account_of(request, users)
        return jsonify(encode_backup(store.back_up(account, datetime.now(UTC))))

    return pages


def _add_files(pages: Blueprint) -> None:
    @pages.get("/static/<release_asked>/<name>")
    def static(release_asked: str, name: str) -> Response:
        return static_file(release_asked, name)

    @pages.get("/figures/<release_asked>/<stretch>-<side>.json")
    def figure(release_asked: str, stretch: str, side: str) -> Response:
        if stretch not in bootstrap.gallery().figures or side not in (LEFT, RIGHT):
            raise NotFound
        zipped = film(stretch, side, known_locale(request.args.get("locale", "")))
        if not takes_gzip():
            return kept_for_ever(gzip.decompress(zipped), "application/json", release_asked)
        answer = kept_for_ever(zipped, "application/json", release_asked)
        answer.content_encoding = "gzip"
        return answer

    @pages.get("/figures/<release_asked>/style.css")
    def figure_style(release_asked: str) -> Response:
        return kept_for_ever(style().encode(), "text/css", release_asked)

    @pages.get("/icons/<name>.png")
    def icon(name: str) -> Response:
        if name not in ICONS:
            raise NotFound
        drawn = data_folder("content") / "icons" / f"{name}.png"
        return Response(drawn.read_bytes(), mimetype="image/png")

    @pages.get("/manifest.webmanifest")
    def manifest() -> Response:
        told = render_template("manifest.json", release=release(), t=texts(locale_asked()).text)
        return Response(told, mimetype="application/manifest+json")

    @pages.get("/worker.js")
    def worker() -> Response:
        told = render_template("worker.js", release=release(), names=names())
        return Response(told, mimetype="text/javascript")


def _json() -> Any:  # noqa: ANN401 - anything may come in
    try:
        return request.get_json()
    except RecursionError:  # nested deeper than any JSON of the page
        return None


def _words() -> Words:
    return bootstrap.voices()[known_locale(request.args.get("locale", ""))]
