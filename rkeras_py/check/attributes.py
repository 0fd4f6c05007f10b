"""Findings about attributes of TensorFlow and Keras, such as ``tf$contrib``."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping

from rkeras_py.check.finding import Finding
from rkeras_py.check.known import near
from rkeras_py.check.r import MissingPath
from rkeras_py.check.script import Path
from rkeras_py.check.tree import Node

_MODULES = ("tensorflow", "keras")


def is_asked(path: Path) -> bool:
    """Whether the path belongs to TensorFlow or Keras."""
    module = path[0].removeprefix("import:").split(".")[0]
    return path[0] in ("tf", "keras", "backend") or module in _MODULES


def alternatives(path: Path, uses_compat: bool) -> list[Path]:
    """Alternative paths, one of which must exist: use_compat("v1") changes what ``tf`` is."""
    if uses_compat and path[0] == "tf":
        return [path, ("tf", "compat", "v1", *path[1:])]
    return [path]


def missing_attribute(
    node: Node, path: Path, missing: Mapping[Path, MissingPath], certain: bool
) -> Finding:
    """The finding for a path that does not exist."""
    found = missing[path]
    root = {"backend": "backend()"}.get(path[0], path[0].removeprefix("import:"))
    product = "TensorFlow" if root.split(".")[0] in ("tf", "tensorflow") else "Keras"
    release = f"{product} {importlib.metadata.version(product.lower())}"
    if not found.known:
        message = f"{release} has no such module"
        return Finding(node.line, "unknown-path", f'import("{root}")', message, certain, fails=True)
    parts = (root, *path[1:])
    before, absent = "$".join(parts[: found.known]), parts[found.known]
    return Finding(
        node.line,
        "unknown-path",
        f"{before}${absent}",
        f"it is not in {release}",
        certain,
        True,
        tuple(f"{before}${name}" for name in near(absent, found.others, 0.7)),
    )
