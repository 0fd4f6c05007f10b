"""Sources: which columns are what for a model, and when files are looked at again."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
from small_models import stack, two_ways
from table_files import parquet, rows, table, wrong

from rkeras_py.sources import source
from rkeras_py.sources.parquet import ENDINGS, ParquetRows

pytest.importorskip("pyarrow")

TABLE = table(*rows(20), w=np.ones(20))


def made(**columns: object) -> source.TableSource:
    given = {"x": None, "y": None, "sample_weight": None, "buffer_size": None, **columns}
    return source.TableSource("arrow_source", source.of_arrow(TABLE), **given)


def wanted(parts: object) -> object:
    return keras.tree.map_structure(lambda part: None if part is None else part.wanted, parts)


def test_columns_that_are_neither_targets_nor_weights_are_the_input() -> None:
    model = stack(1, inputs=3)
    x, y, weight = made(y=["y"], sample_weight="w").data_for(model, True)
    assert (x.wanted, y.wanted, weight.wanted) == (("a", "b", "c"), ("y",), ("w",))
    assert (x.shape, y.shape, weight.shape) == ((20, 3), (20, 1), (20,))
    x, y, weight = made(y=["y"], sample_weight="w").data_for(model, False)
    assert (x.wanted, y, weight) == (("a", "b", "c"), None, None)


def test_columns_of_several_inputs_and_outputs() -> None:
    x = {"main_input": ["a", "b", "c"], "aux_input": ["a", "b"]}
    found = made(x=x, y=["y", "w"]).data_for(two_ways(), True)
    assert {name: part.wanted for name, part in found[0].items()} == {
        "main_input": ("a", "b", "c"), "aux_input": ("a", "b"),
    }  # fmt: skip
    assert [part.wanted for part in found[1]] == [("y",), ("w",)]


def test_sources_without_columns_or_rows() -> None:
    assert "has no column that is left for it" in wrong(
        lambda: made(y=["a", "b", "c", "y", "w"]).data_for(stack(1, inputs=3), True)
    )
    empty = source.TableSource(
        "arrow_source", source.of_arrow(TABLE.slice(0, 0)), None, None, None, None
    )
    assert wrong(lambda: empty.data_for(stack(1, inputs=3), True)) == "`x`: the table has no rows."


def test_files_are_opened_again_when_they_change(tmp_path: Path) -> None:
    parquet(tmp_path / "1.parquet", TABLE)
    opened = source.unchanged([str(tmp_path)], ENDINGS, lambda: ParquetRows([str(tmp_path)]))
    first = opened()
    assert opened() is first
    parquet(tmp_path / "2.parquet", TABLE)
    assert opened().count == 40
    parquet(tmp_path / "2.parquet", TABLE.slice(5))
    assert opened().count == 35


def test_splits() -> None:
    x = np.arange(10.0)[:, None]
    kept, held_out = source.split((x, None), 0.25)
    assert (kept[0].shape, held_out[0].shape) == ((7, 1), (3, 1))
    assert "leaves 0 of 10" in wrong(lambda: source.split((x,), 0.99))
