"""The SQLite file: what can be wrong with it, how it grows, and several processes on it."""

import json
import multiprocessing
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from helpers.sqlite_device import EACH, PATIENCE, practise
from helpers.store_samples import (
    HOUSEHOLD,
    LONG_AGO,
    PERSON,
    at,
    done,
    finishing,
    knowing,
    placing,
    practice_id,
    saved,
    without_counted,
)
from skill.coach.person.backup import decode_backup
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences, encode_preferences
from skill.coach.person.profile import KEPT_HISTORY, Profile
from skill.coach.person.profile_encoding import encode_finished, encode_saved
from skill.coach.person.totals import Tally
from skill.errors import StoreError
from skill.stores.reading import encode_totals, to_text
from skill.stores.sqlite import SqliteStore, migrations
from skill.stores.sqlite import store as module
from skill.stores.sqlite.migrations import MIGRATIONS

CHANGE = Change(at(5), Preferences(introduced=True), (saved(1, 5),), (done(1),))


def ask(path, query, *values):
    """All rows of a query, past the store."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(query, values).fetchall()


def test_nothing_happens_before_the_first_use(tmp_path):
    """Making a store touches no file; the first look makes it."""
    store = SqliteStore(tmp_path / "progress.db")
    assert not store.path.exists()

    store.open(HOUSEHOLD, PERSON)
    assert store.path.exists()


def test_a_missing_folder(tmp_path):
    """A folder that is not there is named with what to do, and is not made."""
    path = tmp_path / "nowhere" / "progress.db"
    with pytest.raises(StoreError) as caught:
        SqliteStore(path).write(HOUSEHOLD, PERSON, CHANGE)

    assert str(caught.value) == (
        f"cannot keep progress in {path} (unable to open database file):"
        f" there is no folder {path.parent}: create it,"
        " or set LIMBER_STORE=sqlite:<path> to a file that can be written"
    )
    assert not path.parent.exists()


def test_a_folder_in_place_of_the_file(tmp_path):
    """A folder cannot be the file; the message names it."""
    with pytest.raises(StoreError, match=f"cannot keep progress in {tmp_path} .*let this user"):
        SqliteStore(tmp_path).open(HOUSEHOLD, PERSON)


def test_a_file_of_something_else(tmp_path):
    """A file that is no database is left as it is; the message names it."""
    path = tmp_path / "progress.db"
    path.write_text("Dear diary, today my back was fine. " * 40, encoding="utf-8")
    kept = path.read_bytes()
    with pytest.raises(StoreError, match=rf"{path} \(file is not a database\): it is damaged"):
        SqliteStore(path).write(HOUSEHOLD, PERSON, CHANGE)

    assert path.read_bytes() == kept


def test_a_database_of_another_program(tmp_path):
    """It gets no tables of ours; nor does a file of ours whose list of tables is damaged."""
    path = tmp_path / "progress.db"
    ask(path, "CREATE TABLE diary (day TEXT)")
    kept = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        SqliteStore(path).write(HOUSEHOLD, PERSON, CHANGE)

    assert str(caught.value) == (
        f"{path} is damaged or another program's: move it away and bring back a copy,"
        " or set LIMBER_STORE=sqlite:<path> to another file"
    )
    assert path.read_bytes() == kept


def test_a_schema_that_is_no_text(sqlite):
    """SQLite quotes what it found in it, and Python cannot read that: one line all the same."""
    sqlite.write(HOUSEHOLD, PERSON, CHANGE)
    ask(sqlite.path, "PRAGMA journal_mode = DELETE")
    damaged = sqlite.path.read_bytes().replace(b"CREATE TABLE person (", b"CREATE \xff\xfe\nLE person (")
    sqlite.path.write_bytes(damaged)
    with pytest.raises(StoreError) as caught:
        sqlite.open(HOUSEHOLD, PERSON)

    assert str(caught.value) == (
        f"cannot keep progress in {sqlite.path} (its schema is no text): it is damaged or no SQLite"
        " database: move it away and bring back a copy,"
        " or set LIMBER_STORE=sqlite:<path> to a file that can be written"
    )


@pytest.mark.parametrize(
    ("arguments", "pragma", "advice"),
    [
        ("?mode=ro", "PRAGMA user_version", "let this user write the file"),
        ("?mode=rw", "PRAGMA max_page_count = 1", "the disk is full or failing"),
    ],
    ids=["read-only", "full"],
)
def test_no_writing(sqlite, mocker, arguments, pragma, advice):
    """On a read-only file or a full disk a write says so, and nothing of it is kept."""
    sqlite.open(HOUSEHOLD, PERSON)
    connect = sqlite3.connect

    def limited(path, **options):
        connection = connect(f"file:{path}{arguments}", uri=True, **options)
        connection.execute(pragma)
        return connection

    mocker.patch.object(module.sqlite3, "connect", limited)
    many = tuple(done(1, item) for item in range(500))
    with pytest.raises(StoreError, match=advice):
        sqlite.write(HOUSEHOLD, PERSON, Change(at(5), finished=many))

    mocker.stopall()
    assert list(sqlite.history(HOUSEHOLD, PERSON, LONG_AGO)) == []


def test_a_file_held_by_another_program(sqlite, monkeypatch):
    """A write waits for another program so long and no longer, and says so."""
    sqlite.open(HOUSEHOLD, PERSON)
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(sqlite.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program holds it"):
            sqlite.write(HOUSEHOLD, PERSON, CHANGE)
        # Reading goes on meanwhile.
        assert sqlite.open(HOUSEHOLD, PERSON) == Profile(PERSON)


def test_a_change_is_written_whole_or_not_at_all(sqlite, mocker):
    """When a write breaks off, nothing of it stays."""
    mocker.patch.object(
        module, "write_preferences", side_effect=sqlite3.OperationalError("disk I/O error")
    )
    with pytest.raises(StoreError):
        sqlite.write(HOUSEHOLD, PERSON, CHANGE)

    assert sqlite.open(HOUSEHOLD, PERSON) == Profile(PERSON)
    assert list(sqlite.history(HOUSEHOLD, PERSON, LONG_AGO)) == []


def test_what_is_no_text(sqlite):
    """An id that is no valid text is refused without being repeated."""
    with pytest.raises(StoreError, match="no valid text"):
        sqlite.write("house\ud800", PERSON, CHANGE)


def test_an_empty_change_does_not_touch_the_file(sqlite):
    """A turn that changes nothing costs nothing."""
    sqlite.write(HOUSEHOLD, PERSON, Change(at(0)))

    assert not sqlite.path.exists()


def test_migrations_are_recorded(sqlite):
    """A new file has every migration, each recorded once, and keeps a log beside it."""
    sqlite.open(HOUSEHOLD, PERSON)
    sqlite.open(HOUSEHOLD, PERSON)

    recorded = ask(sqlite.path, "SELECT number, name FROM migration ORDER BY number")
    assert recorded == [(migration.number, migration.name) for migration in MIGRATIONS]
    assert ask(sqlite.path, "PRAGMA journal_mode") == [("wal",)]


def test_the_tables(sqlite):
    """The migrations lead to these tables: what was released stays readable."""
    sqlite.open(HOUSEHOLD, PERSON)

    columns = (
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' ORDER BY t.name, c.cid"
    )
    tables = {}
    for table, column in ask(sqlite.path, columns):
        tables.setdefault(table, []).append(column)
    assert tables == {
        "device": ["account", "device", "at", "known"],
        "erased": ["account", "person", "generation", "at"],
        "migration": ["number", "name", "applied_at"],
        "person": ["account", "person", "preferences", "totals", "before"],
        "practice": ["account", "person", "id", "at", "ended", "last", "saved", "finished"],
    }


def first_release(path):
    """A file as the first release left it, with three finished stretches in it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with mock.patch.object(migrations, "MIGRATIONS", MIGRATIONS[:1]):
            migrations.migrate(connection)
        for entry in (done(1), done(2, 1), done(9, day="2026-11-21")):
            values = (HOUSEHOLD, PERSON, *encode_finished(entry).values())
            connection.execute("INSERT INTO finished VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        for kind, name, count, seconds in (
            ("stretch", "childs_pose", 2, 120),
            ("stretch", "cat_cow", 1, 120),
            ("stretch", "bridge", 4, 99),
            ("day", "2026-11-20", 2, 180),
            ("day", "2026-11-21", 1, 60),
        ):
            total = (HOUSEHOLD, PERSON, kind, name, count, seconds)
            connection.execute("INSERT INTO total VALUES (?, ?, ?, ?, ?, ?)", total)
        preferences = to_text(encode_preferences(CHANGE.preferences))
        kept = (HOUSEHOLD, PERSON, preferences)
        connection.execute("INSERT INTO profile VALUES (?, ?, ?)", kept)
        encoded = encode_saved(saved(1, 5))
        row = (HOUSEHOLD, PERSON, practice_id(1), encoded["at"], to_text(encoded))
        connection.execute("INSERT INTO practice VALUES (?, ?, ?, ?, ?)", row)


