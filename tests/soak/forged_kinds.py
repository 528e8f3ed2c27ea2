"""The ways in which a request to `/alexa` can be forged: a name for each, and how it is made.

Each changes one thing of a genuine request, which is signed, in time, and for this skill.
"""

import base64
import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID

from helpers.certificates import ALEXA, NOW, SIGNING_KEY, Authority, Signer, pem, signature
from helpers.recorded_events import EVENTS

CHAIN, SIGNATURE = "SignatureCertChainUrl", "Signature-256"
GENUINE = "https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FOREIGN_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Request:
    """A request, byte for byte."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    line: str = "POST /alexa HTTP/1.1"

    def written(self) -> bytes:
        """As it goes over the wire."""
        lines = (self.line, *(f"{name}: {value}" for name, value in self.headers), "", "")
        return "\r\n".join(lines).encode() + self.body

    def having(self, name: str, *values: str) -> "Request":
        """The same with other values of a header: none, one, or several times."""
        kept = tuple(header for header in self.headers if header[0] != name)
        return replace(self, headers=(*kept, *((name, value) for value in values)))


def event(at: datetime = NOW, **request: object) -> dict:
    """A recorded launch, made at some moment, with some of its request changed."""
    made = copy.deepcopy(EVENTS["launch"])
    made["request"] |= {"timestamp": at.strftime("%Y-%m-%dT%H:%M:%SZ")} | request
    return made


def signed(made: dict | bytes, chain: str = GENUINE) -> Request:
    """A genuine request but for what is in it, and where its chain is said to lie."""
    body = made if isinstance(made, bytes) else json.dumps(made).encode()
    headers = {
        "Host": "localhost",
        "Connection": "close",
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": str(len(body)),
        CHAIN: chain,
        SIGNATURE: signature(body),
    }
    return Request(body, tuple(headers.items()))


@dataclass
class Forger:
    """Makes requests that are genuine but for one thing, and has chains lie where they name."""

    authority: Authority
    foreign: Authority = field(default_factory=Authority)
    lies_at: dict[str, bytes] = field(default_factory=dict)

    def kinds(self) -> Iterator[tuple[str, str, Callable[[], Request]]]:
        """Each kind: what is forged, how, and what makes one; no two name the same address."""
        for group, ways in (
            ("the chain", self._chains()),
            ("the chain's address", self._addresses()),
            ("the signature", self._signatures()),
            ("the envelope", self._envelopes()),
            ("the HTTP", self._https()),
        ):
            yield from ((group, name, make) for name, make in ways.items())

    def _at(self, chain: bytes) -> Request:
        """A request whose chain is this one, at an address where none has been."""
        address = GENUINE.replace("13", f"forged-{len(self.lies_at)}")
        self.lies_at[address] = chain
        return signed(event(), address)

    def _chains(self) -> dict[str, Callable[[], Request]]:
        own, other = self.authority, self.foreign
        behind = pem(own.intermediate.certificate)
        leaf = own.certificate(ALEXA)
        curve = ec.generate_private_key(ec.SECP256R1())
        made: dict[str, Callable[[], bytes]] = {
            "expired": lambda: own.chain(ends=NOW - timedelta(seconds=1)),
            "not valid yet": lambda: own.chain(begins=NOW + timedelta(seconds=1)),
            "for another name": lambda: own.chain("api.amazon.com"),
            "for a longer name": lambda: own.chain(f"{ALEXA}.example.org"),
            "for a wildcard": lambda: own.chain("*.amazon.com"),
            "for no name but in its subject": lambda: pem(own.certificate()) + behind,
            "for clients": lambda: (
                pem(own.certificate(ALEXA, usage=ExtendedKeyUsageOID.CLIENT_AUTH)) + behind
            ),
            "self-signed": lambda: pem(own.self_signed()),
            "self-signed, before the genuine one": lambda: pem(own.self_signed()) + own.chain(),
            "to a foreign root": other.chain,
            "to a foreign root that comes along": lambda: other.chain() + pem(other.root.certificate),
            "without its intermediate": lambda: pem(leaf),
            "with a foreign intermediate": lambda: pem(leaf, other.intermediate.certificate),
            "the other way round": lambda: behind + pem(leaf),
            "signed by what may not sign": lambda: (
                pem(own.certificate(ALEXA, issuer=Signer(leaf, SIGNING_KEY)), leaf) + behind
            ),
            "of an authority": lambda: behind,
            "of a key of another kind": lambda: pem(own.certificate(ALEXA, key=curve)) + behind,
            "of another key": lambda: pem(own.certificate(ALEXA, key=FOREIGN_KEY)) + behind,
            "with a hundred foreign ones": lambda: pem(leaf) + pem(other.intermediate.certificate) * 100,
            "cut off": lambda: own.chain()[:700],
            "nonsense": lambda: b"-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n",
            "empty": lambda: b"",
        }
        return {name: lambda chain=chain: self._at(chain()) for name, chain in made.items()}

    def _addresses(self) -> dict[str, Callable[[], Request]]:
        host, path = "s3.amazonaws.com", "/echo.api/echo-api-cert-13.pem"
        told = {
            "http": f"http://{host}{path}",
            "another host": f"https://example.org{path}",
            "a longer host": f"https://{host}.example.org{path}",
            "the host as a user": f"https://{host}@example.org{path}",
            "another port": f"https://{host}:8443{path}",
            "another folder": f"https://{host}/mine/c.pem",
            "the folder in capitals": f"https://{host}/ECHO.API/c.pem",
            "out of the folder": f"https://{host}/echo.api/../mine/c.pem",
            "percent signs": f"https://{host}/echo.api/%2e%2e/mine/c.pem",
            "letters beyond ASCII": f"https://{host}/echo.api/é.pem",
            "a file": "file:///etc/passwd",
            "no address": "c.pem",
        }
        ways = {name: lambda at=at: signed(event(), at) for name, at in told.items()}
        return ways | {
            "nothing there": self._nowhere,
            "missing": lambda: signed(event()).having(CHAIN),
            "twice": lambda: signed(event()).having(CHAIN, GENUINE, "https://example.org/c.pem"),
        }

    def _nowhere(self) -> Request:
        request = self._at(b"")
        del self.lies_at[dict(request.headers)[CHAIN]]
        self.lies_at[f"taken {len(self.lies_at)}"] = b""  # so that the next one has another number
        return request

    def _signatures(self) -> dict[str, Callable[[], Request]]:
        genuine = signed(event())

        def having(*values: str) -> Callable[[], Request]:
            return lambda: genuine.having(SIGNATURE, *values)

        def told(made: bytes) -> str:
            return base64.b64encode(made).decode()

        body, plain = genuine.body, padding.PKCS1v15()
        pss = padding.PSS(padding.MGF1(SHA256()), padding.PSS.DIGEST_LENGTH)
        return {
            "missing": having(),
            "empty": having(""),
            "no base 64": having("%%%"),
            "too short": having("c2hvcnQ="),
            "nothing but zeros": having(told(bytes(256))),
            "twice": having(signature(body), signature(body)),
            "of another body": having(signature(b"{}")),
            "by another key": having(told(FOREIGN_KEY.sign(body, plain, SHA256()))),
            "over SHA-1": having(told(SIGNING_KEY.sign(body, plain, SHA1()))),  # noqa: S303 - refused
            "padded otherwise": having(told(SIGNING_KEY.sign(body, pss, SHA256()))),
            "in the old header": lambda: genuine.having(SIGNATURE).having("Signature", signature(body)),
        }

    def _envelopes(self) -> dict[str, Callable[[], Request]]:
        elsewhere = event()
        elsewhere["context"]["System"]["application"]["applicationId"] += "0"
        nobody = event()
        del nobody["context"]
        del nobody["session"]
        late, disabled = timedelta(seconds=151), "AlexaSkillEvent.SkillDisabled"
        made: dict[str, dict | bytes] = {
            "made too long ago": event(NOW - late),
            "made yesterday": event(NOW - DAY),
            "made in the future": event(NOW + late),
            "made at no time": event(timestamp=None),
            "made at nonsense": event(timestamp="now"),
            "an event of more than an hour ago": event(NOW - HOUR - late, type=disabled),
            "for another skill": elsewhere,
            "for no skill": nobody,
            "no JSON": b"not JSON",
            "no object": b"[]",
            "nested deep": b"[" * 100_000,
            "no UTF-8": b"\xff\xfe{}",
        }
        ways = {name: lambda each=each: signed(each) for name, each in made.items()}
        genuine = signed(event())
        changed = genuine.body.replace(b"LaunchRequest", b"launchRequest")
        return ways | {
            "changed by a letter": lambda: replace(genuine, body=changed),
            "with a space more": lambda: replace(genuine, body=b" " + genuine.body).having(
                "Content-Length", str(len(genuine.body) + 1)
            ),
        }

    def _https(self) -> dict[str, Callable[[], Request]]:
        genuine = signed(event())
        length = len(genuine.body)

        def long(*values: str) -> Callable[[], Request]:
            return lambda: genuine.having("Content-Length", *values)

        chunked = genuine.having("Transfer-Encoding", "chunked")
        return {
            "a length that is too small": long(str(length - 10)),
            "a length that is too large": long(str(length + 10)),
            "a length below nothing": long("-1"),
            "a length in words": long("many"),
            "a length of many megabytes": long("500000000"),
            "no length": long(),
            "two lengths": long(str(length), str(length - 10)),
            "a length, and chunks that are none": lambda: chunked,
            "chunks that are none": lambda: chunked.having("Content-Length"),
            "no host": lambda: genuine.having("Host"),
            "a foreign host": lambda: genuine.having("Host", "rebound.example"),
            "another method": lambda: replace(genuine, line="PUT /alexa HTTP/1.1"),
            "another version": lambda: replace(genuine, line="POST /alexa HTTP/9.9"),
        }
