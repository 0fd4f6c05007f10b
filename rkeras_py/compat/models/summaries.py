"""The summary of a model in R keras's layout."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

import keras

from rkeras_py.convert.parameter import accept
from rkeras_py.convert.scalars import BoolRule, IntRule
from rkeras_py.keras_private import graphs
from rkeras_py.keras_private.layers import mask_of
from rkeras_py.keras_private.models import functional_class

POSITIONS = (0.45, 0.85, 1.0)  # ends of the columns, as fractions of the line
#: The same for branching models, which show the connections of each layer.
POSITIONS_OF_GRAPHS = (0.33, 0.55, 0.67, 1.0)
COLUMNS = ("Layer (type)", "Output Shape", "Param #")
#: R keras's text for a model without weights.
NOT_BUILT = "Model: <no summary available, model was not built>"
WIDTH = 80
WIDTH_OF_TRAINABLE = 11


def shape_text(layer: Any) -> str:
    """The output shape of a layer, such as ``(None, 32)``; ``?`` if unknown."""
    try:
        shape = layer.output.shape if not isinstance(layer.output, (list, tuple)) else None
        shapes = [shape] if shape is not None else [tensor.shape for tensor in layer.output]
    except (AttributeError, ValueError):
        return "?"
    texts = [f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})" for shape in shapes]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _wrapped(text: str, width: int) -> list[str]:
    """Wrap a text to a width; longer words are broken."""
    return textwrap.wrap(text, max(width, 1), break_on_hyphens=False) or [""]


def _count(weights: list[Any]) -> int:
    total = 0
    for weight in weights:
        size = 1
        for extent in weight.shape:
            size *= extent
        total += size
    return total


def connections(model: Any) -> dict[str, list[tuple[str, int, int]]]:
    """The inputs of each layer of a functional model, by the layer's name.

    Returns: for each input the name of its layer, the number of the call and of the output, from 0;
        empty for models that are not graphs.
    """
    by_depth = graphs.nodes_by_depth(model) if isinstance(model, functional_class()) else {}
    found: dict[str, list[tuple[str, int, int]]] = {}
    for depth in sorted(by_depth, reverse=True):
        for node in by_depth[depth]:
            masks = [mask_of(tensor) for tensor in node.input_tensors]
            sources = found.setdefault(node.operation.name, [])
            for tensor in node.input_tensors:
                if not any(tensor is mask for mask in masks):
                    operation, call, output = graphs.history_of(tensor)
                    sources.append((operation.name, call, output))
    # without operations that only compute masks
    reached: set[str] = set()
    ahead = [graphs.history_of(tensor).operation.name for tensor in model.outputs] if found else []
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += [source for source, *_ in found.get(name, ())]
    return {name: sources for name, sources in found.items() if name in reached}


def shown_layers(model: Any, sources: dict[str, list[tuple[str, int, int]]]) -> list[Any]:
    """The layers of a model, and the operations on tensors between them."""
    if not sources:
        return list(model.layers)
    return [operation for operation in model.operations if operation.name in sources]


def _is_chain(model: Any, sources: dict[str, list[tuple[str, int, int]]]) -> bool:
    used = [name for names in sources.values() for name, *_ in names]
    return len(used) == len(set(used)) and all(len(names) < 2 for names in sources.values())


def _params(layer: Any) -> str:
    if not hasattr(layer, "count_params"):  # an operation
        return "0"
    return f"{layer.count_params()}" if layer.built else "?"


def has_layers(layer: Any) -> bool:
    return isinstance(layer, keras.Model) and bool(layer.layers)


def _trainable(layer: Any) -> str:
    return "Y" if getattr(layer, "trainable", True) else "N"


@dataclass
class _Table:
    """The rows of a summary."""

    width: int
    ends: list[int]
    connected: bool
    show_trainable: bool
    expand_nested: bool
    compact: bool

    def row(self, fields: tuple[str, ...], depth: int = 0) -> list[str]:
        """A row, in several lines if a text is wider than its column.

        Args:
            fields: The texts.
            depth: Nesting depth of the layer.
        """
        cells = []
        start = 0
        for i, (text, end) in enumerate(zip(fields, self.ends, strict=False)):
            indent = depth + (depth > 0) if i == 0 else 0
            cells.append((start + indent, _wrapped(text, end - start - indent - 1)))
            start = end
        lines = []
        for i in range(max(len(texts) for _, texts in cells)):
            line = "|" * depth
            for at, texts in cells:
                line = line.ljust(at) + (texts[i] if i < len(texts) else "")
            lines.append(line.ljust(self.width - depth)[: self.width - depth] + "|" * depth)
        return lines

    def header(self) -> list[str]:
        connected = ("Connected to",) if self.connected else ()
        trainable = ("Trainable",) if self.show_trainable else ()
        return self.row((*COLUMNS, *connected, *trainable))

    def of_layer(self, layer: Any, links: list[str], depth: int) -> list[str]:
        first, *others = links or [""]
        name = f"{layer.name} ({type(layer).__name__})"
        fields: tuple[str, ...] = (name, shape_text(layer), _params(layer))
        fields += (first,) if self.connected else ()
        fields += (_trainable(layer),) if self.show_trainable else ()
        lines = self.row(fields, depth)
        if self.connected:
            for link in others:
                lines += self.row(("", "", "", link), depth)
        if self.expand_nested and has_layers(layer):
            bars = "|" * (depth + 1)
            lines.append(bars + "\N{MACRON}" * (self.width - 2 * len(bars)) + bars)
            lines += self.of_model(layer, depth + 1)
            lines.append("|" * depth + "\N{MACRON}" * (self.width - 2 * depth) + "|" * depth)
        return lines

    def of_model(self, model: Any, depth: int = 0) -> list[str]:
        """The rows of the layers, with rules between the model's layers unless ``compact``."""
        sources = connections(model)
        lines: list[str] = []
        for i, layer in enumerate(shown_layers(model, sources)):
            if i > 0 and depth == 0 and not self.compact:
                lines.append("_" * self.width)
            links = [
                f"{name}[{call}][{output}]" for name, call, output in sources.get(layer.name, ())
            ]
            lines += self.of_layer(layer, links, depth)
        return lines


