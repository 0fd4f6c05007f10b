"""Checks files: collects what they use, then looks it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rkeras_py.check import attributes, r
from rkeras_py.check.context import Runs, when
from rkeras_py.check.documents import Piece, find_files, pieces, read_text
from rkeras_py.check.downloads import downloads
from rkeras_py.check.finding import FileFindings, Finding
from rkeras_py.check.functions import check_call, package_of, unknown_function
from rkeras_py.check.known import CHECKED, R_OWN, Scope, scope_of
from rkeras_py.check.packages import missing_module, missing_packages, replaced_keras
from rkeras_py.check.r import MissingPath, Package, SyntaxProblem
from rkeras_py.check.script import Path as Attributes
from rkeras_py.check.script import Paths, Script, read
from rkeras_py.check.tree import Node


@dataclass
class File:
    """A parsed file."""

    path: str
    script: Script = field(default_factory=Script)
    certain: dict[Node, bool] = field(default_factory=dict)  # by the roots of its pieces
    problems: list[Finding] = field(default_factory=list)


def check(paths: Iterable[str]) -> list[FileFindings]:
    """Checks scripts, documents and folders; see ``find_files()``."""
    names = find_files(paths)
    parts = [piece for name in names for piece in pieces(name, read_text(name))]
    trees, installed = r.parse([piece.code for piece in parts])
    files = {name: File(name) for name in names}
    for piece, tree in zip(parts, trees, strict=True):
        _add(files[piece.path], piece, tree)
    return list(Checks(list(files.values()), installed).findings())


def _add(file: File, piece: Piece, tree: Node | SyntaxProblem) -> None:
    if isinstance(tree, Node):
        file.certain[tree] = piece.certain
        read(file.script, tree)
    elif piece.certain:
        found = Finding(
            tree.line, "syntax-error", "syntax error", tree.message, certain=True, fails=True
        )
        file.problems.append(found)
    # Code that is not evaluated may be incomplete.


class Checks:
    """Checks of files that belong together."""

    def __init__(self, files: Sequence[File], installed: set[str]) -> None:
        self._files = files
        self._installed = installed
        scripts = [file.script for file in files]
        self._attached: set[str] = set().union(*(script.attached for script in scripts))
        self._mentioned: set[str] = set().union(*(script.mentioned for script in scripts))
        self._defined: set[str] = set().union(*(script.defined for script in scripts))
        self._functions: set[str] = set().union(*(script.functions for script in scripts))
        named = {loading.package for script in scripts for loading in script.loadings}
        called = {call.function for script in scripts for call in script.calls}
        self._packages = _facts({*CHECKED, *R_OWN, *named} & {*installed, *CHECKED}, called)
        self._missing = self._missing_paths()

    def findings(self) -> Iterator[FileFindings]:
        """The findings for each file, in the order of its lines."""
        for file in self._files:
            supported: Counter[str] = Counter()
            found = [*file.problems, *self._in_file(file, supported)]
            found.sort(key=lambda finding: finding.line)
            yield FileFindings(
                file.path, tuple(dict.fromkeys(found)), tuple(sorted(supported.elements()))
            )

    def _in_file(self, file: File, supported: Counter[str]) -> Iterator[Finding]:
        scope = self._scope(file)
        yield from self._packages_of(file)
        for call in file.script.calls:
            runs = self._when(file, call.node)
            if runs is Runs.NEVER or (not call.package and call.function in self._functions):
                continue
            package = package_of(call, scope)
            certain = runs is Runs.ALWAYS
            replaced = replaced_keras(call) if certain else None
            if replaced:
                yield replaced
            if package is None:
                if not call.package and call.function in self._defined:
                    continue
                unknown = unknown_function(call, scope, certain)
                if unknown:
                    yield unknown
                continue
            # a variable with the function's name may be a function
            is_sure = call.package or call.function not in self._defined
            problems = list(check_call(call, package, scope, certain)) if is_sure else []
            yield from problems
            if not problems:
                supported[call.function] += 1
            if package == "keras":
                yield from downloads(call, scope)
        yield from self._attributes(file)

    def _scope(self, file: File) -> Scope:
        """The packages that a file attaches; a file without any counts as part of the others."""
        attached = file.script.attached
        if not attached & {"keras", "keras3"}:
            attached = attached | self._attached
        if "keras3" not in attached:
            attached = attached | {"keras"}
        is_open = file.script.is_open or (
            not file.script.attached and any(other.script.is_open for other in self._files)
        )
        return scope_of(sorted(attached), self._packages, is_open)

    def _when(self, file: File, node: Node) -> Runs:
        runs = when(node, self._mentioned)
        root = node
        while root.parent is not None:
            root = root.parent
        return Runs.PERHAPS if runs is Runs.ALWAYS and not file.certain[root] else runs

    def _packages_of(self, file: File) -> Iterator[Finding]:
        for finding, node in missing_packages(file.script, self._installed):
            runs = self._when(file, node)
            if runs is not Runs.NEVER:
                yield replace(finding, certain=finding.certain and runs is Runs.ALWAYS)

    def _paths(self, file: File) -> Paths:
        scope = self._scope(file)
        roots: dict[str, Attributes] = {}
        if "tensorflow" in scope.attached:
            roots["tf"] = ("tf",)
        if "keras" in scope.attached:
            roots["keras"] = ("keras",)
        return Paths(
            file.script,
            roots,
            lambda name: scope.provider(name) in CHECKED and not scope.is_shared(name),
        )

    def _missing_paths(self) -> Mapping[Attributes, MissingPath]:
        asked: dict[Attributes, None] = {}
        for file in self._files:
            for _, path in self._paths(file).all():
                if attributes.is_asked(path):
                    asked.update(dict.fromkeys(attributes.alternatives(path, uses_compat=True)))
        return r.missing_paths(list(asked))

    def _attributes(self, file: File) -> Iterator[Finding]:
        uses_compat = any(
            call.function == "use_compat" for other in self._files for call in other.script.calls
        )
        folder = Path(file.path).parent
        for node, path in self._paths(file).all():
            runs = self._when(file, node)
            if runs is Runs.NEVER:
                continue
            certain = runs is Runs.ALWAYS
            if attributes.is_asked(path):
                if all(p in self._missing for p in attributes.alternatives(path, uses_compat)):
                    yield attributes.missing_attribute(node, path, self._missing, certain)
            elif len(path) == 1:
                found = missing_module(path[0], node, folder, file.script, certain)
                if found:
                    yield found


def _facts(names: set[str], functions: set[str]) -> dict[str, Package]:
    """The content of packages, including packages that they attach."""
    packages = r.facts(names, functions)
    others = {other for package in packages.values() for other in package.attaches} - set(packages)
    return {**packages, **(r.facts(others) if others else {})}
