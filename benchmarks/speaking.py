"""How well the length of an answer is predicted: this skill's prediction beside espeak-ng's speech.

    python benchmarks/speaking.py [--language de]

Needs espeak-ng and sox. Prints a line for each stretch; the last column is the prediction divided by the
length that espeak-ng takes. Below stands by how much all weights of the language's `speaking.toml` would
have to be multiplied for its words alone to take as long as the voice takes for them.
"""

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from skill.coach.conversation.events import Asked, StartStretch
from skill.coach.conversation.state.state import State
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import Said, length
from skill.coach.turn import turn
from skill.library.loading import data_folder, load_language, load_library
from skill.speech import ssml
from skill.words import Words

SPEAKER = ("espeak-ng", "-m", "-s", "160", "-v")
"""160 words a minute, with SSML understood (`docs/platform.md` has the only known figure)."""


def spoken_seconds(document: str, language: str) -> float:
    """How long espeak-ng's voice of a language takes to say an SSML document."""
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "answer.wav"
        said = [*SPEAKER, language, "-w", str(sound), document]
        subprocess.run(said, check=True)  # noqa: S603 - only this skill's words
        told = subprocess.run(  # noqa: S603 - as above
            ["soxi", "-D", str(sound)],  # noqa: S607 - wherever it is installed
            check=True,
            capture_output=True,
            text=True,
        )
    return float(told.stdout)


@dataclass(frozen=True)
class Length:
    """How long the answer of one stretch takes, in seconds."""

    predicted: float
    spoken: float
    """By espeak-ng."""
    quiet: float
    """Of both: the silences in it."""


def predictions(language: str) -> dict[str, Length]:
    """The length of every stretch's answer."""
    folder = data_folder("content")
    library = load_library(folder)
    words = Words(load_language(folder, language, library))
    someone = Profile(ACCOUNT, Preferences(introduced=True, taught=True))
    now = datetime(2026, 11, 20, 8, tzinfo=UTC)
    found = {}
    for stretch in library.stretches:
        event = StartStretch(Asked((stretch,), stretch))
        reply = turn(library, words, someone, State(), event, now).reply
        quiet = sum(cue.seconds for cue in reply.spoken if not isinstance(cue, Said))
        told = spoken_seconds(ssml.render(reply.spoken), language)
        found[stretch] = Length(length(reply.spoken), told, quiet)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language", default="en", help="The language, such as de.")
    found = predictions(parser.parse_args().language)
    print(f"{'stretch':<28}{'ours':>8}{'espeak':>8}{'ratio':>8}")
    for stretch, each in found.items():
        ratio = each.predicted / each.spoken
        print(f"{stretch:<28}{each.predicted:>8.1f}{each.spoken:>8.1f}{ratio:>8.3f}")
    every = found.values()
    print(f"worst: {max(abs(each.predicted / each.spoken - 1) for each in every):.1%}")
    words = sum(each.spoken - each.quiet for each in every)
    ours = sum(each.predicted - each.quiet for each in every)
    print(f"all weights times: {words / ours:.3f}")


if __name__ == "__main__":
    sys.exit(main())