def test_a_file_of_the_first_release(sqlite):
    """A file of the first release is brought up to date: nothing is lost, last days are found."""
    first_release(sqlite.path)

    assert sqlite.open(HOUSEHOLD, PERSON) == Profile(
        PERSON,
        CHANGE.preferences,
        (knowing(saved(1, 5), 0),),
        stretches={
            "childs_pose": Tally(2, 120),
            "cat_cow": Tally(1, 120),
            # Older than the history that is left.
            "bridge": Tally(4, 99),
        },
        days={"2026-11-20": Tally(2, 180), "2026-11-21": Tally(1, 60)},
        lately={"childs_pose": "2026-11-21", "cat_cow": "2026-11-20"},
    )
    history = list(sqlite.history(HOUSEHOLD, PERSON, LONG_AGO))
    assert history == [done(9, day="2026-11-21"), done(2, 1), done(1)]
    recorded = ask(sqlite.path, "SELECT number FROM migration ORDER BY number")
    assert recorded == [(migration.number,) for migration in MIGRATIONS]


def test_a_migration_that_breaks_off(sqlite, mocker):
    """When a migration fails, the file is as it was, and the next start tries again."""
    first_release(sqlite.path)
    steps = (MIGRATIONS[1].statements[0], "SELECT nonsense")
    broken = replace(MIGRATIONS[1], statements=steps)
    mocker.patch.object(migrations, "MIGRATIONS", (MIGRATIONS[0], broken))
    with pytest.raises(StoreError):
        sqlite.open(HOUSEHOLD, PERSON)
    mocker.stopall()

    assert sqlite.open(HOUSEHOLD, PERSON).times_done("bridge") == 4


