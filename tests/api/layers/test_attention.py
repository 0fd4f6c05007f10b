"""Attention against softmax in NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops
from scipy.special import softmax

from rkeras_py.api.layers import attention as api
from rkeras_py.convert.rule import ArgumentError

RNG = np.random.default_rng(1)
Q = RNG.normal(size=(2, 4, 3)).astype("float32")
V = RNG.normal(size=(2, 4, 3)).astype("float32")
K = RNG.normal(size=(2, 4, 3)).astype("float32")
DOT = np.einsum("bqd,bkd->bqk", Q, K)
SUMS = np.tanh(Q[:, :, None] + K[:, None])
LATER = np.triu(np.ones((4, 4), bool), 1)


def attend(scores, causal=False):
    return softmax(np.where(LATER, -np.inf, scores) if causal else scores, axis=-1) @ V


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, attend(DOT)),
        ({"use_scale": True}, attend(DOT)),  # the scale begins with 1
        ({"score_mode": "concat"}, attend(SUMS.sum(axis=-1))),
        ({"dropout": None}, attend(DOT)),
        ({"causal": True}, attend(DOT, True)),
        ({"use_causal_mask": True}, attend(DOT, True)),
    ],
)
def test_dot_product(options, expected):
    np.testing.assert_allclose(api.layer_attention([Q, V, K], **options), expected, rtol=1e-4)
    named = {"value": V, "key": K, "query": Q}
    np.testing.assert_allclose(api.layer_attention(named, **options), expected, rtol=1e-4)


def test_a_learnt_scale():
    layer = api.layer_attention(use_scale=True, name="seen")
    layer.build([(2, 4, 3), (2, 4, 3)])
    layer.set_weights([np.array(0.5)])
    scores = np.einsum("bqd,bkd->bqk", Q, V) / 2
    np.testing.assert_allclose(layer([Q, V]), softmax(scores, axis=-1) @ V, rtol=1e-4)
    assert layer.name == "seen"


def test_the_weights_too():
    output, weights = api.layer_attention([Q, V, K], return_attention_scores=True)
    np.testing.assert_allclose(weights, softmax(DOT, axis=-1), rtol=1e-4)
    np.testing.assert_allclose(output, attend(DOT), rtol=1e-4)


def test_dropout_scales_what_it_keeps():
    keras.utils.set_random_seed(0)
    _, weights = api.layer_attention(
        [Q, V, K], dropout=0.5, training=True, return_attention_scores=True
    )
    kept = ops.convert_to_numpy(weights)
    full = softmax(DOT, axis=-1)
    np.testing.assert_allclose(kept[kept > 0], 2 * full[kept > 0], rtol=1e-4)
    assert 4 < (kept == 0).sum() < 28  # of 32


@pytest.mark.parametrize("causal", [False, True])
def test_additive(causal):
    values = api.layer_additive_attention([Q, V, K], use_scale=False, causal=causal)
    np.testing.assert_allclose(values, attend(SUMS.sum(axis=-1), causal), rtol=1e-4)
    layer = api.layer_additive_attention(causal=causal)
    layer.build([(2, 4, 3)] * 3)
    layer.set_weights([np.array([1.0, -2.0, 0.5])])
    scaled = (SUMS * [1, -2, 0.5]).sum(axis=-1)
    np.testing.assert_allclose(layer([Q, V, K]), attend(scaled, causal), rtol=1e-4)


@pytest.mark.parametrize("name", ["attention", "additive_attention"])
def test_looking_back_survives_saving(name, tmp_path):
    inputs = [keras.Input((4, 3)) for _ in range(3)]
    output = getattr(api, f"layer_{name}")(inputs, use_scale=False, causal=True)
    keras.Model(inputs, output).save(tmp_path / "model.keras")
    model = keras.saving.load_model(tmp_path / "model.keras")
    expected = attend(DOT if name == "attention" else SUMS.sum(axis=-1), True)
    np.testing.assert_allclose(model([Q, V, K]), expected, rtol=1e-4)


def heads(x, kernel, bias):
    return np.einsum("btd,dhk->bthk", x, kernel) + bias


@pytest.mark.parametrize("causal", [False, True])
def test_several_heads(causal):
    layer = api.layer_multi_head_attention(
        num_heads=2.0, key_dim=5.0, value_dim=6, output_shape=7.0, bias_initializer="ones"
    )
    result = layer(Q, V, K, use_causal_mask=causal)
    wq, bq, wk, bk, wv, bv, wo, bo = layer.get_weights()
    scores = np.einsum("bqhd,bkhd->bhqk", heads(Q, wq, bq), heads(K, wk, bk)) / np.sqrt(5)
    weights = softmax(np.where(LATER, -np.inf, scores) if causal else scores, axis=-1)
    seen = np.einsum("bhqk,bkhd->bqhd", weights, heads(V, wv, bv))
    expected = np.einsum("bqhd,hdo->bqo", seen, wo) + bo
    assert expected.shape == (2, 4, 7)
    np.testing.assert_allclose(result, expected, rtol=1e-3, atol=1e-4)


def test_several_heads_called_at_once():
    options = {"kernel_initializer": keras.initializers.GlorotUniform(3)}
    a = api.layer_multi_head_attention([Q, V], 2, 3, **options)
    b = api.layer_multi_head_attention({"query": Q, "value": V, "key": V}, 2, 3, **options)
    np.testing.assert_allclose(a, b, rtol=1e-5)
    mask = np.tile(np.eye(4, dtype=bool), (2, 1, 1))
    _, weights = api.layer_multi_head_attention(
        [Q, V], 2, 3, attention_mask=mask, return_attention_scores=True
    )
    np.testing.assert_allclose(weights, np.tile(np.eye(4), (2, 2, 1, 1)), atol=1e-6)


def test_heads_over_other_axes():
    x = RNG.normal(size=(1, 3, 4, 5)).astype("float32")
    _, weights = api.layer_multi_head_attention(
        [x, x], 2, 3, attention_axes=[1.0], return_attention_scores=True
    )
    assert weights.shape == (1, 4, 2, 3, 3)  # rows among each other, for each column and head
    np.testing.assert_allclose(ops.sum(weights, -1), np.ones((1, 4, 2, 3)), rtol=1e-5)


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`inputs` must be a list of two or three tensors"):
        api.layer_attention([Q])
    with pytest.raises(ArgumentError, match=r"`object` must be .*its names are a, b\."):
        api.layer_additive_attention({"a": Q, "b": V})
    with pytest.raises(ArgumentError, match=r"unused argument \(return_attention_scores = TRUE\)"):
        api.layer_attention(return_attention_scores=True)
    with pytest.raises(ArgumentError, match=r'`score_mode` must be one of "dot", "concat"'):
        api.layer_attention([Q, V], score_mode="sum")
    with pytest.raises(ArgumentError, match=r"unused argument \(4\)"):
        api.layer_attention([Q, V], False, "dot", 4)
    with pytest.raises(ArgumentError, match=r"`dropout` must be a number from 0 to 1 or NULL"):
        api.layer_attention([Q, V], dropout=2)
