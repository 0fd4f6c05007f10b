"""What a drawing of a model shows."""

from __future__ import annotations

import keras
import pytest
from small_models import stack, two_ways

from rkeras_py.compat.models.pictures import picture
from rkeras_py.convert.rule import ArgumentError


def arrows(shown):
    return {
        (shown["name"][a - 1], shown["name"][b - 1])
        for a, b in zip(shown["from"], shown["to"], strict=True)
    }


def test_the_picture_of_a_graph():
    shown = picture(two_ways())
    place = dict(zip(shown["name"], zip(shown["row"], shown["place"], strict=True), strict=True))
    assert place == {
        "main_input": (1, 1),
        "shared": (2, 1),
        "aux_input": (1, 2),
        "both": (3, 1),
        "main_output": (4, 1),
        "aux_output": (3, 2),
    }
    assert arrows(shown) == {
        ("main_input", "shared"),
        ("shared", "both"),
        ("aux_input", "both"),
        ("both", "main_output"),
        ("shared", "aux_output"),
    }


def test_the_picture_of_a_stack():
    shown = picture(stack(3, 1))
    assert (shown["row"], shown["from"], shown["to"]) == ([1, 2], [1], [2])
    assert shown["shape"] == ["(None, 3)", "(None, 1)"]


def nested():
    inputs = keras.Input((8,), name="i")
    inner = keras.Sequential(
        [
            keras.Input((8,)),
            keras.layers.Dense(4, name="a", activation="relu"),
            keras.layers.Dense(8, name="b"),
        ],
        name="in",
    )
    joined = keras.layers.Add(name="sum")([inner(inputs), inputs])
    return keras.Model(inputs, keras.layers.Dense(1, name="out")(joined))


def test_models_in_a_model_are_drawn_in_their_place_when_asked():
    shown = picture(nested())
    assert shown["name"] == ["i", "in", "sum", "out"]
    shown = picture(nested(), expand_nested=True)
    assert shown["name"] == ["i", "in/a", "in/b", "sum", "out"]
    assert shown["row"] == [1, 2, 3, 4, 5]
    assert shown["activation"] == ["", "relu", "linear", "", "linear"]
    assert arrows(shown) == {
        ("i", "in/a"),
        ("in/a", "in/b"),
        ("in/b", "sum"),
        ("i", "sum"),
        ("sum", "out"),
    }


def test_a_graph_in_a_graph_keeps_the_layers_that_it_begins_and_ends_with():
    inner = two_ways()
    ins = [keras.Input((3,), name="x"), keras.Input((2,), name="y")]
    model = keras.Model(ins, keras.layers.Concatenate(name="c")(inner(ins)))
    shown = picture(model, expand_nested=True)
    name = inner.name
    assert {pair for pair in arrows(shown) if "c" in pair} == {
        (f"{name}/main_output", "c"),
        (f"{name}/aux_output", "c"),
    }


def test_a_range_of_layers():
    shown = picture(nested(), layer_range=["in", "sum"])
    assert (shown["name"], shown["row"]) == (["in", "sum"], [1, 2])
    assert arrows(shown) == {("in", "sum")}
    with pytest.raises(ArgumentError, match='`layer_range`: no layer has the name "zz"'):
        picture(nested(), layer_range=["in", "zz"])
    with pytest.raises(ArgumentError, match="names of two layers"):
        picture(nested(), layer_range=["in"])
