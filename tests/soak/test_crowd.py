"""A crowd at once: small enough to run whole in every test."""

from soak.crowd import on_dynamodb, on_sqlite
from soak.figures import broken


def test_two_devices_and_eight_threads_on_dynamodb(engine_address):
    """Two hundred stretches finished at once are two hundred in the history and in the totals."""
    assert broken(on_dynamodb(engine_address)) == []


def test_several_processes_on_sqlite(tmp_path):
    """The same in one file, from several processes."""
    assert broken(on_sqlite(tmp_path)) == []
