"""A backup as JSON: read back as it was, or not at all."""

import json
import random
from dataclasses import replace

import pytest

from helpers.store_samples import at, done, saved
from skill.coach.person.backup import (
    MOST_RECORDS,
    SCHEMA,
    Backup,
    KeptPerson,
    decode_backup,
    encode_backup,
)
from skill.coach.person.device import KnownDevice
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile
from skill.coach.person.totals import Tally
from skill.errors import BackupError

PROFILE = Profile(
    "somebody",
    Preferences(introduced=True, routines={"Zoë": ("bridge",)}, holds={"bridge": 20.5}),
    practices=(saved(2, 9), saved(1, 5, ended=True)),
    stretches={"childs_pose": Tally(2, 120)},
    days={"2026-11-20": Tally(2, 120)},
    lately={"childs_pose": "2026-11-20"},
    generation="g",
)
DEVICE = KnownDevice("a-hash", rates={"en-US": 1.1}, time_zone="Europe/Berlin")
WHOLE = Backup(at(90), (KeptPerson(PROFILE, (done(2), done(1))),), (DEVICE,))


def text_of(backup):
    """A backup as it lies in a file."""
    return json.dumps(encode_backup(backup), ensure_ascii=False).encode()


def test_it_is_read_as_it_was_written():
    """Everything of everybody, and the devices."""
    assert decode_backup(json.loads(text_of(WHOLE))) == WHOLE


def test_nothing_of_others_is_in_it():
    """What others left unfinished is theirs."""
    shown = replace(PROFILE, household=(saved(7, 7),), device=DEVICE)
    written = text_of(Backup(at(90), (KeptPerson(shown),)))
    assert saved(7, 7).practice.id.encode() not in written
    assert b"a-hash" not in written


def test_a_file_with_a_byte_changed():
    """Whichever byte it is, and whatever became of it: refused, or nothing is different."""
    written, lots = text_of(WHOLE), random.Random(1)
    for _ in range(1_500):
        mutant = bytearray(written)
        mutant[lots.randrange(len(written))] = lots.choice((lots.randrange(256), *b'0 ",:}]n'))
        try:
            assert decode_backup(json.loads(bytes(mutant))) == WHOLE
        except (BackupError, ValueError) as refused:
            assert isinstance(refused, BackupError | json.JSONDecodeError | UnicodeDecodeError)  # noqa: PT017


def test_a_newer_one_is_refused():
    """By its number alone: nobody can tell what else is new in it."""
    newer = {"limber_back": SCHEMA + 1, "sha256": "", "household": {}}
    with pytest.raises(BackupError, match="schema 2, written by a newer version of Limber Back"):
        decode_backup(newer)


@pytest.mark.parametrize(
    "foreign",
    [
        None,
        True,
        7,
        "text",
        [],
        {},
        {"limber_back": True},
        {"limber_back": "1", "sha256": "", "household": 1},
        {"person": "account", "profile": {}, "history": []},
    ],
)
def test_a_file_of_something_else_is_refused(foreign):
    """Any other JSON."""
    with pytest.raises(BackupError, match=r"no export of Limber Back|not as it was written"):
        decode_backup(foreign)


@pytest.mark.parametrize(
    "impossible",
    [
        replace(WHOLE, people=WHOLE.people * 2),
        replace(WHOLE, devices=(DEVICE, DEVICE)),
        replace(WHOLE, people=(KeptPerson(PROFILE, (done(1), done(1))),)),
        replace(WHOLE, people=(KeptPerson(replace(PROFILE, practices=PROFILE.practices * 2)),)),
        replace(
            WHOLE,
            people=(KeptPerson(replace(PROFILE, practices=tuple(saved(n, 9 - n) for n in range(5)))),),
        ),
        replace(WHOLE, devices=tuple(KnownDevice(str(n)) for n in range(MOST_RECORDS))),
    ],
)
def test_what_no_store_can_have_written_is_refused(impossible):
    """Two of one and the same, or more than is kept, however well the sum over it fits."""
    with pytest.raises(BackupError, match="no export of Limber Back"):
        decode_backup(json.loads(text_of(impossible)))


def test_one_person_of_it():
    """What is theirs and the household's devices."""
    other = KeptPerson(Profile("another"))
    both = replace(WHOLE, people=(other, *WHOLE.people))
    assert both.of("somebody") == WHOLE
    assert both.of("nobody").people == ()
