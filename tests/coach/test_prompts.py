"""The prompts that the code asks for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from helpers.content import WORDS

SKILL = Path(__file__).parent.parent.parent / "skill"


def said() -> Iterator[tuple[str, str]]:
    """Every prompt that is named where it is said, with the module that says it."""
    for path in sorted(SKILL.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Attribute(attr="say"), args=[prompt, *_]):
                    yield from ((str(path.relative_to(SKILL)), key) for key in texts(prompt))


def texts(node: ast.expr) -> list[str]:
    """The texts that an argument can be; none where it is put together or looked up."""
    match node:
        case ast.Constant(str(text)):
            return [text]
        case ast.IfExp(_, one, other):
            return texts(one) + texts(other)
    return []


def test_every_prompt_that_is_said_has_words():
    """A prompt without words is found here, and not by whoever lies on the floor."""
    named = set(said())
    assert len(named) > 150
    assert {(module, key) for module, key in named if key not in WORDS.language.prompts} == set()
