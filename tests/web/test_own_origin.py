"""Who may change something without a signature: the service's own page, and what is no browser."""

import socket

import pytest

from helpers.recorded_events import EVENTS, SKILL_ID
from helpers.store_samples import done, finishing
from helpers.web_servers import PATIENCE, desk, gunicorn
from skill.coach.person.profile import ACCOUNT
from skill.settings import Settings
from skill.web.application import create_app
from skill.web.desk import in_addresses, is_loopback

DISABLED = EVENTS["launch"] | {
    "request": {
        "type": "AlexaSkillEvent.SkillDisabled",
        "requestId": "r",
        "timestamp": "2026-11-20T15:00:00Z",
        "body": {"userInformationPersistenceStatus": "NOT_PERSISTED"},
    }
}
"""Amazon's event that deletes everything about a household."""

USER = EVENTS["launch"]["session"]["user"]["userId"]


@pytest.fixture
def unverified(store):
    """The service at a desk with --no-verify, and a stretch that its user has finished."""
    store.write(USER, ACCOUNT, finishing(done(1)))
    return create_app(Settings("memory:"), store, None, desk_host="127.0.0.1").test_client()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": "http://localhost@evil.example"}, 403),
        ({"Origin": "http://localhost:8080"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": ""}, 415),
        ({"Host": "rebound.example"}, 400),
        ({"Host": "127.0.0.1.rebound.example:5005"}, 400),
        ({"Host": "localhost:5005,rebound.example"}, 400),
        ({"Host": ""}, 400),
    ],
    ids=repr,
)
def test_no_page_of_another_site_deletes_anything(unverified, store, headers, status):
    """Without verification the same rule holds at /alexa as for the page's own interface."""
    sent = {"Content-Type": "application/json", "Host": "localhost"} | headers
    assert unverified.post("/alexa", json=DISABLED, headers=sent).status_code == status
    assert store.open(USER, ACCOUNT).stretches


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}], ids=repr
)
def test_what_no_other_site_has_made_is_answered(unverified, store, headers):
    """A developer's own client, and the page itself."""
    assert unverified.post("/alexa", json=DISABLED, headers=headers).status_code == 200
    assert not store.open(USER, ACCOUNT).stretches


def answered(address: str, request: bytes) -> int:
    """The status of one request, byte for byte."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    with socket.create_connection((host.strip("[]"), int(port)), PATIENCE) as client:
        client.sendall(request)
        return int(client.makefile("rb").readline().split()[1])


@pytest.mark.parametrize("host", ["127.0.0.2", "::1", "0:0:0:0:0:0:0:1", "localhost", "LOCALHOST"])
def test_the_address_that_is_printed_works(tmp_path, host):
    """Whichever address of this machine it listens at; and no foreign name leads there."""
    with desk(tmp_path, "--host", host) as address:
        port = address.rpartition(":")[2]
        assert address == f"http://{in_addresses(host)}:{port}"
        named = f"Host: {address.removeprefix('http://')}\r\n"
        for names, status in ((named, 200), ("Host: rebound.example\r\n", 400), ("", 400)):
            assert answered(address, f"GET / HTTP/1.1\r\n{names}\r\n".encode()) == status


def test_gunicorn_refuses_what_names_no_host(tmp_path):
    """In production as at a desk: 400; by whichever name it is reached, 200."""
    settings = {"LIMBER_SKILL_ID": SKILL_ID, "LIMBER_STORE": f"sqlite:{tmp_path / 'x.db'}"}
    with gunicorn(tmp_path, **settings) as address:
        assert answered(address, b"GET /healthz HTTP/1.1\r\n\r\n") == 400
        assert answered(address, b"GET /healthz HTTP/1.0\r\n\r\n") == 400
        assert answered(address, b"GET /healthz HTTP/1.1\r\nHost: limber.example\r\n\r\n") == 200


@pytest.mark.parametrize(
    ("host", "shown", "loopback"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("::1", "[::1]", True),
        ("0:0::0:1", "[::1]", True),
        ("Localhost", "localhost", True),
        ("192.0.2.1", "192.0.2.1", False),
        ("2001:DB8::1", "[2001:db8::1]", False),
        ("example.org", "example.org", False),
    ],
)
def test_a_host_is_written_as_browsers_write_it(host, shown, loopback):
    """So that what is printed is what the browser then sends."""
    assert (in_addresses(host), is_loopback(host)) == (shown, loopback)
