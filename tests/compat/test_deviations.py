"""The list of what R keras takes and this package refuses: each is provoked in R."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

import pytest
import r_keras
import r_process

from rkeras_py.compat.deviations import LIST, DeviationError, deviation
from rkeras_py.errors import ArgumentError
from rkeras_py.registry.define import REGISTRY

ENTRIES = tomllib.loads(LIST.read_text(encoding="utf-8"))["deviation"]
FUNCTIONS = [entry["function"] for entry in ENTRIES]

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


def test_the_list_is_short_and_whole() -> None:
    assert len(FUNCTIONS) == len(set(FUNCTIONS)) <= 12
    fields = {"function", "argument", "expected", "reason", "replacement", "example"}
    for entry in ENTRIES:
        assert set(entry) == fields and all(entry.values()), entry
        function = REGISTRY[entry["function"]].python
        assert entry["argument"] in inspect.signature(function).parameters or any(
            parameter.kind is inspect.Parameter.VAR_KEYWORD
            for parameter in inspect.signature(function).parameters.values()
        )


def test_they_are_exports_of_r_keras() -> None:
    assert set(FUNCTIONS) - {export.name for export in r_keras.exports()} == set()


def test_every_use_of_the_list_is_in_it() -> None:
    source = Path(LIST).parent.parent
    used = {
        name
        for path in source.rglob("*.py")
        for name in re.findall(r'\bdeviation\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert used == set(FUNCTIONS)


def test_the_error_names_what_came_and_what_to_use() -> None:
    error = deviation("multi_gpu_model", 3, note="And so on.")
    assert isinstance(error, (DeviationError, ArgumentError))
    assert str(error) == (
        "`gpus` must be at most one GPU, not 3: TensorFlow, not Keras, distributes a model over "
        "several GPUs. Use with(tf$distribute$MirroredStrategy()$scope(), { ... }) to create and "
        "compile it instead. And so on."
    )


PROVOKE = r"""
library(keras)
for (file in commandArgs(TRUE)) {
  problem <- tryCatch(eval(parse(file)), error = identity)
  cat(basename(file), inherits(problem, "keras_deviation"),
      inherits(problem, "python.builtin.ValueError"), deparse(conditionCall(problem)[[1]]),
      conditionMessage(problem), sep = "\t")
  cat("\n")
}
"""


@pytest.fixture(scope="module")
def provoked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("deviations")
    (folder / "provoke.R").write_text(PROVOKE, encoding="utf-8")
    for entry in ENTRIES:
        (folder / entry["function"]).write_text(entry["example"] + "\n", encoding="utf-8")
    files = [str(folder / name) for name in FUNCTIONS]
    output = r_process.run_script("Rscript", folder / "provoke.R", *files).succeeded()
    return {fields[0]: fields[1:] for line in output.splitlines() if (fields := line.split("\t"))}


@needs_r
@pytest.mark.parametrize("entry", ENTRIES, ids=FUNCTIONS)
def test_r_gets_the_class_and_the_replacement(
    provoked: dict[str, list[str]], entry: dict[str, str]
) -> None:
    is_deviation, is_value_error, call, message = provoked[entry["function"]]
    assert (is_deviation, is_value_error) == ("TRUE", "TRUE"), message
    # what a SavedModel cannot do shows when it is trained
    assert call == ("fit" if entry["function"] == "load_model_tf" else entry["function"])
    assert message.startswith(f"`{entry['argument']}` must be {entry['expected']}, not ")
    assert f"{entry['reason']}. Use {entry['replacement']} instead." in message
