"""Backups as files: what `limber export` writes and `limber import` reads."""

import json
from typing import BinaryIO

from skill.coach.person.backup import Backup, decode_backup, encode_backup
from skill.errors import BackupError


def written(backup: Backup) -> bytes:
    """A backup as the text of a file: in UTF-8, whatever the terminal takes."""
    return json.dumps(encode_backup(backup), ensure_ascii=False, indent=2).encode()


def read(file: BinaryIO) -> Backup:
    """The backup in a file; in UTF-8 or UTF-16, since some shells write that.

    Raises:
        BackupError: The file cannot be read, is none, or is damaged; the message names it.
    """
    try:
        return decode_backup(json.loads(file.read()))
    except BackupError as error:
        raise BackupError(f"{file.name} cannot be imported: {error}") from error
    except OSError as error:
        raise BackupError(f"{file.name} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise BackupError(
            f"{file.name} cannot be imported: it is no JSON, or is cut short:"
            " give a whole file that limber export wrote"
        ) from error


def told(backup: Backup) -> str:
    """What a backup holds, in one line."""
    finished = sum(len(kept.history) for kept in backup.people)
    counts = (
        (len(backup.people), "person", "people"),
        (finished, "finished stretch", "finished stretches"),
        (len(backup.devices), "device", "devices"),
    )
    parts = [f"{number} {one if number == 1 else several}" for number, one, several in counts]
    return f"Imported {parts[0]}, {parts[1]} and {parts[2]}."
