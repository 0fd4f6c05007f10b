"""Keras code written in R: training steps, saving, cloning, memory."""

from __future__ import annotations

import copy
import gc
import inspect
import weakref
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

X = np.array([[1.0, 3.0, 4.0], [-2.0, 0.5, -1.0]], "float32")
Y = np.array([[1.0], [-1.0]], "float32")
KERNEL = np.array([[0.5], [-1.0], [2.0]], "float32")

LINEAR = """
layer_linear <- new_layer_class("Linear",
  initialize = function(units = 1, ...) { super$initialize(...); self$units <- units },
  build = function(input_shape) {
    self$kernel <- self$add_weight(shape = list(input_shape[[2]], self$units), name = "kernel")
  },
  call = function(inputs) k_dot(inputs, self$kernel))
"""


@pytest.fixture(scope="module", autouse=True)
def library(r: Any) -> None:
    r("library(keras)")


@pytest.fixture(scope="module")
def layer_class(r: Any) -> Any:
    return r(LINEAR + "keras:::call_python('.same', list(layer_linear))")


def functional(layer: Any) -> Any:
    inputs = keras.Input((3,))
    return keras.Model(inputs, layer(inputs))


def gradient() -> Any:
    """That of the mean squared error of a linear model, by hand."""
    return 2 / len(X) * X.T @ (X @ KERNEL - Y)


# --- training steps --------------------------------------------------------------------------

