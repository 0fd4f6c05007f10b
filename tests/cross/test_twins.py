"""Programs in R and their twins in Python, with the same data: they give the same numbers.

Where nothing else is said, bit for bit: both languages run the same operations in the same order.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import r_process

from rkeras_py.testing import Both, run_both

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

PROGRAMS = Path(__file__).with_name("twins")
#: The twins of each pair of programs.
TWINS = {
    "vignette": [
        "binary", "categorical", "mlp_softmax", "mlp_binary", "convnet", "lstm", "conv_1d",
        "stacked", "stateful",
    ],
    "layers": [
        "core", "convolutions", "volumes", "recurrent", "attention", "normalized", "lost",
        "augmented", "prepared",
    ],
    "training": [
        "optimizers", "callbacks", "callbacks_of_ones_own", "generators", "class_weights",
        "sample_weights", "several", "measures", "schedules", "stepwise", "saving",
    ],
}  # fmt: skip
#: Those that are written in plain Keras as well. None of them shuffles: fit() draws the order of
#: samples in another way than Keras does, so that it need not make its data set anew each epoch.
PLAIN = ["binary", "mlp_binary", "conv_1d", "stacked"]


def data() -> dict[str, np.ndarray]:
    random = np.random.default_rng(8)
    return {
        "features": random.normal(size=(96, 20)),
        "labels": random.integers(0, 2, (96, 1)).astype(float),
        "kinds": random.integers(0, 10, 96).astype(float),
        "images": random.uniform(size=(32, 16, 16, 3)),
        "videos": random.normal(size=(16, 4, 6, 6, 2)),
        "words": random.integers(0, 30, (96, 12)),
        "signals": random.normal(size=(96, 24, 4)),
        "steps": random.normal(size=(96, 8, 5)),
    }


@pytest.fixture(scope="module")
def begun(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Future[Both]]:
    """The pairs of programs that the selected tests need, one after the other."""
    wanted = [
        item.callspec.params["program"]
        for item in request.session.items
        if item.path == request.path and hasattr(item, "callspec")
    ]
    folder = tmp_path_factory.mktemp("twins")
    with ThreadPoolExecutor(1) as pool:
        return {
            name: pool.submit(
                run_both, PROGRAMS / f"{name}.R", PROGRAMS / f"{name}.py", inputs=data(), cwd=folder
            )
            for name in dict.fromkeys(wanted)
        }


def differences(a: Any, b: Any, place: str = "") -> list[str]:
    """Where two outcomes differ, in words; [] where all is the same."""
    if isinstance(a, dict) and isinstance(b, dict):
        if sorted(a) != sorted(b):
            return [f"{place}: {sorted(a)} and {sorted(b)}"]
        return [text for key in a for text in differences(a[key], b[key], f"{place}/{key}")]
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        pairs = enumerate(zip(a, b, strict=True))
        return [text for i, pair in pairs for text in differences(*pair, f"{place}[{i}]")]
    if any(isinstance(value, (str, dict)) for value in (a, b)):
        alike = isinstance(a, str) and isinstance(b, str) and a == b
        return [] if alike else [f"{place}: {a!r} and {b!r}"]
    one, other = np.asarray(a), np.asarray(b)
    if one.shape != other.shape:
        return [f"{place}: shapes {one.shape} and {other.shape}"]
    if np.array_equal(one, other):
        return []
    assert np.isfinite(one).all() and np.isfinite(other).all(), place
    return [f"{place}: up to {np.abs(one - other).max()} apart"]


@pytest.mark.parametrize(
    ("program", "twin"), [(program, twin) for program in TWINS for twin in TWINS[program]]
)
def test_twins_agree_bit_for_bit(begun: dict[str, Future[Both]], program: str, twin: str) -> None:
    both = begun[program].result()
    found = both.r[twin]
    assert differences(found, both.python[twin]) == []
    assert learnt(found)


def learnt(outcome: Any) -> bool:
    """Whether something was trained: a loss that is not the same all the time."""
    losses = [outcome.get(name) for name in ("loss", "losses")] if isinstance(outcome, dict) else []
    if any(loss is not None and len(set(np.ravel(loss))) > 1 for loss in losses):
        return True
    parts = outcome.values() if isinstance(outcome, dict) else outcome
    return isinstance(outcome, (dict, list)) and any(map(learnt, parts))


@pytest.mark.parametrize("program", ["vignette"])
@pytest.mark.parametrize("twin", PLAIN)
def test_plain_keras_agrees_bit_for_bit(
    begun: dict[str, Future[Both]], program: str, twin: str
) -> None:
    both = begun[program].result()
    found, plain = both.r[twin], both.python[f"{twin}_plain"]
    for part in ("history", "predictions"):
        assert differences(found[part], plain[part], part) == []
    # whose layers number themselves anew
    assert differences([*found["model"].values()], [*plain["model"].values()], "model") == []
