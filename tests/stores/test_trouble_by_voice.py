"""Whatever is wrong with the store: coaching goes on, a kind sentence once, and advice in the log."""

import sqlite3
from contextlib import closing

import pytest

from helpers.dynamodb_faults import refused
from helpers.dynamodb_table import ACCOUNTS_HEAD, key_of_practice, put
from helpers.store_samples import HOUSEHOLD
from helpers.whole_skill import device_on, words
from skill.coach.person.profile import ACCOUNT
from skill.speech.ssml import words_of
from skill.stores.dynamodb import DynamoStore
from skill.stores.sqlite import store as sqlite_module


def missing_table(request):
    """A table that nobody has made."""
    store = request.getfixturevalue("amazon")
    return DynamoStore("elsewhere", store._client)


def wrong_credentials(request):
    """Credentials that DynamoDB does not know."""
    store = request.getfixturevalue("amazon")
    store._client.meta.events.register_first(
        "before-send.dynamodb", lambda **_: refused("UnrecognizedClientException")
    )
    return store


def newer_item(request):
    """A profile that a newer version has written."""
    store = request.getfixturevalue("amazon")
    put(store, ACCOUNTS_HEAD, v={"N": "4"})
    return store


def newer_file(request):
    """A file that a newer version has written."""
    store = request.getfixturevalue("sqlite")
    store.open(HOUSEHOLD, "account")
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("INSERT INTO migration (number, name) VALUES (999, 'tomorrow')")
    return store


def damaged_file(request):
    """A file that is no database."""
    store = request.getfixturevalue("sqlite")
    store.path.write_text("Dear diary, today my back was fine. " * 40, encoding="utf-8")
    return store


def limited(request, arguments, pragma):
    """A file that can be read, and written only so far."""
    store = request.getfixturevalue("sqlite")
    with closing(sqlite3.connect(store.path)) as connection:
        # Small pages have no room to spare: a practice needs another one.
        connection.execute("PRAGMA page_size = 512")
        connection.execute("VACUUM")
    store.open(HOUSEHOLD, "account")
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("VACUUM")  # what the migrations have left free
    connect = sqlite3.connect

    def connected(path, **options):
        connection = connect(f"file:{path}{arguments}", uri=True, **options)
        connection.execute(pragma)
        return connection

    request.getfixturevalue("mocker").patch.object(sqlite_module.sqlite3, "connect", connected)
    return store


def read_only_file(request):
    """A file that may only be read."""
    return limited(request, "?mode=ro", "PRAGMA user_version")


def full_disk(request):
    """A disk with no room for another page."""
    return limited(request, "?mode=rw", "PRAGMA max_page_count = 1")


@pytest.mark.parametrize(
    ("trouble", "advice"),
    [
        (missing_table, ["table elsewhere", "LIMBER_STORE=dynamodb:<table>"]),
        (wrong_credentials, ["UnrecognizedClientException", "check the credentials"]),
        (newer_item, ["schema 4", "deploy that one again"]),
        (newer_file, ["progress.db", "install that one here"]),
        (damaged_file, ["progress.db", "bring back a copy"]),
        (read_only_file, ["progress.db", "let this user write the file"]),
        (full_disk, ["progress.db", "make room on it"]),
    ],
)
def test_trouble(request, caplog, trouble, advice):
    """A whole visit goes on with a store that cannot be used."""
    device = device_on(trouble(request), HOUSEHOLD)
    lines = ("open limber back", "start child's pose", "next", "how am i doing", "delete my data", "yes")
    heard = [words_of(device.say(line).ssml) for line in lines]

    assert words().stretch("childs_pose").release in heard[1]
    assert " ".join(heard).count(words().say("not_saved")) == 1
    assert words().say("went_wrong") not in " ".join(heard)
    told = caplog.text
    assert all(part in told for part in advice)
    assert "a turn failed" not in told
    assert HOUSEHOLD not in told


def test_damage_that_can_be_passed_over(amazon, caplog):
    """Damaged items are not mentioned to the person: the coaching goes on from what can be read."""
    put(amazon, ACCOUNTS_HEAD, prefs={"S": "?"}, sums={"B": b"?"}, u1={"N": "1"})
    put(amazon, key_of_practice(1, ACCOUNT), f0={"N": "5"}, b={"B": b"?"})
    device = device_on(amazon, HOUSEHOLD)
    heard = [words_of(device.say(line).ssml) for line in ("open limber back", "start child's pose")]

    assert words().say("not_saved") not in " ".join(heard)
    assert "WARNING" not in caplog.text
