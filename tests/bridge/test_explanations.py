"""What messages of TensorFlow and Keras mean: a sentence before and one after."""

from __future__ import annotations

import pytest

from rkeras_py.bridge.explanations import explained

CASES = {
    "indices[0,3] = 9 is not in [0, 5) (in model/words/GatherV2)": (
        "the index 9 was looked up among 5 entries, numbered from 0 to 4.",
        (
            "In a layer_embedding(), `input_dim` must be greater than the largest index: "
            "here at least 10."
        ),
    ),
    "indices = -1 is not in [0, 5)": (
        "the index -1 was looked up among 5 entries, numbered from 0 to 4.",
        "Indices start at 0.",
    ),
    "Arguments `target` and `output` must have the same shape. Received: ...": (
        "the loss cannot compare `y` with the model's output, as their shapes differ.",
        (
            'The loss "binary_crossentropy" needs a column of `y` for each unit of the last layer. '
            'For one of several classes, use "softmax" and "categorical_crossentropy"; for yes or '
            'no, use units = 1, "sigmoid" and "binary_crossentropy".'
        ),
    ),
    "Dimensions must be equal, but are 3 and 2 with shapes: [?,3], [?,2]. (in compile_loss/mse)": (
        "the loss cannot compare `y` with the model's output, as their shapes differ.",
        "Give the last layer a unit for each column of `y`, and `y` a row for each sample of `x`.",
    ),
    "Input 0 with name 'None' of layer 'dense_1' is incompatible with the layer: ...": (
        "the layer `dense_1` cannot take data of this shape.",
        "Compare the shape of the data with `input_shape` or the output of the previous layer.",
    ),
    "Received a label value of 3 which is outside the valid range of [0, 3).  Label values: 3": (
        "`y` must be labels from 0 to 2, one for each unit of the last layer, but one is 3.",
        "Labels start at 0: subtract 1 if yours start at 1.",
    ),
    "Early stopping conditioned on metric `val_loss` which is not available. ...: loss": (
        'a callback watches "val_loss", which this training does not measure.',
        "It needs validation data: give fit() `validation_split` or `validation_data`.",
    ),
    "Learning rate reduction is conditioned on metric `acc` which is not available. ...": (
        'a callback watches "acc", which this training does not measure.',
        "Choose `monitor` among what the training measures: the loss and the metrics.",
    ),
    "Can save best model only with val_mae available.": (
        'a callback watches "val_mae", which this training does not measure.',
        "It needs validation data: give fit() `validation_split` or `validation_data`.",
    ),
    "Cannot convert a symbolic tf.Tensor (a:0) to a numpy array.": (
        (
            "R needs the values of a tensor that has none yet: in a loss, a metric or a layer, "
            "tensors are symbolic."
        ),
        "Compute with operators and k_*() functions; instead of if and ifelse(), use k_switch().",
    ),
}


@pytest.mark.parametrize("message", CASES)
def test_known_messages(message: str) -> None:
    before, after = CASES[message]
    assert explained(message) == f"{before}\n{message}\n{after}"


@pytest.mark.parametrize(
    "message",
    ["Dimensions must be equal, but are 3 and 2", "Incompatible shapes: [2,3] vs. [2,4]", ""],
)
def test_other_messages_stay_as_they_are(message: str) -> None:
    assert explained(message) == message
