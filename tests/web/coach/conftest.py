"""What the tests of the page share: a service, one Chromium, and somebody in front of it."""

import json
from collections.abc import Iterator
from http.client import HTTPException
from urllib.request import Request, urlopen

import pytest

from helpers.coach_page import CHROMIUM, FLAGS, Page
from helpers.web_servers import desk

TRIES = 20
"""How often a first turn is asked for. A request ends after eight seconds, in which a machine
with much other work may not get as far as its first answer."""


FIRST = (
    *(("en-US", "open limber back"), ("en-US", "start the bridge")),
    *(("de-DE", "öffne rücken coach"), ("de-DE", "starte die schulterbrücke")),
)
"""What is said first in every language: the service reads its content, and what its ear knows."""


def warm(address: str) -> None:
    """Take the first turns in every language, for which the service reads all it needs."""
    for locale, words in FIRST:
        body = {"say": words, "at": "2026-11-20T08:00:00Z", "zone": "UTC", "locale": locale}
        headers = {"Content-Type": "application/json", "X-Limber-User": "first"}
        asked = Request(f"{address}/api/turn", json.dumps(body).encode(), headers)  # noqa: S310 - loopback
        for _ in range(TRIES):
            try:
                with urlopen(asked) as answer:  # noqa: S310 - loopback
                    answer.read()
            except (OSError, HTTPException):
                continue
            break


@pytest.fixture(scope="package")
def address(tmp_path_factory) -> Iterator[str]:
    """The desk's own service, with nothing verified."""
    with desk(tmp_path_factory.mktemp("desk"), "--no-verify") as found:
        warm(found)
        yield found


@pytest.fixture(scope="package")
def browser():
    """One Chromium for all the tests."""
    from playwright.sync_api import sync_playwright

    # The library's own loop leaves a pipe behind; whoever sees the warning is another test.
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def person(browser, address) -> Iterator[Page]:
    """Somebody with a laptop beside their mat."""
    page = Page(browser, address)
    page.open()
    yield page
    page.close()
