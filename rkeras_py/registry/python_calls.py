"""Translates R functions in the examples of docstrings to Python code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: Precedence of code without an operator.
ATOM = 9


class UntranslatableError(Exception):
    """An example uses something that cannot be translated."""


@dataclass(frozen=True)
class Code:
    """Python code, the precedence of its outermost operator, and its R source."""

    text: str
    binds: int = ATOM
    items: tuple[Code, ...] | None = None  # the elements of a vector
    numbers: tuple[int, int] | None = None  # the ends of a sequence
    steps: tuple[str, ...] = ()  # the steps of a pipe
    random: bool = False


def _c(values: list[tuple[str, Code]]) -> Code:
    if any(name for name, _ in values):
        raise UntranslatableError("c")
    return _items([value for _, value in values])


def _items(items: list[Code]) -> Code:
    return Code("[" + ", ".join(item.text for item in items) + "]", items=tuple(items))


def _list(values: list[tuple[str, Code]]) -> Code:
    if all(name for name, _ in values) and values:
        return Code("{" + ", ".join(f'"{n}": {value.text}' for n, value in values) + "}")
    return _c(values)


def _rbind(values: list[tuple[str, Code]]) -> Code:
    """A matrix; its numbers are floats, as in R."""
    rows = []
    for _, row in values:
        if not row.items:
            raise UntranslatableError("rbind")
        rows.append("[" + ", ".join(_float(item.text) for item in row.items) + "]")
    return Code(f"np.array([{', '.join(rows)}])")


def _float(number: str) -> str:
    return f"{number}.0" if number.removeprefix("-").isdigit() else number


def _runif(values: list[tuple[str, Code]]) -> Code:
    if len(values) != 1 or values[0][0]:
        raise UntranslatableError("runif")
    return Code(f"np.random.rand({values[0][1].text})", random=True)


def _array(values: list[tuple[str, Code]]) -> Code:
    if len(values) != 2:
        raise UntranslatableError("array")
    content, dim = values[0][1], values[1][1]
    shape = ", ".join(item.text for item in dim.items or (dim,))
    if content.random:
        return Code(f"np.random.rand({shape})")
    shape = f"({shape})" if dim.items else shape
    if content.items or content.numbers:
        return Code(f'np.reshape({content.text}, {shape}, order="F")')
    return Code(f"np.full({shape}, {content.text})")


def _matrix(values: list[tuple[str, Code]]) -> Code:
    content = values[0][1]
    sizes = {"nrow": "-1", "ncol": "1" if len(values) == 1 else "-1"}
    for place, (name, value) in enumerate(values[1:3]):
        sizes[name or ("nrow", "ncol")[place]] = value.text
    if len(values) > 3 or len(sizes) > 2:
        raise UntranslatableError("matrix")
    shape = ", ".join(sizes.values())
    if content.random:
        return Code(f"{content.text}.reshape({shape})")
    if content.items or content.numbers:
        return Code(f'np.reshape({content.text}, ({shape}), order="F")')
    if "-1" in sizes.values():
        raise UntranslatableError("matrix")
    return Code(f"np.full(({shape}), {content.text})")


def _file_path(values: list[tuple[str, Code]]) -> Code:
    """A file in the session's temporary folder becomes a file in the working directory."""
    if len(values) != 2 or values[0][1].text != '"example"':
        raise UntranslatableError("file.path")
    return values[1][1]


def _call_of(name: str) -> Callable[[list[tuple[str, Code]]], Code]:
    """A function of one argument, with its Python name."""

    def call(values: list[tuple[str, Code]]) -> Code:
        if len(values) != 1:
            raise UntranslatableError(name)
        return Code(f"{name}({values[0][1].text})")

    return call


def _tempfile(values: list[tuple[str, Code]]) -> Code:
    ending = next((value.text.strip('"') for name, value in values if name == "fileext"), "")
    return Code(f'"example{ending}"')


#: The translations, by R's name.
CALLS = {
    "array": _array,
    "as.list": _call_of("list"),
    "c": _c,
    "cat": _call_of("print"),
    "diag": _call_of("np.eye"),
    "dim": _call_of("np.shape"),
    "dir.create": _call_of("os.mkdir"),
    "exp": _call_of("np.exp"),
    "file.path": _file_path,
    "length": _call_of("len"),
    "list": _list,
    "list.files": _call_of("os.listdir"),
    "matrix": _matrix,
    "rbind": _rbind,
    "read.csv": _call_of("pd.read_csv"),
    "runif": _runif,
    "tempdir": lambda values: Code('"example"'),
    "tempfile": _tempfile,
}
