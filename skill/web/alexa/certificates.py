"""Whether a chain of certificates leads from Alexa's own to a trusted root, and is valid now."""

import re
import warnings
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import certifi
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import (
    Certificate,
    DNSName,
    ExtensionNotFound,
    SubjectAlternativeName,
    load_pem_x509_certificate,
    load_pem_x509_certificates,
)
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.errors import UnverifiedRequestError

SIGNER = "echo-api.amazon.com"
"""The name that the signing certificate must have (`docs/platform.md`)."""

PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def public_roots() -> Store:
    """The root certificates that browsers trust.

    A few old ones break the rules for certificates: `cryptography` warns of them now and will refuse
    them some day. Alexa's chain leads to none of them, and one bad root must not cost the others.
    """
    bundle = Path(certifi.where()).read_bytes()
    roots = []
    with warnings.catch_warnings():
        warnings.simplefilter("error", CryptographyDeprecationWarning)
        for root in PEM.findall(bundle):
            with suppress(ValueError, CryptographyDeprecationWarning):
                roots.append(load_pem_x509_certificate(root))
    return Store(roots)


def signing_certificate(chain: bytes, roots: Store, now: datetime) -> Certificate:
    """The certificate that signs, after its chain was found to lead to a trusted root.

    Args:
        chain: PEM; the signing certificate first, then the intermediate ones.
        roots: The trusted ones.
        now: When it has to be valid.

    Raises:
        UnverifiedRequestError: The certificate is not Alexa's, not valid now, or not trusted.
    """
    try:
        signing, *intermediates = load_pem_x509_certificates(chain)
        verifier = PolicyBuilder().store(roots).time(now.astimezone(UTC).replace(tzinfo=None))
        verifier.build_server_verifier(DNSName(SIGNER)).verify(signing, intermediates)
        names = _names(signing)
    except VerificationError as error:
        raise UnverifiedRequestError(f"the chain is not trusted: {error}") from error
    except Exception as error:
        raise UnverifiedRequestError("the chain cannot be read") from error
    if SIGNER not in names:  # a wildcard is good enough for a web server, but not here
        raise UnverifiedRequestError(f"the signing certificate is not for {SIGNER}")
    return signing


def _names(certificate: Certificate) -> Sequence[str]:
    try:
        extension = certificate.extensions.get_extension_for_class(SubjectAlternativeName)
    except ExtensionNotFound:
        return ()
    return extension.value.get_values_for_type(DNSName)
