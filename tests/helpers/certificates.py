"""A private authority: a root, an intermediate, and certificates for whatever name a test wants."""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from cryptography.x509.verification import Store

ALEXA = "echo-api.amazon.com"
NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
YEAR = timedelta(days=365)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

SIGNING_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def name(common: str) -> x509.Name:
    """A distinguished name."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def pem(*certificates: x509.Certificate) -> bytes:
    """A chain as it lies at its address."""
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)


def signature(body: bytes) -> str:
    """What Alexa would put into the `Signature-256` header."""
    return base64.b64encode(SIGNING_KEY.sign(body, PKCS1v15(), SHA256())).decode()


@dataclass
class Signer:
    """A certificate that may sign others."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class Authority:
    """A root of its own, trusted only where a test says so."""

    @cached_property
    def root(self) -> Signer:
        """The root."""
        return _signer("Root", None, 1)

    @cached_property
    def intermediate(self) -> Signer:
        """What the root has signed, and signs for others."""
        return _signer("Intermediate", self.root, 0)

    @property
    def trusted(self) -> Store:
        """A store with the root in it."""
        return Store([self.root.certificate])

    def certificate(
        self,
        *names: str,
        begins: datetime = NOW - YEAR,
        ends: datetime = NOW + timedelta(days=30),
        issuer: Signer | None = None,
        key: Key = SIGNING_KEY,
        usage: x509.ObjectIdentifier = ExtendedKeyUsageOID.SERVER_AUTH,
    ) -> x509.Certificate:
        """A certificate for these names; without any, for Alexa's name where names stood long ago.

        Args:
            names: What it is for.
            begins: When it begins to be valid.
            ends: When it is not any more.
            issuer: Who signs it, in place of the intermediate.
            key: Whose it is, in place of the signing key's.
            usage: What it may be used for.
        """
        issuer = issuer or self.intermediate
        subject = issuer.certificate.subject
        builder = _builder((*names, ALEXA)[0], subject, key.public_key(), begins, ends)
        if names:
            builder = builder.add_extension(
                x509.SubjectAlternativeName([x509.DNSName(each) for each in names]), critical=False
            )
        builder = builder.add_extension(_by(issuer), critical=False)
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
        return builder.sign(issuer.key, SHA256())

    def self_signed(self) -> x509.Certificate:
        """A certificate for Alexa's name that nobody but its own key vouches for."""
        draft = self.certificate(ALEXA)
        names = draft.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        by = draft.subject
        builder = _builder(ALEXA, by, SIGNING_KEY.public_key(), NOW - YEAR, NOW + YEAR)
        return builder.add_extension(names, critical=False).sign(SIGNING_KEY, SHA256())

    def chain(self, *names: str, **validity: datetime) -> bytes:
        """A certificate for these names, and the intermediate behind it."""
        return pem(self.certificate(*(names or (ALEXA,)), **validity), self.intermediate.certificate)


def _signer(common: str, issuer: Signer | None, depth: int) -> Signer:
    key = ec.generate_private_key(ec.SECP256R1())
    by = issuer.certificate.subject if issuer is not None else name(common)
    builder = _builder(common, by, key.public_key(), NOW - 2 * YEAR, NOW + 2 * YEAR)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    builder = builder.add_extension(usage, critical=True)
    itself = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = builder.add_extension(itself, critical=False)
    if issuer is not None:
        builder = builder.add_extension(_by(issuer), critical=False)
    return Signer(builder.sign(issuer.key if issuer is not None else key, SHA256()), key)


def _by(issuer: Signer) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())


def _builder(common, by, key, begins, ends) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name(common))
        .issuer_name(by)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
    )
