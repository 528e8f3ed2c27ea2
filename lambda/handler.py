"""The entry of the Lambda function."""

from skill.make_fast.no_collection import nothing_collected
from skill.make_fast.services_on_demand import services_on_demand
from skill.make_fast.written_once import parts_written_once
from skill.settings import read_settings

with nothing_collected():
    settings = read_settings()
    if not settings.snapshot:
        services_on_demand()

    from skill.journal import write_journal
    from skill.on_lambda import build_for_lambda

    write_journal()
    handler = parts_written_once(build_for_lambda(settings))