STEPS = {
    "apply_gradients": """
      function(data) {
        x <- data[[1]]; y <- data[[2]]
        tape <- tf$GradientTape()
        with(tape, {
          y_pred <- self(x, training = TRUE)
          loss <- k_mean(k_square(y - y_pred))
        })
        variables <- self$trainable_variables
        gradients <- tape$gradient(loss, variables)
        self$optimizer$apply_gradients(Map(list, gradients, variables))
        list(loss = loss, steps = 1)
      }""",
    "compiled_loss": """
      function(data) {
        x <- data[[1]]; y <- data[[2]]
        tape <- tf$GradientTape()
        with(tape, {
          y_pred <- self(x, training = TRUE)
          loss <- self$compiled_loss(y, y_pred, regularization_losses = self$losses)
        })
        gradients <- tape$gradient(loss, self$trainable_variables)
        self$optimizer$apply_gradients(Map(list, gradients, self$trainable_variables))
        self$compiled_metrics$update_state(y, y_pred)
        results <- list()
        for (m in self$metrics) results[[m$name]] <- m$result()
        results
      }""",
    "super": "function(data) super$train_step(data)",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_train_step_in_r_follows_the_gradient(r: Any, layer_class: Any, step: str) -> None:
    kind = r(f"Steps <- new_model_class('Steps', train_step = {STEPS[step]});"
             "keras:::call_python('.same', list(Steps))", tf=tf)  # fmt: skip
    inputs = keras.Input((3,))
    model = kind(inputs=inputs, outputs=layer_class()(inputs))
    model.set_weights([KERNEL])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    logs = r("m %>% fit(x, y, epochs = 1, batch_size = 2, verbose = 0)", m=model, x=X, y=Y)
    np.testing.assert_allclose(model.get_weights()[0], KERNEL - 0.1 * gradient(), rtol=1e-5)
    error = X @ KERNEL - Y
    np.testing.assert_allclose(logs["metrics"]["loss"], np.mean(error**2), rtol=1e-5)
    if step != "apply_gradients":
        np.testing.assert_allclose(logs["metrics"]["mae"], np.mean(abs(error)), rtol=1e-5)


def test_what_a_train_step_gives_is_the_history(r: Any, layer_class: Any) -> None:
    kind = r(
        """
        Steps <- new_model_class("Steps",
          train_step = function(data) list(loss = k_max(data[[1]])),
          test_step = function(data) list(loss = k_min(data[[1]])))
        keras:::call_python('.same', list(Steps))
        """
    )
    inputs = keras.Input((3,))
    model = kind(inputs=inputs, outputs=layer_class()(inputs))
    model.compile(loss="mse")
    logs = r("m %>% fit(x, y, validation_data = list(x, y), epochs = 1, verbose = 0)",
             m=model, x=X, y=Y)  # fmt: skip
    assert logs["metrics"] == {"loss": 4.0, "val_loss": -2.0}


def test_a_tape_outside_of_fit(r: Any, layer_class: Any) -> None:
    layer = layer_class()
    layer.build((None, 3))
    layer.set_weights([KERNEL])
    found = r(
        """
        tape <- tf$GradientTape()
        with(tape, loss <- k_mean(k_square(y - layer(x))))
        as.array(tape$gradient(loss, layer$trainable_weights)[[1]])
        """,
        tf=tf, layer=layer, x=tf.constant(X), y=tf.constant(Y),
    )  # fmt: skip
    np.testing.assert_allclose(found, gradient(), rtol=1e-5)


def test_regularization_losses_count_in_a_train_step(r: Any) -> None:
    kind = r(f"Steps <- new_model_class('Steps', train_step = {STEPS['compiled_loss']});"
             "keras:::call_python('.same', list(Steps))", tf=tf)  # fmt: skip
    inputs = keras.Input((3,))
    dense = keras.layers.Dense(1, use_bias=False, kernel_regularizer=keras.regularizers.L2(0.5))
    model = kind(inputs=inputs, outputs=dense(inputs))
    model.set_weights([KERNEL])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    logs = r("m %>% fit(x, y, epochs = 1, batch_size = 2, verbose = 0)", m=model, x=X, y=Y)
    stepped = KERNEL - 0.1 * (gradient() + KERNEL)  # the penalty is 0.5 * sum(kernel^2)
    np.testing.assert_allclose(model.get_weights()[0], stepped, rtol=1e-5)
    loss = np.mean((X @ KERNEL - Y) ** 2) + 0.5 * np.sum(KERNEL**2)
    np.testing.assert_allclose(logs["metrics"]["loss"], loss, rtol=1e-5)


# --- saving and copying ----------------------------------------------------------------------


def test_keras_s_own_config_lists_what_was_given(layer_class: Any) -> None:
    assert layer_class(units=3.0, name="three").get_config()["units"] == 3.0
    assert "units" not in layer_class(name="one").get_config()
    twin = layer_class.from_config(layer_class(units=3, name="three", trainable=False).get_config())
    assert (twin.units, twin.name, twin.trainable) == (3, "three", False)


def test_options_of_any_layer_need_no_place_in_initialize(r: Any) -> None:
    kind = r(
        """
        Plain <- R6::R6Class("Plain", inherit = KerasLayer, public = list(
          initialize = function(factor) self$factor <- factor,
          call = function(x) x * self$factor))
        keras:::call_python('.same', list(Plain))
        """
    )
    layer = kind(2, name="plain", dtype="float64", trainable=False)
    assert (layer.name, layer.dtype, layer.trainable) == ("plain", "float64", False)
    twin = kind.from_config(kind(factor=2, name="plain", dtype="float64").get_config())
    assert (twin.factor, twin.name, twin.dtype) == (2, "plain", "float64")


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_models_with_layers_of_r_are_saved_and_loaded(
    layer_class: Any, tmp_path: Path, ending: str
) -> None:
    model = functional(layer_class(units=2, name="mine"))
    path = str(tmp_path / f"model.{ending}")
    model.save(path)
    back = keras.saving.load_model(path, custom_objects={"Linear": layer_class})
    assert isinstance(back.get_layer("mine"), layer_class)
    np.testing.assert_allclose(back.predict(X, verbose=0), X @ model.get_weights()[0], rtol=1e-5)


def test_the_class_can_be_given_from_r(r: Any, layer_class: Any, tmp_path: Path) -> None:
    model = functional(layer_class(units=2))
    model.save(tmp_path / "model.keras")
    load = keras.saving.load_model
    back = r("load(path, custom_objects = c(Linear = layer_linear))",
             load=load, path=str(tmp_path / "model.keras"))  # fmt: skip
    np.testing.assert_array_equal(back.get_weights()[0], model.get_weights()[0])


def test_a_wrapper_of_r_is_loaded_with_its_layer(r: Any, tmp_path: Path) -> None:
    kind = r(
        """
        Twice <- R6::R6Class("Twice", inherit = KerasWrapper, public = list(
          initialize = function(factor) self$factor <- factor,
          call = function(x) self$factor * super$call(x),
          get_config = function() c(super$get_config(), list(factor = self$factor))))
        keras:::call_python('.same', list(Twice))
        """
    )
    model = functional(kind(layer=keras.layers.Dense(2, use_bias=False), factor=2))
    model.save(tmp_path / "model.keras")
    back = keras.saving.load_model(tmp_path / "model.keras", custom_objects={"Twice": kind})
    np.testing.assert_allclose(back.predict(X, verbose=0), 2 * X @ model.get_weights()[0], 1e-5)


def test_a_compiled_model_comes_back_with_its_loss_metric_and_constraint(
    r: Any, tmp_path: Path
) -> None:
    custom = r(
        """
        Cubic <- new_loss_class("Cubic",
          call = function(y_true, y_pred) k_mean(k_abs(y_true - y_pred)^3))
        Most <- new_metric_class("Most",
          initialize = function(name = "most", ...) {
            super$initialize(name = name, ...)
            self$seen <- self$add_weight(name = "seen", initializer = "zeros")
          },
          update_state = function(y_true, y_pred, sample_weight = NULL)
            self$seen$assign(k_max(y_pred)),
          result = function() self$seen)
        Keep <- R6::R6Class("Keep", inherit = KerasConstraint, public = list(call = function(w) w))
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 3, use_bias = FALSE, kernel_constraint = Keep$new())
        model %>% compile(optimizer = "sgd", loss = Cubic(), metrics = list(Most()))
        list(model = model, Cubic = Cubic, Most = Most, Keep = Keep)
        """
    )
    model = custom.pop("model")
    model.set_weights([KERNEL])
    model.fit(X, Y, verbose=0)
    model.save(tmp_path / "model.keras")
    back = keras.saving.load_model(tmp_path / "model.keras", custom_objects=custom)
    assert type(back.layers[0].kernel_constraint).__name__ == "Keep"
    kernel = model.get_weights()[0]
    expected = np.mean(abs(Y - X @ kernel) ** 3), np.max(X @ kernel)
    np.testing.assert_allclose(back.evaluate(X, Y, verbose=0), expected, rtol=1e-4)


def test_models_with_layers_of_r_are_cloned(layer_class: Any) -> None:
    model = functional(layer_class(units=2, name="mine"))
    twin = keras.models.clone_model(model)
    assert twin.get_layer("mine") is not model.get_layer("mine")
    twin.set_weights([np.ones((3, 2), "float32")])
    np.testing.assert_allclose(twin.predict(X, verbose=0), np.repeat(X.sum(1), 2).reshape(2, 2))
    assert not np.allclose(model.get_weights()[0], 1)


def test_layers_of_r_are_copied(layer_class: Any) -> None:
    layer = layer_class(units=2, name="mine")
    layer.build((None, 3))
    twin = copy.deepcopy(layer)
    assert (type(twin), twin.units, twin.name) == (layer_class, 2, "mine")
    np.testing.assert_array_equal(twin.get_weights()[0], layer.get_weights()[0])
    twin.set_weights([np.ones((3, 2))])
    np.testing.assert_allclose(twin(X), np.repeat(X.sum(1), 2).reshape(2, 2), rtol=1e-6)
    assert not np.allclose(layer.get_weights()[0], 1)


def test_signatures_are_the_ones_that_keras_looks_at(layer_class: Any) -> None:
    assert str(inspect.signature(layer_class)) == "(units=None, **kwargs)"
    layer = layer_class()
    assert str(inspect.signature(layer.build)) == "(input_shape)"
    assert str(inspect.signature(layer.call)) == "(inputs)"


# --- memory ----------------------------------------------------------------------------------


def released(r: Any, reference: Any) -> bool:
    for _ in range(2):
        r("invisible(gc()); keras:::call_python('.same', list(1))")
        gc.collect()
    return reference() is None


def test_layers_and_models_are_released(r: Any, layer_class: Any) -> None:
    layer = layer_class(units=2)
    model = functional(layer)
    model.compile(loss="mse")
    model.fit(X, Y, verbose=0)
    gone = weakref.ref(layer), weakref.ref(model)
    del layer, model
    keras.backend.clear_session()
    assert released(r, gone[0]) and released(r, gone[1])


def test_models_of_functions_are_released(r: Any) -> None:
    model = r(
        """
        keras_model_custom(function(self) {
          self$dense <- layer_dense(units = 1, use_bias = FALSE)
          function(inputs, mask = NULL) self$dense(inputs)
        })
        """
    )
    assert model(X).shape == (2, 1)
    np.testing.assert_allclose(model(X), X @ model.get_weights()[0], rtol=1e-5)
    gone = weakref.ref(model)
    del model
    assert released(r, gone)
