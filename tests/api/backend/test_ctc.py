"""CTC against a sum over all paths: every class at every step."""

from __future__ import annotations

import itertools
from collections import defaultdict

import keras
import numpy as np
import pytest
from backend_calls import k, numbers

RNG = np.random.default_rng(3)
STEPS, CLASSES = 5, 4
BLANK = CLASSES - 1
P = RNG.dirichlet(np.ones(CLASSES) * 0.7, size=(3, STEPS))
LENGTHS = np.array([[5], [4], [5]])


def labels_of(path):
    """Repeated classes are one label, blanks none."""
    return tuple(label for label, _ in itertools.groupby(path) if label != BLANK)


def labellings(probabilities):
    """The probability of each labelling, over all paths that lead to it."""
    found = defaultdict(float)
    for path in itertools.product(range(CLASSES), repeat=len(probabilities)):
        found[labels_of(path)] += np.prod([p[c] for p, c in zip(probabilities, path, strict=True)])
    return found


WANTED = [labellings(p[: n[0]]) for p, n in zip(P, LENGTHS, strict=True)]
LABELS = np.array([[0, 1, 2], [1, 1, 0], [2, 0, 0]])
LABEL_LENGTHS = np.array([[3], [2], [1]])


def test_the_loss_is_minus_the_logarithm_of_the_probability():
    wanted = [
        -np.log(found[tuple(row[: n[0]])])
        for found, row, n in zip(WANTED, LABELS, LABEL_LENGTHS, strict=True)
    ]
    loss = numbers(k("ctc_batch_cost", LABELS.astype(float), P, LENGTHS, LABEL_LENGTHS))
    assert loss.shape == (3, 1)
    np.testing.assert_allclose(loss[:, 0], wanted, rtol=1e-4)


def test_the_loss_of_what_cannot_be_is_finite():
    never, always = np.array([[[0.0, 1.0]]]), np.array([[[1.0, 0.0]]])
    one = np.array([[1]])
    loss = numbers(k("ctc_batch_cost", np.array([[0]]), never, one, one))
    np.testing.assert_allclose(loss, [[-np.log(1e-7)]], rtol=1e-4)  # epsilon stands for zero
    loss = numbers(k("ctc_batch_cost", np.array([[0]]), always, one, one))
    np.testing.assert_allclose(loss, [[0]], atol=1e-5)


def test_the_loss_as_a_step_of_a_model():
    shapes = [(3,), (STEPS, CLASSES), (1,), (1,)]
    inputs = [keras.Input(shape) for shape in shapes]
    model = keras.Model(inputs, k("ctc_batch_cost", *inputs))
    data = [LABELS, P, LENGTHS, LABEL_LENGTHS]
    np.testing.assert_allclose(
        model.predict(data, verbose=0), numbers(k("ctc_batch_cost", *data)), rtol=1e-5
    )


def test_greedy_decoding_takes_the_likeliest_class_of_each_step():
    (decoded,), scores = k("ctc_decode", P, LENGTHS[:, 0])
    decoded, scores = numbers(decoded), numbers(scores)
    assert decoded.shape == (3, STEPS) and scores.shape == (3, 1)
    for p, n, row, score in zip(P, LENGTHS[:, 0], decoded, scores, strict=True):
        wanted = labels_of(p[:n].argmax(axis=1))
        assert tuple(row[: len(wanted)]) == wanted and (row[len(wanted) :] == -1).all()
        np.testing.assert_allclose(score, -np.log(p[:n].max(axis=1)).sum(), rtol=1e-4)


def test_a_wide_beam_finds_the_likeliest_labellings():
    decoded, scores = k("ctc_decode", P, LENGTHS, greedy=False, beam_width=500.0, top_paths=3.0)
    decoded, scores = numbers(decoded), numbers(scores)
    assert len(decoded) == 3 and scores.shape == (3, 3)
    for i, found in enumerate(WANTED):
        best = sorted(found, key=found.get, reverse=True)[:3]
        for j, wanted in enumerate(best):
            row = decoded[j][i]
            assert tuple(row[: len(wanted)]) == wanted and (row[len(wanted) :] == -1).all()
            assert scores[i, j] == pytest.approx(np.log(found[wanted]), rel=1e-3)


def test_sparse_labels():
    sparse = k("ctc_label_dense_to_sparse", LABELS, LABEL_LENGTHS)
    assert k("is_sparse", sparse)
    assert sparse.indices.numpy().tolist() == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [2, 0]]
    assert sparse.values.numpy().tolist() == [0, 1, 2, 1, 1, 2]
    assert sparse.dense_shape.numpy().tolist() == [3, 3]
    wanted = np.where(np.arange(3) < LABEL_LENGTHS, LABELS, 0)
    np.testing.assert_array_equal(numbers(k("to_dense", sparse)), wanted)
