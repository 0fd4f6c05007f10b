"""What is shown of models that branch."""

from __future__ import annotations

import keras
from small_models import stack, two_ways

from rkeras_py.compat.models.pictures import picture
from rkeras_py.compat.models.summaries import connections, summary_lines


def rows(model, **options):
    return [line.split() for line in summary_lines(model, **options)[2:] if line.strip("_=")]


def test_a_model_that_branches_shows_what_leads_where():
    lines = summary_lines(two_ways())
    assert {len(line) for line in lines[1:-4]} == {80}
    ends = [26, 44, 53]  # 0.33, 0.55 and 0.67 of 80
    fields = [
        [line[a:b].strip() for a, b in zip([0, *ends], [*ends, 80], strict=True)]
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
    assert len(summary_lines(model)[1]) == 80
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


def test_texts_that_are_wider_than_their_column_take_several_lines():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, name="a_name_of_layers")])
    assert summary_lines(model, positions=[0.2, 0.3, 1])[2:7] == [
        "Layer (type)    Output  Param #".ljust(80),
        "                Shape".ljust(80),
        "=" * 80,
        "a_name_of_layer (None,  4".ljust(80),
        "s (Dense)       1)".ljust(80),
    ]


def test_the_column_of_trained_layers_is_there_where_weights_are_frozen():
    first = keras.layers.Dense(2, name="a")
    model = keras.Sequential([keras.Input((3,)), first, keras.layers.Dense(1, name="b")])
    assert "Trainable" not in summary_lines(model)[2]
    first.trainable = False
    lines = summary_lines(model, compact=True)
    assert lines[2:6] == [
        "Layer (type)".ljust(31) + "Output Shape".ljust(27) + "Param #".ljust(11) + "Trainable  ",
        "=" * 80,
        "a (Dense)".ljust(31) + "(None, 2)".ljust(27) + "8".ljust(11) + "N".ljust(11),
        "b (Dense)".ljust(31) + "(None, 1)".ljust(27) + "3".ljust(11) + "Y".ljust(11),
    ]
    assert "Trainable" not in summary_lines(model, show_trainable=False)[2]
    first.trainable = True
    assert [line[-1] for line in rows(model, show_trainable=True)[1:-3]] == ["Y", "Y"]


def test_a_width_holds_all_columns_and_a_line_length_all_but_the_last():
    model = stack(3, 1)
    assert len(summary_lines(model, width=60, show_trainable=True)[1]) == 60
    assert len(summary_lines(model, line_length=60, show_trainable=True)[1]) == 71
    assert len(summary_lines(model, line_length=60, width=100)[1]) == 60


def test_models_in_a_model_show_their_layers_when_asked():
    inputs = keras.Input((3,), name="i")
    deep = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, name="d")], name="deep")
    inner = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="a"), deep], name="in")
    model = keras.Model(inputs, keras.layers.Dense(1, name="c")(inner(inputs)))
    assert [line.split()[0] for line in summary_lines(model, compact=True)[4:7]] == ["i", "in", "c"]
    lines = summary_lines(model, width=42, expand_nested=True, compact=True, positions=[20, 33, 42])
    bar = "\N{MACRON}"
    assert lines[5:12] == [
        "in (Sequential)     (None, 2)    14       ",
        "|" + bar * 40 + "|",
        "| a (Dense)         (None, 2)    8       |",
        "| deep (Sequential) (None, 2)    6       |",
        "||" + bar * 38 + "||",
        "|| d (Dense)        (None, 2)    6      ||",
        "|" + bar * 40 + "|",
    ]
    assert lines[12] == bar * 42
