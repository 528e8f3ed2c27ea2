"""The clients of Alexa's services, imported only when one of them is needed.

With its first import the SDK imports all eleven, for the factory that makes them: a hundred and thirty
modules that most visits do not need. So a stand-in takes the factory's name before that import, and
imports the real factory when it is asked for a client.

Worth: 15 ms of a start of 240. Worse than nothing for a snapshot, and left out for one: a turn would
import them in 72 ms, for in Lambda's folder nothing that is compiled can be kept.
Take it out: in `lambda/handler.py`, without the call.
"""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

FACTORY = "ask_sdk_model.services.service_client_factory"


class ServiceClientFactory:
    """Stands in for the SDK's factory."""

    def __init__(self, api_configuration: object) -> None:
        self._configuration = api_configuration

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the SDK's has
        return getattr(_imported().ServiceClientFactory(self._configuration), name)


@cache
def _imported() -> ModuleType:
    del sys.modules[FACTORY]
    return import_module(FACTORY)


def services_on_demand() -> None:
    """Put the stand-in in the factory's place; has no effect once the SDK is imported."""
    if FACTORY not in sys.modules:
        stand_in = ModuleType(FACTORY, __doc__)
        stand_in.ServiceClientFactory = ServiceClientFactory  # type: ignore[attr-defined]
        sys.modules[FACTORY] = stand_in
