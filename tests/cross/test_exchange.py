"""Models in files between R and plain Keras, which does not have this package."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import r_process

from rkeras_py.testing import run_r

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

PROGRAMS = Path(__file__).with_name("exchange")
ENDINGS = (".keras", ".h5")
#: Which data goes into which model; "many" takes x and steps.
INPUTS = {"dense": "x", "images": "images", "steps": "steps", "words": "words"}
MODELS = [*INPUTS, "many"]


def data() -> dict[str, np.ndarray]:
    random = np.random.default_rng(5)
    return {
        "x": random.normal(size=(24, 4)),
        "images": random.normal(size=(24, 8, 8, 1)),
        "steps": random.normal(size=(24, 5, 2)),
        "words": random.integers(0, 10, (24, 6)),
        "y": random.integers(0, 2, (24, 1)).astype(float),
    }


def plain(program: str, *args: str) -> None:
    """Run a program in an isolated Python, which does not see this project's folder."""
    answer = subprocess.run(
        [sys.executable, "-I", str(PROGRAMS / program), *args],
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr


@pytest.fixture(scope="module")
def exchanged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What R and plain Keras said of the models that they saved, and of those of the other."""
    folder = tmp_path_factory.mktemp("exchange")
    arrays = data()
    np.savez(folder / "data.npz", **arrays)
    inputs = {**arrays, "folder": str(folder)}
    with ThreadPoolExecutor(2) as pool:
        saving = pool.submit(run_r, PROGRAMS / "save.R", inputs=inputs)
        plain("plain_save.py", str(folder))
        of_r = saving.result()
        loading = pool.submit(plain, "plain_load.py", str(folder), json.dumps(INPUTS))
        in_r = run_r(PROGRAMS / "load.R", inputs=inputs)
        loading.result()
    models, problems, supplied, hdf5 = pickle.loads((folder / "plain.pickle").read_bytes())
    of_plain = pickle.loads((folder / "saved.pickle").read_bytes())
    return {
        "of_r": of_r, "in_plain": models, "problems": problems, "supplied": supplied,
        "hdf5": hdf5,
        "of_plain": of_plain, "in_r": in_r,
    }  # fmt: skip


def same(a: Any, b: Any) -> None:
    """Both are the same numbers, bit for bit."""
    a, b = (x if isinstance(x, list) else [x] for x in (a, b))
    assert len(a) == len(b)
    for one, other in zip(a, b, strict=True):
        np.testing.assert_array_equal(np.asarray(one), np.asarray(other))


def same_losses(of_r: Any, plain: Any) -> None:
    assert sorted(of_r) == sorted(plain)
    for name, values in plain.items():
        assert np.ravel(of_r[name]).tolist() == values, name


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("ending", [*ENDINGS, ".weights.h5", "_weights.h5"])
def test_plain_keras_predicts_with_models_of_r(exchanged, name, ending):
    same(
        exchanged["in_plain"][name + ending]["before"], exchanged["of_r"]["models"][name]["before"]
    )


@pytest.mark.parametrize("name", MODELS)
def test_plain_keras_knows_how_models_of_r_were_compiled(exchanged, name):
    here, there = exchanged["of_r"]["models"][name], exchanged["in_plain"][f"{name}.h5"]
    assert there["evaluated"] == here["evaluated"]


# No model has dropout: Keras does not save how far its random numbers had come. "words" has an
# embedding and a batch normalization, which plain Keras trains otherwise than Keras 2 and R.
@pytest.mark.parametrize("name", ["dense", "images", "steps", "many"])
def test_plain_keras_trains_models_of_r_on(exchanged, name):
    there, here = exchanged["in_plain"][f"{name}.keras"], exchanged["of_r"]["models"][name]
    same_losses(here["losses"], there["losses"])
    same(there["after"], here["after"])


def test_plain_keras_trains_hdf5_files_of_r_on_as_its_own(exchanged):
    """Keras 3.15 builds the optimizer without the model's weights, for its own files as well."""
    of_r, own = exchanged["hdf5"]["dense"], exchanged["hdf5"]["plain_dense"]
    if isinstance(own, str):
        assert own == of_r == "Unknown variable"
    else:
        same_losses(exchanged["of_r"]["models"]["dense"]["losses"], of_r)


@pytest.mark.parametrize("name", ["dense", "images", "many"])
@pytest.mark.parametrize("ending", [*ENDINGS, ".weights.h5"])
def test_r_predicts_with_models_of_plain_keras(exchanged, name, ending):
    same(
        exchanged["in_r"]["loaded"][name + ending]["before"], exchanged["of_plain"][name]["before"]
    )


@pytest.mark.parametrize("name", ["dense", "images", "many"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_r_trains_models_of_plain_keras_on(exchanged, name, ending):
    here, there = exchanged["in_r"]["loaded"][name + ending], exchanged["of_plain"][name]
    same_losses(here["losses"], there["losses"])
    same(here["after"], there["after"])


#: What a file needs, by the name to give it under.
NEEDED = {
    "loss": "mae_r",
    "loss_class": "SquareLoss",
    "metric": "mean_pred",
    "lambda": "twice",
    "activation": "cubed",
    "initializer": "r_function",
    "layer": "Doubler",
}


@pytest.mark.parametrize(("name", "needed"), NEEDED.items())
@pytest.mark.parametrize("ending", ENDINGS)
def test_code_of_r_is_asked_for_by_its_name(exchanged, name, needed, ending):
    file = f"own_{name}{ending}"
    known = "an R function without a name" if name == "initializer" else "which is not known here"
    assert exchanged["of_r"]["problems"][file].startswith(
        f'the model uses "{needed}", {known}: pass it as `custom_objects = list({needed} = ...)`'
    )
    if (name, ending) == ("loss_class", ".h5"):  # Keras goes by the name of the object there
        needed = "square_loss"
    assert needed in exchanged["problems"][file]


@pytest.mark.parametrize("name", ["lambda", "activation", "loss"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_functions_of_python_can_take_the_place_of_those_of_r(exchanged, name, ending):
    same(exchanged["supplied"][name + ending], exchanged["of_r"]["measured"][name])
    if name == "loss":
        assert exchanged["supplied"]["evaluated" + ending] == exchanged["of_r"]["evaluated"]["loss"]


@pytest.mark.parametrize("name", ["hard_sigmoid", "local"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_keras_3_lacks_names_this_package(exchanged, name, ending):
    file = f"own_{name}{ending}"
    assert exchanged["of_r"]["problems"][file] == "it loads"
    assert "rkeras_py" in exchanged["problems"][file]


@pytest.mark.parametrize(("ending", "name"), [(".keras", "Tripled"), (".h5", "mine>Tripled")])
def test_classes_of_python_are_asked_for_in_r(exchanged, ending, name):
    assert f'the model uses "{name}", which is not known here' in exchanged["in_r"]["said"][ending]
