"""What is shown of models that branch."""

from __future__ import annotations

import keras
from small_models import stack, two_ways

from rkeras_py.compat.models.summaries import connections, picture, summary_lines


def rows(model, **options):
    return [line.split() for line in summary_lines(model, **options)[2:] if line.strip("_=")]


def test_a_model_that_branches_shows_what_leads_where():
    lines = summary_lines(two_ways())
    assert {len(line) for line in lines[1:-4]} == {98}
    ends = [32, 53, 65]  # 0.33, 0.55 and 0.67 of 98
    fields = [
        [line[a:b].strip() for a, b in zip([0, *ends], [*ends, 98], strict=True)]
        for line in lines[2:-4]
        if line.strip("_=")
    ]
    assert fields == [
        ["Layer (type)", "Output Shape", "Param #", "Connected to"],
        ["main_input (InputLayer)", "(None, 3)", "0", ""],
        ["shared (Dense)", "(None, 4)", "16", "main_input[0][0]"],
        ["aux_input (InputLayer)", "(None, 2)", "0", ""],
        ["both (Concatenate)", "(None, 6)", "0", "shared[0][0]"],
        ["", "", "", "aux_input[0][0]"],
        ["main_output (Dense)", "(None, 1)", "7", "both[0][0]"],
        ["aux_output (Dense)", "(None, 1)", "5", "shared[0][0]"],
    ]
    assert lines[-4] == "Total params: 28"


def test_a_functional_model_that_is_a_chain_looks_like_a_sequential_one():
    inputs = keras.Input((4,), name="i")
    model = keras.Model(inputs, keras.layers.Dense(1, name="d")(inputs), name="chain")
    lines = summary_lines(model)
    assert len(lines[1]) == 80
    assert "Connected" not in "".join(lines)
    assert summary_lines(model, line_length=60, positions=[30, 50, 60])[2] == (
        "Layer (type)".ljust(30) + "Output Shape".ljust(20) + "Param #".ljust(10)
    )


def test_operations_on_tensors_are_shown():
    inputs = keras.Input((4,), name="i")
    model = keras.Model(inputs, keras.layers.Dense(1, name="d")(inputs * 2.0))
    names = [line.split()[0] for line in summary_lines(model)[4:-4] if line.strip("_=")]
    assert (names[0], names[1][:8], names[2]) == ("i", "multiply", "d")
    assert picture(model)["type"] == ["InputLayer", "Multiply", "Dense"]


def test_a_model_that_only_joins_shows_what_leads_where_too():
    inputs = [keras.Input((2,), name=name) for name in ("a", "b")]
    model = keras.Model(inputs, keras.layers.Add(name="sum")(inputs))
    assert len(summary_lines(model)[1]) == 98
    assert [line[-1] for line in rows(model)[1:-3]][2:] == ["a[0][0]", "b[0][0]"]


def test_a_layer_that_is_called_again_shows_its_calls_in_their_order():
    inputs = keras.Input((2,), name="i")
    shared = keras.layers.Dense(2, name="shared")
    model = keras.Model(inputs, keras.layers.Activation("relu", name="r")(shared(shared(inputs))))
    assert connections(model) == {
        "i": [],
        "shared": [("i", 0, 0), ("shared", 0, 0)],
        "r": [("shared", 1, 0)],
    }
    links = [line[-1] for line in rows(model)[1:-3]]
    assert links[1:] == ["i[0][0]", "shared[0][0]", "shared[1][0]"]


def test_masks_are_no_connections():
    inputs = keras.Input((4,), name="i")
    hidden = keras.layers.Embedding(5, 2, mask_zero=True, name="e")(inputs)
    model = keras.Model(inputs, keras.layers.LSTM(2, name="l")(hidden))
    assert "Connected" not in "".join(summary_lines(model))
    assert list(zip(picture(model)["from"], picture(model)["to"], strict=True)) == [(1, 2), (2, 3)]


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
    arrows = {
        (shown["name"][a - 1], shown["name"][b - 1])
        for a, b in zip(shown["from"], shown["to"], strict=True)
    }
    assert arrows == {
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
