"""Whether a request is Alexa's, for this skill, and made now: verifiers for Amazon's adapter.

All that Amazon asks of a skill that hosts itself (`docs/platform.md`). The cheap questions are
asked first, so that nobody makes this machine fetch certificates for a request that is refused anyway.
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
"""How old, or how early, a request may be; and one that tells of an event of the skill's."""

SKILL_EVENTS = "AlexaSkillEvent."
"""What the types of those begin with."""

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC)


@dataclass
class Verifier(AbstractVerifier):
    """Refuses whatever is not to reach the skill."""

    skill_id: str
    """The skill that answers; empty for none, and then everything is refused."""
    roots: Store = field(default_factory=public_roots)
    chains: Chains = field(default_factory=Chains)
    now: Clock = utc_now

    def verify(
        self,
        headers: Mapping[str, str],
        serialized_request_env: str,
        deserialized_request_env: Any,  # noqa: ANN401 - the SDK's envelope
    ) -> None:
        """Let a request of Alexa's pass.

        Args:
            headers: The request's.
            serialized_request_env: The body; UTF-8 there and back gives the bytes that were signed.
            deserialized_request_env: The envelope in it.

        Raises:
            VerificationException: It is not to reach the skill; the reason is for the log.
        """
        now = self.now()
        try:
            check_skill(deserialized_request_env, self.skill_id)
            check_time(deserialized_request_env.request, now)
            chain = self.chains.at(_header(headers, CHAIN_HEADER))
            signing = signing_certificate(chain, self.roots, now)
            check_signature(
                signing, _header(headers, SIGNATURE_HEADER), serialized_request_env.encode("utf-8")
            )
        except UnverifiedRequestError as error:
            raise VerificationException(str(error)) from None


def check_skill(envelope: Any, skill_id: str) -> None:  # noqa: ANN401 - the SDK's envelope
    """Check that a request is for this skill.

    Raises:
        UnverifiedRequestError: It is not, or nobody has said which skill this is.
    """
    if not skill_id:
        raise UnverifiedRequestError("LIMBER_SKILL_ID is not set, and no other skill is answered")
    if envelope.context.system.application.application_id != skill_id:
        raise UnverifiedRequestError("it is for another skill")


def check_time(request: Any, now: datetime) -> None:  # noqa: ANN401 - the SDK's request
    """Check that a request was made now, and is not one that somebody kept.

    Raises:
        UnverifiedRequestError: It was not, or does not say when.
    """
    made = request.timestamp
    if made is None or made.tzinfo is None:
        raise UnverifiedRequestError("it does not say when it was made")
    event = str(request.object_type).startswith(SKILL_EVENTS)
    if abs(now - made) > (EVENT_TOLERANCE if event else TOLERANCE):
        raise UnverifiedRequestError("it was not made now")


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if not value:
        raise UnverifiedRequestError(f"it has no {name} header")
    return value
