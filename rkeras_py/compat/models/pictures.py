"""The content of a plot of a model."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from rkeras_py.compat.models.summaries import connections, has_layers, shape_text, shown_layers
from rkeras_py.convert.rule import ArgumentError

Box = tuple[str, Any]  # label and layer
Arrow = tuple[Any, Any]  # the layers that it connects


def picture(
    model: Any, expand_nested: bool = False, layer_range: list[str] | None = None
) -> dict[str, Any]:
    """The content of a plot of a model: its layers, their positions, and the arrows.

    Args:
        model: The model.
        expand_nested: Whether nested models are replaced by their layers.
        layer_range: The first and the last layer to draw: patterns for the start of their names.

    Returns: ``name``, ``type``, ``shape``, ``dtype`` and ``activation`` of the layers, their
        ``row`` from the top and ``place`` in the row from 1; ``from`` and ``to``, the layers that
        arrows connect.
    """
    boxes, arrows, *_ = _parts(model, expand_nested, "")
    if layer_range is not None:
        boxes = _between(boxes, layer_range)
    kept = {id(layer): i for i, (_, layer) in enumerate(boxes)}
    pairs = [(kept[id(a)], kept[id(b)]) for a, b in arrows if id(a) in kept and id(b) in kept]
    pairs = list(dict.fromkeys(pairs))
    rows, places = _placed(len(boxes), pairs)
    layers = [layer for _, layer in boxes]
    return {
        "name": [name for name, _ in boxes],
        "type": [type(layer).__name__ for layer in layers],
        "shape": [shape_text(layer) for layer in layers],
        "dtype": [str(getattr(layer, "compute_dtype", "")) for layer in layers],
        "activation": [_activation(layer) for layer in layers],
        "row": rows,
        "place": places,
        "from": [a + 1 for a, _ in pairs],
        "to": [b + 1 for _, b in pairs],
    }


def _parts(
    model: Any, expand: bool, prefix: str
) -> tuple[list[Box], list[Arrow], list[Any], list[Any]]:
    """The boxes and arrows of a model, its first layers and its last ones."""
    sources = connections(model)
    layers = shown_layers(model, sources)
    if sources:
        by_name = {layer.name: layer for layer in layers}
        links = [(by_name[name], layer) for layer in layers for name, *_ in sources[layer.name]]
    else:
        links = list(pairwise(layers))
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    firsts: dict[int, list[Any]] = {}
    lasts: dict[int, list[Any]] = {}
    for layer in layers:
        if expand and has_layers(layer):
            inner = _parts(layer, expand, f"{prefix}{layer.name}/")
            boxes += inner[0]
            arrows += inner[1]
            firsts[id(layer)], lasts[id(layer)] = inner[2:]
        else:
            boxes.append((prefix + layer.name, layer))
            firsts[id(layer)] = lasts[id(layer)] = [layer]
    arrows += [(a, b) for f, t in links for a in lasts[id(f)] for b in firsts[id(t)]]
    reached, left = {id(t) for _, t in links}, {id(f) for f, _ in links}
    return (
        boxes,
        arrows,
        [x for layer in layers if id(layer) not in reached for x in firsts[id(layer)]],
        [x for layer in layers if id(layer) not in left for x in lasts[id(layer)]],
    )


def _between(boxes: list[Box], layer_range: list[str]) -> list[Box]:
    if len(layer_range) != 2:
        raise ArgumentError(
            "`layer_range` must be the names of two layers, the first and the last to draw, "
            f"not {len(layer_range)} of them."
        )
    found = []
    for pattern in layer_range:
        matching = [i for i, (name, _) in enumerate(boxes) if re.match(pattern, name)]
        if not matching:
            raise ArgumentError(f'`layer_range`: no layer has the name "{pattern}".')
        found.append(matching)
    first, last = min(found[0] + found[1]), max(found[0] + found[1])
    return boxes[first : last + 1]


def _placed(count: int, arrows: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    rows: list[int] = []
    filled: dict[int, int] = {}
    places = []
    for box in range(count):  # layers come after their inputs
        row = 1 + max((rows[a] for a, b in arrows if b == box and a < box), default=0)
        rows.append(row)
        filled[row] = filled.get(row, 0) + 1
        places.append(filled[row])
    return rows, places


def _activation(layer: Any) -> str:
    activation = getattr(layer, "activation", None)
    return getattr(activation, "__name__", "") if activation is not None else ""
