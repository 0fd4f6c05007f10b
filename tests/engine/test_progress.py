"""What training calls print: the order of measures, bars and lines."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
from terminals import drawings

import rkeras_py as rk
from rkeras_py.engine.display import Display

X = np.random.default_rng(3).normal(size=(40, 3)).astype("float32")
Y = X.sum(1, keepdims=True)


@pytest.fixture
def watched(hosted: Any) -> None:
    """A person watches, on a display of 200 columns."""
    hosted(display=lambda: Display(in_place=True, limit=200))


@pytest.fixture
def model() -> keras.Model:
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    made.compile("sgd", "mse", metrics=["mse", "mae"])
    return made


def measures(line: str) -> list[str]:
    return [fact.partition(":")[0] for fact in line.split(" - ")[3:]]


@pytest.mark.parametrize("verbose", [1, 2, "auto"])
def test_in_a_file_each_epoch_is_a_line(
    verbose: Any, model: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    rk.fit(model, X, Y, batch_size=8, epochs=2, verbose=verbose, validation_data=[X, Y])
    rk.evaluate(model, X, Y, batch_size=10, verbose=verbose)
    rk.predict(model, X, batch_size=20, verbose=verbose)
    out = capsys.readouterr().out
    assert not set(out) & set("\r\b\x1b")
    lines = out.splitlines()
    assert [line.split(" - ")[0] for line in lines] == [
        "Epoch 1/2", "5/5", "Epoch 2/2", "5/5", "4/4", "2/2",
    ]  # fmt: skip
    three = ["loss", "mse", "mae"]
    assert measures(lines[1]) == three + [f"val_{name}" for name in three]
    assert measures(lines[4]) == three and measures(lines[5]) == []


@pytest.mark.parametrize("verbose", [1, "auto"])
@pytest.mark.usefixtures("watched")
def test_a_bar_where_a_person_watches(
    verbose: Any, model: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    history = rk.fit(model, X, Y, batch_size=8, verbose=verbose, epochs=1, validation_data=[X, Y])
    lines = drawings(capsys.readouterr().out)
    assert lines[0].startswith("1/5 [=====>") and " - ETA: " in lines[0] and "s/step" in lines[0]
    assert lines[0].split(" - loss: ")[1].split(" - ")[1].startswith("mse: ")
    assert lines[-1].startswith("5/5 [==")
    last = {name: values[-1] for name, values in history.history.items()}
    assert list(last) == ["loss", "mse", "mae", "val_loss", "val_mse", "val_mae"]
    assert lines[-1].endswith(" - ".join(f"{name}: {value:.4f}" for name, value in last.items()))


@pytest.mark.usefixtures("watched")
def test_evaluate_and_predict_have_bars(model: Any, capsys: pytest.CaptureFixture[str]) -> None:
    scores = rk.evaluate(model, X, Y, batch_size=8)
    lines = drawings(capsys.readouterr().out)
    assert lines[-1].startswith("5/5 [==")
    told = " - ".join(f"{name}: {value:.4f}" for name, value in scores.items())
    assert lines[-1].endswith(told) and list(scores) == ["loss", "mse", "mae"]
    rk.predict(model, X, batch_size=8)
    lines = drawings(capsys.readouterr().out)
    assert lines[-1].startswith("5/5 [==") and "loss" not in lines[-1]


@pytest.mark.usefixtures("watched")
def test_verbose_2_and_0_draw_no_bar(model: Any, capsys: pytest.CaptureFixture[str]) -> None:
    rk.fit(model, X, Y, batch_size=8, epochs=1, verbose=0)
    rk.predict(model, X, verbose=0)
    assert capsys.readouterr().out == ""
    rk.fit(model, X, Y, batch_size=8, epochs=1, verbose=2)
    out = capsys.readouterr().out
    assert out.startswith("5/5 - ") and out.count("\n") == 1 and "\r" not in out


@pytest.mark.usefixtures("watched")
def test_the_bar_moves_while_many_batches_run_in_one_call(
    model: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the numbers are those of a training without it."""
    x, y = np.repeat(X, 250, axis=0), np.repeat(Y, 250, axis=0)
    weights = model.get_weights()
    keras.utils.set_random_seed(1)
    rk.fit(model, x, y, batch_size=1, epochs=1, verbose=1, shuffle=False)
    lines = drawings(capsys.readouterr().out)
    done = [int(line.split("/")[0]) for line in lines]
    assert done == sorted(done) and done[-1] == 10000 and len(set(done)) >= 3
    after = model.get_weights()
    model.set_weights(weights)
    rk.fit(model, x, y, batch_size=1, epochs=1, verbose=0, shuffle=False)
    for one, other in zip(after, model.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.usefixtures("watched")
def test_generators_whose_length_is_not_known(
    model: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    def batches() -> Any:
        for _ in range(6):
            yield X[:4], Y[:4]

    rk.fit(model, batches(), epochs=1, verbose=1)
    lines = drawings(capsys.readouterr().out)
    assert lines[0].startswith("1/Unknown - ") and lines[-1].startswith("6/6 [==")


@pytest.mark.usefixtures("watched")
def test_a_call_that_fails_leaves_the_line(model: Any, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(batch: int, logs: Any) -> None:
        if batch == 2:
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        rk.fit(model, X, Y, batch_size=8, epochs=1, verbose=1,
               callbacks=[keras.callbacks.LambdaCallback(on_train_batch_end=stop)])  # fmt: skip
    out = capsys.readouterr().out
    assert "1/5 [" in out and out.endswith("\n")


def test_several_outputs(capsys: pytest.CaptureFixture[str]) -> None:
    given = keras.Input((3,))
    outputs = [keras.layers.Dense(1, name=name)(given) for name in ("zeta", "alpha")]
    model = keras.Model(given, outputs)
    model.compile("sgd", "mse", metrics=[["mae"], ["mape", "mae"]])
    rk.fit(model, X, [Y, Y], epochs=1, verbose=2)
    assert measures(capsys.readouterr().out.splitlines()[-1]) == [
        "loss", "zeta_loss", "alpha_loss", "zeta_mae", "alpha_mape", "alpha_mae",
    ]  # fmt: skip


@pytest.mark.usefixtures("watched")
def test_a_progress_logger_is_no_second_bar(model: Any, capsys: pytest.CaptureFixture[str]) -> None:
    rk.fit(model, X, Y, epochs=1, verbose=1, callbacks=[rk.callback_progbar_logger()])
    assert capsys.readouterr().out.count("\n") == 1

    class Own(keras.callbacks.ProgbarLogger):  # type: ignore[misc]
        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            print("own")

    rk.fit(model, X, Y, epochs=1, verbose=1, callbacks=[Own()])
    out = capsys.readouterr().out
    assert out.endswith("own\n") and "[=" not in out


def test_keras_switch_for_its_output(model: Any, capsys: pytest.CaptureFixture[str]) -> None:
    keras.config.disable_interactive_logging()
    try:
        rk.fit(model, X, Y, epochs=2, verbose=2)
    finally:
        keras.config.enable_interactive_logging()
    assert capsys.readouterr().out == ""


class OwnFit(keras.Model):  # type: ignore[misc]
    def fit(self, x: Any, y: Any, verbose: Any = None, **options: Any) -> Any:
        return verbose


@pytest.mark.parametrize(("verbose", "passed"), [(0, 0), (1, 2), (2, 2), ("auto", 2)])
def test_a_models_own_fit_is_told_where_it_prints(verbose: Any, passed: int, hosted: Any) -> None:
    assert rk.fit(OwnFit(), X, Y, verbose=verbose) == passed
    hosted(display=lambda: Display(in_place=True))
    on_terminal = {0: 0, 1: 1, 2: 2, "auto": 1}[verbose]
    assert rk.fit(OwnFit(), X, Y, verbose=verbose) == on_terminal
