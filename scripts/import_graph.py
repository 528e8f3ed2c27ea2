"""Which modules of a package a script reaches by its imports.

It reads the files with `ast` and imports nothing. A library for this, grimp, is in the environment that
checks the project, where a test (tests/artifact) compares its graph with this one. But SAM builds in the
environment of `make talk`: with grimp, everybody would install one more compiled package for these few
lines. Besides, grimp cannot start from a script outside a package, and leaves out that importing a
module also runs the packages that contain it.
"""

import ast
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path


def reachable(script: Path, root: Path, package: str) -> dict[str, Path]:
    """The modules of a package that a script reaches, by name, with their files.

    An import counts wherever it is, also in a function that may never run; but not under `if
    TYPE_CHECKING`. An import by a name that is put together at run time is not seen.

    Args:
        script: The file to start from.
        root: The folder that contains the package.
        package: The name of the package.
    """
    found: dict[str, Path] = {}
    waiting = [(script, "")]
    while waiting:
        path, within = waiting.pop()
        for name in _imported(path, within):
            for module in _with_parents(name, package):
                file = _file_of(module, root)
                if file is not None and module not in found:
                    found[module] = file
                    is_package = file.name == "__init__.py"
                    waiting.append((file, module if is_package else module.rpartition(".")[0]))
    return found


def _imported(path: Path, within: str) -> Iterator[str]:
    """Every name that a file's imports may mean; `from a import b` is `a`, and `a.b` if there is one."""
    for node in _run(ast.parse(path.read_bytes(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), within)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all nodes below it, without those that only a type checker reads."""
    yield node
    if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
        below: Iterator[ast.AST] = iter(node.orelse)
    else:
        below = ast.iter_child_nodes(node)
    for child in below:
        yield from _run(child)


def _with_parents(name: str, package: str) -> Iterator[str]:
    """A name and the packages that contain it, which run before it; none for other packages."""
    parts = name.split(".")
    if parts[0] == package:
        yield from (".".join(parts[:count]) for count in range(1, len(parts) + 1))


def _file_of(module: str, root: Path) -> Path | None:
    path = root.joinpath(*module.split("."))
    candidates = (path / "__init__.py", path.with_suffix(".py"))
    return next((file for file in candidates if file.is_file()), None)
