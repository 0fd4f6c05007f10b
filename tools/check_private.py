"""Check that only ``keras_private`` touches private names of Keras and TensorFlow.

Private names are modules below ``keras.src`` and ``tensorflow.python``, and attributes that begin
with an underscore. Not reported are attributes of ``self`` that the package defines, those of
imports from the package or from Python's standard library, and attributes ``_rkeras...``, which the
package adds to Keras objects.

Usage: python tools/check_private.py [folder]
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "rkeras_py"
PRIVATE_MODULES = ("keras.src", "keras._tf_keras", "tensorflow.python", "tf.python")
NAMED_TUPLES = {"_fields", "_replace", "_asdict", "_make"}  # public
ASKING = {"getattr", "hasattr", "setattr", "delattr", "__getattribute__", "__setattr__"}


def is_private(name: str) -> bool:
    """Whether a name is a private attribute, and not one of ours."""
    return (
        name.startswith("_")
        and name.strip("_") != ""
        and not name.startswith(("__", "_rkeras"))
        and name not in NAMED_TUPLES
    )


def is_private_module(path: str) -> bool:
    return any(path == module or path.startswith(f"{module}.") for module in PRIVATE_MODULES)


def own_names(trees: list[ast.Module]) -> set[str]:
    """Private names that the package defines: functions, classes, variables and attributes."""
    names: set[str] = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                names.add(name)
    return names


class Finder(ast.NodeVisitor):
    """Finds private names of other packages in a file."""

    def __init__(self, own: set[str], tree: ast.Module) -> None:
        self.found: list[tuple[int, str]] = []
        self._own = own
        self._docstrings = set(_docstrings(tree))
        self._ours = set(_ours(tree))
        self.visit(tree)

    def _add(self, node: ast.AST, what: str) -> None:
        self.found.append((getattr(node, "lineno", 0), what))

    def visit_Import(self, node: ast.Import) -> None:
        for name in node.names:
            if is_private_module(name.name):
                self._add(node, name.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for name in node.names:
            if is_private_module(f"{node.module}.{name.name}"):
                self._add(node, f"{node.module}.{name.name}")

    def visit_Attribute(self, node: ast.Attribute) -> None:
        text = ast.unparse(node)
        of_others = is_private(node.attr) and not self._is_ours(node.value, node.attr)
        if of_others or is_private_module(text):
            self._add(node, text)
        else:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called in ASKING and len(node.args) > 1:
            self._check_word(node.args[0], node.args[1])
        if called in ("get", "pop") and _is_namespace(getattr(node.func, "value", None)):
            for argument in node.args[:1]:
                self._check_word(None, argument)
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if _is_namespace(node.value):
            self._check_word(None, node.slice)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if (
            isinstance(node.value, str)
            and id(node) not in self._docstrings
            and any(module in node.value for module in PRIVATE_MODULES)
        ):
            self._add(node, repr(node.value))

    def _check_word(self, owner: ast.expr | None, node: ast.expr) -> None:
        """Check an attribute that is named by a string."""
        word = getattr(node, "value", None)
        if (
            isinstance(word, str)
            and is_private(word)
            and not (owner and self._is_ours(owner, word))
        ):
            self._add(node, repr(word))

    def _is_ours(self, owner: ast.expr, name: str) -> bool:
        match owner:
            case ast.Name(id="self" | "cls") | ast.Call(func=ast.Name(id="super")):
                return name in self._own
            case ast.Name(id=word):
                return word in self._ours
        return False


def _is_namespace(node: ast.expr | None) -> bool:
    """``vars(x)`` or ``x.__dict__``."""
    match node:
        case ast.Call(func=ast.Name(id="vars")) | ast.Attribute(attr="__dict__"):
            return True
    return False


def _docstrings(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


def _ours(tree: ast.Module) -> Iterator[str]:
    """Names of modules and classes that do not come from Keras or TensorFlow."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                if module.split(".")[0] in {"rkeras_py", *sys.stdlib_module_names}:
                    yield from (name.asname or name.name for name in names)
            case ast.Import(names=names):
                for name in names:
                    if name.name.split(".")[0] in {"rkeras_py", *sys.stdlib_module_names}:
                        yield name.asname or name.name
            case ast.ClassDef(name=word):
                yield word


def findings(folder: Path) -> list[str]:
    """The private names of other packages in a package, as ``file:line: name``."""
    trees = {path: ast.parse(path.read_text()) for path in sorted(folder.rglob("*.py"))}
    own = own_names(list(trees.values()))
    return [
        f"{path.relative_to(folder.parent)}:{line}: {what}"
        for path, tree in trees.items()
        if folder / "keras_private" not in path.parents
        for line, what in Finder(own, tree).found
    ]


def main() -> int:
    found = findings(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE)
    for text in found:
        print(f"{text} is private: use a function in rkeras_py.keras_private")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
