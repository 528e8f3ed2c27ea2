"""Whatever comes in at the edges of the service: 400, never 500, and the next request is answered.

What a library raises is found here, by thousands of spoilt certificates, answers and requests, and not
by remembering the names of its exceptions.
"""

import base64
import json
import logging
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread

import pytest
from cryptography.x509 import load_pem_x509_certificates

from helpers.alexa_platform import ADDRESS
from helpers.certificates import NOW, signature
from helpers.mangled import ODD, bytes_like, json_like
from helpers.recorded_events import EVENTS, SKILL_ID
from helpers.web_servers import PATIENCE, desk, gunicorn
from skill.errors import UnverifiedRequestError
from skill.settings import Settings
from skill.web.alexa.addresses import checked_address
from skill.web.alexa.certificates import signing_certificate
from skill.web.alexa.fetching import fetch_chain
from skill.web.alexa.signatures import check_signature
from skill.web.application import create_app

MANY, FEW = 1_000, 300
"""How many of a kind: where each takes a millisecond, and where it takes a connection."""

REFUSED = {400, 403, 404, 405, 408, 411, 413, 414, 415, 417, 431, 501, 505}
"""Statuses of a refusal; the last two are a server's own, for a method or a version it does not know."""


def ders(chain: bytes) -> list[bytes]:
    """The certificates of a chain as bytes."""
    return [base64.b64decode(each) for each in re.findall(rb"E-----\n(.+?)-----END", chain, re.DOTALL)]


def as_pem(*certificates: bytes) -> bytes:
    """Bytes as the certificates of a chain."""
    return b"".join(
        b"-----BEGIN CERTIFICATE-----\n%s-----END CERTIFICATE-----\n" % base64.encodebytes(each)
        for each in certificates
    )


def mangled_chains(chain: bytes) -> Iterator[bytes]:
    """Spoilt in its certificates, of any version, and in its text."""
    leaf, intermediate = ders(chain)
    version = leaf.index(b"\xa0\x03\x02\x01\x02") + 4
    for number in range(256):
        yield as_pem(leaf[:version] + bytes((number,)) + leaf[version + 1 :], intermediate)
    yield from (as_pem(each, intermediate) for each in bytes_like(leaf, MANY, "leaf"))
    yield from (as_pem(leaf, each) for each in bytes_like(intermediate, MANY, "intermediate"))
    yield from bytes_like(chain, MANY, "text")


@pytest.mark.filterwarnings("ignore")  # of certificates that a later version will not read any more
def test_any_chain_is_trusted_or_refused(authority):
    """Certificates of unknown versions, with unknown keys, cut off, or none at all."""
    body = b"{}"
    for chain in mangled_chains(authority.chain()):
        with suppress(UnverifiedRequestError):
            signing_certificate(chain, authority.trusted, NOW)
        with suppress(UnverifiedRequestError):
            check_signature(_first(chain), signature(body), body)


def _first(chain: bytes):
    """The first certificate of a chain, whether or not it is trusted."""
    try:
        return load_pem_x509_certificates(chain)[0]
    except Exception:  # noqa: BLE001 - then there is none to look at
        raise UnverifiedRequestError("no certificate") from None


def test_a_certificate_of_an_unknown_version_is_refused(alexa):
    """At the service's own address: 400, and the next request is answered."""
    leaf, intermediate = ders(alexa.lies_at[ADDRESS])
    unknown = ADDRESS.replace("13", "14")
    ninth = leaf.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x09")
    alexa.lies_at[unknown] = as_pem(ninth, intermediate)
    assert alexa.post(alexa.event(), SignatureCertChainUrl=unknown).status_code == 400
    assert alexa.post(alexa.event()).status_code == 200


def test_any_address_and_signature_is_refused(alexa, caplog):
    """Letters beyond ASCII, control characters, halves: 400, and nothing is held."""
    caplog.set_level(logging.CRITICAL)
    body = json.dumps(alexa.event()).encode()
    good = {"SignatureCertChainUrl": ADDRESS, "Signature-256": signature(body)}
    sent = 0
    for name, value in good.items():
        for spoilt in bytes_like(value.encode(), MANY, name):
            told = spoilt.decode("latin-1")
            if told == value or {"\r", "\n"} & set(told):  # a line's end is the server's to find
                continue
            answer = alexa.post(body, **{name: told})
            assert answer.status_code in {200, 400}
            if answer.status_code == 200:  # the same address, written otherwise
                assert name == "SignatureCertChainUrl"
                assert checked_address(told) == ADDRESS
            sent += 1
    assert sent > MANY
    assert (alexa.chains._pending, alexa.chains._waiting) == ({}, 0)
    assert list(alexa.chains._kept) == [ADDRESS]
    assert alexa.post(body).status_code == 200


