"""The signature over a request's body."""

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import Certificate

from skill.errors import UnverifiedRequestError


def check_signature(signing: Certificate, signature: str, body: bytes) -> None:
    """Check the SHA-256 signature of a body.

    Args:
        signing: The certificate that must have signed.
        signature: In base 64, as the `Signature-256` header has it.
        body: The body, exactly as it was received.

    Raises:
        UnverifiedRequestError: The signature is by another key, or of another body.
    """
    key = signing.public_key()
    if not isinstance(key, RSAPublicKey):
        raise UnverifiedRequestError("the signing certificate has no RSA key")
    try:
        key.verify(base64.b64decode(signature, validate=True), body, PKCS1v15(), SHA256())
    except (binascii.Error, ValueError):
        raise UnverifiedRequestError("the signature is not base 64") from None
    except InvalidSignature:
        raise UnverifiedRequestError("the signature is not of this body") from None
