"""The pages to read, without JavaScript: the library, and each stretch and routine at its address."""

from functools import cache
from typing import Any

from flask import Blueprint, render_template, request
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from skill import bootstrap
from skill.figures.pictures import LEFT, RIGHT
from skill.figures.records import HOLD
from skill.figures.writers.svg import drawing, view_box
from skill.library.catalogue import Catalogue
from skill.library.locales import nearest
from skill.web.coach.files import release
from skill.web.coach.film import captions
from skill.web.coach.shelf import shelf
from skill.web.coach.texts import for_modules, texts

Json = dict[str, Any]

CHOSEN = "limber-locale"
"""The cookie with the locale that was chosen in the settings; `static/texts.js` sets it then."""


def add_reading(pages: Blueprint) -> None:
    """Add the pages to read to those of the coach."""
    pages.add_app_template_filter(lambda thing, t: t("library.if_you_have", thing=thing), "if_you_have")
    pages.add_app_template_filter(lambda entry, those: those[entry], "from")

    @pages.get("/library")
    def library() -> str:
        return render_page("library.html", "reading", **_shelf(locale_asked()))

    @pages.get("/stretches/<stretch>")
    def stretch(stretch: str) -> str:
        locale = locale_asked()
        told = _among(_shelf(locale)["stretches"], stretch)
        return render_page("stretch.html", "reading", stretch=told, **_figures(stretch, locale))

    @pages.get("/routines/<routine>")
    def routine(routine: str) -> str:
        locale = locale_asked()
        told = _shelf(locale)
        those = {each["id"]: each for each in told["stretches"]}
        found = _among(told["routines"], routine)
        return render_page("routine.html", "reading", routine=found, those=those)


def render_page(template: str, view: str, **told: Any) -> str:  # noqa: ANN401 - a template takes anything
    """A page with the view that it opens with.

    Args:
        template: The name of the template.
        view: `coach`, `reading` or `progress`.
        told: What the template shows.
    """
    locale = locale_asked()
    shown = texts(locale)
    return render_template(
        template,
        view=view,
        locale=locale,
        locales=bootstrap.locales(),
        release=release(),
        t=shown.text,
        counted=shown.counted,
        texts=for_modules(locale),
        heading=bootstrap.voices()[locale].title,
        about=lambda routine: _about(shown, routine),
        picture=lambda stretch, frame=HOLD, side=LEFT, **how: _picture(
            stretch, frame, side, locale, **how
        ),
        symbol=lambda stretch: _symbol(stretch, locale),
        **told,
    )


def locale_asked() -> str:
    """The locale for a page: the one that was chosen, or for the first of the browser's languages."""
    chosen = request.cookies.get(CHOSEN, "")
    return nearest((chosen, *request.accept_languages.values()), bootstrap.locales())


def _about(shown: Catalogue, routine: Json) -> str:
    """A routine in a line: how long it is, what it is, and what it needs."""
    minutes = routine["minutes"]
    told = [
        shown.counted("library.routine", len(routine["stretches"]), minutes=minutes),
        routine["summary"],
    ]
    if routine["asks_for"]:
        told.append(shown.text("library.needs", thing=routine["asks_for"]))
    return " ".join(told)


@cache
def _shelf(locale: str) -> Json:
    return shelf(bootstrap.content()[0], bootstrap.voices()[locale])


def _among(entries: list[Json], entry: str) -> Json:
    for each in entries:
        if each["id"] == entry:
            return each
    raise NotFound


@cache
def _picture(stretch: str, frame: str, side: str, locale: str, *, close: bool = True) -> Markup:
    """A frame as SVG, with what it shows in words."""
    told = captions(locale)
    picture = bootstrap.gallery().pictures(stretch).still(frame, side, close=close)
    return Markup(told.of_picture(picture, stretch, frame, side, ""))  # noqa: S704 - escaped by the writer


@cache
def _symbol(stretch: str, locale: str) -> Markup:
    """The hold of a stretch, to be used in several places of a page: it says nothing by itself."""
    told = captions(locale)
    picture = bootstrap.gallery().pictures(stretch).still(HOLD, close=True)
    inside = drawing(picture, letter=told.letter(stretch, LEFT))
    return Markup(  # noqa: S704 - escaped by the writer
        f'<symbol id="figure-{stretch}" viewBox="{view_box(picture)}">'
        f'<g class="figure">{inside}</g></symbol>'
    )


def _figures(stretch: str, locale: str) -> Json:
    """The frames along a stretch: those of its steps and of its movement, each once in a row."""
    figure = bootstrap.gallery().figures[stretch]
    return {
        "step_frames": _changes(figure.way.steps),
        "move_frames": figure.way.move,
        "limb": captions(locale).limb(stretch, HOLD, LEFT),
        "right": RIGHT if captions(locale).letter(stretch, LEFT) else "",
    }


def _changes(frames: tuple[str, ...]) -> list[str]:
    """A frame where it is another one than before, and nothing where it is not."""
    before = ("", *frames)
    return [frame if frame != last else "" for last, frame in zip(before, frames, strict=False)]
