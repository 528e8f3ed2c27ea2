"""The real content, loaded once: tests run on the stretches and words that people get."""

from pathlib import Path

from skill.library.loading import load_language, load_library
from skill.words import Words

CONTENT = Path(__file__).parents[2] / "content"

# Constants rather than fixtures: Hypothesis prints a failed test's arguments in full.
LIBRARY = load_library(CONTENT)
WORDS = Words(load_language(CONTENT, "en", LIBRARY))
