"""Datasets and names of classes as R gets them, from files that NumPy wrote, without a network."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import r_process
from r_process import HOSTS

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPT = r"""
library(keras)
Sys.setenv(KERAS_HOME = commandArgs(TRUE)[[1]]) # Keras looked for it when it was loaded
options(warn = 1)
same <- function(a, b) if (!identical(a, b)) stop(deparse(a), " is not ", deparse(b))
quietly <- function(code) withCallingHandlers(code, warning = function(w) {
  stopifnot(inherits(w, "rkeras_py.downloads.fetch.CacheWarning"))
  invokeRestart("muffleWarning")
})

mnist <- quietly(dataset_mnist())
same(names(mnist), c("train", "test"))
same(dim(mnist$train$x), c(3L, 28L, 28L))
same(mnist$train$x[2, 1, 1:3], 28L * 28L * 0L + c(16L, 17L, 18L)) # 784 modulo 256, and on
same(mnist$train$y, array(c(5L, 0L, 4L)))
same(mnist$test$y, array(7L))

imdb <- quietly(dataset_imdb(num_words = 100, index_from = 0))
same(sort(vapply(imdb$train$x, paste, "", collapse = " ")), c("1 2 2", "1 3", "1 7 8 9"))
stopifnot(is.list(imdb$train$x), all(vapply(imdb$train$x, is.integer, NA)))
same(sort(c(imdb$train$y)), c(0L, 1L, 1L))

boston <- quietly(dataset_boston_housing(test_split = 0.25))
same(dim(boston$train$x), c(6L, 13L))
same(c(boston$train$y), boston$train$x[, 1] * 10)
same(dim(boston$test$y), 2L)

same(quietly(dataset_imdb_word_index()), list(the = 1L, "na\u00efve" = 2L))

preds <- matrix(0, 2, 1000)
preds[1, 4] <- 0.75
preds[1, 2] <- 0.25
named <- quietly(imagenet_decode_predictions(preds, top = 2))
same(length(named), 2L)
same(named[[1]], data.frame(class_name = c("n3", "n1"), class_description = c("thing 3", "thing 1"),
                            score = c(0.75, 0.25)))

problem <- tryCatch(dataset_reuters(), error = identity)
stopifnot(inherits(problem, "python.builtin.OSError"))
cat(conditionMessage(problem), "\n")
tryCatch(application_vgg16(include_top = FALSE, input_shape = c(32, 32, 3)),
         error = function(e) cat(conditionMessage(e), "\n"))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    data, models = tmp_path / "home" / "datasets", tmp_path / "home" / "models"
    data.mkdir(parents=True)
    models.mkdir()
    pixels = np.arange(3 * 784).astype("uint8").reshape(3, 28, 28)
    np.savez(
        data / "mnist.npz",
        x_train=pixels,
        y_train=np.array([5, 0, 4], "uint8"),
        x_test=pixels[:1],
        y_test=np.array([7], "uint8"),
    )
    texts = np.empty(3, object)
    texts[:] = [[3], [7, 8, 9], [100, 200]]
    y = np.array([0, 1, 1])
    np.savez(data / "imdb.npz", x_train=texts, y_train=y, x_test=texts, y_test=y)
    x = np.random.default_rng(0).normal(size=(8, 13))
    np.savez(data / "boston_housing.npz", x=x, y=x[:, 0] * 10)
    index = {"the": 1, "naïve": 2}
    (data / "imdb_word_index.json").write_text(json.dumps(index), encoding="utf-8")
    classes = {str(i): [f"n{i}", f"thing {i}"] for i in range(1000)}
    (models / "imagenet_class_index.json").write_text(json.dumps(classes))
    return tmp_path / "home"


@pytest.mark.parametrize("host", HOSTS)
def test_files_of_the_folder_of_keras(home: Path, tmp_path: Path, host: str) -> None:
    script = tmp_path / "script.R"
    script.write_text(SCRIPT, encoding="utf-8")
    closed = "http://127.0.0.1:9"  # no proxy answers there
    output = r_process.run_script(
        host, script, str(home), environment={"https_proxy": closed, "HTTPS_PROXY": closed}
    ).succeeded()
    server = "https://storage.googleapis.com/tensorflow/"
    weights = "vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5"
    for name, address, place in (
        ("reuters.npz", "tf-keras-datasets/reuters.npz", "datasets/reuters.npz"),
        (weights, f"keras-applications/vgg16/{weights}", f"models/{weights}"),
    ):
        assert f'"{name}" could not be downloaded from {server}{address}: ' in output
        assert f"If you have it, put it at {home / place}." in output
