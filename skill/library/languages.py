"""The languages of the content: a folder each, and which of them is the default."""

from pathlib import Path

from skill.library.reading import Problems, read_file

FILE = "languages.toml"


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that the content has words in, the default one first."""
    default = default_language(folder, Problems())
    tags = sorted(path.name for path in (folder / "locales").glob("*") if path.is_dir())
    return tuple(sorted(tags, key=lambda tag: tag != default))


def default_language(folder: Path, problems: Problems) -> str:
    """The language of everybody whose own is not there; a problem of the file is noted."""
    table = read_file(folder, FILE, problems)
    default = table.text("default")
    table.texts("same", optional=True)
    table.close()
    if default and not (folder / "locales" / default).is_dir():
        table.note("default", f"{default!r} has no folder in content/locales")
    return default


def same_everywhere(folder: Path, problems: Problems) -> tuple[str, ...]:
    """Texts that may be the same in two languages."""
    return read_file(folder, FILE, problems).texts("same", optional=True)
