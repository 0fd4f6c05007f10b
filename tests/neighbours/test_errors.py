"""Errors and warnings, where the real reticulate is loaded."""

from __future__ import annotations

from pathlib import Path

from neighbours import neighbours

pytestmark = neighbours.needed

OWN = r"""
problem <- '`units` must be a whole number of at least 1, not the string "a".'
wrong <- function(x = NULL) layer_dense(units = "a")
e <- tryCatch(wrong(), error = identity)
stopifnot(conditionMessage(e) == problem, e$message == problem, e[["message"]] == problem,
          identical(conditionCall(e), quote(layer_dense(units = "a"))),
          identical(e$call, conditionCall(e)), is.null(e$trace), grepl("^Traceback", e$traceback),
          inherits(e$exception, "python.builtin.ValueError"))
stopifnot(tryCatch(wrong(), python.builtin.ValueError = function(e) "caught") == "caught",
          tryCatch(wrong(), python.builtin.Exception = function(e) "caught") == "caught")
printed <- "<rkeras_py.convert.rule.ArgumentError in layer_dense(units = \"a\"): "
stopifnot(capture.output(print(e)) == paste0(printed, problem, ">"),
          any(grepl(" $ message  : chr \"`units` must be", capture.output(str(e)), fixed = TRUE)))
e$message <- "changed"
stopifnot(conditionMessage(e) == "changed")
try(rlang::with_handlers(wrong(), error = rlang::entrace), silent = TRUE)
stopifnot(grepl(problem, conditionMessage(rlang::last_error()), fixed = TRUE))
outer <- tryCatch(rlang::abort("outer", parent = tryCatch(wrong(), error = identity)),
                  error = identity)
stopifnot(grepl(problem, paste(format(outer), collapse = " "), fixed = TRUE))
stopifnot(grepl(problem, try(wrong(), silent = TRUE), fixed = TRUE))
tensor <- tryCatch(k_constant(1)$nothing, python.builtin.AttributeError = function(e) "attribute")
stopifnot(tensor == "attribute")
"""

THROUGH_RETICULATE = r"""
py_run_string("
def call(f, x):
    return f(x)
def name_of_error(f, x):
    try:
        return f(x)
    except ValueError as error:
        return type(error).__name__ + ': ' + str(error)
")
# an error of keras is the same exception in the Python code between, and after it
stopifnot(py$name_of_error(wrong, 1) == paste("ArgumentError:", problem))
e <- tryCatch(py$call(wrong, 1), python.builtin.ValueError = identity)
stopifnot(grepl(problem, conditionMessage(e), fixed = TRUE))

# a warning of keras is a warning, not an exception
noisy <- function(x) {
  keras:::call_python(".run", list("import warnings; warnings.warn('noisy')", FALSE, TRUE))
  x + 1
}
heard <- NULL
value <- withCallingHandlers(py$call(noisy, 1), python.builtin.UserWarning = function(w) {
  heard <<- c(heard, conditionMessage(w))
  invokeRestart("muffleWarning")
})
stopifnot(value == 2, heard == "noisy")
value <- withCallingHandlers(py$call(function(x) {
  warning("of R")
  x
}, 3), warning = function(w) invokeRestart("muffleWarning"))
stopifnot(value == 3)

# an error of reticulate in an R function that keras calls
failing <- function(y_true, y_pred) py_run_string("raise KeyError('in a loss')")
model <- keras_model_sequential() %>% layer_dense(1, input_shape = 1)
model %>% compile("sgd", failing)
e <- tryCatch(fit(model, matrix(1), matrix(1), verbose = 0), error = identity)
stopifnot(grepl("in a loss", conditionMessage(e)), inherits(e, "python.builtin.KeyError"))

# TensorFlow's deprecated functions, with no Python frame as their caller
stopifnot(as.array(tf$compat$v1$to_float(tf$constant(3L))) == 3,
          as.array(tf$compat$v1$argmax(c(1, 5, 2), dimension = 0L)) == 1)
data <- tf$data$Dataset$from_tensor_slices(c(4, 5))
stopifnot(as.array(tf$compat$v1$data$make_one_shot_iterator(data)$get_next()) == 4)
cat("told\n")
"""


@neighbours.both
@neighbours.orders
def test_errors_survive(host: str, order: str, tmp_path: Path) -> None:
    code = neighbours.ORDERS[order] + OWN + THROUGH_RETICULATE
    assert neighbours.run(host, code, tmp_path).succeeded() == "told\n"
