"""The signature over a request's body."""

import base64

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
    try:
        signed = base64.b64decode(signature, validate=True)
    except ValueError:
        raise UnverifiedRequestError("the signature is not base 64") from None
    try:
        key = signing.public_key()
        genuine = isinstance(key, RSAPublicKey) and _is_of(key, signed, body)
    except Exception as error:
        raise UnverifiedRequestError("the signing certificate's key cannot be used") from error
    if not isinstance(key, RSAPublicKey):
        raise UnverifiedRequestError("the signing certificate has no RSA key")
    if not genuine:
        raise UnverifiedRequestError("the signature is not of this body")


def _is_of(key: RSAPublicKey, signature: bytes, body: bytes) -> bool:
    try:
        key.verify(signature, body, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True