def test_a_file_from_a_newer_version(sqlite):
    """A file of a newer version is left alone, whatever is called; the message says what to do."""
    sqlite.write(HOUSEHOLD, PERSON, CHANGE)
    ask(sqlite.path, "INSERT INTO migration (number, name) VALUES (999, 'tomorrow')")

    for use in (
        lambda: sqlite.open(HOUSEHOLD, PERSON),
        lambda: sqlite.write(HOUSEHOLD, PERSON, CHANGE),
        lambda: sqlite.history(HOUSEHOLD, PERSON, LONG_AGO),
        lambda: sqlite.hide(HOUSEHOLD, PERSON),
        lambda: sqlite.people(HOUSEHOLD),
    ):
        with pytest.raises(StoreError) as caught:
            use()
        assert str(caught.value) == (
            f"{sqlite.path} was written by a newer version of Limber Back: install that one here,"
            " or set LIMBER_STORE=sqlite:<path> to another file"
        )
    assert ask(sqlite.path, "SELECT count(*) FROM practice") == [(1,)]


def test_what_is_too_old_goes_in_passing(sqlite):
    """A finished stretch takes days no longer shown and a history of more than two years with it."""
    days = ["2026-09-20", "2026-09-21", "2026-09-22", "2026-11-20"]
    old = replace(done(1), finished_at=at(0) - KEPT_HISTORY)
    still = replace(done(2), finished_at=at(1) - KEPT_HISTORY)
    sqlite.write(HOUSEHOLD, PERSON, finishing(old))
    sqlite.write(HOUSEHOLD, PERSON, finishing(still))
    sqlite.write(HOUSEHOLD, "somebody", finishing(old))
    for number, day in enumerate(days):
        finished = replace(done(10 + number, day=day), finished_at=at(1))
        sqlite.write(HOUSEHOLD, PERSON, finishing(finished))

    [(totals,)] = ask(sqlite.path, "SELECT totals FROM person WHERE person = ?", PERSON)
    assert sorted(json.loads(totals)["days"]) == ["2026-09-22", "2026-11-20"]
    kept = ask(sqlite.path, "SELECT id FROM practice WHERE person = ?", PERSON)
    assert (old.practice,) not in kept
    assert (still.practice,) in kept
    assert sqlite.open(HOUSEHOLD, PERSON).times_done("childs_pose") == 6
    counted = sqlite.recount(HOUSEHOLD, PERSON)
    assert (counted.before, counted.after) == (counted.after, sqlite.open(HOUSEHOLD, PERSON).totals)
    assert len(list(sqlite.history(HOUSEHOLD, "somebody", LONG_AGO))) == 1


