"""What the documentation says is so."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_conversation_page_is_what_the_table_gives():
    """docs/conversation.md has the diagram and the rows of the transition table as they are."""
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "scripts" / "write_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["write_docs"] = module
    spec.loader.exec_module(module)
    page = module.PAGE.read_text(encoding="utf-8")
    assert module.written(page) == page
