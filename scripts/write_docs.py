"""Writes what of the documentation comes from code and content: parts of pages, and a sheet.

A part stands between `begin` and `end`.
"""

import re
import sys
from pathlib import Path

import care_tables
import sound_counts
import spoken_words
from skill.coach import diagram
from skill.figures.captions import Captions
from skill.figures.gallery import Gallery
from skill.figures.sheet import overview
from skill.library.loading import load_language, load_library

DOCS = Path(__file__).resolve().parent.parent / "docs"


def practice() -> str:
    """The states of a practice."""
    return f"```mermaid\n{diagram.practice()}\n```"


def questions() -> str:
    """What becomes of each question that the coach asks."""
    return "\n\n".join(
        f"### {name}\n\n{told}\n\n```mermaid\n{chart}\n```" for name, told, chart in diagram.questions()
    )


def tables() -> str:
    """What becomes of each wish."""
    return "\n\n".join(f"### {title}\n\n{table}" for title, table in diagram.tables())


CONVERSATION = {part.__name__: part for part in (practice, questions, tables)}

CARE = {
    part.__name__: part
    for part in (
        care_tables.conditions,
        care_tables.matrix,
        care_tables.reasons,
        care_tables.signs,
        care_tables.questions,
        care_tables.ours,
        care_tables.sources,
    )
}

SPEAKING = {
    part.__name__: part
    for part in (
        spoken_words.times,
        spoken_words.leads,
        spoken_words.repetitions,
        spoken_words.first_visit,
        spoken_words.tenth_visit,
        spoken_words.eased,
    )
}

SOUND = {part.__name__: part for part in (sound_counts.everything,)}

SHEET = DOCS / "figures.svg"
"""The sheet of figures in the README."""

PAGES = {
    DOCS / "conversation.md": CONVERSATION,
    DOCS / "care.md": CARE,
    DOCS / "speaking.md": SPEAKING,
    DOCS / "sound.md": SOUND,
}
"""The generated parts of each page, by their names; each is made once its page is written."""


def written(page: Path) -> str:
    """The page, with its generated parts renewed from code and content."""
    text = page.read_text(encoding="utf-8")
    for name, part in PAGES[page].items():
        between = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        text = between.sub(lambda match, part=part: f"{match[1]}{part()}\n{match[2]}", text)
    return text


def written_sheet() -> str:
    """The hold of every stretch, as the README shows it."""
    content = DOCS.parent / "content"
    return overview(Captions(Gallery(content), load_language(content, "en", load_library(content))))


def stale_files() -> dict[Path, str]:
    """What the files should be that are not what code and content give."""
    wanted = {page: written(page) for page in PAGES} | {SHEET: written_sheet()}
    return {
        path: text
        for path, text in wanted.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    }


if __name__ == "__main__":
    stale = stale_files()
    if "--check" in sys.argv:
        names = " and ".join(page.name for page in stale)
        sys.exit(f"{names}: not what code and content give: make docs" if stale else 0)
    for page in stale:
        page.write_text(stale[page], encoding="utf-8")
