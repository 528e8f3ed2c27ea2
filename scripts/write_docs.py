"""Writes the parts of the documentation that come from code and content, between `begin` and `end`."""

import re
import sys
from pathlib import Path

import care_tables
from skill.coach import diagram

DOCS = Path(__file__).resolve().parent.parent / "docs"

CONVERSATION = {
    "practice": f"```mermaid\n{diagram.practice()}\n```",
    "questions": "\n\n".join(
        f"### {name}\n\n{told}\n\n```mermaid\n{chart}\n```" for name, told, chart in diagram.questions()
    ),
    "tables": "\n\n".join(f"### {title}\n\n{table}" for title, table in diagram.tables()),
}

CARE = {
    part.__name__: part()
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

PAGES = {DOCS / "conversation.md": CONVERSATION, DOCS / "care.md": CARE}
"""The generated parts of each page, by their names."""


def written(page: Path) -> str:
    """The page, with its generated parts renewed from code and content."""
    text = page.read_text(encoding="utf-8")
    for name, part in PAGES[page].items():
        between = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        text = between.sub(lambda match, part=part: f"{match[1]}{part}\n{match[2]}", text)
    return text


if __name__ == "__main__":
    stale = [page for page in PAGES if page.read_text(encoding="utf-8") != written(page)]
    if "--check" in sys.argv:
        names = " and ".join(page.name for page in stale)
        sys.exit(f"{names}: not what code and content give: make docs" if stale else 0)
    for page in stale:
        page.write_text(written(page), encoding="utf-8")
