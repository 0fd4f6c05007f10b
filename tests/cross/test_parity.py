"""The figures that R keras 2.16.1 printed, from both hosts."""

from __future__ import annotations

import json
import math
from concurrent.futures import Future

import pytest
import r_process
from r_process import HOSTS, SHARED, Outcome

RELATIVE, ABSOLUTE = 1e-4, 1e-5
SCRIPTS = sorted(path.stem for path in (SHARED / "parity").glob("[0-9]*.R"))

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


@pytest.fixture(scope="module")
def begun(request: pytest.FixtureRequest) -> dict[tuple[str, str], Future[Outcome]]:
    """The selected scripts, begun together so that two run at a time."""
    cases = [
        (item.callspec.params["host"], item.callspec.params["name"])
        for item in request.session.items
        if item.path == request.path and hasattr(item, "callspec")
    ]
    folder = SHARED / "parity"
    return {
        (host, name): r_process.begin(host, f"{name}.R", cwd=folder)
        for host, name in dict.fromkeys(cases)
        if name is not None
    }


def figures(output: str) -> dict[str, list[float | None]]:
    found = {}
    for line in output.splitlines():
        if line.startswith('{"figure"'):
            text = line.replace("NaN", "null").replace("NA", "null").replace("Inf", "1e999")
            row = json.loads(text)
            found[row["figure"]] = row["values"]
    return found


def close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=RELATIVE, abs_tol=ABSOLUTE)


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(
    "name",
    SCRIPTS or [pytest.param(None, marks=pytest.mark.skip(reason="../shared/parity is not here"))],
)
def test_figures_of_r_keras(
    begun: dict[tuple[str, str], Future[Outcome]], host: str, name: str
) -> None:
    expected = json.loads((SHARED / "parity" / "expected" / f"{name}.json").read_text())
    printed = figures(begun[host, name].result().succeeded())
    assert set(printed) >= set(expected)
    off = {
        figure: [pair for pair in zip(printed[figure], values, strict=True) if not close(*pair)]
        for figure, values in expected.items()
    }
    assert {figure: pairs for figure, pairs in off.items() if pairs} == {}
