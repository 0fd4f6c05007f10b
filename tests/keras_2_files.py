"""Files in the layout of Keras 2, made without it."""

from __future__ import annotations

import json

import h5py
import keras
import numpy as np

RANDOM = np.random.default_rng(5)


def layer(kind, name, inbound=None, **config):
    described = {"class_name": kind, "config": {"name": name, "trainable": True, **config}}
    if inbound is not None:
        described |= {"name": name, "inbound_nodes": inbound}
    return described


def glorot():
    """As Keras 2.13 and later wrote initializers; earlier ones had no module."""
    return {"module": "keras.initializers", "class_name": "GlorotUniform", "config": {"seed": None}}


def sequential(*layers, name="old"):
    return {"class_name": "Sequential", "config": {"name": name, "layers": list(layers)}}


def input_layer(shape, name="i", **more):
    config = {"batch_input_shape": [None, *shape], "dtype": "float32", "sparse": False}
    return {"class_name": "InputLayer", "config": {**config, "ragged": False, "name": name}, **more}


def dense(name, units, **more):
    return layer(
        "Dense",
        name,
        dtype="float32",
        units=units,
        activation="linear",
        use_bias=True,
        kernel_initializer=glorot(),
        kernel_regularizer=None,
        **more,
    )


def write(path, config, weights, training_config=None, optimizer=None, version="2.11.0"):
    """An HDF5 file as Keras 2 wrote it.

    Args:
        path: The file.
        config: Of the model.
        weights: Arrays by the names of layers, then of weights.
        training_config: How it was compiled.
        optimizer: Arrays by the names of the optimizer's variables.
        version: Of Keras.
    """
    with h5py.File(path, "w") as file:
        file.attrs["keras_version"] = version
        file.attrs["backend"] = "tensorflow"
        file.attrs["model_config"] = json.dumps(config)
        if training_config is not None:
            file.attrs["training_config"] = json.dumps(training_config)
        write_weights(file.create_group("model_weights"), weights)
        if optimizer is not None:
            group = file.create_group("optimizer_weights")
            group.attrs["weight_names"] = [name.encode() for name in optimizer]
            for name, value in optimizer.items():
                group[name] = value


def write_weights(group, weights):
    group.attrs["layer_names"] = [name.encode() for name in weights]
    group.attrs["keras_version"] = b"2.11.0"
    group.attrs["backend"] = b"tensorflow"
    for name, arrays in weights.items():
        inner = group.create_group(name)
        inner.attrs["weight_names"] = [f"{name}/{key}:0".encode() for key in arrays]
        for key, array in arrays.items():
            inner[f"{name}/{key}:0"] = array


def normal(*shape):
    return RANDOM.normal(size=shape).astype("float32")


def predict(model, *x):
    return keras.ops.convert_to_numpy(model(list(x) if len(x) > 1 else x[0]))
