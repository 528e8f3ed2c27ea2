"""The addresses under which a practice is taken along as a file, and what is shown until it is there."""

import logging
import re

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from skill import bootstrap
from skill.errors import LimberError
from skill.web.coach.reading import locale_asked, render_page
from skill.web.coach.sounds import Sounds

AGAIN = "2"
"""Seconds after which a browser that waits asks again."""

log = logging.getLogger(__name__)


def add_taking_along(pages: Blueprint, sounds: Sounds | None) -> None:
    """Add the files to the pages of the coach, and to the pages to read the way to them.

    Args:
        pages: The pages.
        sounds: What is spoken; None where there is no voice: then nothing is offered.
    """
    pages.app_context_processor(lambda: {"can_be_taken": sounds is not None})
    if sounds is None:
        return

    @pages.get("/sounds/<entry>.mp3")
    def sound(entry: str) -> Response:
        library, _ = bootstrap.content()
        if entry not in library.stretches and entry not in library.routines:
            raise NotFound
        back = f"/{'stretches' if entry in library.stretches else 'routines'}/{entry}"
        try:
            spoken = sounds.taken_along(entry, locale_asked())
        except LimberError as error:
            log.warning("not spoken: %s", error)
            told = render_page("speaking.html", "reading", back=back, spoken=None)
            return Response(told, status=503)
        if spoken.file is None:
            told = render_page("speaking.html", "reading", back=back, spoken=spoken)
            return Response(told, status=202, headers={"Refresh": AGAIN})
        answer = Response(spoken.file, mimetype="audio/mpeg")
        name = re.sub(r"\W+", "-", spoken.title.lower()).strip("-")
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}.mp3"'
        # A player that goes on where it was asks for the rest alone.
        answer.make_conditional(request, accept_ranges=True, complete_length=len(spoken.file))
        return answer
