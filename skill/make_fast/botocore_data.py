"""botocore's data files, without those that a client of DynamoDB does not need.

For its first client, botocore looks into four hundred folders for the names of all services. It also
parses the addresses of every service in every region, which its present rules for addresses do not need.
Everything else is read from botocore's own files, unchanged.

Worth: 45 ms of a start of 240.
Take it out: in `skill/stores/dynamodb/client.py`, without `register_component`.
"""

from typing import Any

from botocore.loaders import Loader

ADDRESSES = {
    "version": 3,
    "partitions": [
        {
            "partition": "aws",
            "dnsSuffix": "amazonaws.com",
            "regionRegex": r"^[a-z]{2}-[a-z]+-\d+$",
            "regions": {},
            "defaults": {
                "hostname": "{service}.{region}.{dnsSuffix}",
                "protocols": ["https"],
                "signatureVersions": ["v4"],
            },
            "services": {"dynamodb": {"endpoints": {}}},
        }
    ],
}
"""The part of botocore's `endpoints.json` about DynamoDB in AWS's own partition, where Alexa's skills
run; in the form of that file."""


class DynamoLoader(Loader):
    """Reads what a client of DynamoDB needs."""

    def list_available_services(self, type_name: str) -> list[str]:
        """The one service that is needed, without looking for others."""
        return ["dynamodb"] if type_name else []

    def load_data_with_path(self, name: str) -> tuple[Any, str]:
        """A data file and its path; the addresses come from this module."""
        return (ADDRESSES, __file__) if name == "endpoints" else super().load_data_with_path(name)
