"""What the tests of the web service share: a service that trusts a private root, and its client."""

import pytest
from flask.testing import FlaskClient

from helpers.alexa_platform import ADDRESS, Alexa
from helpers.certificates import Authority
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.web.application import create_app


class WatchedStore(MemoryStore):
    """A store that tells whether anything got as far as it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0

    def open(self, account: str, person: str, device: str = ""):
        """Count, and open."""
        self.opened += 1
        return super().open(account, person, device)


@pytest.fixture(scope="session")
def authority() -> Authority:
    """A private root for all the tests."""
    return Authority()


@pytest.fixture
def store() -> WatchedStore:
    """An empty store."""
    return WatchedStore()


@pytest.fixture
def alexa(authority, store) -> Alexa:
    """The platform, and a service that trusts the private root and answers one skill."""
    platform = Alexa(authority, lies_at={ADDRESS: authority.chain()}, store=store)
    platform.serve()
    return platform


@pytest.fixture
def coach(store) -> FlaskClient:
    """The browser coach at a desk, with nothing verified."""
    settings = Settings("memory:", browser_coach=True, secret="of these tests")  # noqa: S106 - nobody's
    return create_app(settings, store, None, desk_host="127.0.0.1").test_client()
