"""Models that do more than models may, in every form that configurations come in."""

from __future__ import annotations

import io
import json
import zipfile

import h5py
import keras
from keras_2_files import input_layer, layer, sequential, write

from rkeras_py.api import configs, saving

#: What Keras 3 wrote, and what Keras 2 wrote.
THREE, TWO = "3.15.1", "2.11.0"


def _hdf5(config, version, training=None):
    write("model.h5", config, {}, training, version=version)
    return saving.load_model_hdf5("model.h5")


def _archive(config, version):
    weights = io.BytesIO()
    with h5py.File(weights, "w") as file:
        file.create_group("layers")
    with zipfile.ZipFile("model.keras", "w") as archive:
        archive.writestr("metadata.json", json.dumps({"keras_version": version}))
        archive.writestr("config.json", json.dumps(config))
        archive.writestr("model.weights.h5", weights.getvalue())
    return saving.load_model_hdf5("model.keras")


def _raw(config, version):
    write("model.h5", config, {}, version=version)
    with open("model.h5", "rb") as file:
        return saving.unserialize_model(file.read())


def _json(config, version):
    return configs.model_from_json(json.dumps({**config, "keras_version": version}))


def _yaml(config, version):
    import yaml

    return configs.model_from_yaml(yaml.safe_dump({**config, "keras_version": version}))


_OF_KERAS_2 = {"HDF5": _hdf5, ".keras": _archive, "raw": _raw, "JSON": _json, "YAML": _yaml}
#: Each takes a list of layers in the form of Keras 2 and reads a model of them.
WAYS = {
    **{
        f"{name} of Keras 2": lambda layers, read=read: read(of_keras_2(layers), TWO)
        for name, read in _OF_KERAS_2.items()
    },
    "HDF5 of Keras 3": lambda layers: _hdf5(of_keras_3(layers), THREE),
    ".keras of Keras 3": lambda layers: _archive(of_keras_3(layers), THREE),
    "JSON of Keras 3": lambda layers: _json(of_keras_3(layers), THREE),
}


def compiled(training):
    """Read a model of Keras 2 that was compiled in a certain way."""
    return _hdf5(of_keras_2([layer("Flatten", "f")]), TWO, training)


def of_keras_2(layers):
    return sequential(input_layer([1]), *layers)


def of_keras_3(layers):
    """The same in the form of Keras 3, which names the module of each layer."""
    config = json.loads(keras.Sequential([keras.Input((1,))]).to_json())
    config["config"]["layers"] += [
        {"module": "keras.layers", "registered_name": None, **_modern(part)} for part in layers
    ]
    return config


def _modern(value):
    """A configuration whose layers inside of others name their modules, too."""
    if isinstance(value, list):
        return [_modern(part) for part in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _modern(part) for key, part in value.items()}
    kind = str(value.get("class_name"))
    if "module" in value or not (kind == "Sequential" or hasattr(keras.layers, kind)):
        return changed
    module = "keras" if kind == "Sequential" else "keras.layers"
    return {"module": module, "registered_name": None, **changed}


def called(module, name, kind="function"):
    """A reference to something of Python's, which would be called with what the model gives."""
    if kind == "function":
        return {"module": module, "class_name": "function", "config": name, "registered_name": name}
    return {"module": module, "class_name": name, "config": {"command": "touch made"}, kind: name}
