"""Fifty people at once on the web service: gunicorn with two workers, on loopback, for thirty seconds.

    python benchmarks/web.py [SECONDS]

Each person has a conversation over `POST /alexa`, signed, on SQLite, and speaks again about a second
after each answer, which is sooner than anybody does. The same run puts the same load on an empty Flask
skill. Prints how many requests were answered, how many failed or could not be saved, and how long they
took; exits with 1 if any failed.
"""

import base64
import http.client
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15  # noqa: E402 - as above
from cryptography.hazmat.primitives.hashes import SHA256  # noqa: E402 - as above

from helpers.certificates import SIGNING_KEY, Authority, pem  # noqa: E402 - the tests' own authority

PEOPLE = 50
SECONDS = 30.0
THINKING = 1.0
"""Seconds between an answer and the next request; each time between half and one and a half of it."""
SKILL = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
CHAIN = "https://s3.amazonaws.com/echo.api/bench.pem"

WALK = (
    ("LaunchRequest", {}),
    ("StartStretchIntent", {"stretch": "childs_pose"}),
    ("TimeLeftIntent", {}),
    ("AMAZON.PauseIntent", {}),
    ("AMAZON.ResumeIntent", {}),
    ("WhereAmIIntent", {}),
    ("AMAZON.StopIntent", {}),
)
"""A conversation: the requests, a few seconds apart by their own clock."""


@dataclass
class Person:
    """A person in the middle of a conversation."""

    number: int
    now: datetime
    step: int = 0
    visit: int = 0
    attributes: dict = field(default_factory=dict)

    def request(self) -> bytes:
        """The person's next request, as an envelope."""
        kind, slots = WALK[self.step]
        at = self.now + timedelta(seconds=(self.visit * len(WALK) + self.step) % 140)
        common = {
            "requestId": f"r-{self.number}-{self.visit}-{self.step}",
            "timestamp": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "locale": "en-US",
        }
        request = {"type": kind, **common}
        if kind != "LaunchRequest":
            filled = {name: _slot(name, entry) for name, entry in slots.items()}
            request = {
                "type": "IntentRequest",
                **common,
                "dialogState": "COMPLETED",
                "intent": {"name": kind, "confirmationStatus": "NONE", "slots": filled},
            }
        user, application = {"userId": f"bench-{self.number}"}, {"applicationId": SKILL}
        envelope = {
            "version": "1.0",
            "session": {
                "new": self.step == 0,
                "sessionId": f"s-{self.number}-{self.visit}",
                "application": application,
                "attributes": self.attributes,
                "user": user,
            },
            "context": {
                "System": {
                    "application": application,
                    "user": user,
                    "device": {"deviceId": "d", "supportedInterfaces": {}},
                    # None of Alexa's addresses, so the question for the time zone fails at once.
                    "apiEndpoint": "http://127.0.0.1:9",
                    "apiAccessToken": "",
                }
            },
            "request": request,
        }
        return json.dumps(envelope).encode()

    def answered(self, answer: dict) -> None:
        """Go on with the session; after the last step another visit begins."""
        self.attributes = answer.get("sessionAttributes") or {}
        self.step += 1
        if self.step == len(WALK):
            self.step, self.attributes, self.visit = 0, {}, self.visit + 1


@dataclass
class Result:
    """What a service did under the load."""

    seconds: list[float] = field(default_factory=list)
    """How long each answered request took."""
    failed: list[str] = field(default_factory=list)
    """What went wrong, a text for each failure."""

    def line(self, name: str, lasted: float) -> str:
        """The result as a row of the table."""
        ordered = sorted(self.seconds)
        at = [1000 * ordered[min(len(ordered) - 1, int(len(ordered) * p))] for p in (0.5, 0.95, 0.99)]
        worst = 1000 * ordered[-1]
        rate = len(ordered) / lasted
        figures = "".join(f"{value:>9.0f}" for value in (*at, worst))
        return f"{name:<16}{len(ordered):>9}{len(self.failed):>8}{rate:>9.0f}{figures}"


def _slot(name: str, entry: str) -> dict:
    authority = {
        "authority": f"amzn1.er-authority.echo-sdk.{SKILL}.{name}",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": entry, "id": entry}}],
    }
    resolved = {"resolutionsPerAuthority": [authority]}
    return {"name": name, "value": entry, "confirmationStatus": "NONE", "resolutions": resolved}


