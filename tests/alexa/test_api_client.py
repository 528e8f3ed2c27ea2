"""Whom Alexa's services are called at: what a request names is believed only if Amazon publishes it."""

import pytest
from ask_sdk_core.exceptions import ApiClientException
from ask_sdk_model.services import ApiClientRequest

from helpers.alexa_requests import launch
from helpers.alexa_services import TOKEN, Service, alexas_services
from skill import no_redirects
from skill.alexa.services.api_client import HOSTS, QuickApiClient
from skill.bootstrap import build
from skill.errors import SettingError
from skill.settings import Settings, read_settings
from skill.stores.memory import MemoryStore

PATH = "/v2/devices/kitchen/settings/System.timeZone"


class Wire:
    """Stands where calls go out, and lets none."""

    def __init__(self) -> None:
        self.called: list[str] = []

    def open(self, request, timeout):  # noqa: ARG002 - as the opener has it
        """Note, and fail."""
        self.called.append(request.full_url)
        raise OSError


@pytest.fixture
def wire(monkeypatch) -> Wire:
    """No call leaves this machine."""
    wire = Wire()
    monkeypatch.setattr(no_redirects, "opener", lambda: wire)
    return wire


def call(url: str, stand_in: str = "") -> None:
    """One call with a token; it fails in any case."""
    asked = ApiClientRequest()
    asked.method, asked.url, asked.body = "GET", url, None
    asked.headers = [("Authorization", f"Bearer {TOKEN}")]
    with pytest.raises(ApiClientException):
        QuickApiClient(stand_in).invoke(asked)


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_amazons_own_addresses_are_called(wire, host):
    """The published ones of North America, Europe and the Far East; port 443 may be told."""
    addresses = [f"https://{host}{PATH}", f"https://{host}:443{PATH}"]
    for address in addresses:
        call(address)
    assert wire.called == addresses


@pytest.mark.parametrize(
    "base",
    [
        "http://api.amazonalexa.com",
        "https://api.amazonalexa.com:8443",
        "https://api.amazonalexa.com.example.org",
        "https://api.amazonalexa.com@example.org",
        "https://me@api.amazonalexa.com",
        "https://example.org",
        "https://10.0.0.1",
        "http://10.0.0.1",
        "http://127.0.0.1:8099",
        "http://169.254.169.254",
        "https://api.amazonalexa.com:port",
        "https://[api.amazonalexa.com",
        "file:///etc/passwd?",
        "",
    ],
)
def test_no_other_address_is_called(wire, base):
    """A request can name any address: none but Amazon's own is sent the token."""
    call(f"{base}{PATH}")
    skill = build(Settings("memory:"), store=MemoryStore())
    answer = skill(launch(Service(url=base), "2026-11-20T08:00:00Z"), None)
    assert "Welcome" in answer["response"]["outputSpeech"]["ssml"]
    assert wire.called == []


def test_a_stand_in_is_called_where_a_setting_names_it(wire):
    """That one address, and none that looks like it."""
    stand_in = "http://127.0.0.1:8099"
    for address in (f"{stand_in}{PATH}", f"{stand_in}1{PATH}", f"{stand_in}@example.org{PATH}"):
        call(address, stand_in)
    assert wire.called == [f"{stand_in}{PATH}"]


def test_a_redirect_is_not_followed():
    """The token does not go where an answer points."""
    elsewhere = Service()
    with alexas_services(elsewhere), alexas_services(Service(status=302)) as service:
        service.moved_to = f"{elsewhere.url}{PATH}"
        skill = build(Settings("memory:", stand_in=service.url), store=MemoryStore())
        skill(launch(service, "2026-11-20T08:00:00Z"), None)
    assert len(service.asked) == 1
    assert elsewhere.asked == []


@pytest.mark.parametrize(
    "stand_in", ["http://10.0.0.1:80", "https://example.org", "8099", "http://127.0.0.1:"]
)
def test_a_stand_in_is_on_this_machine(stand_in):
    """Any other address is refused, with what would be right."""
    with pytest.raises(
        SettingError, match=r"LIMBER_STAND_IN is .*: it must be an address of this machine"
    ):
        read_settings({"HOME": "/", "LIMBER_STAND_IN": stand_in})
    assert read_settings({"HOME": "/", "LIMBER_STAND_IN": "http://127.0.0.1:80"}).stand_in
