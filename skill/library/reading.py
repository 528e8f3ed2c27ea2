"""Reads TOML tables key by key and notes every problem instead of stopping at the first."""

import math
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from skill.errors import in_one_line
from skill.library.records import Figure

Choice = TypeVar("Choice", bound=StrEnum)
Record = TypeVar("Record")


class Problems:
    """Collects problems, as `file: key: problem`."""

    def __init__(self) -> None:
        self.lines: list[str] = []

        self._noted: set[tuple[str, str]] = set()

    def note(self, file: str, key: str, problem: str) -> None:
        """Add one problem."""
        self.lines.append(in_one_line(f"{file}: {key}: {problem}"))
        self._noted |= {(file, key), (file, key.partition(".")[0])}

    def has(self, file: str, *keys: str) -> bool:
        """Whether a problem is noted for one of these keys, so that what follows from it need not be.

        The key `file` stands for a file that could not be read at all.
        """
        return any((file, key) in self._noted for key in keys)


class Table:
    """One table of a file. What is missing or wrong is noted, and something empty is returned for it.

    Call `close` after everything was read: it notes the keys that were not asked for.
    """

    def __init__(self, file: str, data: Mapping[str, Any], problems: Problems, at: str = "") -> None:
        self.file = file
        self._data = data
        self._problems = problems
        self._at = at
        self._read: set[str] = set()

    def note(self, key: str, problem: str) -> None:
        """Note a problem with one of this table's keys."""
        self._problems.note(self.file, self._at + key, problem)

    def text(self, key: str, *, optional: bool = False) -> str:
        """A text that is not empty; an optional one may be missing, and is then empty."""
        value = self._value(key, str, "a text", optional=optional)
        if value is None:
            return ""
        if not value.strip():
            self.note(key, "is empty")
        return str(value)

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key, list, "a list of texts", optional=optional)
        if value is None:
            return ()
        if not all(isinstance(item, str) and item.strip() for item in value):
            self.note(key, "must hold texts only, none of them empty")
            return ()
        if not value and not optional:
            self.note(key, "is empty")
        return tuple(value)

    def items(self, key: str, *, optional: bool = False) -> tuple[object, ...]:
        """A list of anything, which the caller checks."""
        return tuple(self._value(key, list, "a list", optional=optional) or ())

    def value(self, key: str) -> object:
        """Whatever stands there, which the caller checks; None where it is missing."""
        self._read.add(key)
        return self._data.get(key)

    def all_texts(self) -> dict[str, str]:
        """Every key with its text, for a table of nothing else."""
        return {key: self.text(key) for key in self.names()}

    def number(self, key: str) -> float:
        """A number, nought or more."""
        value = self._value(key, (int, float), "a number", optional=False)
        if value is None:
            return 0.0
        if isinstance(value, bool) or not 0 <= value < math.inf:
            self.note(key, "must be a number, nought or more")
            return 0.0
        return float(value)

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers, nought or more; empty where it is missing."""
        value = self._value(key, list, "a list of numbers", optional=True)
        if value is None:
            return ()
        if not all(type(item) in (int, float) and 0 <= item < math.inf for item in value):
            self.note(key, "must hold numbers only, nought or more")
            return ()
        return tuple(map(float, value))

    def within(self, key: str, least: float, most: float, usual: float) -> float:
        """A number between two bounds, that may be negative; the usual one where it is missing."""
        value = self._value(key, (int, float), "a number", optional=True)
        if value is None:
            return usual
        if isinstance(value, bool) or not least <= value <= most:
            self.note(key, f"{value} is not a number from {least:g} to {most:g}")
            return usual
        return float(value)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number between two bounds."""
        value = self._value(key, (int, float), "a number", optional=False)
        if value is None:
            return least
        if isinstance(value, bool) or not least <= value <= most or value != int(value):
            self.note(key, f"{value} is not a whole number from {least} to {most}")
            return least
        return int(value)

    def flag(self, key: str) -> bool:
        """Yes or no; no where it is missing."""
        return bool(self._value(key, bool, "true or false", optional=True))

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One of the values of an enumeration."""
        value = self.one_of(key, tuple(choices))
        return choices(value) if value else next(iter(choices))

    def one_of(self, key: str, choices: Sequence[str]) -> str:
        """One of several texts; empty where it is none of them."""
        value = self.text(key)
        if value in choices:
            return value
        if value.strip():
            self.note(key, f"{value!r} is none of {', '.join(choices)}")
        return ""

    def figure(self, key: str, least: int, most: int) -> Figure:
        """A whole number between two bounds, with its sources."""
        if not isinstance(self._data.get(key), Mapping):
            self._read.add(key)
            if key not in self._data:
                self.note(key, "is missing")
            else:
                self.note(key, 'must be written { value = 30, sources = ["S0"] }')
            return Figure(least, ())
        table = self.table(key)
        figure = Figure(table.whole("value", least, most), table.texts("sources"))
        table.close()
        return figure

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        value = self._value(key, dict, "a table", optional=False)
        if value is None:
            return Table(self.file, {}, Problems())
        return Table(self.file, value, self._problems, f"{self._at}{key}.")

    def tables(self) -> Iterator[tuple[str, "Table"]]:
        """Every key of this table, each holding a table."""
        for key in self._data:
            yield key, self.table(key)

    def rows(self, key: str) -> Iterator["Table"]:
        """The tables of a list of them, each closed when it has been read; the first is number 1."""
        rows = self._value(key, list, "a list of tables", optional=False) or ()
        if not all(isinstance(row, dict) for row in rows):
            self.note(key, "must be a list of tables")
            return
        for number, row in enumerate(rows, 1):
            table = Table(self.file, row, self._problems, f"{self._at}{key}.{number}.")
            yield table
            table.close()

    def names(self) -> tuple[str, ...]:
        """The keys of this table."""
        return tuple(self._data)

    def close(self) -> None:
        """Note every key that was not asked for."""
        for key in self._data:
            if key not in self._read:
                self.note(key, "is unknown; is it misspelt?")

    def _value(self, key: str, kind: Any, called: str, *, optional: bool) -> Any:  # noqa: ANN401
        self._read.add(key)
        if key not in self._data:
            if not optional:
                self.note(key, "is missing")
            return None
        value = self._data[key]
        if not isinstance(value, kind):
            self.note(key, f"must be {called}")
            return None
        return value


def read_file(folder: Path, name: str, problems: Problems) -> Table:
    """The outermost table of a file; a file that is missing or no TOML is noted and read as empty."""
    path = folder / name
    shown = f"content/{name}"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.note(shown, "file", "is missing")
    except OSError as error:
        problems.note(shown, "file", f"cannot be read: {error.strerror}")
    except ValueError as error:  # bytes that are no text, what is no TOML, a number of 5,000 digits
        problems.note(shown, "file", f"is not TOML: {error}")
    except RecursionError:
        problems.note(shown, "file", "is not TOML that can be read: a list is nested too deeply")
    else:
        return Table(shown, data, problems)
    return Table(shown, {}, Problems())


def names_in(folder: Path) -> tuple[str, ...]:
    """The names of a folder's TOML files without their endings, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def read_each(
    folder: Path, name: str, read: Callable[[str, Table], Record], problems: Problems
) -> dict[str, Record]:
    """The record in every TOML file of a folder, by the file's name; keys that nobody read are noted."""
    records = {}
    entries = names_in(folder / name)
    if not entries:
        problems.note(f"content/{name}", "folder", "holds no TOML files")
    for entry in entries:
        table = read_file(folder, f"{name}/{entry}.toml", problems)
        records[entry] = read(entry, table)
        table.close()
    return records
