"""The browser coach: its page at `/`, and the JSON interface under `/api/` that the page uses."""

import re
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from skill import bootstrap
from skill.coach.person.backup import encode_backup
from skill.coach.person.profile import ACCOUNT
from skill.coach.person.progress_store import ProgressStore
from skill.settings import Settings
from skill.web.coach.diary import diary
from skill.web.coach.own_page import account_of
from skill.web.coach.shelf import shelf
from skill.web.coach.turn_request import browser_zone, moment, read_turn_request
from skill.web.coach.turns import Turns, known_locale
from skill.words import Words


def coach_api(settings: Settings, store: ProgressStore, users: re.Pattern[str]) -> Blueprint:
    """The page and its JSON interface.

    Args:
        settings: See `Settings`; `secret` signs the sessions.
        store: Where progress is kept.
        users: The pattern that a user's id must match.
    """
    pages = Blueprint("coach", __name__, static_folder="static", template_folder="templates")
    turns = Turns(settings, store)

    @pages.get("/")
    def page() -> str:
        return render_template("coach.html")

    @pages.post("/api/turn")
    def turn() -> Response:
        account = account_of(request, users)
        return jsonify(turns.take(account, read_turn_request(_json())))

    @pages.get("/api/library")
    def library() -> Response:
        account_of(request, users)
        return jsonify(shelf(bootstrap.content()[0], _words()))

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


def _json() -> Any:  # noqa: ANN401 - anything may come in
    try:
        return request.get_json()
    except RecursionError:  # nested deeper than any JSON of the page
        return None


def _words() -> Words:
    return bootstrap.voices()[known_locale(request.args.get("locale", ""))]
