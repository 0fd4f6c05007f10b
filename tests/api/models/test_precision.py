"""Types of numbers, compilation, quantization, low-rank training and export."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py import exports as rk
from rkeras_py.bridge.explanations import explained

X = np.random.default_rng(1).normal(size=(32, 3))
Y = X.sum(axis=1)


def two_layers(**options):
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 4, activation="relu", input_shape=[3], **options)
    rk.layer_dense(model, 1)
    kernels = [np.sin(np.arange(w.size)).reshape(w.shape) for w in model.get_weights()]
    model.set_weights(kernels)
    return model


@pytest.fixture
def policy():
    """Set the policy of layers that are made, for one test."""
    before = keras.config.dtype_policy()
    yield keras.config.set_dtype_policy
    keras.config.set_dtype_policy(before)


@pytest.mark.parametrize("kind", ["float16", "bfloat16"])
def test_mixed_precision(policy, kind):
    exact = two_layers()
    policy(f"mixed_{kind}")
    model = two_layers()
    assert {w.dtype for w in model.weights} == {"float32"}
    assert rk.predict(model, X, verbose=0).dtype.name == kind
    got = rk.predict(model, X, verbose=0).astype("float32")
    assert got == pytest.approx(rk.predict(exact, X, verbose=0), abs=0.05)
    losses = []
    for one in (exact, model):
        rk.compile(one, rk.optimizer_sgd(0.01), "mse")
        losses.append(rk.fit(one, X, Y, epochs=20, shuffle=False, verbose=0).history["loss"])
    scaled = type(model.optimizer).__name__ == "LossScaleOptimizer"
    assert scaled == (kind == "float16")  # bfloat16 has the range of float32
    assert losses[1][0] == pytest.approx(losses[0][0], rel=0.05)
    assert losses[1][-1] < 0.5 * losses[1][0]


def test_compiled_by_xla():
    losses = []
    for jit in (True, False):
        model = two_layers()
        rk.compile(model, rk.optimizer_sgd(0.01), "mse", jit_compile=jit)
        assert model.jit_compile == jit
        losses.append(rk.fit(model, X, Y, epochs=3, shuffle=False, verbose=0).history["loss"])
    assert losses[0] == pytest.approx(losses[1], rel=1e-4)


def test_quantized_to_int8():
    model = two_layers()
    before = rk.predict(model, X, verbose=0)
    with pytest.warns(UserWarning, match="InputLayer"):
        model.quantize("int8")
    assert {w.dtype for w in model.layers[0].weights if "kernel" in w.name} >= {"int8"}
    assert rk.predict(model, X, verbose=0) == pytest.approx(before, abs=0.05)


def test_low_rank_training_leaves_the_kernel():
    model = two_layers()
    kernel = model.layers[0].kernel
    lora = rk.keras_model_sequential()
    rk.layer_dense(lora, 4, activation="relu", input_shape=[3], lora_rank=2)
    dense = lora.layers[0]
    assert [w.shape for w in dense.trainable_weights] == [(4,), (3, 2), (2, 4)]
    before = np.array(dense.get_weights()[0])
    rk.compile(lora, rk.optimizer_sgd(0.1), "mse")
    rk.fit(lora, X, np.ones((32, 4)), epochs=3, verbose=0)
    frozen = [w for w in dense.weights if not w.trainable]
    assert len(frozen) == 1
    assert np.array_equal(keras.ops.convert_to_numpy(frozen[0]), before)
    assert kernel.shape == (3, 4)
    with pytest.raises(ValueError, match="`lora_rank` must be"):
        rk.layer_dense(units=2, lora_rank=0.5)


def test_exported_for_serving(tmp_path):
    import tensorflow as tf

    model = two_layers()
    path = rk.export_savedmodel(model, str(tmp_path / "served"))
    served = tf.saved_model.load(path).signatures["serving_default"]
    (found,) = served(tf.constant(X, "float32")).values()
    assert found.numpy() == pytest.approx(rk.predict(model, X, verbose=0), rel=1e-5)


def test_exported_for_small_devices(tmp_path):
    import tensorflow as tf

    model = two_layers()
    before = rk.predict(model, X[:1], verbose=0)
    path = str(tmp_path / "model.tflite")
    model.export(path, format="litert", verbose=False)
    interpreter = tf.lite.Interpreter(path)
    interpreter.allocate_tensors()
    (given,), (out,) = interpreter.get_input_details(), interpreter.get_output_details()
    interpreter.set_tensor(given["index"], X[:1].astype("float32"))
    interpreter.invoke()
    assert interpreter.get_tensor(out["index"]) == pytest.approx(before, rel=1e-4)


@pytest.mark.parametrize("package", ["onnx", "tf2onnx", "openvino"])
def test_a_package_that_an_export_needs_is_named(package):
    text = explained(f"No module named '{package}'")
    assert f"needs the Python package {package}, which is not installed" in text
    assert f"-m pip install {package}" in text
