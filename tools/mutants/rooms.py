"""What is changed, room by room, and the tests that may notice."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "mutants"
"""Where what was found out is kept from run to run."""

ROOMS = {
    "practice": ("skill/coach/practice",),
    "person": ("skill/coach/person",),
    "conversation": ("skill/coach/conversation",),
    "topics": ("skill/coach/topics",),
    "stores": ("skill/stores",),
    "requests": ("skill/alexa/requests",),
    "verification": ("skill/web/alexa",),
    "speech": ("skill/speech",),
    "figures": ("skill/figures",),
    "sound": ("skill/sound",),
}
"""The folders of each room."""

TESTS = (
    *("tests/coach", "tests/alexa", "tests/stores", "tests/speech", "tests/sound", "tests/figures"),
    *("tests/screen", "tests/words", "tests/web/alexa", "tests/web/test_bad_input.py"),
    *("tests/test_conversations.py", "tests/test_figures.py", "tests/test_lambda_handler.py"),
)
"""Those that run in one process. Programs of their own (a browser, the artifact) notice too, and are not
counted."""

LEFT_OUT = {"engine_address", "browser"}
"""Fixtures that start a program: what needs one is tried on moto, on SQLite and in memory as well."""


def files_of(room: str) -> list[Path]:
    """The modules of a room."""
    return sorted(path for folder in ROOMS[room] for path in (ROOT / folder).rglob("*.py"))


def room_of(file: str) -> str:
    """The room of a module."""
    return next(room for room, folders in ROOMS.items() if file.startswith(folders))
