"""What is drawn of a training while it runs."""

from __future__ import annotations

import copy
import json
import urllib.request

import keras
import numpy as np
import pytest

from rkeras_py.api.training import generator_calls, training
from rkeras_py.convert.rule import ArgumentError

X = np.random.default_rng(1).normal(size=(8, 3)).astype("float32")
Y = X.sum(1, keepdims=True)


@pytest.fixture
def drawn(hosted):
    """What was to be drawn, in the place of R."""
    calls = []

    def draw(scores):
        calls.append(copy.deepcopy(scores))
        return len(calls) < 3

    hosted(draws=lambda: True, draw=draw)
    return calls


@pytest.fixture
def model():
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    made.compile("sgd", "mse", metrics=["mae"])
    return made


def fit(model, **options):
    return training.fit(model, X, Y, verbose=0, **options).history


def test_the_scores_so_far_are_drawn_after_each_epoch(drawn, model):
    history = fit(model, epochs=2, view_metrics=True, validation_data=[X, Y])
    assert [list(scores) for scores in drawn] == 2 * [["loss", "mae", "val_loss", "val_mae"]]
    assert drawn[0] == {name: values[:1] for name, values in history.items()}
    assert drawn[1] == history


def test_what_cannot_be_drawn_is_not_tried_again(drawn, model):
    seen = []
    callback = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append(epoch))
    fit(model, epochs=5, view_metrics=True, callbacks=[callback])
    assert seen == [0, 1, 2, 3, 4]
    assert [len(scores["loss"]) for scores in drawn] == [1, 2, 3]


def test_nothing_is_drawn_unasked(drawn, model):
    for value in (False, "auto"):
        fit(model, epochs=1, view_metrics=value)
    fit(model, epochs=2)
    assert drawn == []


@pytest.fixture
def opened(hosted):
    """The pages that were to be opened, in a program that has a viewer."""
    addresses = []
    hosted(has_viewer=lambda: True, open_page=addresses.append)
    return addresses


def news(address):
    with urllib.request.urlopen(f"{address}news") as answer:
        return json.load(answer)


def test_a_page_shows_each_epoch(opened, model):
    seen = []
    callback = keras.callbacks.LambdaCallback(
        on_epoch_begin=lambda epoch, logs: seen.append(len(news(opened[0])["rows"]))
    )
    history = fit(model, epochs=3, view_metrics=True, validation_data=[X, Y], callbacks=[callback])
    assert seen == [0, 1, 2] and len(opened) == 1
    shown = news(opened[0])
    assert shown["finished"] and shown["epochs"] == 3 and shown["title"] == model.name
    assert [list(row) for row in shown["rows"]] == 3 * [["loss", "mae", "val_loss", "val_mae"]]
    for name, values in history.items():
        assert [row[name] for row in shown["rows"]] == values


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ({"verbose": 2, "epochs": 2}, 1),
        ({"verbose": 2, "epochs": 1}, 0),
        ({"verbose": 2, "epochs": 3, "initial_epoch": 2}, 0),
        ({"verbose": 0, "epochs": 2}, 0),
        ({"verbose": 2, "epochs": 2, "view_metrics": False}, 0),
        ({"verbose": 0, "epochs": 1, "view_metrics": True}, 1),
    ],
)
def test_when_a_viewer_opens_the_page(options, pages, opened, model):
    training.fit(model, X, Y, **options)
    assert len(opened) == pages


def test_without_a_viewer_a_page_is_opened_when_asked_for(hosted, model, monkeypatch, capsys):
    addresses = []
    monkeypatch.setattr("webbrowser.open", lambda address: addresses.append(address))
    hosted()
    training.fit(model, X, Y, epochs=2, verbose=0)
    assert addresses == []
    fit(model, epochs=2, view_metrics=True)
    assert news(addresses[0])["finished"]
    said = capsys.readouterr().out
    assert said == f"No browser can be opened here; the page is {addresses[0]}\n"


def test_generators_are_watched_as_well(drawn, model):
    def batches():
        while True:
            yield X, Y

    generator_calls.fit_generator(model, batches(), 2, epochs=2, verbose=0, view_metrics=True)
    assert [len(scores["loss"]) for scores in drawn] == [1, 2]


@pytest.mark.parametrize("value", ["yes", 1, [True, False]])
def test_other_values_are_refused(model, value):
    before = model.get_weights()
    message = '`view_metrics` must be True, False or "auto", not'
    with pytest.raises(ArgumentError, match=message):
        fit(model, view_metrics=value)
    with pytest.raises(ArgumentError, match=message):
        generator_calls.fit_generator(model, lambda: [X, Y], 1, view_metrics=value)
    for old, new in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(old, new)