@pytest.mark.parametrize("damage", ["", "often", "[]", "{}", '{"stretches": 7}', b"\xff", 7])
def test_damaged_totals_are_worked_out_anew(sqlite, damage):
    """They are a function of the practices: whatever stands in their place, nothing is lost."""
    sqlite.write(HOUSEHOLD, PERSON, finishing(done(1)))
    before = sqlite.open(HOUSEHOLD, PERSON)
    ask(sqlite.path, "UPDATE person SET totals = ?", damage)
    assert sqlite.open(HOUSEHOLD, PERSON) == before
    sqlite.write(HOUSEHOLD, PERSON, finishing(done(2)))

    profile = sqlite.open(HOUSEHOLD, PERSON)
    assert (profile.stretches, profile.days, profile.lately) == (
        {"childs_pose": Tally(2, 120)},
        {"2026-11-20": Tally(2, 120)},
        {"childs_pose": "2026-11-20"},
    )


def test_a_recount_says_what_it_changed(sqlite):
    """Totals that somebody has changed past the store are put right, and it is told what they were."""
    sqlite.write(HOUSEHOLD, PERSON, finishing(done(1), done(2, 1)))
    before = sqlite.open(HOUSEHOLD, PERSON).totals
    wrong = replace(before, stretches={**before.stretches, "bridge": Tally(9, 9)})
    ask(sqlite.path, "UPDATE person SET totals = ?", to_text(encode_totals(wrong)))
    counted = sqlite.recount(HOUSEHOLD, PERSON)

    assert (counted.before, counted.after) == (wrong, before)
    assert sqlite.open(HOUSEHOLD, PERSON).totals == before


EARLIER = Path(__file__).parent / "earlier"


def test_a_file_of_step_3(sqlite):
    """A file from before a practice was a record goes over whole; counting again changes nothing."""
    with closing(sqlite3.connect(sqlite.path)) as connection:
        connection.executescript((EARLIER / "file_of_step_3.sql").read_text(encoding="utf-8"))
    exported = json.loads((EARLIER / "file_of_step_3.json").read_text(encoding="utf-8"))
    before, after = decode_backup(exported), sqlite.back_up(HOUSEHOLD, at(90))

    assert without_counted(after) == without_counted(before)
    for kept in after.people:
        finished = {(entry.practice, entry.item) for entry in kept.history}
        for practice in kept.profile.practices:
            told = {(practice.practice.id, item) for item in practice.counted}
            assert told == {key for key in finished if key[0] == practice.practice.id}
        counted = sqlite.recount(HOUSEHOLD, kept.profile.person)
        assert counted.before == counted.after
    assert after.people[0].profile.stretches["happy_baby"] == Tally(4, 396)
    tables = ask(sqlite.path, "SELECT name FROM sqlite_master WHERE type = 'table'")
    assert not {("total",), ("finished",), ("profile",), ("old_practice",)} & set(tables)


