"""Amazon's Flask adapter, imported without the package that fails on many machines.

`flask_ask_sdk` imports `ask_sdk_webservice_support.verifier`, that imports `certvalidator`, and that
imports `oscrypto` 1.3.0, which looks for OpenSSL's version with a pattern that knows one digit after
the last dot. From OpenSSL 3.0.10 on it gives up with "Error detecting the version of libcrypto"; there
is no later release of it. So the locks leave both out; whoever installs with pip alone has them.

Nothing of `certvalidator` is needed here: only Amazon's own `RequestVerifier` calls it, and this service
uses `skill.web.alexa.verification` instead. So while the adapter is imported, two empty modules stand in
for `certvalidator`. If Amazon's verifier were used after all, it would refuse everything.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import NoReturn


class _RefusesEverything:
    """Stands in for `certvalidator.CertificateValidator`."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def validate_usage(self, *_: object, **__: object) -> NoReturn:
        """Refuse any certificate."""
        raise _CertvalidatorError("certificates are checked by skill.web.alexa.verification, never here")


class _CertvalidatorError(Exception):
    """Stands in for the errors of `certvalidator`."""


@contextmanager
def _without_certvalidator() -> Iterator[None]:
    """Put two stand-ins among the loaded modules, and afterwards put back what was there."""
    package, errors = ModuleType("certvalidator"), ModuleType("certvalidator.errors")
    package.__dict__["CertificateValidator"] = _RefusesEverything
    errors.__dict__.update(ValidationError=_CertvalidatorError, PathError=_CertvalidatorError)
    stand_ins = {module.__name__: module for module in (package, errors)}
    before = {name: sys.modules[name] for name in stand_ins if name in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
        sys.modules.update(before)


with _without_certvalidator():
    from ask_sdk_webservice_support.verifier import AbstractVerifier, VerificationException
    from flask_ask_sdk.skill_adapter import (
        VERIFY_SIGNATURE_APP_CONFIG,
        VERIFY_TIMESTAMP_APP_CONFIG,
        SkillAdapter,
    )

__all__ = [
    "VERIFY_SIGNATURE_APP_CONFIG",
    "VERIFY_TIMESTAMP_APP_CONFIG",
    "AbstractVerifier",
    "SkillAdapter",
    "VerificationException",
]
