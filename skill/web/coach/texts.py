"""The texts of the page in one locale: for its templates, and as JSON for its modules."""

import json
from functools import cache

from markupsafe import Markup

from skill import bootstrap
from skill.library.catalogue import PAGE, Catalogue, load_catalogue
from skill.library.loading import data_folder
from skill.simulator.ear.words.hearing import load_hearing

SAY = "say."
"""Under this are the words that buttons say."""


@cache
def texts(locale: str) -> Catalogue:
    """The texts for a locale that the skill is offered in."""
    return load_catalogue(data_folder("content"), locale, PAGE)


@cache
def for_modules(locale: str) -> Markup:
    """The texts, and how the page is called, as JSON inside of a page."""
    opening = load_hearing(data_folder("content"), bootstrap.voices().tags[locale]).opening
    told = texts(locale)
    whole = {**told.texts, **told.lists, "called": opening.called, "name": opening.name}
    # Within a script element only "</" ends it, and "<!--" begins something else.
    return Markup(json.dumps(whole, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - as JSON
