"""Layers' formulas in plain NumPy, written out: what the tests of layers compare with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np


def numbers(*shape: int, seed: int = 0) -> Any:
    """Numbers from -1 to 1, other ones for each shape and seed."""
    rng = np.random.default_rng([seed, *shape])
    return rng.uniform(-1, 1, shape).astype("float32")


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def hard_sigmoid(x: Any) -> Any:
    """Keras 2's."""
    return np.clip(0.2 * x + 0.5, 0, 1)


# --- windows -------------------------------------------------------------------------------


def each(value: Any, rank: int) -> tuple[int, ...]:
    return (value,) * rank if isinstance(value, int) else tuple(value)


def same_widths(extents: Any, sizes: Any, strides: Any, dilation: Any) -> list[tuple[int, int]]:
    """How much "same" pads before and after; the larger part comes after."""
    widths = []
    for n, k, s, d in zip(extents, sizes, strides, dilation, strict=True):
        reach = (k - 1) * d + 1
        total = max((-(-n // s) - 1) * s + reach - n, 0)
        widths.append((total // 2, total - total // 2))
    return widths


def windows(
    x: Any, sizes: Any, strides: Any = 1, dilation: Any = 1, padding: str = "valid", fill: Any = 0.0
) -> tuple[tuple[int, ...], Iterator[tuple[tuple[int, ...], Any]]]:
    """The extents of the result, and for each of its places its window of ``x``."""
    rank = x.ndim - 2
    sizes, strides, dilation = (each(v, rank) for v in (sizes, strides, dilation))
    if padding == "same":
        widths = same_widths(x.shape[1:-1], sizes, strides, dilation)
        x = np.pad(x, [(0, 0), *widths, (0, 0)], constant_values=fill)
    reaches = [(k - 1) * d + 1 for k, d in zip(sizes, dilation, strict=True)]
    extents = tuple(
        (n - r) // s + 1 for n, r, s in zip(x.shape[1:-1], reaches, strides, strict=True)
    )

    def all_windows() -> Iterator[tuple[tuple[int, ...], Any]]:
        for place in np.ndindex(*extents):
            cuts = tuple(
                slice(p * s, p * s + r, d)
                for p, s, r, d in zip(place, strides, reaches, dilation, strict=True)
            )
            yield place, x[(slice(None), *cuts)]

    return extents, all_windows()


def convolution(
    x: Any, kernel: Any, strides: Any = 1, dilation: Any = 1, padding: str = "valid"
) -> Any:
    """``kernel`` is (extents, channels, filters)."""
    extents, places = windows(x, kernel.shape[:-2], strides, dilation, padding)
    out = np.zeros((len(x), *extents, kernel.shape[-1]))
    for place, window in places:
        out[(slice(None), *place)] = np.tensordot(window, kernel, axes=kernel.ndim - 1)
    return out


def depthwise(
    x: Any, kernel: Any, strides: Any = 1, dilation: Any = 1, padding: str = "valid"
) -> Any:
    """``kernel`` is (extents, channels, multiplier); a channel's results stand side by side."""
    channels, multiplier = kernel.shape[-2:]
    out = [
        convolution(
            x[..., c : c + 1], kernel[..., c : c + 1, m : m + 1], strides, dilation, padding
        )
        for c in range(channels)
        for m in range(multiplier)
    ]
    return np.concatenate(out, axis=-1)


def pooled(summary: Any, x: Any, sizes: Any, strides: Any, padding: str) -> Any:
    """``summary``, such as ``np.nanmax``, of each window; the border cuts a part off some."""
    extents, places = windows(x, sizes, strides, 1, padding, fill=np.nan)
    out = np.zeros((len(x), *extents, x.shape[-1]))
    axes = tuple(range(1, x.ndim - 1))
    for place, window in places:
        out[(slice(None), *place)] = summary(window, axis=axes)
    return out


def transposed(x: Any, kernel: Any, strides: Any = 1, dilation: Any = 1) -> Any:
    """All copies of ``kernel``, (extents, filters, channels), one for each input, added up."""
    rank = x.ndim - 2
    sizes, strides, dilation = kernel.shape[:-2], each(strides, rank), each(dilation, rank)
    reaches = [(k - 1) * d + 1 for k, d in zip(sizes, dilation, strict=True)]
    extents = [(n - 1) * s + r for n, s, r in zip(x.shape[1:-1], strides, reaches, strict=True)]
    out = np.zeros((len(x), *extents, kernel.shape[-2]))
    for place in np.ndindex(*x.shape[1:-1]):
        for tap in np.ndindex(*sizes):
            at = tuple(
                p * s + t * d for p, s, t, d in zip(place, strides, tap, dilation, strict=True)
            )
            out[(slice(None), *at)] += x[(slice(None), *place)] @ kernel[tap].T
    return out


# --- steps of recurrent layers: weights as Keras has them, states in a tuple -----------------


def simple_rnn_step(x: Any, states: Any, weights: Any) -> tuple[Any, tuple[Any, ...]]:
    kernel, recurrent, bias = weights
    h = np.tanh(x @ kernel + states[0] @ recurrent + bias)
    return h, (h,)


def lstm_step(x: Any, states: Any, weights: Any, gate: Any = sigmoid) -> tuple[Any, Any]:
    """Hochreiter and Schmidhuber (1997) with forget gates; gates in the order i, f, c, o."""
    kernel, recurrent, bias = weights
    h, c = states
    i, f, g, o = np.split(x @ kernel + h @ recurrent + bias, 4, axis=-1)
    c = gate(f) * c + gate(i) * np.tanh(g)
    h = gate(o) * np.tanh(c)
    return h, (h, c)


def gru_step(x: Any, states: Any, weights: Any) -> tuple[Any, tuple[Any, ...]]:
    """Cho et al. (2014) with the reset gate after the product; order z, r, h; two biases."""
    kernel, recurrent, (b_in, b_state) = weights
    (h,) = states
    xz, xr, xh = np.split(x @ kernel + b_in, 3, axis=-1)
    hz, hr, hh = np.split(h @ recurrent + b_state, 3, axis=-1)
    z, r = sigmoid(xz + hz), sigmoid(xr + hr)
    h = z * h + (1 - z) * np.tanh(xh + r * hh)
    return h, (h,)


def gru_step_reset_before(x: Any, states: Any, weights: Any) -> tuple[Any, tuple[Any, ...]]:
    """The reset gate before the product; one bias."""
    kernel, recurrent, bias = weights
    (h,) = states
    xz, xr, xh = np.split(x @ kernel + bias, 3, axis=-1)
    uz, ur, uh = np.split(recurrent, 3, axis=-1)
    z, r = sigmoid(xz + h @ uz), sigmoid(xr + h @ ur)
    h = z * h + (1 - z) * np.tanh(xh + (r * h) @ uh)
    return h, (h,)


def run(step: Any, x: Any, states: Any, weights: Any, mask: Any = None) -> tuple[Any, Any]:
    """All outputs (batch, steps, units) and the last states; masked steps change nothing."""
    outputs = []
    out = np.zeros_like(states[0])
    for t in range(x.shape[1]):
        new_out, new_states = step(x[:, t], states, weights)
        if mask is None:
            out, states = new_out, new_states
        else:
            keep = mask[:, t, None]
            out = np.where(keep, new_out, out)
            states = tuple(np.where(keep, n, s) for n, s in zip(new_states, states, strict=True))
        outputs.append(out)
    return np.stack(outputs, axis=1), states


def zeros(batch: int, *units: int) -> tuple[Any, ...]:
    return tuple(np.zeros((batch, n)) for n in units)
