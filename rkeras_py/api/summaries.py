"""The summary of a model, in the layout that R keras users know."""

from __future__ import annotations

from typing import Any

POSITIONS = (0.45, 0.85, 1.0)  # where the columns end, as fractions of the line


def _shape_text(layer: Any) -> str:
    """The output shape of a layer, such as ``(None, 32)``; ``?`` while it is not known."""
    try:
        shape = layer.output.shape if not isinstance(layer.output, (list, tuple)) else None
        shapes = [shape] if shape is not None else [tensor.shape for tensor in layer.output]
    except (AttributeError, ValueError):
        return "?"
    texts = [f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})" for shape in shapes]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _row(fields: tuple[str, ...], line_length: int) -> str:
    line = ""
    for text, position in zip(fields, POSITIONS, strict=True):
        end = int(line_length * position)
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


def summary_lines(model: Any, line_length: int = 80) -> list[str]:
    """The lines of ``summary(model)``.

    Args:
        model: The model.
        line_length: Width in characters.
    """
    line_length = int(line_length)
    rule, double = "_" * line_length, "=" * line_length
    lines = [f'Model: "{model.name}"', rule]
    lines += [_row(("Layer (type)", "Output Shape", "Param #"), line_length), double]
    layers = list(model.layers)
    for i, layer in enumerate(layers):
        params = f"{layer.count_params()}" if layer.built else "?"
        name = f"{layer.name} ({type(layer).__name__})"
        lines.append(_row((name, _shape_text(layer), params), line_length))
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
