"""botocore's requests without a part that nobody reads and without a check that the tests make.

botocore would compose its own name anew for every request, and check every parameter against the model
of the service. The tests send all requests of the skill to Amazon's own engine, which checks them.

Worth: 0.1 ms of a turn for the name, 0.08 ms for the parameters (profile of a warm turn in one process,
on Python 3.13, 2 cores, November 2026).
Take it out: in `skill/stores/dynamodb/client.py`, without the `merge`.
"""

from botocore.config import Config

PLAIN_REQUESTS = Config(user_agent="limber-back", parameter_validation=False)
"""Both settings, to be merged into a client's other settings."""
