"""The entry of the Lambda function."""

from skill.make_fast.no_collection import nothing_collected
from skill.make_fast.services_on_demand import services_on_demand
from skill.settings import read_settings

with nothing_collected():
    settings = read_settings()
    if not settings.snapshot:
        services_on_demand()

    from skill.journal import write_journal
    from skill.on_lambda import build_for_lambda

    write_journal()
    handler = build_for_lambda(settings)
