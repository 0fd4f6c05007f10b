"""What packages built on R keras call by ``keras:::``, alone and beside the real packages."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from neighbours import neighbours

CODE = r"""
wrapper <- function(units, activation = NULL, shape = NULL, skipped = 1, ...) {
  keras:::capture_args(match.call(), list(units = as.integer, shape = keras:::normalize_shape),
                       ignore = "skipped")
}
args <- wrapper(2 + 1, shape = c(NA, 4), name = paste0("n", 1), skipped = 5)
stopifnot(setequal(names(args), c("units", "shape", "name")), identical(args$units, 3L),
          args$name == "n1", identical(format(args$shape), "(None, 4)"))
problem <- tryCatch(wrapper(1, 2, 3, 4, 5), error = conditionMessage)
stopifnot(grepl("must have names", problem))
nullable <- wrapper(1, activation = NULL)
stopifnot("activation" %in% names(nullable), is.null(nullable$activation))

text <- function(x) as.character(format(x))
stopifnot(identical(keras:::as_nullable_integer(2), 2L), is.null(keras:::as_nullable_integer(NULL)),
          identical(keras:::as_integer_tuple(c(1, 2)), 1:2),
          is.null(keras:::as_integer_tuple(NULL)),
          text(keras:::as_integer_tuple(list(1, 2))) == "(1, 2)",
          text(keras:::as_integer_tuple(3, force_tuple = TRUE)) == "(3,)",
          text(keras:::normalize_shape(list(NULL, 2))) == "(None, 2)",
          text(keras:::normalize_shape(5)) == "(5,)", is.null(keras:::normalize_shape(NULL)))

weights <- keras:::as_class_weight(list("0" = 1, "1" = 2))
stopifnot(is.null(keras:::as_class_weight(NULL)), text(weights) == "{0: 1.0, 1: 2.0}",
          grepl("named list", tryCatch(keras:::as_class_weight(1), error = conditionMessage)))

count <- 0
generator <- keras:::as_generator.function(function() {
  count <<- count + 1
  if (count <= 2) list(matrix(count, 1, 2), count)
})
sizes <- keras:::iterate(generator, function(batch) sum(batch[[1]]))
stopifnot(identical(sizes, c(2, 4)))

layer <- layer_dense(units = 1)
stopifnot(keras:::is_layer(layer), !keras:::is_layer(1), keras:::is_keras_tensor(k_constant(1)),
          keras:::is_keras_tensor(layer_input(2)), !keras:::is_keras_tensor(1),
          keras:::is_backend("tensorflow"), !keras:::is_backend("theano"),
          keras:::get_keras_implementation() == "tensorflow", keras:::keras_version() >= "3.0",
          keras:::have_h5py(), is.logical(keras:::have_pyyaml()),
          !keras:::is_tensorflow_dataset(1), is.null(keras:::resolve_tensorflow_dataset(1)),
          !keras:::resolve_view_metrics(1, 1, "loss"), !keras:::resolve_view_metrics(0, 5, "loss"))
zero <- keras:::as_constraint(function(w) k_zeros_like(w))
model <- keras_model_sequential() %>%
  layer_dense(1, input_shape = 1, kernel_constraint = zero, use_bias = FALSE) %>%
  compile("sgd", "mse")
kept <- keras:::KerasMetricsCallback$new()
fit(model, matrix(1), matrix(1), epochs = 2, verbose = 0, callbacks = list(kept))
stopifnot(length(kept$metrics$loss) == 2, as.array(model$weights[[1]]) == 0)
past <- keras:::to_keras_training_history(
  list(params = list(epochs = 2), history = list(loss = list(3, 1))))
stopifnot(inherits(past, "keras_training_history"), identical(past$metrics$loss, c(3, 1)))
cat("there\n")
"""


@pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
def test_without_company(tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text("library(keras)\n" + CODE, encoding="utf-8")
    outcome = r_process.run_script("Rscript", script, cwd=tmp_path)
    assert outcome.succeeded() == "there\n"


@neighbours.needed
@neighbours.both
def test_beside_the_real_packages(host: str, tmp_path: Path) -> None:
    code = neighbours.ORDERS["keras first"] + CODE
    assert neighbours.run(host, code, tmp_path).succeeded() == "there\n"
