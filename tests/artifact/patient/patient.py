"""The artifact's entry, with a store that may be as slow as a busy machine is: AWS's never is."""

from skill.alexa.shell import store_visit
from skill.stores.dynamodb import client as dynamodb_client

store_visit.PATIENCE = dynamodb_client.CONNECT_SECONDS = dynamodb_client.READ_SECONDS = 60.0

from handler import handler  # noqa: E402, F401 - its client is made with these limits
