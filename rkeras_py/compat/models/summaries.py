"""The summary of a model, in the layout that R keras users know."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from rkeras_py.convert.parameter import accept
from rkeras_py.convert.scalars import IntRule
from rkeras_py.keras_private import graphs
from rkeras_py.keras_private.layers import mask_of
from rkeras_py.keras_private.models import functional_class

POSITIONS = (0.45, 0.85, 1.0)  # where the columns end, as fractions of the line
#: The same for models that branch, which show what each layer is connected to.
POSITIONS_OF_GRAPHS = (0.33, 0.55, 0.67, 1.0)
COLUMNS = ("Layer (type)", "Output Shape", "Param #", "Connected to")


def _shape_text(layer: Any) -> str:
    """The output shape of a layer, such as ``(None, 32)``; ``?`` while it is not known."""
    try:
        shape = layer.output.shape if not isinstance(layer.output, (list, tuple)) else None
        shapes = [shape] if shape is not None else [tensor.shape for tensor in layer.output]
    except (AttributeError, ValueError):
        return "?"
    texts = [f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})" for shape in shapes]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _row(fields: tuple[str, ...], ends: list[int]) -> str:
    line = ""
    for text, end in zip(fields, ends, strict=True):
        line = (line + text)[: end - 1].ljust(end)
    return line


def _count(weights: list[Any]) -> int:
    total = 0
    for weight in weights:
        size = 1
        for extent in weight.shape:
            size *= extent
        total += size
    return total


def connections(model: Any) -> dict[str, list[tuple[str, int, int]]]:
    """What each layer of a functional model was called on, by the layer's name.

    Returns: of each source the layer's name, which of its calls, and which of its outputs, from 0;
        nothing for models that are no graphs.
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
    # without the operations that only make masks
    reached: set[str] = set()
    ahead = [graphs.history_of(tensor).operation.name for tensor in model.outputs] if found else []
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += [source for source, *_ in found.get(name, ())]
    return {name: sources for name, sources in found.items() if name in reached}


def _shown(model: Any, sources: dict[str, list[tuple[str, int, int]]]) -> list[Any]:
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


def summary_lines(
    model: Any, line_length: int | None = None, positions: list[float] | None = None
) -> list[str]:
    """The lines of ``summary(model)``.

    Args:
        model: The model.
        line_length: Width in characters; 80, or 98 for a model that branches.
        positions: Where the columns end, as fractions of the line or in characters.
    """
    sources = connections(model)
    chain = _is_chain(model, sources)
    fractions = tuple(positions or (POSITIONS if chain else POSITIONS_OF_GRAPHS))
    asked = accept(IntRule(1), "line_length", line_length)
    width = asked or (80 if chain else 98)
    ends = [int(width * end) if end <= 1 else int(end) for end in fractions]
    rule, double = "_" * width, "=" * width
    columns = len(ends)
    lines = [f'Model: "{model.name}"', rule, _row(COLUMNS[:columns], ends), double]
    layers = _shown(model, sources)
    for i, layer in enumerate(layers):
        params = _params(layer)
        name = f"{layer.name} ({type(layer).__name__})"
        links = [
            f"{source}[{call}][{output}]" for source, call, output in sources.get(layer.name, ())
        ]
        first, *others = links or [""]
        lines.append(_row((name, _shape_text(layer), params, first)[:columns], ends))
        if columns > 3:
            lines += [_row(("", "", "", link), ends) for link in others]
        lines.append(rule if i < len(layers) - 1 else double)
    trainable = _count(model.trainable_weights)
    fixed = _count(model.non_trainable_weights)
    lines += [
        f"Total params: {trainable + fixed:,}",
        f"Trainable params: {trainable:,}",
        f"Non-trainable params: {fixed:,}",
        rule,
    ]
    return lines


def picture(model: Any) -> dict[str, Any]:
    """What a drawing of a model shows: its layers, where each stands, and what leads where.

    Returns: ``name``, ``type``, ``shape`` and ``dtype`` of the layers, their ``row`` from the top
        and ``place`` in the row from 1; ``from`` and ``to``, the layers that arrows join.
    """
    sources = connections(model)
    layers = _shown(model, sources)
    if sources:
        arrows = [(name, layer.name) for layer in layers for name, *_ in sources[layer.name]]
    else:
        arrows = [(a.name, b.name) for a, b in pairwise(layers)]
    rows: dict[str, int] = {}
    for layer in layers:  # they come after what they are called on
        above = [rows[a] for a, b in arrows if b == layer.name and a in rows]
        rows[layer.name] = 1 + max(above, default=0)
    filled: dict[int, int] = {}
    places = []
    for layer in layers:
        row = rows[layer.name]
        filled[row] = filled.get(row, 0) + 1
        places.append(filled[row])
    order = {layer.name: i for i, layer in enumerate(layers, 1)}
    return {
        "name": [layer.name for layer in layers],
        "type": [type(layer).__name__ for layer in layers],
        "shape": [_shape_text(layer) for layer in layers],
        "dtype": [str(getattr(layer, "compute_dtype", "")) for layer in layers],
        "row": [rows[layer.name] for layer in layers],
        "place": places,
        "from": [order[a] for a, b in arrows if a in order],
        "to": [order[b] for a, b in arrows if a in order],
    }
