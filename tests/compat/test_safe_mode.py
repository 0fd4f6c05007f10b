"""Models from files and texts run no code, read no files, and call nothing that is no model's."""

from __future__ import annotations

import inspect
import json
import os
import re
from concurrent.futures import ThreadPoolExecutor

import keras
import pytest
from graphs import with_written
from hostile_configs import WAYS, called, of_keras_3
from keras.src import api_export
from keras.src.backend.common import global_state
from keras.src.saving import serialization_lib
from keras.src.utils import python_utils
from keras_2_files import dense, layer

from rkeras_py.api.backend import rearranging
from rkeras_py.api.layers import vocabulary
from rkeras_py.api.models import configs, saving
from rkeras_py.compat import layers as own_layers
from rkeras_py.compat import safe_mode
from rkeras_py.convert.rule import ArgumentError

pytestmark = pytest.mark.usefixtures("own_folder")
each_way = pytest.mark.parametrize("way", WAYS)


def lookup(kind="StringLookup", **more):
    return layer(kind, "words", vocabulary="secret.txt", **more)


def column(name, **config):
    return {"class_name": name, "config": config}


WORDS = column(
    "VocabularyFileCategoricalColumn", key="w", vocabulary_file="secret.txt", vocabulary_size=2,
    num_oov_buckets=0, dtype="string", default_value=-1, file_format=None,
)  # fmt: skip
WEIGHTS = column(
    "EmbeddingColumn", dimension=2, combiner="mean", initializer=None, max_norm=None,
    ckpt_to_load_from="secret.txt", tensor_name_in_ckpt="w", trainable=True,
    use_safe_embedding_lookup=True,
    categorical_column=column(
        "HashedCategoricalColumn", key="w", hash_bucket_size=2, dtype="string"
    ),
)  # fmt: skip


def features(of):
    columns = layer("DenseFeatures", "d", feature_columns=[of])
    return {**columns, "module": "rkeras_py", "registered_name": "rkeras_py>DenseFeatures"}


READS = {
    "words": lookup(),
    "whole numbers": lookup("IntegerLookup"),
    "text": lookup("TextVectorization", standardize=None, split=None, ngrams=None),
    "words in time": layer("TimeDistributed", "t", layer=lookup()),
    "words in a model": {
        "class_name": "Sequential",
        "config": {"name": "inner", "layers": [lookup()]},
    },
    "columns of words": features(column("IndicatorColumn", categorical_column=WORDS)),
    "columns of weights": features(WEIGHTS),
}


@each_way
@pytest.mark.parametrize("kind", READS)
def test_models_read_no_files(way, kind):
    with pytest.raises(ArgumentError) as error:
        WAYS[way]([READS[kind]])
    text = str(error.value)
    assert re.search(r'the model reads (its vocabulary from )?the file "secret.txt"', text)
    assert "keras$config$enable_unsafe_deserialization() in R" in text


def dense_with(**arguments):
    usual = dense("d", 1)
    return {**usual, "config": {**usual["config"], **arguments}}


CODE = python_utils.func_dump(lambda x: os.mkdir("made"))
LAMBDA = {"class_name": "__lambda__", "config": {
    "value": CODE, "code": CODE[0], "defaults": None, "closure": None,
}}  # fmt: skip
RUNS = {
    "code of Keras 2": layer("Lambda", "l", function=[CODE[0], None, None], arguments={}),
    "code of Keras 3": layer("Lambda", "l", function=LAMBDA, arguments={}),
    "code for shapes": layer(
        "Lambda", "l", function=called("keras.ops", "relu"), output_shape=LAMBDA, arguments={}
    ),
    "code in an activation": dense_with(activation=LAMBDA),
}