def signed(body: bytes) -> dict[str, str]:
    """The headers of a signed request."""
    signature = SIGNING_KEY.sign(body, PKCS1v15(), SHA256())
    return {
        "Content-Type": "application/json",
        "SignatureCertChainUrl": CHAIN,
        "Signature-256": base64.b64encode(signature).decode(),
    }


def _visit(port: int, person: Person, ends: float, result: Result, *, launches_only: bool) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while time.monotonic() < ends:
        body = person.request()
        headers = signed(body)
        begun = time.monotonic()
        try:
            connection.request("POST", "/alexa", body, headers)
            response = connection.getresponse()
            answer = response.read()
        except (OSError, http.client.HTTPException) as error:
            result.failed.append(type(error).__name__)
            connection.close()
            continue
        result.seconds.append(time.monotonic() - begun)
        told = json.loads(answer) if response.status == 200 else {}
        if "outputSpeech" not in told.get("response", {}):
            result.failed.append(str(response.status))
            continue
        if (told.get("sessionAttributes") or {}).get("unsaved"):
            result.failed.append("not saved")
        if not launches_only:
            person.answered(told)
        time.sleep(THINKING * random.uniform(0.5, 1.5))  # noqa: S311 - nobody's secret
    connection.close()


@contextmanager
def gunicorn(app: str, folder: Path, workers: int = 2) -> Iterator[int]:
    """One of the two services, for as long as the block lasts: its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *(sys.executable, "-W", "ignore", "-m", "gunicorn", "-c", "python:skill.web.gunicorn_settings"),
        *(
            "--bind",
            f"127.0.0.1:{port}",
            "--workers",
            str(workers),
            "--log-level",
            "error",
            f"web_app:{app}()",
        ),
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "benchmarks"), str(ROOT)]),
        "LIMBER_BENCH": str(folder),
        "LIMBER_SKILL_ID": SKILL,
        "LIMBER_STORE": f"sqlite:{folder / 'progress.db'}",
    }
    with subprocess.Popen(command, env=environment) as process:  # noqa: S603 - only this module's
        try:
            while process.poll() is None:
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield port
        finally:
            process.terminate()


def prepare(folder: Path, now: datetime) -> None:
    """Lay out what the service trusts, and the moment at which its clock stands."""
    authority = Authority()
    (folder / "now").write_text(now.isoformat())
    (folder / "root.pem").write_bytes(pem(authority.root.certificate))
    (folder / "chain.pem").write_bytes(authority.chain())


def measure(app: str, folder: Path, now: datetime, seconds: float) -> Result:
    """Put the load on a service."""
    result = Result()
    with gunicorn(app, folder) as port:
        warm = Person(PEOPLE, now)
        for _ in range(4):  # so that each worker has read its content
            _visit(port, warm, time.monotonic() + 0.01, Result(), launches_only=True)
        ends = time.monotonic() + seconds
        people = [
            threading.Thread(
                target=_visit,
                args=(port, Person(number, now), ends, result),
                kwargs={"launches_only": app == "empty"},
            )
            for number in range(PEOPLE)
        ]
        for person in people:
            person.start()
        for person in people:
            person.join()
    return result


def main(seconds: float = SECONDS) -> int:
    """Print the table; returns 1 if anything failed."""
    failed = 0
    now = datetime.now(UTC).replace(microsecond=0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, now + timedelta(seconds=70))
        print(f"{PEOPLE} people, gunicorn with 2 workers, {seconds:.0f} s, milliseconds an answer")
        print(
            f"{'':<16}{'answers':>9}{'failed':>8}{'a second':>9}"
            f"{'p50':>9}{'p95':>9}{'p99':>9}{'worst':>9}"
        )
        for app, shown in {"empty": "empty skill", "ours": "limber, signed"}.items():
            result = measure(app, folder, now, seconds)
            failed += len(result.failed)
            print(result.line(shown, seconds))
            if result.failed:
                print(f"  failed: {', '.join(sorted(set(result.failed)))}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*(float(argument) for argument in sys.argv[1:])))
