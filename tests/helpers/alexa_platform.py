"""Alexa's platform as the web service meets it: signed requests, and chains where it says."""

import copy
import json
from dataclasses import dataclass, field
from datetime import datetime

from flask.testing import FlaskClient

from helpers.certificates import NOW, Authority, signature
from helpers.recorded_events import EVENTS, SKILL_ID
from skill.coach.person.progress_store import ProgressStore
from skill.errors import UnverifiedRequestError
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.web.alexa.chains import Chains
from skill.web.alexa.verification import Verifier
from skill.web.application import create_app

ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem"


@dataclass
class Alexa:
    """Sends signed requests, and has the chains lie where it says."""

    authority: Authority
    now: datetime = NOW
    lies_at: dict[str, bytes] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)
    store: ProgressStore = field(default_factory=MemoryStore)
    service: FlaskClient | None = None
    chains: Chains | None = None

    def serve(self, chains: Chains | None = None) -> None:
        """Put a service up that trusts the private root and answers one skill.

        Args:
            chains: Where it has its chains from; None to have them lie where this platform says.
        """
        self.chains = chains if chains is not None else Chains(self.fetch)
        verifier = Verifier(SKILL_ID, self.authority.trusted, self.chains, lambda: self.now)
        app = create_app(Settings("memory:", skill_id=SKILL_ID), self.store, verifier)
        self.service = app.test_client()

    def fetch(self, address: str) -> bytes:
        """What the service gets from an address."""
        self.fetched.append(address)
        if address not in self.lies_at:
            raise UnverifiedRequestError("nothing lies there")
        return self.lies_at[address]

    def event(self, name: str = "launch", **request: object) -> dict:
        """A recorded request, made now, with some of its request changed."""
        event = copy.deepcopy(EVENTS[name])
        event["request"] |= {"timestamp": self.now.strftime("%Y-%m-%dT%H:%M:%SZ")} | request
        return event

    def post(self, event: dict | bytes, **headers: str | None):
        """Sends a request, signed; a header given as None is left out."""
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        signed = {
            "Signature-256": signature(body),
            "SignatureCertChainUrl": ADDRESS,
            "Content-Type": "application/json; charset=utf-8",
        }
        signed |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.service.post(
            "/alexa", data=body, headers={name: value for name, value in signed.items() if value}
        )