@each_way
@pytest.mark.parametrize("kind", RUNS)
def test_models_bring_no_code(way, kind):
    with pytest.raises((ArgumentError, TypeError, ValueError)) as error:
        WAYS[way]([RUNS[kind]])
    assert not os.path.exists("made")
    # Keras 3 does not even take the form of Keras 2 for code
    if not (kind == "code of Keras 2" and way.endswith("3")):
        assert "the model contains Python code (a lambda), which is not" in str(error.value)


@each_way
def test_models_bring_no_folders(way):
    with pytest.raises(ArgumentError, match=r"a SavedModel from another folder|uses .TFSMLayer"):
        WAYS[way]([layer("TFSMLayer", "t", filepath="m")])


MAKE = {"command": "touch made", "name": "made", "mode": 511}
TRICKS = {
    "a layer": {"class_name": "system", "module": "os", "config": MAKE, "name": "l"},
    "a layer by its path": {"class_name": "os.system", "config": MAKE, "name": "l"},
    "a layer of a registered name": {
        "class_name": "Dense", "module": "os", "registered_name": "os>system",
        "config": MAKE, "name": "l",
    },
    "a function of Keras's layers": {
        "class_name": "deserialize", "config": {"config": called("os", "system")}, "name": "l",
    },
    "a module of Keras's layers": {
        "class_name": "serialization_lib", "config": {}, "name": "l",
    },
    "an activation": dense_with(activation=called("os", "mkdir")),
    "an activation of Python's own": dense_with(activation=called("builtins", "eval")),
    "an activation by its name": dense_with(activation="os.system"),
    "a constraint": dense_with(kernel_constraint=called("os", "system", "registered_name")),
    "a regularizer": dense_with(bias_regularizer=called("subprocess", "Popen", "registered_name")),
    "an initializer": dense_with(bias_initializer=called("os", "system", "registered_name")),
    "a function in a layer": layer("Lambda", "l", function=called("os", "mkdir")),
    "a layer in a layer": layer("TimeDistributed", "t", layer={
        "class_name": "system", "module": "os", "config": MAKE, "registered_name": "os>system",
    }),
    "a cell": layer("RNN", "r", cell={
        "class_name": "Popen", "module": "subprocess", "config": {"args": ["touch", "made"]},
        "registered_name": None,
    }),
    "an operation of TensorFlow": {
        "class_name": "TFOpLambda", "name": "o", "inbound_nodes": [["i", 0, 0, {}]],
        "config": {"name": "o", "function": "io.write_file"},
    },
}  # fmt: skip


@each_way
@pytest.mark.parametrize("kind", TRICKS)
def test_models_name_nothing_but_parts_of_models(way, kind):
    before = sorted(os.listdir())
    with pytest.raises((ArgumentError, TypeError, ValueError)):
        WAYS[way]([TRICKS[kind]])
    assert set(os.listdir()) - set(before) <= {"model.h5", "model.keras"}


@each_way
@pytest.mark.parametrize(
    "function",
    [
        "keras.visualization.plot_image_gallery",
        "keras.datasets.mnist.load_data",
        "keras.utils.plot_model",
        "keras.config.set_epsilon",
        "keras.applications.vgg16.VGG16",
        "keras.layers.deserialize",
        "keras.losses.get",
        # classes: what calls them makes their objects
        "keras.layers.TFSMLayer",
        "keras.src.export.tfsm_layer.TFSMLayer",
        "keras.layers.StringLookup",
        "keras.callbacks.CSVLogger",
        "keras.saving.KerasFileEditor",
    ],
)
def test_models_call_no_functions_of_keras_that_are_no_parts_of_models(way, function):
    module, name = function.rsplit(".", 1)
    lambda_layer = layer(
        "Lambda", "l", function=called(module, name), output_shape=[1], arguments={}
    )
    with pytest.raises(ArgumentError, match=rf"the model calls {re.escape(function)}\(\), which"):
        WAYS[way]([lambda_layer])


