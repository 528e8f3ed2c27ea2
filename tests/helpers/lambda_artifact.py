"""Building the artifact, the Python it is tried on, and the template that it belongs to."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "build/parts/runtime"

TABLE = "artifact"


def runtime_version() -> str:
    """Which Python the artifact is tried on; empty where there is no runtime client."""
    made = (RUNTIME / "made-from.txt").exists()
    lines = (RUNTIME / "pyvenv.cfg").read_text().splitlines() if made else []
    return next((line.partition("= ")[2] for line in lines if line.startswith("version")), "")


def make_artifact(folder: Path | None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the target that `sam build` runs, with a folder or without."""
    where = [] if folder is None else [f"ARTIFACTS_DIR={folder}"]
    return subprocess.run(  # noqa: S603
        [shutil.which("make"), "--no-print-directory", "build-SkillFunction", *where],
        cwd=ROOT,
        env={"PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