def test_hiding_deletes_it_all(sqlite):
    """After a deletion no table names the person but that of the tombstones."""
    sqlite.write(HOUSEHOLD, PERSON, CHANGE)
    sqlite.hide(HOUSEHOLD, PERSON)

    who = "SELECT t.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE c.name = 'person'"
    tables = [table for (table,) in ask(sqlite.path, who)]
    rows = {table: len(ask(sqlite.path, f"SELECT 1 FROM {table}")) for table in tables}  # noqa: S608
    assert rows == {"person": 0, "practice": 0, "erased": 1}


def test_tombstones_go(sqlite):
    """A tombstone older than some days is deleted by the next deletion; a newer one stays."""
    for person in ("one", "two"):
        sqlite.hide(HOUSEHOLD, person)
    then = "UPDATE erased SET at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-50 hours') WHERE person = ?"
    ask(sqlite.path, then, "one")
    sqlite.hide(HOUSEHOLD, PERSON)

    assert sorted(ask(sqlite.path, "SELECT person FROM erased")) == [(PERSON,), ("two",)]


def test_damaged_rows_are_passed_over(sqlite):
    """What cannot be read is left out, the rest is told."""
    sqlite.write(HOUSEHOLD, PERSON, CHANGE)
    who = (HOUSEHOLD, PERSON)
    row = "INSERT INTO practice VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    told = to_text([encode_finished(done(1)), {"stretch": "bridge"}, 7, None])
    for number, text in enumerate(["", "{}", "[" * 100_000, '{"practice": 1}', b"\xff\xfe", told]):
        ask(sqlite.path, row, *who, f"x{number}", "9999", 0, "9999", text, text)
    ask(sqlite.path, "UPDATE person SET preferences = '[]', before = 'nothing'")
    one = to_text([encode_finished(done(1)), {**encode_finished(done(1, 1)), "seconds": "long"}])
    ask(sqlite.path, "UPDATE practice SET finished = ? WHERE id = ?", one, practice_id(1))

    sqlite.write(HOUSEHOLD, PERSON, placing(saved(2, 6)))
    assert sqlite.open(HOUSEHOLD, PERSON) == Profile(
        PERSON,
        Preferences(),
        (saved(2, 6), knowing(saved(1, 5), 0)),
        stretches={"childs_pose": Tally(1, 60)},
        days={"2026-11-20": Tally(1, 60)},
        lately={"childs_pose": "2026-11-20"},
    )
    assert list(sqlite.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1)]


PROCESSES = 4


def test_several_processes_at_once(sqlite):
    """Processes that make the file and write it at the same time lose and double nothing."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(PROCESSES)
    processes = [
        context.Process(target=practise, args=(sqlite.path, number, barrier))
        for number in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=PATIENCE)

    assert [process.exitcode for process in processes] == [0] * PROCESSES
    expected = {done(number, item) for number in (*range(PROCESSES), 99) for item in range(EACH)}
    assert set(sqlite.history(HOUSEHOLD, PERSON, LONG_AGO)) == expected
    profile = sqlite.open(HOUSEHOLD, PERSON)
    assert profile.days["2026-11-20"].count == len(expected)
    assert {p.saved_at for p in profile.practices} == {at(EACH - 1)}


def test_the_file_may_move(sqlite, tmp_path):
    """A store finds a file that was moved away and brought back."""
    sqlite.write(HOUSEHOLD, PERSON, finishing(done(1)))
    sqlite.path.rename(tmp_path / "copy.db")
    assert list(sqlite.history(HOUSEHOLD, PERSON, LONG_AGO)) == []

    (tmp_path / "copy.db").replace(sqlite.path)
    assert list(sqlite.history(HOUSEHOLD, PERSON, LONG_AGO)) == [done(1)]
