"""Training on R's own thread, where R functions call TensorFlow through R's package reticulate.

With the real packages, where the environment variable RKERAS_NEIGHBOURS names their library; and
without them, where R is told that they are there.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process
from neighbours import neighbours
from r_process import HOSTS

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

#: How R comes to train on its own thread.
COMPANY = {
    "flag": "library(keras); library(tensorflow); keras:::call_python('.share_tensorflow')",
    "keras first": "library(keras); library(tensorflow); library(reticulate)",
    "keras last": "library(reticulate); library(tensorflow); library(keras)",
}

SCRIPTS = {
    "a layer's gradient": """
        x <- matrix(1, 4, 1)
        for (eagerly in c(FALSE, TRUE)) {
          input <- layer_input(1)
          hidden <- input %>%
            layer_dense(1, use_bias = FALSE, kernel_initializer = "ones")
          tripled <- hidden %>% layer_lambda(function(x) tf$multiply(x, 3))
          model <- keras_model(input, layer_add(list(hidden, tripled)))
          model %>% compile(optimizer_sgd(0.01), "mse", run_eagerly = eagerly)
          model %>% fit(x, x * 0, epochs = 1, batch_size = 4, verbose = 0)
          # the loss is (4 w)^2, with the gradient 32 w
          stopifnot(abs(get_weights(model)[[1]] - (1 - 0.01 * 32)) < 1e-6)
        }
    """,
    "a loss, a metric and a callback": """
        x <- cbind(c(1, 2, 3), c(0, 1, 0)); y <- c(1, 0, 2)
        model <- keras_model_sequential() %>%
          layer_dense(1, input_shape = 2, use_bias = FALSE, kernel_initializer = "ones")
        seen <- numeric()
        model %>% compile(
          optimizer_sgd(0.1),
          loss = function(y_true, y_pred) tf$reduce_mean(tf$square(y_true - y_pred)),
          metrics = custom_metric("bias", function(y_true, y_pred)
            tf$reduce_mean(y_pred - y_true)))
        history <- model %>% fit(x, y, epochs = 2, batch_size = 3, verbose = 0, callbacks = list(
          callback_lambda(on_epoch_end = function(epoch, logs) seen <<- c(seen, logs$loss))))
        w <- c(1, 1); losses <- biases <- numeric()
        for (epoch in 1:2) {
          error <- c(x %*% w) - y
          losses <- c(losses, mean(error^2)); biases <- c(biases, mean(error))
          w <- w - 0.1 * 2 * colMeans(error * x)
        }
        stopifnot(
          all.equal(history$metrics$loss, losses, tolerance = 1e-6),
          all.equal(history$metrics$bias, biases, tolerance = 1e-6),
          all.equal(seen, losses, tolerance = 1e-6),
          all.equal(c(get_weights(model)[[1]]), w, tolerance = 1e-6))
    """,
    "generators": """
        counted <- function() {
          made <- 0
          function() {
            made <<- made + 1
            list(matrix(1, 4, 1), matrix(0, 4, 1))
          }
        }
        mean_model <- function(...) {
          model <- keras_model_sequential() %>%
            layer_dense(1, input_shape = 1, use_bias = FALSE, kernel_initializer = "ones")
          model %>% compile(optimizer_sgd(0.25), function(y_true, y_pred) k_mean(y_pred), ...)
        }
        made <- function(batches) environment(batches)$made
        model <- mean_model()
        train <- counted(); held_out <- counted()
        history <- model %>% fit(train, steps_per_epoch = 3, epochs = 2, verbose = 0,
                                 validation_data = held_out, validation_steps = 2)
        # each batch takes 1/4 away; an epoch's loss is the mean of those before its batches
        stopifnot(
          all.equal(history$metrics$loss, c(mean(c(1, 0.75, 0.5)), mean(c(0.25, 0, -0.25)))),
          all.equal(history$metrics$val_loss, c(0.25, -0.5)),
          made(train) == 6, made(held_out) == 4)
        batches <- counted()
        stopifnot(
          all.equal(unname(model %>% evaluate(batches, steps = 3, verbose = 0)), -0.5),
          made(batches) == 3,
          dim(model %>% predict(function() matrix(1, 5, 1), steps = 2, verbose = 0)) == c(10, 1))
        several <- mean_model(steps_per_execution = 2)
        several %>% fit(counted(), steps_per_epoch = 4, epochs = 1, verbose = 0)
        stopifnot(all.equal(c(get_weights(several)[[1]]), 0))
        ends <- local({ left <- 3; function() if (left > 0) {
          left <<- left - 1
          list(matrix(1, 4, 1), matrix(0, 4, 1))
        }})
        short <- mean_model()
        suppressWarnings(short %>% fit(ends, epochs = 1, verbose = 0))
        stopifnot(all.equal(c(get_weights(short)[[1]]), 0.25))
    """,
    "R functions in data": """
        calls <- 0
        doubled <- function(n) {
          tf$data$Dataset$range(n)$map(function(i) {
            value <- tf$py_function(function(i) {
              calls <<- calls + 1
              2 * tf$cast(i, "float32")
            }, list(i), tf$float32)
            value <- tf$reshape(value, list(1L))
            tuple(value, value * 0)
          })$batch(2L)
        }
        model <- keras_model_sequential() %>%
          layer_dense(1, input_shape = 1, use_bias = FALSE, kernel_initializer = "ones")
        model %>% compile(optimizer_sgd(0), "mse")
        losses <- function(...) {
          calls <<- 0
          suppressWarnings(model %>% fit(..., epochs = 3, verbose = 0))$metrics
        }
        # the model gives its input, and the targets are 0
        whole <- mean((2 * 0:5)^2)
        metrics <- losses(doubled(6L), validation_data = doubled(4L))
        stopifnot(all.equal(metrics$loss, rep(whole, 3), tolerance = 1e-6),
                  all.equal(metrics$val_loss, rep(mean((2 * 0:3)^2), 3), tolerance = 1e-6),
                  calls == 3 * (6 + 4))
        stopifnot(
          all.equal(unname(model %>% evaluate(doubled(6L), verbose = 0)), whole, tolerance = 1e-6),
          identical(c(model %>% predict(doubled(5L), verbose = 0)), 2 * c(0, 1, 2, 3, 4)))
        short <- function(x, y) tf$reduce_all(tf$less(x, 7)) # two batches, which nobody knows
        metrics <- losses(doubled(6L)$filter(short))
        stopifnot(all.equal(metrics$loss, rep(mean((2 * 0:3)^2), 3), tolerance = 1e-6))
        metrics <- losses(doubled(6L)$`repeat`(), steps_per_epoch = 2)
        epochs <- rbind(c(0, 2, 4, 6), c(8, 10, 0, 2), c(4, 6, 8, 10))
        stopifnot(all.equal(metrics$loss, rowMeans(epochs^2), tolerance = 1e-6))
        several <- keras_model_sequential() %>%
          layer_dense(1, input_shape = 1, use_bias = FALSE, kernel_initializer = "ones")
        several %>% compile(optimizer_sgd(0), "mse", steps_per_execution = 2)
        history <- suppressWarnings(several %>% fit(doubled(6L), epochs = 2, verbose = 0))
        stopifnot(all.equal(history$metrics$loss, rep(whole, 2), tolerance = 1e-6))
    """,
    "R functions in data that TensorFlow reads ahead": """
        seen <- logical()
        ahead <- tf$data$Dataset$range(6L)$map(function(i) {
          value <- tf$py_function(function(i) {
            seen <<- c(seen, tf$executing_eagerly())
            tf$cast(i, "float32") + 1
          }, list(i), tf$float32)
          value <- tf$reshape(value, list(1L))
          tuple(value, value)
        })$batch(1L)$prefetch(4L)
        model <- keras_model_sequential() %>%
          layer_dense(1, input_shape = 1, use_bias = FALSE, kernel_initializer = "zeros")
        model %>% compile(optimizer_sgd(0), "mse")
        history <- model %>% fit(ahead, epochs = 1, verbose = 0)
        stopifnot(all.equal(history$metrics$loss, mean((1:6)^2), tolerance = 1e-6), all(seen))
    """,
    "an R function in data that fails": """
        broken <- tf$data$Dataset$range(4L)$map(function(i) {
          value <- tf$py_function(function(i) if (as.array(i) == 2) stop("no third") else
            tf$cast(i, "float32"), list(i), tf$float32)
          tuple(tf$reshape(value, list(1L)), tf$zeros(list(1L)))
        })$batch(1L)
        model <- keras_model_sequential() %>% layer_dense(1, input_shape = 1)
        model %>% compile("sgd", "mse")
        message <- tryCatch(model %>% fit(broken, epochs = 1, verbose = 0),
                            error = conditionMessage)
        stopifnot(grepl("no third", message), as.array(model$optimizer$iterations) == 2)
    """,
    "errors": """
        model <- keras_model_sequential() %>% layer_dense(1, input_shape = 1)
        model %>% compile("sgd", "mse")
        own <- structure(class = c("my_error", "error", "condition"),
                         list(message = "no more", call = NULL, left = 7))
        left <- 4
        batches <- function() {
          left <<- left - 1
          if (left == 0) stop(own)
          list(matrix(1, 4, 1), matrix(0, 4, 1))
        }
        caught <- tryCatch(model %>% fit(batches, steps_per_epoch = 9, epochs = 1, verbose = 0),
                           my_error = function(e) e)
        stopifnot(identical(caught$left, 7), as.array(model$optimizer$iterations) == 3)
        stops <- callback_lambda(on_batch_end = function(batch, logs) stop(own))
        caught <- tryCatch(
          model %>% fit(matrix(1, 4, 1), matrix(0, 4, 1), verbose = 0, callbacks = list(stops)),
          my_error = function(e) e)
        stopifnot(identical(caught$left, 7))
        model %>% fit(matrix(1, 4, 1), matrix(0, 4, 1), epochs = 1, verbose = 0)
    """,
    "a sequence of batches in R": """
        Batches(keras$utils$Sequence) %py_class% {
          `__len__` <- function() 3L
          `__getitem__` <- function(index)
            keras::tuple(array(as.numeric(index), c(2, 1)), array(0, c(2, 1)))
        }
        model <- keras_model_sequential() %>%
          layer_dense(1, input_shape = 1, use_bias = FALSE, kernel_initializer = "ones")
        model %>% compile(optimizer_sgd(0), "mse")
        history <- model %>% fit(Batches(), epochs = 2, verbose = 0)
        stopifnot(all.equal(history$metrics$loss, rep(5 / 3, 2), tolerance = 1e-6))
        flow <- flow_images_from_data(
          array(2, c(4, 3, 3, 1)), c(1, 1, 1, 1), batch_size = 2,
          generator = image_data_generator(preprocessing_function = function(image) image * 5))
        mean_of_images <- keras_model_sequential() %>%
          layer_flatten(input_shape = c(3, 3, 1)) %>%
          layer_dense(1, use_bias = FALSE, kernel_initializer = initializer_constant(1 / 9))
        means <- c(mean_of_images %>% predict(flow, verbose = 0))
        stopifnot(all.equal(means, rep(10, 4), tolerance = 1e-6))
    """,
}


def run(host: str, company: str, code: str, folder: Path) -> r_process.Outcome:
    code = f"invisible(suppressMessages({{ {COMPANY[company]} }}))\n{code}\ncat('done\\n')\n"
    if company != "flag":
        if not neighbours.LIBRARY:
            pytest.skip("RKERAS_NEIGHBOURS names no library of the real packages")
        return neighbours.run(host, code, folder)
    script = folder / "script.R"
    script.write_text(code, encoding="utf-8")
    return r_process.run_script(host, script)


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("company", COMPANY)
@pytest.mark.parametrize("name", SCRIPTS)
def test_training(host: str, company: str, name: str, tmp_path: Path) -> None:
    outcome = run(host, company, SCRIPTS[name], tmp_path)
    assert outcome.succeeded() == "done\n", outcome


@pytest.mark.parametrize("company", COMPANY)
def test_progress_is_printed(company: str, tmp_path: Path) -> None:
    code = """
        model <- keras_model_sequential() %>%
          layer_dense(1, input_shape = 1, kernel_initializer = "ones")
        model %>% compile("sgd", "mse", metrics = "mae")
        x <- matrix(1, 8, 1)
        for (verbose in 1:2) model %>% fit(x, x, epochs = 2, batch_size = 4, verbose = verbose)
    """
    lines = run("Rscript", company, code, tmp_path).succeeded().splitlines()
    assert [line for line in lines if line.startswith("Epoch")] == ["Epoch 1/2", "Epoch 2/2"] * 2
    assert sum("2/2 - " in line and "loss: 0.0000e+00" in line for line in lines) == 4
