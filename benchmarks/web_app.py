"""The services that `benchmarks/web.py` and `forged_chains.py` measure: this one, and an empty skill.

This one verifies every request against a private root, whose folder `LIMBER_BENCH` names. The clock that
requests are checked against stands still, so that they can be signed before the measurement.
"""

import logging
import os
import time
from datetime import datetime
from pathlib import Path

from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type
from cryptography.x509 import load_pem_x509_certificate
from cryptography.x509.verification import Store
from flask import Flask

from skill.bootstrap import build_store
from skill.errors import UnverifiedRequestError
from skill.settings import read_settings
from skill.web.alexa.adapter import (
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    SkillAdapter,
)
from skill.web.alexa.chains import Chains
from skill.web.alexa.verification import Verifier
from skill.web.application import create_app


def ours() -> Flask:
    """The web service as it is, but with another root, chain and clock."""
    logging.disable()  # every refusal is a line
    folder, settings = Path(os.environ["LIMBER_BENCH"]), read_settings()
    now = datetime.fromisoformat((folder / "now").read_text())
    roots = Store([load_pem_x509_certificate((folder / "root.pem").read_bytes())])

    def fetch(address: str) -> bytes:
        if "made-up" in address:
            time.sleep(float(os.environ["LIMBER_BENCH_LATENCY"]))
            raise UnverifiedRequestError("nothing lies there")
        return (folder / "chain.pem").read_bytes()

    chains = Chains(fetch)
    verifier = Verifier(settings.skill_id, roots, chains, lambda: now)
    return create_app(settings, build_store(settings.store), verifier)


def empty() -> Flask:
    """A skill of one handler and one word, in the style of the SDK's documentation, without checks."""
    builder = SkillBuilder()

    @builder.request_handler(can_handle_func=is_request_type("LaunchRequest"))
    def launch(handler_input):  # noqa: ANN001, ANN202 - as the SDK's own examples have it
        return handler_input.response_builder.speak("Hello.").ask("Hello?").response

    app = Flask("empty")
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    SkillAdapter(skill=builder.create(), skill_id="empty", app=app).register(app=app, route="/alexa")
    return app
