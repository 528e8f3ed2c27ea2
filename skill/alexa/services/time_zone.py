"""Alexa's settings service: the time zone of the device."""

import logging

from ask_sdk_core.exceptions import AskSdkException
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.services.service_exception import ServiceException

from skill.time_zones import zone_named

log = logging.getLogger(__name__)


def device_time_zone(handler_input: HandlerInput) -> str:
    """The IANA name of the device's time zone; empty where the service does not tell it."""
    context = handler_input.request_envelope.context
    system = context.system if context is not None else None
    if handler_input.service_client_factory is None or not (system and system.api_access_token):
        return ""
    try:
        service = handler_input.service_client_factory.get_ups_service()
        name = service.get_system_time_zone(system.device.device_id)
        known = zone_named(name)
    except (ServiceException, AskSdkException, ValueError, TypeError, OSError) as error:
        log.info("no time zone from the device: %s", type(error).__name__)
        return ""
    if known is None:
        log.info("no time zone from the device: a name of none")
        return ""
    return known.key
