"""Fetches what building and trying out takes from the network besides .venv, or does nothing.

    python scripts/fetch_parts.py wheels   the packages of the Lambda artifact (`make build`)
    python scripts/fetch_parts.py command  those of the `limber` command, to install it (`make test`)
    python scripts/fetch_parts.py runtime  a Python with Lambda's runtime client (`make test`)
    python scripts/fetch_parts.py peer     the packages of the benchmark's peer (`make bench`)

Everything is put into build/parts/, each part with a note of the Python and the lock it was made from.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, STDOUT

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "build" / "parts"
LOCKS = {
    "wheels": "lambda.txt",
    "command": "terminal.txt",
    "runtime": "lambda-client.txt",
    "peer": "peer.txt",
}

VERSION = "3.13"
"""The Python version of the function in template.yaml."""

LOCKED = ("--only-binary", ":all:", "--require-hashes", "--no-deps")
"""Exactly what the lock has: other packages that a package asks for are left out on purpose."""

FOR_LAMBDA = (
    *("--platform", "any", "--abi", "none", "--implementation", "py", "--python-version", VERSION),
    *LOCKED,
)
"""Wheels of pure Python for that version, whichever machine and Python fetch them."""

QUIET = ("--quiet", "--disable-pip-version-check", "--no-input")


def lock_of(part: str) -> Path:
    """The lock that a part is made from."""
    return ROOT / "requirements" / LOCKS[part]


def is_ready(part: str) -> bool:
    """Whether a part is there, complete, and made from the present lock by this Python."""
    made_from = PARTS / part / "made-from.txt"
    return made_from.exists() and made_from.read_text() == _made_from(part)


def _made_from(part: str) -> str:
    return f"# {sys.version}\n{lock_of(part).read_text()}"


def fetch(part: str) -> None:
    """Fetch a part anew.

    Raises:
        subprocess.CalledProcessError: The command failed; its output says why.
    """
    folder = PARTS / part
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lock = str(lock_of(part))
    if part == "wheels":
        pip(sys.executable, "download", *FOR_LAMBDA, "--dest", str(folder), "-r", lock)
    elif part == "command":
        pip(sys.executable, "download", *LOCKED, "--dest", str(folder), "-r", lock)
    elif part == "peer":
        pip(sys.executable, "install", *FOR_LAMBDA, "--no-compile", "--target", str(folder), "-r", lock)
    else:
        run(python_like_lambda(), "-m", "venv", str(folder))
        python = str(folder / "bin" / "python")
        pip(python, "install", *LOCKED, "-r", lock)
    (folder / "made-from.txt").write_text(_made_from(part))


def pip(python: str, command: str, *arguments: str) -> None:
    """Run pip with this Python."""
    run(python, "-m", "pip", command, *QUIET, *arguments)


def run(*command: str) -> None:
    """Run a command to its end; if it fails, the error has its output."""
    subprocess.run(command, check=True, stdout=PIPE, stderr=STDOUT, text=True)  # noqa: S603


def python_like_lambda() -> str:
    """The Python to try the artifact with: Lambda's version if this machine has it, else this Python."""
    return next(filter(_is_it, _candidates()), sys.executable)


def _candidates() -> Iterator[str]:
    if "LAMBDA_PYTHON" in os.environ:
        yield os.environ["LAMBDA_PYTHON"]
    yield f"python{VERSION}"
    with suppress(RuntimeError):  # some users have no home folder
        yield from map(str, sorted(Path.home().glob(f".pyenv/versions/{VERSION}.*/bin/python")))


def _is_it(python: str) -> bool:
    asked = "import sys, ensurepip, venv; print('%d.%d' % sys.version_info[:2])"
    try:
        told = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return False
    return told.stdout.strip() == VERSION


def main() -> str | None:
    """Fetch the parts that are named and not ready; returns what went wrong, in one line, or None."""
    for part in sys.argv[1:]:
        if is_ready(part):
            continue
        print(f"Setting up build/parts/{part}, a minute the first time", file=sys.stderr)
        try:
            fetch(part)
        except subprocess.CalledProcessError as error:
            errors = [line for line in error.stdout.splitlines() if line.startswith("ERROR: ")]
            why = errors[-1].removeprefix("ERROR: ") if errors else str(error)
            return f"It cannot be set up ({why}): is there a network? Then try again"
        except OSError as error:
            return f"{PARTS / part} cannot be written: {error.strerror}; try again in a copy of your own"
    return None


if __name__ == "__main__":
    sys.exit(main())
