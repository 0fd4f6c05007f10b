"""Several inputs and outputs: data, losses, weights and metrics by name and by order."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from small_models import backwards, data, stack, two_ways, two_ways_data

from rkeras_py.api.training import batches, training
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import structure

X, Y = two_ways_data()


def outputs(model, x=X):
    """What the model computes, worked out with NumPy."""
    kernel, bias, main_kernel, main_bias, aux_kernel, aux_bias = (
        w
        for name in ("shared", "main_output", "aux_output")
        for w in model.get_layer(name).get_weights()
    )
    hidden = x["main_input"] @ kernel + bias
    main = np.concatenate([hidden, x["aux_input"]], 1) @ main_kernel + main_bias
    aux = 1 / (1 + np.exp(-(hidden @ aux_kernel + aux_bias)))
    return main, aux


def scores(model):
    """The two losses that the tests compile with: squared errors and cross-entropy."""
    main, aux = outputs(model)
    t = Y["aux_output"]
    squared = np.mean((main - Y["main_output"]) ** 2)
    entropy = -np.mean(t * np.log(aux) + (1 - t) * np.log(1 - aux))
    return squared, entropy, np.mean((aux > 0.5) == t), np.mean(np.abs(main - Y["main_output"]))


@pytest.mark.parametrize(
    "x", [X, backwards(X), [X["main_input"], X["aux_input"]]], ids=["named", "reversed", "list"]
)
def test_inputs_by_name_or_in_order(x):
    model = two_ways()
    found = training.predict(model, x, verbose=0)
    batch = batches.predict_on_batch(model, x)
    for values, again, expected in zip(found, batch, outputs(model), strict=True):
        np.testing.assert_allclose(values, expected, rtol=1e-5)
        np.testing.assert_allclose(again, expected, rtol=1e-5)


@pytest.mark.parametrize(
    "y", [Y, backwards(Y), list(Y.values())], ids=["named", "reversed", "list"]
)
@pytest.mark.parametrize(
    ("loss", "weights"),
    [
        ({"main_output": "mse", "aux_output": "binary_crossentropy"}, {"aux_output": 0.2}),
        (
            {"aux_output": "binary_crossentropy", "main_output": "mse"},
            {"aux_output": 0.2, "main_output": 1},
        ),
        (["mse", "binary_crossentropy"], [1, 0.2]),
    ],
)
def test_losses_and_weights_by_name_or_in_order(y, loss, weights):
    model = two_ways()
    training.compile(model, optimizer="sgd", loss=loss, loss_weights=weights)
    squared, entropy, *_ = scores(model)
    found = training.evaluate(model, backwards(X), y, verbose=0)
    assert list(found) == ["loss", "main_output_loss", "aux_output_loss"]
    np.testing.assert_allclose(
        list(found.values()), [squared + 0.2 * entropy, squared, entropy], rtol=1e-5
    )
    (total, *_rest) = batches.test_on_batch(model, X, y)
    np.testing.assert_allclose(total, squared + 0.2 * entropy, rtol=1e-5)


@pytest.mark.parametrize(
    ("weights", "of_each"),
    [
        (None, (1, 1)),
        ([0.5, 3], (0.5, 3)),
        ({"aux_output": 3, "main_output": 0.5}, (0.5, 3)),
        ({"aux_output": 3}, (1, 3)),
    ],
)
def test_a_loss_alone_is_the_loss_of_every_output(weights, of_each):
    model = two_ways()
    training.compile(model, optimizer="sgd", loss="mse", loss_weights=weights)
    main, aux = outputs(model)
    each = np.mean((main - Y["main_output"]) ** 2), np.mean((aux - Y["aux_output"]) ** 2)
    found = training.evaluate(model, X, Y, verbose=0)
    assert list(found) == ["loss", "main_output_loss", "aux_output_loss"]
    np.testing.assert_allclose(list(found.values()), [np.dot(of_each, each), *each], rtol=1e-5)


@pytest.mark.parametrize(
    ("metrics", "names"),
    [
        ({"aux_output": "accuracy"}, ["aux_output_accuracy"]),
        (
            {"aux_output": ["accuracy"], "main_output": "mae"},
            ["main_output_mae", "aux_output_accuracy"],
        ),
        ([["mae"], ["accuracy"]], ["main_output_mae", "aux_output_accuracy"]),
        ("mae", ["main_output_mae", "aux_output_mae"]),
        (
            ["mae", "mse"],
            ["main_output_mae", "main_output_mse", "aux_output_mae", "aux_output_mse"],
        ),
    ],
)
def test_metrics_of_outputs(metrics, names):
    model = two_ways()
    loss = {"main_output": "mse", "aux_output": "binary_crossentropy"}
    training.compile(model, optimizer="sgd", loss=loss, metrics=metrics)
    squared, _entropy, accuracy, absolute = scores(model)
    found = training.evaluate(model, X, Y, verbose=0)
    assert list(found) == ["loss", "main_output_loss", "aux_output_loss", *names]
    known = {
        "main_output_mae": absolute,
        "aux_output_accuracy": accuracy,
        "main_output_mse": squared,
    }
    for name in set(names) & set(known):
        assert found[name] == pytest.approx(known[name], rel=1e-5)


def test_a_history_has_the_losses_of_the_outputs_before_the_metrics():
    model = two_ways()
    training.compile(model, optimizer="sgd", loss="mse", metrics={"main_output": "mae"})
    history = training.fit(
        model, backwards(X), Y, epochs=1, verbose=0, validation_data=[X, backwards(Y)]
    )
    names = ["loss", "main_output_loss", "aux_output_loss", "main_output_mae"]
    assert list(history.history) == [*names, *(f"val_{name}" for name in names)]
    main, aux = outputs(model)
    expected = np.mean((main - Y["main_output"]) ** 2) + np.mean((aux - Y["aux_output"]) ** 2)
    assert history.history["val_loss"][0] == pytest.approx(expected, rel=1e-5)


def test_an_output_without_a_loss_needs_no_targets():
    model = two_ways()
    training.compile(model, optimizer="sgd", loss={"main_output": "mse"})
    squared = scores(model)[0]
    found = training.evaluate(model, X, {"main_output": Y["main_output"]}, verbose=0)
    assert found["loss"] == pytest.approx(squared, rel=1e-5)


def test_sample_weights_by_output():
    model = two_ways()
    training.compile(model, optimizer="sgd", loss="mse")
    weight = np.arange(8.0)
    weights = {"aux_output": np.zeros(8), "main_output": weight}
    found = training.evaluate(model, X, Y, verbose=0, sample_weight=weights)
    main, _ = outputs(model)
    expected = np.mean((main - Y["main_output"])[:, 0] ** 2 * weight)
    assert found["loss"] == pytest.approx(expected, rel=1e-5)


def test_a_function_that_gives_batches_may_name_their_parts():
    model = two_ways()
    training.compile(model, optimizer="sgd", loss="mse")
    expected = training.evaluate(model, X, Y, verbose=0)

    def batch():
        return [backwards(X), backwards(Y)]

    batch.__signature__ = None
    assert training.evaluate(model, batch, steps=1, verbose=0) == pytest.approx(expected, rel=1e-5)


def test_one_output_by_its_name():
    model = stack(1)
    training.compile(model, optimizer="sgd", loss={"d0": "mse"}, metrics={"d0": "mae"})
    x, y = data()
    kernel, bias = model.get_weights()
    error = x @ kernel + bias - y
    found = training.evaluate(model, x, {"d0": y}, verbose=0)
    assert found == pytest.approx({"loss": np.mean(error**2), "mae": np.mean(np.abs(error))})


def test_vectors_are_columns_where_functions_compare_them_with_predictions():
    def off(y_true, y_pred):
        return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)

    model = stack(1)
    training.compile(model, optimizer="sgd", loss=off, metrics=[off])
    x, y = data()
    kernel, bias = model.get_weights()
    expected = np.mean(np.abs(x @ kernel + bias - y))
    assert training.evaluate(model, x, y[:, 0], verbose=0) == pytest.approx(
        {"loss": expected, "off": expected}, rel=1e-5
    )
    assert batches.test_on_batch(model, x, y[:, 0]) == pytest.approx([expected] * 2, rel=1e-5)
    history = training.fit(
        model, x, y[:, 0], epochs=1, verbose=0, validation_data=[x, y[:, 0]], batch_size=16
    ).history
    assert history["off"] == pytest.approx([expected], rel=1e-5)


def test_metric_objects_are_copied_for_each_output():
    model = two_ways()
    metric = keras.metrics.MeanAbsoluteError(name="off")
    first, second = structure.metrics(model, [metric])
    assert first[0] is metric
    assert second[0] is not metric
    assert second[0].name == "off"


def named_inputs():
    """A model made with a named list of inputs, whose names and tensors have orders of their own.

    It gives its inputs side by side.
    """
    inputs = {
        "zeta": keras.Input((2,), name="zeta"),
        "alpha": keras.Input((1,), name="alpha"),
        "mid": keras.Input((3,), name="mid"),
    }
    joined = keras.layers.Concatenate()([inputs["mid"], inputs["zeta"], inputs["alpha"]])
    return keras.Model(inputs, joined)


def test_a_model_that_knows_its_inputs_by_name_gets_each_by_its_name():
    x = {"mid": np.full((1, 3), 3.0), "alpha": np.full((1, 1), 1.0), "zeta": np.full((1, 2), 2.0)}
    model = named_inputs()
    for given in (x, backwards(x), {**x, "other": np.zeros((1, 9))}):
        found = training.predict(model, given, verbose=0)
        np.testing.assert_array_equal(found, [[3, 3, 3, 2, 2, 1]])
        arranged = structure.arrange_x(model, given)
        assert list(arranged) == ["alpha", "mid", "zeta"]  # the order of model.inputs
        assert all(arranged[name] is x[name] for name in arranged)


def test_a_model_with_two_inputs_by_name():
    inputs = {"b": keras.Input((2,), name="b"), "a": keras.Input((2,), name="a")}
    model = keras.Model(inputs, keras.layers.Subtract()([inputs["b"], inputs["a"]]))
    x = {"a": np.array([[1.0, 2.0]]), "b": np.array([[5.0, 9.0]])}
    np.testing.assert_array_equal(training.predict(model, x, verbose=0), [[4, 7]])


def test_a_model_with_one_input_by_name():
    a = keras.Input((2,), name="only")
    model = keras.Model({"only": a}, keras.layers.Flatten()(a))
    x = np.ones((3, 2))
    assert structure.arrange_x(model, x) is x
    assert structure.arrange_x(model, {"only": x})["only"] is x
    np.testing.assert_array_equal(training.predict(model, {"only": x}, verbose=0), x)


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (
            [np.ones((1, 2)), np.ones((1, 2))],
            '`x` must be a dictionary: the inputs of the model are "alpha", "mid", "zeta".',
        ),
        (
            np.ones((1, 2)),
            '`x` must be a dictionary: the inputs of the model are "alpha", "mid", "zeta".',
        ),
        (
            {"alpha": np.ones((1, 1)), "zeta": np.ones((1, 2))},
            (
                '`x` must have an element for each input of the model, "alpha", "mid", "zeta", '
                'but "mid" is missing.'
            ),
        ),
    ],
)
def test_inputs_by_name_are_listed_in_the_order_of_the_model(x, text):
    with pytest.raises(ArgumentError) as error:
        training.predict(named_inputs(), x, verbose=0)
    assert str(error.value) == text


def compiled(**arguments):
    return lambda: training.compile(two_ways(), optimizer="sgd", **arguments)


def evaluated(x, y):
    def run():
        model = two_ways()
        training.compile(model, optimizer="sgd", loss="mse")
        training.evaluate(model, x, y, verbose=0)

    return run


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (
            compiled(loss={"main": "mse"}),
            (
                '`loss` has an element "main", but the outputs of the model are "main_output", '
                '"aux_output".'
            ),
        ),
        (
            compiled(loss=["mse", "mse", "mae"]),
            (
                "`loss` must have an element for each output of the model, "
                '"main_output", "aux_output", not 3.'
            ),
        ),
        (
            compiled(loss="mse", metrics={"main_output": "mae", "x": "mae"}),
            (
                '`metrics` has an element "x", but the outputs of the model are "main_output", '
                '"aux_output".'
            ),
        ),
        (
            compiled(loss="mse", loss_weights=[1, 2, 3]),
            (
                "`loss_weights` must have an element for each output of the model, "
                '"main_output", "aux_output", not 3.'
            ),
        ),
        (
            evaluated({"main_input": X["main_input"]}, Y),
            (
                '`x` must have an element for each input of the model, "main_input", "aux_input", '
                'but "aux_input" is missing.'
            ),
        ),
        (
            evaluated(X, {"main_output": Y["main_output"]}),
            (
                '`y` must have an element for each output of the model, "main_output", '
                '"aux_output", but "aux_output" is missing.'
            ),
        ),
    ],
)
def test_what_does_not_fit_is_named(call, text):
    with pytest.raises(ArgumentError) as error:
        call()
    assert str(error.value) == text


def test_vectors_stay_vectors_for_keras_own_losses_and_metrics():
    model = stack(1)
    training.compile(
        model, optimizer="sgd", loss="mse", metrics=[keras.metrics.MeanAbsoluteError()]
    )
    x, y = data()
    training.fit(model, x, y[:, 0], epochs=1, verbose=0)
    model.fit(x, y[:, 0], epochs=1, verbose=0)  # Keras cannot train on both with one model
    kernel, bias = model.get_weights()
    error = x @ kernel + bias - y
    assert training.evaluate(model, x, y[:, 0], verbose=0)["loss"] == pytest.approx(
        np.mean(error**2), rel=1e-5
    )
