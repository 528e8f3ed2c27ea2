"""Writes the package: the manifest, the icons, the interaction models, and the ASK CLI's own file."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from skill.errors import ContentError, SettingError
from skill.interaction import models
from skill.package.manifest import ICONS, Publisher, manifest
from skill.package.rules import (
    problems_of_icons,
    problems_of_instructions,
    problems_of_publisher,
    problems_of_words,
)
from skill.package.store import load_store
from skill.whole_files import write_whole

RESOURCES = {
    "askcliResourcesVersion": "2020-03-31",
    "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}},
}
"""`ask-resources.json`: tells the ASK CLI where the package is. SAM deploys the function."""


def write_package(content: Path, folder: Path, publisher: Publisher) -> list[Path]:
    """Write the package and `ask-resources.json` into a folder; returns the path of every file.

    The package of an earlier run is replaced once the new one is there as a whole; the ASK CLI's own
    notes beside it, `.ask/`, stay.

    Raises:
        SettingError: What the publisher gave, or the folder, cannot be used.
        ContentError: Amazon would refuse the content; lists everything.
    """
    for problem in problems_of_publisher(publisher, load_store(content)):
        raise SettingError(problem)
    problems = problems_of_package(content)
    if problems:
        raise ContentError(problems)
    try:
        return _write_whole(content, folder, manifest(load_store(content), publisher))
    except OSError as error:
        raise SettingError(
            f"cannot write the package to {folder}: {error.strerror}; give another --folder"
        ) from None


def problems_of_package(content: Path) -> list[str]:
    """Everything in the content that Amazon's store would refuse, as `file: key: problem`.

    Raises:
        ContentError: The content cannot be read.
    """
    problems = list(problems_of_icons(content / "icons"))
    words = load_store(content)
    for locale, said in words.items():
        file = f"content/locales/{locale.partition('-')[0]}/store.toml"
        problems += problems_of_words(file, said)
    problems += problems_of_instructions(words)
    return list(dict.fromkeys(problems))


def _write_whole(content: Path, folder: Path, made: dict[str, object]) -> list[Path]:
    package, new = folder / "skill-package", folder / ".skill-package.new"
    shutil.rmtree(new, ignore_errors=True)
    try:
        files = list(_files(content, new, made))
        resources = write_whole(folder / "ask-resources.json", _json(RESOURCES))
        if package.is_dir():
            shutil.rmtree(package)
        new.rename(package)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return [*(package / file.relative_to(new) for file in files), resources]


def _files(content: Path, package: Path, made: dict[str, object]) -> Iterator[Path]:
    yield _write(package / "skill.json", made)
    for locale, text in models(content).items():
        path = package / "interactionModels" / "custom" / f"{locale}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        yield path
    for name in ICONS.values():
        image = package / "assets" / "images" / name
        image.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(content / "icons" / name, image)
        yield image


def _write(path: Path, value: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_json(value), encoding="utf-8")
    return path


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
