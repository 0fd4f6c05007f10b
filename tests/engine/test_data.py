"""Data to validate on."""

from __future__ import annotations

import pytest
from small_models import stack
from table_files import rows, table, wrong

from rkeras_py.api.sources import arrow_source
from rkeras_py.engine.data import arranged_validation
from rkeras_py.engine.strategy import Strategy

pytest.importorskip("pyarrow")

X, Y = rows(20)


def validation(data: object) -> object:
    model = stack(1, inputs=3)
    model.compile("sgd", "mse")
    return arranged_validation(Strategy(), model, data, None)


def test_a_source_has_inputs_and_targets() -> None:
    x, y, weight = validation(arrow_source(table(X, Y), y="y"))
    assert (x.wanted, y.wanted, weight) == (("a", "b", "c"), ("y",), None)


def test_what_is_no_data_to_validate_on() -> None:
    assert wrong(lambda: validation(X)).startswith(
        "`validation_data` must be list(x, y), a source, a dataset or a function"
    )
    assert "not a list of length 1" in wrong(lambda: validation([X]))
    assert "`validation_data[[2]]` is missing" in wrong(
        lambda: validation(arrow_source(table(X, Y), x=["a", "b", "c"]))
    )
    assert "`validation_data[[1]]` must have 3 features" in wrong(
        lambda: validation(arrow_source(table(X, Y), x=["a"], y="y"))
    )
