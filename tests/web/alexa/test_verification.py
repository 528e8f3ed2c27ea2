"""What reaches the skill over `POST /alexa`, and what does not: real signatures, a private root."""

import json
import logging
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import certifi
import pytest

from helpers.alexa_platform import ADDRESS
from helpers.certificates import ALEXA, NOW, Authority, pem, signature
from helpers.recorded_events import SKILL_ID
from skill.errors import UnverifiedRequestError
from skill.settings import Settings
from skill.web.alexa.adapter import SkillAdapter, VerificationException
from skill.web.alexa.certificates import public_roots, signing_certificate
from skill.web.alexa.chains import Chains
from skill.web.alexa.signatures import check_signature
from skill.web.alexa.verification import Verifier
from skill.web.application import create_app

SECOND = timedelta(seconds=1)
TOLERANCE, EVENT_TOLERANCE = timedelta(seconds=150), timedelta(hours=1)
"""As Amazon has it; not what the verifier says it is."""


def assert_refused(answer, store, caplog, reason: str) -> None:
    """A 400 that does not say why, the reason in the log in one line, and the skill untouched."""
    assert answer.status_code == 400
    assert answer.text == "This is no request that can be answered here.\n"
    assert store.opened == 0
    (record,) = [record for record in caplog.records if "refused" in record.getMessage()]
    assert reason in record.getMessage()
    assert not record.exc_info


@pytest.fixture(autouse=True)
def _log(caplog):
    """What is logged is kept for a look."""
    caplog.set_level(logging.INFO)


# What comes from Alexa


def test_a_signed_request_is_answered(alexa, store):
    """A valid chain, a valid signature, this skill, now: the skill speaks."""
    answer = alexa.post(alexa.event())
    assert answer.status_code == 200
    assert "Welcome" in answer.json["response"]["outputSpeech"]["ssml"]
    assert store.opened == 1


def test_a_chain_is_fetched_once(alexa):
    """The second request needs no fetch."""
    assert [alexa.post(alexa.event()).status_code for _ in range(3)] == [200] * 3
    assert alexa.fetched == [ADDRESS]


def test_letters_beyond_ascii_are_verified_byte_for_byte(alexa):
    """The signature is over the bytes, whatever alphabet they are in."""
    event = alexa.event()
    event["session"]["user"]["userId"] = "amzn1.ask.account.Zoë"
    body = json.dumps(event, ensure_ascii=False, indent=3).encode()
    assert alexa.post(body).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert-13.pem",
        "HTTPS://S3.AMAZONAWS.COM/echo.api/echo-api-cert-13.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert-13.pem",
    ],
)
def test_the_addresses_that_amazons_rules_allow_are_fetched(alexa, address):
    """An explicit port 443, capitals, and dots in the path: the examples of Amazon's own page."""
    assert alexa.post(alexa.event(), SignatureCertChainUrl=address).status_code == 200
    assert alexa.fetched == [ADDRESS]


# What does not


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://s3.amazonaws.com/echo.api/echo-api-cert.pem", "not https"),
        ("https://notamazon.com/echo.api/echo-api-cert.pem", "not at s3.amazonaws.com"),
        ("https://s3.amazonaws.com@notamazon.com/echo.api/c.pem", "not at s3.amazonaws.com"),
        ("https://me@s3.amazonaws.com/echo.api/c.pem", "not at s3.amazonaws.com"),
        ("https://s3.amazonaws.com.notamazon.com/echo.api/c.pem", "not at s3.amazonaws.com"),
        ("https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem", "not below /echo.api/"),
        ("https://s3.amazonaws.com/invalid.path/echo-api-cert.pem", "not below /echo.api/"),
        ("https://s3.amazonaws.com/echo.api/../mine/c.pem", "not below /echo.api/"),
        ("https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem", "another port"),
        ("https://s3.amazonaws.com:port/echo.api/echo-api-cert.pem", "cannot be read"),
        ("https://[s3.amazonaws.com/echo.api/echo-api-cert.pem", "cannot be read"),
        ("file:///etc/passwd", "not https"),
    ],
)
def test_a_chain_from_elsewhere_is_not_even_fetched(alexa, store, caplog, address, reason):
    """Http, another host, another path, another port: refused before anything is fetched."""
    answer = alexa.post(alexa.event(), SignatureCertChainUrl=address)
    assert_refused(answer, store, caplog, reason)
    assert alexa.fetched == []


@pytest.mark.parametrize("header", ["Signature-256", "SignatureCertChainUrl"])
def test_an_unsigned_request_is_refused(alexa, store, caplog, header):
    """Without either header nothing is looked at."""
    assert_refused(alexa.post(alexa.event(), **{header: None}), store, caplog, f"no {header} header")


