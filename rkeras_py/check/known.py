"""The functions that scripts may call, of this project's packages and of others."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rkeras_py.check.r import Package, RFunction

#: The packages whose functions are checked. All except tfdatasets come with this project.
CHECKED = ("keras", "tensorflow", "tfruns", "reticulate", "tfdatasets")
PROVIDED = frozenset(CHECKED) - {"tfdatasets"}

#: The packages that R attaches at startup.
R_OWN = ("base", "methods", "datasets", "utils", "grDevices", "graphics", "stats")

#: Packages that attach others with code, which cannot be seen without running it.
_ATTACH_OTHERS = {"easystats", "fpp3", "mlr3verse", "tidymodels", "tidyverse"}

#: Prefixes of the names of function families.
PREFIXES = (
    "activation_",
    "application_",
    "callback_",
    "constraint_",
    "dataset_",
    "initializer_",
    "k_",
    "layer_",
    "learning_rate_schedule_",
    "loss_",
    "metric_",
    "optimizer_",
    "regularizer_",
)


@dataclass(frozen=True)
class Scope:
    """The packages in which R would search for a function of a script."""

    attached: tuple[str, ...]
    packages: Mapping[str, Package]
    is_open: bool  # there may be functions that are not visible

    def provider(self, name: str) -> str | None:
        """The attached package that has the name: preferably a checked one."""
        others = [package for package in self.attached if package not in CHECKED]
        for package in (*CHECKED, *others, *R_OWN):
            if package in self.attached or package in R_OWN:
                known = self.packages.get(package)
                if known and name in known.exports:
                    return package
        return None

    def is_shared(self, name: str) -> bool:
        """Whether other attached packages also have the name."""
        return any(
            name in self.packages[package].exports
            for package in self.attached
            if package not in CHECKED and package in self.packages
        )

    def function(self, package: str, name: str) -> RFunction | None:
        known = self.packages.get(package)
        return known.functions.get(name) if known else None

    @property
    def is_whole(self) -> bool:
        """Whether all functions that a script can call are known."""
        return not self.is_open and all(
            package in self.packages and package not in _ATTACH_OTHERS for package in self.attached
        )

    @functools.cached_property
    def _checked(self) -> frozenset[str]:
        """The names of the attached checked packages."""
        known = (self.packages.get(package) for package in CHECKED if package in self.attached)
        return frozenset().union(*(package.exports for package in known if package))

    def near(self, name: str, cutoff: float = 0.75) -> tuple[str, ...]:
        """Similar names of functions in the attached checked packages."""
        return near(name, self._checked, cutoff)


def near(name: str, names: Iterable[str], cutoff: float = 0.75) -> tuple[str, ...]:
    """At most three similar names, the most similar first."""
    return _near(name, frozenset(names), cutoff)


@functools.cache
def _near(name: str, names: frozenset[str], cutoff: float) -> tuple[str, ...]:
    return tuple(difflib.get_close_matches(name, sorted(names), 3, cutoff))


def scope_of(attached: Iterable[str], packages: Mapping[str, Package], is_open: bool) -> Scope:
    """The scope of a script that attaches these packages."""
    found: dict[str, None] = {}
    waiting = list(attached)
    while waiting:
        package = waiting.pop(0)
        if package not in found and package not in R_OWN:
            found[package] = None
            if package in packages and package not in PROVIDED:
                waiting.extend(packages[package].attaches)
    return Scope(tuple(found), packages, is_open)


def match_arguments(
    formals: list[str], given: list[str | None]
) -> tuple[list[str | None], list[int]]:
    """R's argument matching: the formal of each argument, and the named arguments without one.

    An argument in ``...`` has no formal.
    """
    before = formals[: formals.index("...")] if "..." in formals else formals
    matched: list[str | None] = [name if name in formals else None for name in given]
    unused = []
    for place, name in enumerate(given):
        if name is None or matched[place] is not None:
            continue
        begun = [f for f in before if f.startswith(name) and f not in matched]
        if len(begun) == 1:
            matched[place] = begun[0]
        elif "..." not in formals:
            unused.append(place)
    free = [formal for formal in before if formal not in matched]
    for place, name in enumerate(given):
        if name is None and free:
            matched[place] = free.pop(0)
    return matched, unused


@functools.cache
def deprecated_in_python(name: str) -> str:
    """The replacement in a function's ``deprecated()`` call; otherwise ``""``."""
    import ast
    import inspect
    import textwrap

    import rkeras_py.api  # noqa: F401  it fills the registry
    from rkeras_py.convert.deprecated import deprecated
    from rkeras_py.registry.define import REGISTRY

    function = REGISTRY.get(name)
    if function is None or deprecated.__name__ not in function.declared.__code__.co_names:
        return ""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function.declared)))):
        match node:
            case ast.Call(ast.Name("deprecated"), [ast.Constant(what), ast.Constant(instead)]):
                if what == f"{name}()":
                    return str(instead)
    return ""
