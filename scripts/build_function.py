"""Builds the Lambda artifact: `python scripts/build_function.py <folder>`, what `sam build` runs.

The artifact has exactly what the function needs: the locked packages, the entry, the modules of `skill/`
that the entry's imports reach, the content in the one file that loads fast, and the figures as they are
drawn. It does not depend on
the machine or the Python that builds it: the same checkout gives the same bytes.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from fetch_parts import FOR_LAMBDA, PARTS, ROOT, is_ready, lock_of, pip
from import_graph import reachable
from skill.figures.gallery import write_gallery
from skill.library.compiled import write_compiled
from skill.library.loading import load_content

MADE_BY_A_PYTHON = ("__pycache__", "*.pyc", "*.so", "*.pyd", "*.dylib")


class BuildError(Exception):
    """The artifact cannot be built; the message says what to do."""


def build(folder: Path) -> None:
    """Put the artifact into an empty folder.

    Raises:
        BuildError: The wheels are missing, or the folder cannot be used.
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
    for record in folder.glob("*.dist-info/RECORD"):
        record.unlink()  # its hashes are only for pip, to remove the package
    entry = ROOT / "lambda" / "handler.py"
    shutil.copyfile(entry, folder / entry.name)
    for file in reachable(entry, ROOT, "skill").values():
        copy = folder / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    (folder / "skill" / "_data").mkdir()
    write_compiled(load_content(ROOT / "content"), folder / "skill" / "_data" / "content.pickle")
    write_gallery(ROOT / "content", folder / "skill" / "_data" / "figures")
    _check(folder)


def _check(folder: Path) -> None:
    bound = [path for pattern in MADE_BY_A_PYTHON for path in folder.rglob(pattern)]
    if bound:
        raise BuildError(f"{bound[0]} is bound to one machine or Python: find the wheel without it")


def main() -> str | None:
    """Build into the folder that is named; returns what went wrong, in one line, or None."""
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
