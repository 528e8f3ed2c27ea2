"""botocore's requests without what nobody reads and what the tests have checked.

It would put its own name together anew for every request, and hold every parameter against the model
of the service. All our requests are sent to Amazon's own engine by the tests, which checks them.

Worth: 0.1 ms of a turn for the name, 0.08 ms for the parameters (profile of a warm turn in one process,
on Python 3.13, 2 cores, November 2026).
Take it out: in `skill/stores/dynamodb_client.py`, without the `merge`.
"""

from botocore.config import Config

PLAIN_REQUESTS = Config(user_agent="limber-back", parameter_validation=False)
"""Both settings, to be merged into the others of a client."""