@pytest.mark.parametrize("validity", [{"ends": NOW - SECOND}, {"begins": NOW + SECOND}])
def test_a_certificate_that_is_not_valid_now_is_refused(alexa, store, caplog, validity):
    """Expired, and not valid yet."""
    alexa.lies_at[ADDRESS] = alexa.authority.chain(**validity)
    assert_refused(alexa.post(alexa.event()), store, caplog, "the chain is not trusted")


def test_a_kept_chain_expires_all_the_same(alexa, store, caplog):
    """That it was valid when it was fetched is no reason to trust it now."""
    alexa.lies_at[ADDRESS] = alexa.authority.chain(ends=NOW + timedelta(minutes=5))
    assert alexa.post(alexa.event()).status_code == 200
    alexa.now += timedelta(minutes=6)
    store.opened = 0
    assert_refused(alexa.post(alexa.event()), store, caplog, "the chain is not trusted")
    assert alexa.fetched == [ADDRESS]


@pytest.mark.parametrize("names", [("api.amazon.com",), ("echo-api.amazon.com.evil.com",)])
def test_a_certificate_for_another_name_is_refused(alexa, store, caplog, names):
    """A trusted certificate is not enough: it has to be for echo-api.amazon.com."""
    alexa.lies_at[ADDRESS] = alexa.authority.chain(*names)
    assert_refused(alexa.post(alexa.event()), store, caplog, "the chain is not trusted")


def test_a_wildcard_is_not_alexas_name(alexa, store, caplog):
    """The name itself has to stand in the certificate."""
    alexa.lies_at[ADDRESS] = alexa.authority.chain("*.amazon.com")
    assert_refused(alexa.post(alexa.event()), store, caplog, f"not for {ALEXA}")


def test_a_chain_without_its_intermediate_is_refused(alexa, store, caplog):
    """Without the intermediate certificate the chain does not lead to the root."""
    alexa.lies_at[ADDRESS] = pem(alexa.authority.certificate(ALEXA))
    assert_refused(alexa.post(alexa.event()), store, caplog, "the chain is not trusted")


def test_a_chain_to_an_untrusted_root_is_refused(alexa, store, caplog):
    """A complete and valid chain with the right name is refused if its root is not trusted."""
    alexa.lies_at[ADDRESS] = Authority().chain()
    assert_refused(alexa.post(alexa.event()), store, caplog, "the chain is not trusted")


def test_an_untrusted_root_that_comes_along_is_not_trusted_for_it(alexa, store, caplog):
    """Putting the root into the chain does not help."""
    other = Authority()
    alexa.lies_at[ADDRESS] = other.chain() + pem(other.root.certificate)
    assert_refused(alexa.post(alexa.event()), store, caplog, "the chain is not trusted")


@pytest.mark.parametrize("chain", [b"", b"-----BEGIN CERTIFICATE-----\nnonsense\n", b"\xff" * 100])
def test_what_is_no_chain_is_refused(alexa, store, caplog, chain):
    """Nonsense where the chain should be."""
    alexa.lies_at[ADDRESS] = chain
    answer = alexa.post(alexa.event())
    assert_refused(answer, store, caplog, "the chain cannot be read")


def test_a_tampered_body_is_refused(alexa, store, caplog):
    """One byte changed on the way."""
    event = alexa.event()
    signed = signature(json.dumps(event).encode())
    event["session"]["user"]["userId"] += "x"
    answer = alexa.post(event, **{"Signature-256": signed})
    assert_refused(answer, store, caplog, "not of this body")


@pytest.mark.parametrize("nonsense", ["%%%", "c2hvcnQ=", "é"])
def test_a_signature_that_is_none_is_refused(alexa, store, caplog, nonsense):
    """Not base 64, or not as long as a signature."""
    answer = alexa.post(alexa.event(), **{"Signature-256": nonsense.encode().decode("latin-1")})
    assert_refused(answer, store, caplog, "the signature is not")


def test_a_replayed_request_is_refused(alexa, store, caplog):
    """Signed by Alexa, and sent again by somebody three minutes later."""
    event = alexa.event()
    alexa.now += TOLERANCE + SECOND
    assert_refused(alexa.post(event), store, caplog, "not made now")


@pytest.mark.parametrize("late", [TOLERANCE, -TOLERANCE])
def test_a_request_may_take_two_and_a_half_minutes(alexa, late):
    """150 seconds either way, as Amazon has it."""
    event = alexa.event()
    alexa.now += late
    assert alexa.post(event).status_code == 200


