"""Small faults for a module, one at a time: mutmut's changes, and three of our own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

from tools.mutants.rooms import ROOT

SHOWN = 60
"""Letters of a change that are shown."""


@dataclass(frozen=True)
class Mutant:
    """One fault."""

    file: str
    line: int
    name: str
    """The same in every run as long as the module is the same: file, line and kind."""
    inside: bool
    """Whether it is in a function, and so does nothing when the module is imported."""
    change: str
    """What it was, and what it is."""


def _left_out(node: cst.Set | cst.Tuple | cst.List | cst.Dict) -> Iterator[cst.CSTNode]:
    """Each element of a collection gone."""
    if len(node.elements) > 1:
        for number in range(len(node.elements)):
            kept = [each for i, each in enumerate(node.elements) if i != number]
            yield node.with_changes(elements=kept)


def _turned_round(node: cst.If) -> Iterator[cst.CSTNode]:
    """A condition that is met when it was not."""
    test = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(cst.Not(), test))


def _not_done(node: cst.SimpleStatementLine) -> Iterator[cst.CSTNode]:
    """A call for its effect, or a refusal, that does not happen."""
    if isinstance(node.body[0], cst.Raise) or (
        isinstance(node.body[0], cst.Expr) and not isinstance(node.body[0].value, cst.BaseString)
    ):
        yield node.with_changes(body=[cst.Pass()])


TOO_EASY = {"operator_assignment"}
"""`a = None`: whatever is done with it fails, whoever looks."""

OPERATORS = (
    *((kind, operator) for kind, operator in mutation_operators if operator.__name__ not in TOO_EASY),
    *((kind, _left_out) for kind in (cst.Set, cst.Tuple, cst.List, cst.Dict)),
    (cst.If, _turned_round),
    (cst.SimpleStatementLine, _not_done),
)
NOT_WORTH_IT = (cst.Annotation, cst.Import, cst.ImportFrom, cst.Decorator)
"""What says nothing when the program runs, or stops it from being imported at all."""

MESSAGES = {"operator_string", "operator_arg_removal"}
"""No such change in what is raised: a message is read by people."""


class _Finder(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        self.found: list[tuple[int, str, bool, cst.CSTNode, cst.CSTNode]] = []
        self._inside = self._raised = 0
        self._outer: list[cst.FunctionDef] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, NOT_WORTH_IT) or _is_documentation(node) or _is_for_types(node):
            return False
        self._raised += isinstance(node, cst.Raise)
        for kind, operator in OPERATORS:
            name = operator.__name__
            if not isinstance(node, kind) or (self._raised and name in MESSAGES):
                continue
            made = [each for each in operator(node) if not each.deep_equals(node)]
            if made:
                line = self.get_metadata(PositionProvider, node).start.line
                one = made[_drawn(f"{line}{name}{len(self.found)}") % len(made)]
                self.found.append((line, name, self._inside > 0, node, one))
        # Defaults and decorators are evaluated outside: only the body is inside.
        self._inside += (
            isinstance(node, cst.IndentedBlock) and bool(self._outer) and (node is self._outer[-1].body)
        )
        if isinstance(node, cst.FunctionDef):
            self._outer.append(node)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        self._raised -= isinstance(original_node, cst.Raise)
        if isinstance(original_node, cst.FunctionDef):
            self._outer.pop()
        elif self._outer and original_node is self._outer[-1].body:
            self._inside -= isinstance(original_node, cst.IndentedBlock)


def _is_documentation(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.BaseString)


def _is_for_types(node: cst.CSTNode) -> bool:
    return (
        isinstance(node, cst.If)
        and isinstance(node.test, cst.Name)
        and node.test.value == "TYPE_CHECKING"
    )


def _drawn(lot: str) -> int:
    return int(sha256(lot.encode()).hexdigest(), 16)


def _code(node: cst.CSTNode) -> str:
    return " ".join(cst.Module([]).code_for_node(node).split())


def _shown(old: cst.CSTNode, new: cst.CSTNode) -> str:
    """Where the two begin to differ."""
    was, now = _code(old), _code(new)
    same = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), 0)
    start = max(0, same - SHOWN // 3)
    return f"{was[start : start + SHOWN]} → {now[start : start + SHOWN]}"


class Module:
    """A module and its faults."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        wrapper = MetadataWrapper(cst.parse_module(self.text))
        self._tree = wrapper.module
        finder = _Finder()
        wrapper.visit(finder)
        file = str(path.relative_to(ROOT))
        by_line = defaultdict(list)
        for fault in finder.found:
            by_line[fault[0]].append(fault)
        # One for a line, always the same: all of them would take a day.
        self._found = [those[_drawn(f"{file}{line}") % len(those)] for line, those in by_line.items()]
        self.mutants = [
            Mutant(file, line, f"{file}:{line}:{kind.strip('_')}", inside, _shown(old, new))
            for line, kind, inside, old, new in self._found
        ]

    def source(self, mutant: Mutant) -> str:
        """The module with one of its faults."""
        *_, old, new = self._found[self.mutants.index(mutant)]
        changed = self._tree.deep_replace(old, new)
        return changed.code