def summary_lines(
    model: Any,
    line_length: int | None = None,
    positions: list[float] | None = None,
    *,
    expand_nested: bool = False,
    show_trainable: bool | None = None,
    compact: bool = False,
    width: int | None = None,
) -> list[str]:
    """The lines of ``summary(model)``.

    Args:
        model: The model.
        line_length: Width in characters, without the column of ``show_trainable``.
        positions: Ends of the columns, as fractions of the line or in characters; without the
            column of ``show_trainable``.
        expand_nested: Whether to show the layers of nested models.
        show_trainable: Whether to add a column that shows which layers are trainable. ``None`` adds
            it if the model has non-trainable weights.
        compact: Whether to omit the rules between layers.
        width: Width in characters with all columns.
    """
    if not model.built:
        return [NOT_BUILT]
    show_trainable = accept(BoolRule(), "show_trainable", show_trainable)
    if show_trainable is None:
        show_trainable = bool(model.non_trainable_weights)
    further = WIDTH_OF_TRAINABLE if show_trainable else 0
    asked = accept(IntRule(1), "line_length", line_length)
    total = accept(IntRule(1), "width", width) or WIDTH
    length = asked or max(total - further, 1)
    sources = connections(model)
    chain = _is_chain(model, sources)
    fractions = tuple(positions or (POSITIONS if chain else POSITIONS_OF_GRAPHS))
    ends = [int(length * end) if end <= 1 else int(end) for end in fractions]
    table = _Table(
        width=length + further,
        ends=[*ends, length + further] if show_trainable else ends,
        connected=not chain and len(ends) > len(COLUMNS),
        show_trainable=show_trainable,
        expand_nested=bool(accept(BoolRule(), "expand_nested", expand_nested)),
        compact=bool(accept(BoolRule(), "compact", compact)),
    )
    rule, double = "_" * table.width, "=" * table.width
    layers = table.of_model(model)
    trainable = _count(model.trainable_weights)
    fixed = _count(model.non_trainable_weights)
    return [
        f'Model: "{model.name}"',
        rule,
        *table.header(),
        double,
        *layers,
        *([double] if layers else []),
        f"Total params: {trainable + fixed:,}",
        f"Trainable params: {trainable:,}",
        f"Non-trainable params: {fixed:,}",
        rule,
    ]
