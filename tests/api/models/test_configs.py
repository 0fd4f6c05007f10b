"""Configurations, JSON and YAML: the same layers again."""

from __future__ import annotations

import json

import keras
import pytest
from small_models import stack, two_ways

from rkeras_py.api.models import configs
from rkeras_py.convert.rule import ArgumentError


def units(model):
    return [part.units for part in model.layers if hasattr(part, "units")]


def test_a_layer_from_its_configuration():
    dense = keras.layers.Dense(3, activation="relu", kernel_regularizer=keras.regularizers.L2(0.5))
    config = configs.get_config(dense)
    assert (config["units"], config["activation"]) == (3, "relu")
    same = configs.from_config(config)
    assert type(same) is keras.layers.Dense
    assert (same.units, float(same.kernel_regularizer.l2)) == (3, 0.5)
    config["units"] = 7
    assert configs.from_config(config).units == 7
    assert config["name"] == dense.name  # it is not used up


def test_models_from_their_configurations():
    assert units(configs.from_config(configs.get_config(stack(3, 1)))) == [3, 1]
    same = configs.from_config(configs.get_config(two_ways()))
    assert same.output_names == ["main_output", "aux_output"]
    assert units(same) == [4, 1, 1]


def test_other_objects_have_configurations_too():
    same = configs.from_config(configs.get_config(keras.optimizers.SGD(0.25, momentum=0.5)))
    assert (float(same.learning_rate.numpy()), same.momentum) == (0.25, 0.5)
    serialized = keras.saving.serialize_keras_object(keras.layers.Dense(2))
    assert configs.from_config(serialized).units == 2


class Mine(keras.layers.Layer):
    def call(self, inputs):
        return inputs


def test_classes_of_ones_own():
    model = keras.Sequential([keras.Input((2,)), Mine()])
    for back, there in (
        (configs.model_from_json, configs.model_to_json),
        (configs.from_config, configs.get_config),
    ):
        with pytest.raises(ArgumentError, match='the model uses "Mine", which is not known here'):
            back(there(model))
        same = back(there(model), custom_objects={"Mine": Mine})
        assert type(same.layers[0]) is Mine


@pytest.mark.parametrize("model", [stack(3, 1), two_ways()], ids=["sequential", "functional"])
def test_json(model):
    text = configs.model_to_json(model)
    assert json.loads(text)["class_name"] == type(model).__name__
    same = configs.model_from_json(text)
    assert units(same) == units(model)
    assert [layer.name for layer in same.layers] == [layer.name for layer in model.layers]


@pytest.mark.parametrize("model", [stack(3, 1), two_ways()], ids=["sequential", "functional"])
def test_yaml(model):
    yaml = pytest.importorskip("yaml")
    text = configs.model_to_yaml(model)
    assert yaml.safe_load(text) == json.loads(model.to_json())
    assert units(configs.model_from_yaml(text)) == units(model)


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (lambda: configs.model_from_json("{"), "`json` is not valid JSON"),
        (lambda: configs.model_from_json("[1]"), "this is not the configuration of a model"),
        (
            lambda: configs.model_from_json('{"class_name": "Sequential"}'),
            r"`json` is not a model saved by Keras \(KeyError: 'config'\)",
        ),
        (
            lambda: configs.model_from_yaml("{class_name: 3, config: {}}"),
            r"`yaml` is not a model saved by Keras \(AttributeError: ",
        ),
        (lambda: configs.get_config(3), "`object` must be a layer, a model or another object of"),
        (
            lambda: configs.from_config({"units": 3}),
            r"`config` must be a configuration returned by get_co",
        ),
    ],
)
def test_what_is_no_configuration(call, text):
    with pytest.raises(ArgumentError, match=text):
        call()


def test_yaml_that_would_run_code(tmp_path):
    pytest.importorskip("yaml")
    file = tmp_path / "made"
    text = f"!!python/object/apply:os.mkdir ['{file}']"
    with pytest.raises(ArgumentError, match="`yaml` cannot be read"):
        configs.model_from_yaml(text)
    assert not file.exists()
