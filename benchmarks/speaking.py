"""How well the length of an answer is predicted: this skill's prediction beside espeak-ng's speech.

    python benchmarks/speaking.py

Needs espeak-ng and sox. Prints a line for each stretch; the last column is the prediction divided by the
length that espeak-ng takes.
"""

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from skill.coach.conversation.events import Asked, StartStretch
from skill.coach.conversation.state import State
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues import length
from skill.coach.turn import turn
from skill.library.loading import data_folder, load_language, load_library
from skill.speech import ssml
from skill.words import Words

SPEAKER = ("espeak-ng", "-m", "-s", "160", "-w")
"""160 words a minute, with SSML understood (`docs/platform.md` has the only known figure)."""


def spoken_seconds(document: str) -> float:
    """How long espeak-ng takes to say an SSML document."""
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "answer.wav"
        subprocess.run([*SPEAKER, str(sound), document], check=True)  # noqa: S603 - only this skill's words
        told = subprocess.run(  # noqa: S603 - as above
            ["soxi", "-D", str(sound)],  # noqa: S607 - wherever it is installed
            check=True,
            capture_output=True,
            text=True,
        )
    return float(told.stdout)


def predictions() -> dict[str, tuple[float, float]]:
    """For every stretch, the seconds of its answer: predicted, and as spoken by espeak-ng."""
    folder = data_folder("content")
    library = load_library(folder)
    words = Words(load_language(folder, "en", library))
    someone = Profile(ACCOUNT, Preferences(introduced=True, taught=True))
    now = datetime(2026, 11, 20, 8, tzinfo=UTC)
    found = {}
    for stretch in library.stretches:
        event = StartStretch(Asked((stretch,), stretch))
        reply = turn(library, words, someone, State(), event, now).reply
        found[stretch] = (length(reply.spoken), spoken_seconds(ssml.render(reply.spoken)))
    return found


def main() -> None:
    """Print the table."""
    print(f"{'stretch':<28}{'ours':>8}{'espeak':>8}{'ratio':>8}")
    worst = 0.0
    for stretch, (ours, theirs) in predictions().items():
        worst = max(worst, abs(ours / theirs - 1))
        print(f"{stretch:<28}{ours:>8.1f}{theirs:>8.1f}{ours / theirs:>8.3f}")
    print(f"worst: {worst:.1%}")


if __name__ == "__main__":
    sys.exit(main())
