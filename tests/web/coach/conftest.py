"""What the tests of the page share: a service, one Chromium, and somebody in front of it."""

from collections.abc import Iterator

import pytest

from helpers.coach_page import CHROMIUM, FLAGS, Page
from helpers.web_servers import desk


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """The desk's own service, with nothing verified."""
    with desk(tmp_path_factory.mktemp("desk"), "--no-verify") as found:
        yield found


@pytest.fixture(scope="module")
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