@each_way
@pytest.mark.parametrize(
    "function",
    ["keras.ops.relu", "keras.activations.softmax", "keras.applications.vgg16.preprocess_input"],
)
def test_models_call_functions_that_are_parts_of_models(way, function):
    module, name = function.rsplit(".", 1)
    model = WAYS[way]([layer("Lambda", "l", function=called(module, name), arguments={})])
    assert model.layers[0].function.__name__ == name


@pytest.mark.parametrize("name", ["deserialize", "serialize"])
@pytest.mark.parametrize("way", [way for way in WAYS if way.endswith("2")])
def test_models_of_keras_2_call_nothing_that_makes_other_objects(way, name):
    with pytest.raises(ArgumentError, match=rf"the model calls keras.layers.{name}\(\), which"):
        WAYS[way]([layer("Lambda", "l", function=name, output_shape=[1], arguments={})])


def test_the_layers_of_a_model_take_no_classes_for_functions():
    """A class of Keras as a function, with what it is called with as the input."""
    inputs = keras.Input((1,), name="i")
    config = json.loads(keras.Model(inputs, keras.layers.Dense(1, name="l")(inputs)).to_json())
    tensor = config["config"]["layers"][1]["inbound_nodes"][0]["args"][0]
    config["config"]["layers"][1] = {
        "module": "keras.layers", "class_name": "Lambda", "registered_name": None, "name": "l",
        "config": {"name": "l", "function": called("keras.layers", "TFSMLayer"),
                   "output_shape": [1], "arguments": {}},
        "inbound_nodes": [{"args": [], "kwargs": {"inputs": "evil", "mask": tensor}}],
    }  # fmt: skip
    with_written("evil")
    with pytest.raises(ArgumentError, match=r"the model calls keras.layers.TFSMLayer\(\), which"):
        configs.model_from_json(json.dumps(config))(keras.ops.ones((1, 1)))
    assert not os.path.exists(".Rprofile")


def every_class():
    for name, value in api_export.REGISTERED_NAMES_TO_OBJS.items():
        if inspect.isclass(value):
            yield name


def test_no_class_of_keras_is_a_function():
    names = sorted(every_class())
    assert len(names) > 300
    for name in names:
        with pytest.raises((ArgumentError, ValueError), match=r"is not allowed in|not a modeling"):
            configs.from_config(called(*name.rsplit(".", 1)))


class Own:
    """A user's class, called by a layer."""


def test_what_is_given_may_be_a_class():
    given = {"Own": Own}
    assert configs.from_config(called("somewhere", "Own"), given) is Own
    model = configs.model_from_json(
        json.dumps(of_keras_3([layer("Lambda", "l", function=called("m", "Own"), output_shape=[1],
                                     arguments={})])),
        given,
    )  # fmt: skip
    assert model.layers[0].function is Own


PLAIN = called("keras.config", "set_epsilon"), called("keras.layers", "TFSMLayer")


def plain():
    return [keras.saving.deserialize_keras_object(function).__name__ for function in PLAIN]


def test_nothing_changes_for_plain_keras():
    assert plain() == ["set_epsilon", "TFSMLayer"]
    with safe_mode.safe_mode(), ThreadPoolExecutor() as pool:
        assert pool.submit(plain).result() == ["set_epsilon", "TFSMLayer"]
        with pytest.raises(ArgumentError, match="not allowed in models"):
            plain()
    assert plain() == ["set_epsilon", "TFSMLayer"]
    assert "keras.config.set_epsilon" not in serialization_lib.NON_MODELING_APIS


