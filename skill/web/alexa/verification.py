"""Whether a request is Alexa's, for this skill, and made now: a verifier for Amazon's adapter.

It checks all that Amazon asks of a skill that hosts itself (`docs/platform.md`). The cheap checks come
first, so that nobody can make this machine fetch certificates for a request that is refused anyway.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.x509.verification import Store

from skill.errors import UnverifiedRequestError
from skill.web.alexa.adapter import AbstractVerifier, VerificationException
from skill.web.alexa.certificates import public_roots, signing_certificate
from skill.web.alexa.chains import Chains
from skill.web.alexa.signatures import check_signature

CHAIN_HEADER, SIGNATURE_HEADER = "SignatureCertChainUrl", "Signature-256"

TOLERANCE, EVENT_TOLERANCE = timedelta(seconds=150), timedelta(hours=1)
"""How old, or how far in the future, a request may be; the second is for events about the skill
itself."""

SKILL_EVENTS = "AlexaSkillEvent."
"""The prefix of the types of those events."""

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass
class Verifier(AbstractVerifier):
    """Refuses every request that must not reach the skill."""

    skill_id: str
    """The id of the skill that answers; empty if none is set, and then everything is refused."""
    roots: Store = field(default_factory=public_roots)
    """The trusted root certificates."""
    chains: Chains = field(default_factory=Chains)
    """Where certificate chains come from."""
    now: Clock = utc_now
    """Tells the present moment."""

    def verify(
        self,
        headers: Mapping[str, str],
        serialized_request_env: str,
        deserialized_request_env: Any,  # noqa: ANN401 - the SDK's envelope
    ) -> None:
        """Let a request from Alexa pass.

        Args:
            headers: The request's headers.
            serialized_request_env: The body; UTF-8 there and back gives the bytes that were signed.
            deserialized_request_env: The envelope in it.

        Raises:
            VerificationException: The request must not reach the skill; the reason is for the log.
        """
        now = self.now()
        try:
            check_skill(deserialized_request_env, self.skill_id)
            check_time(deserialized_request_env.request, now)
            address, signature = _header(headers, CHAIN_HEADER), _header(headers, SIGNATURE_HEADER)
            signing = self.chains.at(address, lambda chain: signing_certificate(chain, self.roots, now))
            check_signature(signing, signature, serialized_request_env.encode("utf-8"))
        except UnverifiedRequestError as error:
            raise VerificationException(str(error)) from None


def check_skill(envelope: Any, skill_id: str) -> None:  # noqa: ANN401 - the SDK's envelope
    """Check that a request is for this skill.

    Raises:
        UnverifiedRequestError: The request is for another skill, or no skill id is set.
    """
    if not skill_id:
        raise UnverifiedRequestError("LIMBER_SKILL_ID is not set, and no other skill is answered")
    if envelope.context.system.application.application_id != skill_id:
        raise UnverifiedRequestError("it is for another skill")


def check_time(request: Any, now: datetime) -> None:  # noqa: ANN401 - the SDK's request
    """Check that a request was made now, and is not a recorded one sent again.

    Raises:
        UnverifiedRequestError: The request is too old or too early, or does not say when it was made.
    """
    made = request.timestamp
    if made is None:
        raise UnverifiedRequestError("it does not say when it was made")
    event = str(request.object_type).startswith(SKILL_EVENTS)
    if abs(now - made) > (EVENT_TOLERANCE if event else TOLERANCE):
        raise UnverifiedRequestError("it was not made now")


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if not value:
        raise UnverifiedRequestError(f"it has no {name} header")
    return value
