"""Files of training runs, and the end of a run."""

from __future__ import annotations

import json
import math

import keras
import numpy as np
import pytest

from rkeras_py.bridge import training_runs
from rkeras_py.convert.na import NA_INTEGER
from rkeras_py.convert.rule import ArgumentError


def test_named_values_are_kept_to_the_last_bit(tmp_path):
    file = tmp_path / "flags.json"
    values = {"rate": 1 / 3, "units": 16, "name": "größer", "on": True, "none": NA_INTEGER}
    training_runs.write_json(str(file), values, False)
    assert json.loads(file.read_text(encoding="utf-8")) == {**values, "none": None}
    assert "größer" in file.read_text(encoding="utf-8")
    assert training_runs.read_json(str(file)) == {**values, "none": None}


def test_columns_are_arrays_and_what_is_missing_is_not_a_number(tmp_path):
    file = tmp_path / "metrics.json"
    columns = {"loss": np.array([1.5, math.nan]), "acc": 0.25, "inf": [math.inf, 1]}
    training_runs.write_json(str(file), columns, True)
    assert json.loads(file.read_text()) == {"loss": [1.5, None], "acc": [0.25], "inf": [None, 1]}
    read = training_runs.read_json(str(file))
    assert read["acc"] == [0.25] and read["loss"][0] == 1.5 and math.isnan(read["loss"][1])


def test_an_empty_list_has_no_names(tmp_path):
    file = tmp_path / "flags.json"
    training_runs.write_json(str(file), [], False)
    assert file.read_text() == "{}\n" and training_runs.read_json(str(file)) == {}


def test_texts_stay_texts(tmp_path):
    file = tmp_path / "error.json"
    file.write_text('{"message": "no", "traceback": ["f()", "g()"]}')
    assert training_runs.read_json(str(file)) == {"message": "no", "traceback": ["f()", "g()"]}


def test_pages_are_written(tmp_path):
    run = {"name": "r", "metrics": {"loss": [2.0, 1.0]}, "files": [], "plots": [], "sources": {}}
    for count, title in [(1, "Run r"), (2, "Comparison of runs")]:
        training_runs.save_run_page(str(tmp_path / "page.html"), [dict(run) for _ in range(count)])
        assert f"<title>{title}</title>" in (tmp_path / "page.html").read_text()
    training_runs.save_metrics_page(str(tmp_path / "page.html"), {"loss": 1.0})
    assert "<title>Metrics</title>" in (tmp_path / "page.html").read_text()
    with pytest.raises(ArgumentError, match="filename"):
        training_runs.save_run_page(str(tmp_path), [run])  # a folder


def test_names_count_anew_after_a_run():
    keras.utils.clear_session()
    names = [keras.Sequential().name for _ in range(2)]
    training_runs.end_run()
    assert keras.Sequential().name == names[0] != names[1]