@pytest.mark.parametrize("name", ["get_file", "install_keras", "save_model_hdf5", "k_set_epsilon"])
def test_steps_of_graphs_are_functions_of_the_backend(own_folder, name):
    """Models of this package name some of its functions; the arguments are the file's."""
    x = keras.Input((2,))
    model = keras.Model(x, rearranging.k_batch_flatten(x))
    assert configs.model_from_json(model.to_json())(keras.ops.ones((1, 2))).shape == (1, 2)
    config = json.loads(model.to_json())
    step = config["config"]["layers"][1]
    assert (step["class_name"], step["config"]["function"]) == (
        "BackendFunction",
        "k_batch_flatten",
    )
    step["config"]["function"] = name
    tensor = step["inbound_nodes"][0]["args"][0]
    step["inbound_nodes"][0] = {
        "args": [str(own_folder / "made"), f"file://{own_folder}/secret.txt"],
        "kwargs": {"archive_format": tensor},
    }
    for read in (configs.model_from_json, configs.model_from_yaml):
        with pytest.raises(ArgumentError) as error:
            read(json.dumps(config))
        assert str(error.value) == f"the model calls {name}(), which is not allowed in models."
    assert not (own_folder / "made").exists()


# --- what the user does -----------------------------------------------------------------------


def test_the_users_own_layers_read_files():
    words = ["[UNK]", "one", "two"]
    assert vocabulary.layer_string_lookup(vocabulary="secret.txt").get_vocabulary() == words
    config = configs.get_config(vocabulary.layer_string_lookup())
    config["vocabulary"] = "secret.txt"
    assert configs.from_config(config).get_vocabulary() == words


def test_safe_mode_ends_with_the_reading():
    for _ in range(2):
        with pytest.raises(ArgumentError):
            WAYS["JSON of Keras 2"]([lookup()])
        assert serialization_lib.in_safe_mode() is None
        words = vocabulary.layer_string_lookup(vocabulary="secret.txt").get_vocabulary()
        assert words == ["[UNK]", "one", "two"]


def test_a_configuration_that_is_a_list_may_have_come_from_anywhere():
    listed = {"module": "keras.layers", "registered_name": None, **lookup()}
    with pytest.raises(ArgumentError, match=r'from the file "secret.txt"'):
        configs.from_config(listed)


@pytest.fixture
def unsafe():
    keras.config.enable_unsafe_deserialization()
    yield
    global_state.set_global_attribute("safe_mode_saving", None)


@each_way
@pytest.mark.usefixtures("unsafe")
def test_the_user_may_allow_models_to_read_files(way):
    model = WAYS[way]([lookup()])
    assert model.layers[0].get_vocabulary() == ["[UNK]", "one", "two"]


@pytest.mark.usefixtures("unsafe")
def test_the_user_may_allow_code():
    WAYS["JSON of Keras 2"]([RUNS["code of Keras 2"]])
    assert os.path.exists("made")


def test_vocabularies_in_models_come_with_them():
    layer = vocabulary.layer_string_lookup(vocabulary=["a", "b"])
    model = keras.Sequential([keras.Input((1,), dtype="string"), layer])
    for name in ("model.h5", "model.keras"):
        saving.save_model_hdf5(model, name)
        assert saving.load_model_hdf5(name).layers[0].get_vocabulary() == ["[UNK]", "a", "b"]


def test_no_other_layer_takes_a_path():
    """Where this fails, look at how the new layer's argument is read from a file."""
    telling = re.compile(r"path|file|vocab|director|url")
    modules = (keras.layers, own_layers, keras.initializers, keras.losses, keras.metrics)
    found = {
        name
        for module in modules
        for name, value in vars(module).items()
        if inspect.isclass(value)
        for argument in inspect.signature(value.__init__).parameters
        if telling.search(argument)
    }
    assert found == {"IntegerLookup", "StringLookup", "TextVectorization", "TFSMLayer"}


def test_a_model_writes_no_pictures_when_it_is_called():
    drawing = called("keras.visualization", "plot_image_gallery")
    arguments = {"path": "made.png", "value_range": [0, 1], "rows": 1, "cols": 1}
    draws = layer("Lambda", "l", function=drawing, output_shape=[1], arguments=arguments)
    with pytest.raises(ArgumentError, match="which is not allowed in models"):
        WAYS[".keras of Keras 3"]([draws])(keras.ops.ones((1, 4, 4, 3)))
    assert not os.path.exists("made.png")
