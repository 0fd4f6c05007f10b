"""The figures of R keras 2.16.1, computed by scripts in R's API from both hosts."""

from __future__ import annotations

import math
from concurrent.futures import Future
from pathlib import Path

import pytest
import r_keras
import r_process
from r_keras import Figures
from r_process import HOSTS, Outcome

RELATIVE, ABSOLUTE = 1e-4, 1e-5
FOLDER = Path(__file__).with_name("parity")
EXPECTED = r_keras.figures()
MODELS = [(script, model) for script, models in EXPECTED.items() for model in models]

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


@pytest.fixture(scope="module")
def begun(request: pytest.FixtureRequest) -> dict[tuple[str, str], Future[Outcome]]:
    """The scripts of the selected tests, begun together so that two run at a time."""
    cases = [
        (item.callspec.params["host"], item.callspec.params["script"])
        for item in request.session.items
        if item.path == request.path and "begun" in getattr(item, "fixturenames", ())
    ]
    return {
        (host, script): r_process.begin(host, f"{script}.R", cwd=FOLDER)
        for host, script in dict.fromkeys(cases)
    }


def reported(output: str) -> dict[str, Figures]:
    """What a script reported: the figures of its models by their names."""
    found: dict[str, Figures] = {}
    for line in output.splitlines():
        model, name, *values = line.split("\t")
        found.setdefault(model, {})[name] = [float(value) for value in values]
    return found


def differences(computed: Figures, expected: Figures) -> dict[str, list[tuple[float, float]]]:
    """The pairs of values, computed and expected, that are too far apart."""
    apart = {
        name: [
            pair
            for pair in zip(computed[name], values, strict=True)
            if not math.isclose(*pair, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
        ]
        for name, values in expected.items()
    }
    return {name: pairs for name, pairs in apart.items() if pairs}


@needs_r
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(("script", "model"), MODELS, ids=[".".join(pair) for pair in MODELS])
def test_figures_of_r_keras(
    begun: dict[tuple[str, str], Future[Outcome]], host: str, script: str, model: str
) -> None:
    computed = reported(begun[host, script].result().succeeded())
    assert set(computed) == set(EXPECTED[script])
    expected = EXPECTED[script][model]
    assert set(computed[model]) == set(expected)
    assert differences(computed[model], expected) == {}


def test_every_script_has_figures() -> None:
    assert {path.stem for path in FOLDER.glob("*.R")} == {*EXPECTED, "drawn"}
    figures = [values for script, model in MODELS for values in EXPECTED[script][model].values()]
    assert (len(figures), sum(map(len, figures))) == (51, 788)


@pytest.mark.parametrize(("script", "model"), MODELS, ids=[".".join(pair) for pair in MODELS])
def test_a_wrong_value_anywhere_is_found(script: str, model: str) -> None:
    expected = EXPECTED[script][model]
    for name, values in expected.items():
        for place, value in enumerate(values):
            step = 1.01 * (ABSOLUTE + RELATIVE * abs(value))
            for wrong in (value + step, value - step, math.nan):
                computed = {**expected, name: [*values[:place], wrong, *values[place + 1 :]]}
                assert differences(computed, expected).keys() == {name}, (name, place, wrong)
