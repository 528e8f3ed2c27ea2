"""Writes the parts of the documentation that come from the code, between `begin` and `end` comments."""

import re
import sys
from pathlib import Path

from skill.coach import diagram

PAGE = Path(__file__).resolve().parent.parent / "docs" / "conversation.md"

PARTS = {
    "practice": f"```mermaid\n{diagram.practice()}\n```",
    "questions": "\n\n".join(
        f"### {name}\n\n{told}\n\n```mermaid\n{chart}\n```" for name, told, chart in diagram.questions()
    ),
    "tables": "\n\n".join(f"### {title}\n\n{table}" for title, table in diagram.tables()),
}


def written(page: str) -> str:
    """The page, with its generated parts renewed from the code."""
    for name, text in PARTS.items():
        between = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        page = between.sub(lambda match, text=text: f"{match[1]}{text}\n{match[2]}", page)
    return page


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        sys.exit(0 if written(text) == text else f"{PAGE.name} is not what the code gives: make docs")
    PAGE.write_text(written(text), encoding="utf-8")
