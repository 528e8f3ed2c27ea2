"""The clients of Alexa's services, imported when the first of them is asked for.

With its first import the SDK imports all eleven, for the factory that makes them: a hundred and thirty
modules for what most visits never call. So before that import a stand-in takes the factory's name;
asked for a client, it imports the factory itself.

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
    """Stands where the SDK expects its own."""

    def __init__(self, api_configuration: object) -> None:
        self._configuration = api_configuration

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the SDK's has
        return getattr(_imported().ServiceClientFactory(self._configuration), name)


@cache
def _imported() -> ModuleType:
    del sys.modules[FACTORY]
    return import_module(FACTORY)


def services_on_demand() -> None:
    """Take the factory's name; too late once the SDK is imported, and then without effect."""
    if FACTORY not in sys.modules:
        stand_in = ModuleType(FACTORY, __doc__)
        stand_in.ServiceClientFactory = ServiceClientFactory  # type: ignore[attr-defined]
        sys.modules[FACTORY] = stand_in
