"""Analyses which nodes run in a TensorFlow graph, and where its tensors come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from rkeras_py.keras_private.tensorflow import is_operation

#: Operations that pass their inputs to a function, one for each argument.
_CALLS = ("PartitionedCall", "StatefulPartitionedCall")
#: Marks tensors of unknown origin.
_UNKNOWN = "?"


class Reached(NamedTuple):
    """What runs to compute some tensors."""

    nodes: set[str]  # of the graph itself
    functions: set[str]

    def holds(self, function: str, node: str) -> bool:
        return function in self.functions if function else node in self.nodes


class Graph:
    """A graph and its functions; the graph itself is a function with an empty name.

    Raises:
        ValueError: names are not unique.
    """

    def __init__(self, graph_def: Any) -> None:
        library = graph_def.library
        self._functions = _by_name(library.function, lambda function: function.signature.name)
        self._bodies = {name: _by_name(f.node_def) for name, f in self._functions.items()}
        self._bodies[""] = _by_name(graph_def.node)
        self.gradients = {
            *(gradient.gradient_func for gradient in library.gradient),
            *(gradient.gradient_func for gradient in library.registered_gradients),
        }
        self._find_calls(library.gradient)

    def _find_calls(self, gradients: Any) -> None:
        self._used: dict[str, set[str]] = defaultdict(set)  # used functions, by user
        self._calls: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        self._unknown_calls = set(self.gradients)
        for gradient in gradients:
            self._used[gradient.function_name].add(gradient.gradient_func)
        for name, node in self.nodes():
            called = _called(node)
            used = set(self._functions_of(node))
            self._used[name] |= used
            if called:
                self._calls[called].append((name, node))
                used -= {called}
                used |= set(_functions_in(node.attr["f"], nested_only=True))
            self._unknown_calls |= used

    def nodes(self) -> Iterator[tuple[str, Any]]:
        """Every node, with the name of its function."""
        for name, body in self._bodies.items():
            for node in body.values():
                yield name, node

    def is_function(self, operation: str) -> bool:
        """Whether an operation is a function of the graph, not TensorFlow's operation."""
        return operation in self._functions and not is_operation(operation)

    def is_replaceable(self, function: str) -> bool:
        """Whether TensorFlow's optimizer may replace another function by this one."""
        if not function:
            return False
        return any(key.startswith("api_") for key in self._functions[function].attr)

    def _functions_of(self, node: Any) -> Iterator[str]:
        if node.op in self._functions:
            yield node.op
        for value in node.attr.values():
            yield from _functions_in(value)

    def reached(self, names: Iterable[str], functions: Iterable[str] = ()) -> Reached:
        """What runs to compute these tensors or nodes of the graph, and in these functions."""
        reached, waiting = Reached(set(), set()), [_node(name) for name in names]
        used = list(functions)
        while waiting:
            name = waiting.pop()
            node = self._bodies[""].get(name)
            if node is not None and name not in reached.nodes:
                reached.nodes.add(name)
                waiting += [_node(tensor) for tensor in node.input]
                used += self._functions_of(node)
        while used:
            name = used.pop()
            if name not in reached.functions:
                reached.functions.add(name)
                used += self._used[name]
        return reached

    def origins(self, function: str, tensor: str) -> set[str]:
        """The tensors of the graph that a string tensor was copied from.

        Identities, function arguments, and variables that nothing else changes are followed.
        """
        return self._origins(function, tensor, set())

    def _origins(self, function: str, tensor: str, seen: set[tuple[str, str]]) -> set[str]:
        if (function, tensor) in seen:
            return set()
        seen.add((function, tensor))
        node = self._bodies[function].get(_node(tensor))
        if node is None:
            return self._argument(function, tensor, seen) if function else {_UNKNOWN}
        if node.op == "Identity":
            return self._origins(function, node.input[0], seen)
        if function:
            return {_UNKNOWN}
        if node.op == "ReadVariableOp":
            return self._variable(node.input[0], seen)
        return {full_name(tensor)}

    def _argument(self, function: str, name: str, seen: set[tuple[str, str]]) -> set[str]:
        arguments = self._functions[function].signature.input_arg
        names = [argument.name for argument in arguments]
        several = any(a.number_attr or a.type_list_attr for a in arguments)
        if several or name not in names or function in self._unknown_calls:
            return {_UNKNOWN}
        place, found = names.index(name), set()
        for caller, node in self._calls[function]:
            found |= self._origins(caller, node.input[place], seen)
        return found

    def _variable(self, handle: str, seen: set[tuple[str, str]]) -> set[str]:
        """What is assigned to a variable, if only the graph uses it."""
        name = _node(handle)
        node = self._bodies[""].get(name)
        if node is None or node.op != "VarHandleOp" or self._named_like(node) > 1:
            return {_UNKNOWN}
        found: set[str] = set()
        for user in self._bodies[""].values():
            if name not in map(_node, user.input):
                continue
            if user.op == "AssignVariableOp" and _node(user.input[0]) == name:
                found |= self._origins("", user.input[1], seen)
            elif user.op not in ("ReadVariableOp", "VarIsInitializedOp"):
                found.add(_UNKNOWN)
        return found

    def _named_like(self, variable: Any) -> int:
        """How many nodes refer to the variable."""
        name = _shared_name(variable)
        return sum(n.op == "VarHandleOp" and _shared_name(n) == name for _, n in self.nodes())


def full_name(tensor: str) -> str:
    """A tensor's name with the output number."""
    name, _, output = tensor.partition(":")
    return f"{name}:{output or 0}"


def _node(tensor: str) -> str:
    return tensor.removeprefix("^").partition(":")[0]


def _shared_name(variable: Any) -> bytes:
    name = variable.attr["shared_name"].s if "shared_name" in variable.attr else b""
    return name or variable.name.encode()


def _called(node: Any) -> str:
    """The function that a call node calls; "" for other nodes."""
    return node.attr["f"].func.name if node.op in _CALLS and "f" in node.attr else ""


def _by_name(parts: Any, name: Any = lambda part: part.name) -> dict[str, Any]:
    found = {name(part): part for part in parts}
    if len(found) < len(parts):
        raise ValueError("the names of its nodes or functions are not unique")
    return found


def _functions_in(value: Any, nested_only: bool = False) -> Iterator[str]:
    """The functions that an attribute names, at any depth."""
    for function in (value.func, *value.list.func):
        if function.name and not nested_only:
            yield function.name
        for inner in function.attr.values():
            yield from _functions_in(inner)
