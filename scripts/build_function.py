"""Builds the Lambda artifact: `python scripts/build_function.py <folder>`, what `sam build` runs.

Exactly what the function needs: the locked packages, the modules of `skill/` that it can come to, its
entry, and the content in the one file that loads fast. Nothing in it depends on the machine or the
Python it was built with; the same checkout gives the same bytes.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from fetch_parts import FOR_LAMBDA, PARTS, ROOT, is_ready, lock_of, pip

from skill.library.compiled import write_compiled
from skill.library.loading import load_content

ELSEWHERE = (
    *("cli.py", "history", "history.py", "interaction.py", "package", "simulator", "web"),
    *("library/checks.py", "library/countries.py", "library/intents.py", "library/loading.py"),
    *(
        "library/reading.py",
        "library/spoken.py",
        "library/utterances.py",
        "coach/diagram.py",
        "coach/position.py",
    ),
    *("stores/memory.py", "stores/migrations.py", "stores/sqlite.py"),
)
"""What of `skill/` is for a terminal, a web server or a build."""

MADE_BY_A_PYTHON = ("__pycache__", "*.pyc", "*.so", "*.pyd", "*.dylib")


class BuildError(Exception):
    """The artifact cannot be built; the message says what to do."""


def build(folder: Path) -> None:
    """Put the artifact into an empty folder.

    Raises:
        BuildError: The wheels are not there, or the folder will not do.
    """
    if not is_ready("wheels"):
        raise BuildError(
            f"the wheels of {lock_of('wheels').relative_to(ROOT)} are not in build/parts/wheels: say"
            " make wheels, with a network, and build again"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        begun = any(folder.iterdir())
    except OSError as error:
        raise BuildError(f"{folder} cannot be used: {error.strerror}; give an empty folder") from None
    if begun:
        raise BuildError(f"{folder} is not empty: give a new folder, or an empty one")
    wheels = ("--no-index", "--find-links", str(PARTS / "wheels"), "-r", str(lock_of("wheels")))
    pip(sys.executable, "install", *FOR_LAMBDA, "--no-compile", "--target", str(folder), *wheels)
    shutil.rmtree(folder / "bin", ignore_errors=True)
    left_out = shutil.ignore_patterns(*MADE_BY_A_PYTHON, "_data")
    shutil.copytree(ROOT / "skill", folder / "skill", ignore=left_out)
    for name in ELSEWHERE:
        _remove(folder / "skill" / name)
    shutil.copyfile(ROOT / "lambda" / "handler.py", folder / "handler.py")
    (folder / "skill" / "_data").mkdir()
    write_compiled(load_content(ROOT / "content"), folder / "skill" / "_data" / "content.pickle")
    _check(folder)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _check(folder: Path) -> None:
    bound = [path for pattern in MADE_BY_A_PYTHON for path in folder.rglob(pattern)]
    if bound:
        raise BuildError(f"{bound[0]} is bound to one machine or Python: find the wheel without it")


def main() -> str | None:
    """Build into the folder that is named; what went wrong, in one line."""
    folder = sys.argv[1] if len(sys.argv) == 2 else ""
    if not folder:
        return "where to? make build-SkillFunction ARTIFACTS_DIR=<an empty folder>"
    try:
        build(Path(folder))
    except BuildError as error:
        return str(error)
    except OSError as error:
        return f"{folder} could not be filled: {error.strerror}; give an empty folder with room in it"
    except subprocess.CalledProcessError:
        return f"{folder} could not be filled: pip says why, above; give an empty folder with room in it"
    return None


if __name__ == "__main__":
    sys.exit(main())