@pytest.mark.parametrize("verified", [True, False])
def test_any_body_is_answered_or_refused(alexa, store, verified):
    """At /alexa, signed or without verification."""
    if not verified:
        alexa.service = create_app(Settings("memory:"), store, None).test_client()
    for name in ("launch", "start_stretch"):
        for body in json_like(alexa.event(name), MANY // 2, name):
            assert alexa.post(body).status_code in {200, 400}, body
    assert alexa.post(alexa.event()).status_code == 200


def test_any_turn_is_taken_or_refused(coach):
    """At the page's own interface; its addresses and headers as well."""
    own = {"X-Limber-User": "me", "Content-Type": "application/json"}
    turn = {"say": "open limber back", "at": "2026-11-20T08:00:00+01:00", "zone": "Europe/Berlin",
            "locale": "en-US", "session": "abc.def"}  # fmt: skip
    for body in json_like(turn, MANY, "turn"):
        for path in ("/api/turn", "/api/ahead"):
            assert coach.post(path, data=body, headers=own).status_code in {200, 400}, body
    when = b"at=2026-11-20T08:00:00Z&zone=UTC&locale=en-US"
    for query in bytes_like(when, MANY, "query"):
        answer = coach.get(f"/api/progress?{query.decode('latin-1')}", headers=own)
        assert answer.status_code in {200, 400}, query
    for origin in bytes_like(b"http://localhost:5005", MANY, "origin"):
        told = origin.decode("latin-1").replace("\r", "").replace("\n", "")
        answer = coach.get("/api/export", headers=own | {"Origin": told})
        assert answer.status_code == (200 if told == "http://localhost" else 403), origin
    assert coach.post("/api/turn", json=turn, headers=own).status_code == 200


@pytest.fixture
def answering() -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers what it is told to, byte for byte, and closes."""
    answers: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    with client:
                        client.recv(65_536)
                        client.sendall(answers[-1])

        Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/chain", answers
        listening.shutdown(socket.SHUT_RDWR)


def test_any_answer_is_a_chain_or_refused(answering):
    """A storage that speaks no HTTP, or half of it."""
    address, answers = answering
    plain = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nchain"
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nchain\r\n0\r\n\r\n"
    for whole in (plain, chunked):
        for answer in bytes_like(whole, FEW, whole.decode()):
            answers.append(answer)
            with suppress(UnverifiedRequestError):
                assert isinstance(fetch_chain(address), bytes)
    answers.append(plain)
    assert fetch_chain(address) == b"chain"


def exchange(address: str, request: bytes) -> int | None:
    """The status of one request, byte for byte; None where the connection is closed without one."""
    with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), PATIENCE) as client:
        with suppress(OSError):
            client.sendall(request)
            client.shutdown(socket.SHUT_WR)
        told = b""
        with suppress(ConnectionError):
            while b"\n" not in told and (part := client.recv(65_536)):
                told += part
    status = re.match(rb"HTTP/1\.[01] (\d{3})", told)
    return int(status[1]) if status else None


@pytest.mark.parametrize("server", ["desk", "gunicorn"])
def test_any_request_is_refused_or_answered(tmp_path, server):
    """Over a real connection, at a desk and in production."""
    body = json.dumps(EVENTS["launch"]).encode()
    head = (
        b"POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"SignatureCertChainUrl: http://s3.amazonaws.com/echo.api/a.pem\r\nSignature-256: c2hvcnQ=\r\n"
        b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body)
    )
    settings = {"LIMBER_SKILL_ID": SKILL_ID, "LIMBER_STORE": f"sqlite:{tmp_path / 'x.db'}"}
    served = desk(tmp_path) if server == "desk" else gunicorn(tmp_path, **settings)
    with served as address:
        for spoilt in bytes_like(head, FEW, server):
            status = exchange(address, spoilt + body)
            assert status is None or status in REFUSED, (status, spoilt)
        for line in ODD:
            status = exchange(address, line + b"\r\n\r\n")
            assert status is None or status in REFUSED, (status, line)
        assert exchange(address, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n") == 200
