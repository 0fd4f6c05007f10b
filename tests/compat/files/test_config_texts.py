"""JSON and YAML that would take all time or memory are refused; what Keras wrote is read."""

from __future__ import annotations

import json
import time

import keras
import pytest

from rkeras_py.api.models import configs
from rkeras_py.compat.files import config_texts
from rkeras_py.convert.rule import ArgumentError

pytest.importorskip("yaml")


def laughs(levels, text='"lol"'):
    """Each level refers nine times to the one before: 9 ** levels values in a few lines."""
    lines = [f"a0: &a0 [{', '.join([text] * 9)}]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join([*lines, "class_name: Sequential", f"config: *a{levels - 1}"])


def merges(levels):
    """The same by keys that merge mappings, which multiplies them while they are read."""
    lines = ["a0: &a0 {x: 1, y: 2}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize("text", [laughs(5), laughs(9), laughs(40)])
def test_references_that_multiply(text):
    before = time.monotonic()
    with pytest.raises(ArgumentError) as error:
        configs.model_from_yaml(text)
    assert str(error.value) == (
        f"`yaml` has {len(text)} characters that expand to too many values."
    )
    assert time.monotonic() - before < 60  # it was minutes, and hours for the last one


def test_mappings_that_multiply():
    with pytest.raises(ArgumentError, match="`yaml` cannot be read: the key << is not supported"):
        configs.model_from_yaml(merges(9))


@pytest.mark.parametrize(
    "text", ["a: &a [*a]", "a: &a {b: *a}", "&a [[1, *a], *a]", "? &a [*a]\n: 1"]
)
def test_references_to_themselves(text):
    with pytest.raises(ArgumentError, match=r"^`yaml` (has|is|cannot be read)"):
        configs.model_from_yaml(text)


@pytest.mark.parametrize("depth", [201, 3000, 100_000])
@pytest.mark.parametrize(
    ("read", "argument"), [(configs.model_from_json, "json"), (configs.model_from_yaml, "yaml")]
)
@pytest.mark.parametrize("opening", ["[", '{"config": '])
def test_texts_that_are_too_deep(read, argument, depth, opening):
    closing = "]" if opening == "[" else "}"
    text = opening * depth + "1" + closing * depth
    with pytest.raises(ArgumentError) as error:
        read(text)
    assert str(error.value) == f"`{argument}` is nested more than 200 levels deep."


def test_texts_that_are_too_long(monkeypatch):
    text = configs.model_to_json(keras.Sequential([keras.Input((1,))]))
    monkeypatch.setattr(config_texts, "_LENGTH", len(text) - 1)
    for read, argument in ((configs.model_from_json, "json"), (configs.model_from_yaml, "yaml")):
        with pytest.raises(ArgumentError) as error:
            read(text)
        assert (
            str(error.value)
            == f"`{argument}` has {len(text)} characters, more than {len(text) - 1}."
        )


@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/apply:os.mkdir [made]",
        "!!python/object/new:os.mkdir [made]",
        "!!python/name:os.system",
        "!!python/module:os",
        "!!python/object:os.system {}",
        "a: !!python/object/apply:subprocess.Popen [[touch, made]]",
        "2001-99-99",
        "9" * 5000,
        "a: [",
        "? [a]\n: 1",
    ],
)
def test_yaml_that_is_no_plain_configuration(own_folder, text):
    with pytest.raises(ArgumentError, match=r"^`yaml` cannot be read: "):
        configs.model_from_yaml(text)
    assert not (own_folder / "made").exists()


@pytest.mark.parametrize("text", ["{", "", "nul", "9" * 5000, '{"a": 1} b'])
def test_json_that_is_none(text):
    with pytest.raises(ArgumentError, match=r"^`json` is not valid JSON: "):
        configs.model_from_json(text)


OF_KERAS_2 = """
backend: tensorflow
class_name: Sequential
config:
  layers:
  - class_name: InputLayer
    config:
      batch_input_shape: &id001 !!python/tuple
      - null
      - 4
      dtype: float32
      name: dense_input
      ragged: false
      sparse: false
  - class_name: Dense
    config: {name: dense, trainable: true, batch_input_shape: *id001, units: 3, activation: relu}
  - class_name: Dense
    config: {name: dense_1, trainable: true, units: 1, activation: linear}
  name: sequential
keras_version: 2.4.0
"""


def test_keras_2_referred_to_shapes_that_it_had_written_before():
    model = configs.model_from_yaml(OF_KERAS_2)
    assert [(layer.name, layer.units) for layer in model.layers] == [("dense", 3), ("dense_1", 1)]
    assert model.input_shape == (None, 4)


def nested(levels):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2)])
    for _ in range(levels):
        model = keras.Sequential([keras.Input((2,)), model])
    return model


def test_models_in_models_are_read():
    model = nested(12)
    for same in (
        configs.model_from_json(configs.model_to_json(model)),
        configs.model_from_yaml(configs.model_to_yaml(model)),
    ):
        for _ in range(12):
            (same,) = same.layers
        assert same.layers[0].units == 2


def test_a_long_vocabulary_is_read():
    words = [f"word{i}" for i in range(200_000)]
    model = keras.Sequential([keras.Input((1,), dtype="string")])
    model.add(keras.layers.StringLookup(vocabulary=words))
    text = configs.model_to_json(model)
    assert len(json.loads(text)["config"]["layers"][1]["config"]["vocabulary"]) == 200_000
    assert configs.model_from_json(text).layers[0].vocabulary_size() == 200_001