@pytest.mark.parametrize("stamp", [None, "yesterday", 5])
def test_a_request_without_a_time_is_refused(alexa, store, caplog, stamp):
    """What does not say when it was made could have been kept by anybody."""
    answer = alexa.post(alexa.event(timestamp=stamp))
    assert_refused(answer, store, caplog, "does not say when")


def test_a_skill_event_may_be_an_hour_old(alexa, store, caplog):
    """Amazon delivers those again for an hour, and not longer."""
    event = alexa.event(type="AlexaSkillEvent.SkillDisabled")
    alexa.now += EVENT_TOLERANCE
    assert alexa.post(event).status_code == 200
    alexa.now += SECOND
    assert_refused(alexa.post(event), store, caplog, "not made now")


def test_a_request_for_another_skill_is_refused(alexa, store, caplog):
    """A signature of Alexa is not enough, since Alexa signs for every skill."""
    event = alexa.event()
    event["context"]["System"]["application"]["applicationId"] = f"{SKILL_ID}-other"
    assert_refused(alexa.post(event), store, caplog, "another skill")
    assert alexa.fetched == []


def test_without_a_skill_id_nothing_is_answered(alexa, store, caplog):
    """A service that has not been told which skill it is answers none."""
    verifier = Verifier("", alexa.authority.trusted, Chains(alexa.fetch), lambda: alexa.now)
    alexa.service = create_app(Settings("memory:"), store, verifier).test_client()
    assert_refused(alexa.post(alexa.event()), store, caplog, "LIMBER_SKILL_ID is not set")


def test_an_unknown_kind_of_request_is_verified_too(alexa, store, caplog):
    """A kind of request for which the SDK has no class does not get past the verifier."""
    event = alexa.event(type="Alexa.Something.New")
    answer = alexa.post(event)
    assert (answer.status_code, answer.json["response"]) == (200, {})
    assert_refused(alexa.post(event, **{"Signature-256": None}), store, caplog, "no Signature-256")


# That nothing gets in without


def test_nothing_reaches_the_skill_but_by_the_verifier(alexa, store):
    """The skill's verifier checks every request, and what it refuses does not reach the skill."""
    asked = []

    class No(Verifier):
        """Refuses everything."""

        def verify(self, headers, serialized_request_env, deserialized_request_env):  # noqa: ARG002
            """Refuse."""
            asked.append(deserialized_request_env.request.object_type)
            raise VerificationException("no")

    app = create_app(
        Settings("memory:", skill_id=SKILL_ID), store, No(SKILL_ID, alexa.authority.trusted)
    )
    (adapter,) = app.extensions["ASK_SDK_SKILL_ADAPTER"].values()
    assert isinstance(adapter, SkillAdapter)
    (verifier,) = adapter._webservice_handler._verifiers
    assert type(verifier) is No
    alexa.service = app.test_client()
    events = ["launch", "start_stretch", "stop", "session_ended", "unknown_request", "playback_started"]
    answers = [alexa.post(alexa.event(name)) for name in events]
    assert {answer.status_code for answer in answers} == {400}
    assert len(asked) == len(events)
    assert store.opened == 0


def test_amazons_own_verifier_refuses_everything_here():
    """Whoever switches it on again meets a validator that lets nothing in."""
    from ask_sdk_webservice_support.verifier import RequestVerifier

    with pytest.raises(Exception, match=r"skill\.web\.alexa\.verification"):
        RequestVerifier()._validate_cert_chain(Authority().chain())


def test_the_broken_import_is_got_past_and_leaves_nothing_behind():
    """The adapter comes in on any OpenSSL, and whoever wants the real certvalidator still gets it."""
    code = (
        "import sys; import skill.web.alexa.adapter as a; print(a.SkillAdapter.__name__);"
        "print('certvalidator' in sys.modules, 'oscrypto' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["SkillAdapter", "False", "False"]


# Chains


def test_the_public_roots_are_those_of_browsers(authority):
    """They load, the one Alexa's chain leads to among them, and a private root is none of them."""
    assert b"Amazon Root CA 1" in Path(certifi.where()).read_bytes()
    with pytest.raises(UnverifiedRequestError, match="not trusted"):
        signing_certificate(authority.chain(), public_roots(), NOW)


def test_a_key_that_cannot_have_signed_is_refused(authority):
    """Alexa signs with RSA; an authority's own certificate has another kind of key here."""
    body = b"{}"
    with pytest.raises(UnverifiedRequestError, match="no RSA key"):
        check_signature(authority.root.certificate, signature(body), body)
