"""What layers, losses, metrics, optimizers and k_* functions compute from fixed numbers.

    python tests/backends/figures.py > tests/backends/figures.json

writes what they compute on TensorFlow; test_figures.py compares with that on the backend in use.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from rkeras_py import exports as rk
from rkeras_py.convert.objects import numbers


def wave(*shape: int, start: float = 0.0, scale: float = 1.0) -> Any:
    """Numbers from -1 to 1 that repeat nowhere."""
    return (scale * np.sin(start + 1.7 * np.arange(np.prod(shape)))).reshape(shape)


SEQUENCE = wave(2, 6, 4)
IMAGE = wave(2, 7, 6, 3)
VOLUME = wave(1, 4, 5, 4, 2)
WORDS = np.array([[1, 4, 2, 0], [3, 3, 0, 0]])

#: Layers with arguments that show what differs between backends: edges, strides, masks, order.
LAYERS: dict[str, tuple[str, dict[str, Any], Any]] = {
    "dense": ("dense", {"units": 3, "activation": "gelu"}, wave(2, 5)),
    "dense_softmax": ("dense", {"units": 3, "activation": "softmax"}, wave(2, 5)),
    "embedding": ("embedding", {"input_dim": 5, "output_dim": 3}, WORDS),
    "conv_1d": (
        "conv_1d",
        {"filters": 3, "kernel_size": 3, "strides": 2, "padding": "same"},
        SEQUENCE,
    ),
    "conv_1d_causal": (
        "conv_1d",
        {"filters": 2, "kernel_size": 2, "dilation_rate": 2, "padding": "causal"},
        SEQUENCE,
    ),
    "conv_2d": (
        "conv_2d",
        {"filters": 2, "kernel_size": [2, 3], "strides": 2, "padding": "same"},
        IMAGE,
    ),
    "conv_2d_dilated": ("conv_2d", {"filters": 2, "kernel_size": 3, "dilation_rate": 2}, IMAGE),
    "conv_2d_groups": ("conv_2d", {"filters": 3, "kernel_size": 2, "groups": 3}, IMAGE),
    "conv_3d": (
        "conv_3d",
        {"filters": 2, "kernel_size": 2, "padding": "same", "strides": 2},
        VOLUME,
    ),
    "conv_1d_transpose": (
        "conv_1d_transpose",
        {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"},
        SEQUENCE,
    ),
    "conv_2d_transpose": (
        "conv_2d_transpose",
        {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"},
        IMAGE,
    ),
    "conv_2d_transpose_even": (
        "conv_2d_transpose",
        {"filters": 2, "kernel_size": 4, "strides": 2, "padding": "same"},
        IMAGE,
    ),
    "conv_2d_transpose_valid": (
        "conv_2d_transpose",
        {"filters": 2, "kernel_size": 2, "strides": 3},
        IMAGE,
    ),
    "conv_3d_transpose": (
        "conv_3d_transpose",
        {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"},
        VOLUME,
    ),
    "depthwise_conv_2d": (
        "depthwise_conv_2d",
        {"kernel_size": 3, "depth_multiplier": 2, "padding": "same"},
        IMAGE,
    ),
    "separable_conv_2d": (
        "separable_conv_2d",
        {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"},
        IMAGE,
    ),
    "locally_connected_1d": ("locally_connected_1d", {"filters": 2, "kernel_size": 3}, SEQUENCE),
    "locally_connected_2d": (
        "locally_connected_2d",
        {"filters": 2, "kernel_size": 3, "strides": 2},
        IMAGE,
    ),
    **{
        f"{kind}_pooling_{name}_{size}_{strides}": (
            f"{kind}_pooling_{name}",
            {"pool_size": size, "strides": strides, "padding": "same"},
            data,
        )
        for kind in ("average", "max")
        for name, data in (("1d", SEQUENCE), ("2d", IMAGE), ("3d", VOLUME))
        for size in (2, 3)
        for strides in (1, 2, 3)
    },
    "average_pooling_first": (
        "average_pooling_2d",
        {"pool_size": 3, "padding": "same", "data_format": "channels_first"},
        IMAGE,
    ),
    "global_average": ("global_average_pooling_2d", {}, IMAGE),
    "global_max": ("global_max_pooling_1d", {"keepdims": True}, SEQUENCE),
    "simple_rnn": ("simple_rnn", {"units": 3, "return_sequences": True}, SEQUENCE),
    "gru": ("gru", {"units": 3, "return_sequences": True, "go_backwards": True}, SEQUENCE),
    "gru_before": ("gru", {"units": 3, "reset_after": False}, SEQUENCE),
    "lstm": ("lstm", {"units": 3, "return_sequences": True}, SEQUENCE),
    "lstm_backwards": ("lstm", {"units": 3, "go_backwards": True, "unroll": True}, SEQUENCE),
    "conv_lstm_2d": (
        "conv_lstm_2d",
        {"filters": 2, "kernel_size": 2, "padding": "same"},
        wave(1, 3, 4, 4, 2),
    ),
    "batch_normalization": ("batch_normalization", {}, IMAGE),
    "layer_normalization": ("layer_normalization", {}, SEQUENCE),
    "unit_normalization": ("unit_normalization", {}, SEQUENCE),
    "up_sampling": ("upsampling_2d", {"size": [2, 3], "interpolation": "bilinear"}, IMAGE),
    "resizing": ("resizing", {"height": 4, "width": 9}, IMAGE),
    "resizing_nearest": ("resizing", {"height": 4, "width": 9, "interpolation": "nearest"}, IMAGE),
    "center_crop": ("center_crop", {"height": 4, "width": 3}, IMAGE),
    "zero_padding": ("zero_padding_2d", {"padding": [[1, 2], [0, 1]]}, IMAGE),
    "cropping": ("cropping_2d", {"cropping": [[1, 2], [0, 1]]}, IMAGE),
    "permute": ("permute", {"dims": [2, 1]}, SEQUENCE),
    "repeat_vector": ("repeat_vector", {"n": 2}, wave(2, 3)),
    "reshape": ("reshape", {"target_shape": [3, 8]}, SEQUENCE),
    "flatten": ("flatten", {}, IMAGE),
    "leaky_relu": ("activation_leaky_relu", {"alpha": 0.2}, SEQUENCE),
    "elu": ("activation_elu", {"alpha": 0.5}, SEQUENCE),
    "selu": ("activation_selu", {}, SEQUENCE),
    "thresholded_relu": ("activation_thresholded_relu", {"theta": 0.3}, SEQUENCE),
    "parametric_relu": ("activation_parametric_relu", {}, SEQUENCE),
    "softmax": ("activation_softmax", {"axis": 1}, SEQUENCE),
    "discretization": ("discretization", {"bin_boundaries": [-0.5, 0.0, 0.5]}, SEQUENCE),
    "category_encoding": ("category_encoding", {"num_tokens": 5, "output_mode": "count"}, WORDS),
    "rescaling": ("rescaling", {"scale": 0.5, "offset": 1.0}, IMAGE),
}


def of_layer(name: str, options: dict[str, Any], data: Any) -> Any:
    layer = getattr(rk, f"layer_{name}")(**options)
    layer.build(data.shape)
    layer.set_weights([wave(*w.shape, start=i) ** 2 for i, w in enumerate(layer.get_weights())])
    return layer(data)


def masked(recurrent: str) -> Any:
    """What a recurrent layer makes of words of which some are missing."""
    model = rk.keras_model_sequential()
    rk.layer_embedding(model, 5, 3, mask_zero=True, input_shape=[4])
    getattr(rk, f"layer_{recurrent}")(model, 2)
    model.set_weights([wave(*w.shape, start=i) for i, w in enumerate(model.get_weights())])
    return rk.predict(model, WORDS, verbose=0)


def bidirectional() -> Any:
    layer = rk.bidirectional(layer=rk.layer_lstm(units=2, return_sequences=True))
    layer.build(SEQUENCE.shape)
    layer.set_weights([wave(*w.shape, start=i) for i, w in enumerate(layer.get_weights())])
    return layer(SEQUENCE)


def stateful() -> Any:
    """A stateful layer in fit(), predict() and evaluate(): each begins where the last one ended."""
    model = rk.keras_model_sequential()
    rk.layer_lstm(model, 3, stateful=True, batch_input_shape=[2, 3, 2])
    rk.layer_dense(model, 1)
    model.set_weights([wave(*w.shape, start=i) for i, w in enumerate(model.get_weights())])
    rk.compile(model, rk.optimizer_sgd(0.1), "mse")
    x, y = wave(8, 3, 2), wave(8, 1)
    history = rk.fit(model, x, y, batch_size=2, epochs=2, shuffle=False, verbose=0).history
    first, second = (rk.predict(model, x, batch_size=2, verbose=0) for _ in range(2))
    rk.reset_states(model)
    third = rk.predict(model, x, batch_size=2, verbose=0)
    scores = rk.evaluate(model, x, y, batch_size=2, verbose=0)
    on_batch = rk.train_on_batch(model, x[:2], y[:2])
    return [*history["loss"], first, second, third, *scores.values(), on_batch]


TRUE = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
GUESS = np.abs(wave(4, 3)) / np.abs(wave(4, 3)).sum(axis=1, keepdims=True)
LOSSES = [
    "binary_crossentropy", "categorical_crossentropy", "categorical_hinge", "cosine_proximity",
    "cosine_similarity", "hinge", "huber", "kl_divergence", "kullback_leibler_divergence",
    "logcosh", "mean_absolute_error", "mean_absolute_percentage_error", "mean_squared_error",
    "mean_squared_logarithmic_error", "poisson", "squared_hinge",
]  # fmt: skip
METRICS = [
    "auc", "binary_accuracy", "categorical_accuracy", "cosine_similarity", "false_negatives",
    "false_positives", "precision", "recall", "root_mean_squared_error", "sum",
    "top_k_categorical_accuracy", "true_negatives", "true_positives",
]  # fmt: skip


def of_metric(name: str) -> Any:
    metric = getattr(rk, f"metric_{name}")(**({"k": 2} if name.startswith("top_k") else {}))
    for part in (slice(0, 2), slice(2, 4)):
        metric.update_state(TRUE[part].astype("float32"), *(
            () if name == "sum" else (GUESS[part].astype("float32"),)
        ))  # fmt: skip
    return metric.result()


OPTIMIZERS: dict[str, tuple[str, dict[str, Any]]] = {
    **{name: (name, {}) for name in (
        "adadelta", "adagrad", "adam", "adamax", "ftrl", "nadam", "rmsprop", "sgd",
    )},
    "sgd_lr": ("sgd", {"lr": 0.3}),
    "sgd_momentum": ("sgd", {"learning_rate": 0.1, "momentum": 0.9, "nesterov": True}),
    "amsgrad": ("adam", {"learning_rate": 0.1, "amsgrad": True}),
    "rmsprop_centered": ("rmsprop", {"learning_rate": 0.1, "centered": True, "momentum": 0.5}),
    "clipped_twice": ("sgd", {"learning_rate": 0.5, "clipnorm": 0.5, "clipvalue": 0.2}),
    **{f"{name}_decay": (name, {"learning_rate": 0.1, "decay": 0.5}) for name in (
        "adadelta", "adagrad", "adam", "adamax", "nadam", "rmsprop", "sgd",
    )},
}  # fmt: skip


def trained(optimizer: Any, **options: Any) -> Any:
    """The weights and the losses of a model after six batches."""
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 3, activation="tanh", input_shape=[4])
    rk.layer_dense(model, 1)
    model.set_weights([wave(*w.shape, start=i) for i, w in enumerate(model.get_weights())])
    rk.compile(model, optimizer, "mse")
    given = {"batch_size": 4, "epochs": 2, "shuffle": False, "verbose": 0, **options}
    history = rk.fit(model, wave(12, 4), wave(12, 1, start=2), **given)
    return [*history.history["loss"], *model.get_weights()]


def scheduled() -> Any:
    """A rate that a callback sets, before it is divided by the batches so far."""
    rates = rk.callback_learning_rate_scheduler(lambda epoch, rate: [0.5, 0.01, 0.2][int(epoch)])
    return trained(rk.optimizer_sgd(0.1, decay=0.5), epochs=3, callbacks=[rates])


def weighted_by_a_variable() -> Any:
    """A loss with a variable that a callback changes, as variational autoencoders warm up."""
    weight = rk.k_variable(0.0)

    class WarmUp(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            rk.k_set_value(weight, float(epoch))

    model = rk.keras_model_sequential()
    rk.layer_dense(model, 1, input_shape=[4], kernel_initializer="ones")
    rk.compile(model, "sgd", lambda true, guess: weight * rk.k_mean(rk.k_square(true - guess)))
    history = rk.fit(
        model, wave(12, 4), wave(12, 1), epochs=3, shuffle=False, verbose=0, callbacks=[WarmUp()]
    )
    return history.history["loss"]


def weighted() -> Any:
    """Weights of samples and of classes."""
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 3, activation="softmax", input_shape=[4])
    model.set_weights([wave(*w.shape) for w in model.get_weights()])
    rk.compile(model, "sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
    labels = np.arange(12) % 3
    given = {"batch_size": 5, "shuffle": False, "verbose": 0}
    one = rk.fit(model, wave(12, 4), labels, class_weight={"0": 1.0, "1": 3.0, "2": 0.5}, **given)
    two = rk.fit(model, wave(12, 4), labels, sample_weight=np.arange(12) / 6, **given)
    return [*one.history["loss"], *two.history["loss"], *two.history["accuracy"]]


def normalized() -> Any:
    """Moving averages, and a validation split."""
    model = rk.keras_model_sequential()
    rk.layer_batch_normalization(model, momentum=0.5, input_shape=[4])
    rk.layer_dense(model, 1, kernel_initializer="ones")
    rk.compile(model, "sgd", "mse")
    history = rk.fit(
        model, wave(12, 4), wave(12, 1), batch_size=4, validation_split=0.25, shuffle=False,
        verbose=0, epochs=2,
    ).history  # fmt: skip
    return [*history["loss"], *history["val_loss"], *model.get_weights()]


BACKEND: dict[str, Callable[[], Any]] = {
    "k_pool2d": lambda: rk.k_pool2d(IMAGE, [3, 3], padding="same", pool_mode="avg"),
    "k_conv2d_transpose": lambda: rk.k_conv2d_transpose(
        wave(1, 3, 4, 2), wave(3, 3, 5, 2), [1, 6, 7, 5], strides=[2, 2], padding="same"
    ),
    "k_resize_images": lambda: rk.k_resize_images(IMAGE, 2, 2, "channels_last"),
    "k_ctc_batch_cost": lambda: rk.k_ctc_batch_cost(
        np.array([[0, 1], [1, 0]]), np.full((2, 4, 3), 1 / 3), [4, 3], [2, 1]
    ),
    "k_map_fn": lambda: rk.k_map_fn(lambda row: rk.k_sum(row**2), wave(3, 4)),
    "k_foldl": lambda: rk.k_foldl(lambda so_far, x: so_far * 0.5 + x, wave(5)),
    "k_in_top_k": lambda: rk.k_in_top_k(GUESS, np.array([1, 0, 2, 2]), 2),
    "k_var": lambda: rk.k_var(wave(3, 4), axis=1),
    "k_logsumexp": lambda: rk.k_logsumexp(wave(3, 4)),
    "k_dot": lambda: rk.k_dot(wave(2, 3), wave(3, 2)),
    "k_one_hot": lambda: rk.k_one_hot(np.array([0, 2, 5]), 4),
    "k_gather": lambda: rk.k_gather(wave(4, 2), np.array([4, 1])),
    "k_clip": lambda: rk.k_clip(wave(5), -0.2, 0.4),
    "k_hard_sigmoid": lambda: rk.k_hard_sigmoid(wave(5, scale=4)),
    "k_round": lambda: rk.k_round(np.array([0.5, 1.5, 2.5, -0.5])),
    "k_argmax": lambda: rk.k_argmax(np.array([1.0, 3.0, 3.0])),
    "k_truncated": lambda: rk.k_cast(np.array([-1.7, 2.7]), "int32"),
}  # fmt: skip

CASES: dict[str, Callable[[], Any]] = {
    **{f"layer: {name}": (lambda case=case: of_layer(*case)) for name, case in LAYERS.items()},
    **{
        f"masked: {name}": (lambda name=name: masked(name))
        for name in ("simple_rnn", "gru", "lstm")
    },
    **{
        f"loss: {name}": (lambda name=name: getattr(rk, f"loss_{name}")(TRUE, GUESS))
        for name in LOSSES
    },
    **{f"metric: {name}": (lambda name=name: of_metric(name)) for name in METRICS},
    **{
        f"optimizer: {name}": (
            lambda case=case: trained(getattr(rk, f"optimizer_{case[0]}")(**case[1]))
        )
        for name, case in OPTIMIZERS.items()
    },
    **BACKEND,
    "bidirectional": bidirectional,
    "stateful": stateful,
    "learning rate by a callback": scheduled,
    "loss with a variable": weighted_by_a_variable,
    "weights of samples and classes": weighted,
    "moving averages": normalized,
}


def figures(case: Callable[[], Any]) -> list[float]:
    """What a case computes, as one list of numbers."""
    found = case()
    parts = found if isinstance(found, list) else [found]
    arrays = [numbers(x) if hasattr(x, "dtype") else x for x in parts]
    flat = np.concatenate([np.asarray(x, "float64").ravel() for x in arrays])
    if flat.size > 20:  # some of them, and what depends on each
        some = flat[np.linspace(0, flat.size - 1, 12).astype(int)]
        flat = np.append(some, [flat.sum(), flat @ wave(flat.size)])
    return [float(f"{number:.7g}") for number in flat]


if __name__ == "__main__":
    json.dump({name: figures(case) for name, case in CASES.items()}, sys.stdout, indent=0)
    print()
